"""The keys that a schema knows at a route, for "did you mean"."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel

from roadmap.diagnostics import Step


def keys_at(schema: type[BaseModel], route: list[Step]) -> list[str]:
    """The keys of every mapping that may stand at `route`."""
    models: list[Any] = [schema]
    for step in route:
        models = [found for model in models for found in _below(model, step)]
    return sorted({key for model in models for key in _keys(model)})


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _below(model: type[BaseModel], step: Step) -> list[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if (field.alias or name) == step:
            return _models(field.annotation)
    return [model]


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]
