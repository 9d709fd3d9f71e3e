"""Actuals as values of the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.diagnostics import Place
from roadmap.model.actuals import Actual
from roadmap.model.amounts import exact
from roadmap.reading.initiative_file import ActualFile, Actuals


def actuals(
    stated: Actuals, place: Place, indexes: Sequence[int] | None = None
) -> Iterator[Actual]:
    """What was stated at a place, one or several; `indexes` are their places in a list."""
    if isinstance(stated, ActualFile):
        yield _actual(stated, place)
    else:
        numbers = range(len(stated)) if indexes is None else indexes
        for index, actual_file in zip(numbers, stated, strict=True):
            yield _actual(actual_file, place / index)


def _actual(stated: ActualFile, place: Place) -> Actual:
    return Actual(stated.date, exact(stated.value), place, stated.evidence)
