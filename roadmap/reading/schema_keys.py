"""The keys that a schema knows at a route, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from roadmap.diagnostics import Step
from roadmap.reading.near import Names


def keys_at(schema: type[BaseModel], route: Iterable[Step]) -> Names:
    """The keys of every mapping that may stand at `route`."""
    models: tuple[type[BaseModel], ...] = (schema,)
    for step in route:
        models = tuple(found for model in models for found in _below(model, step))
    return _names(models)


@lru_cache(maxsize=64)
def _names(models: tuple[type[BaseModel], ...]) -> Names:
    return Names(
        {
            field.alias or name
            for model in models
            for name, field in model.model_fields.items()
        }
    )


def _below(model: type[BaseModel], step: Step) -> list[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if (field.alias or name) == step:
            return _models(field.annotation)
    return [model]


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]
