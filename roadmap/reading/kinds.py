"""The kinds of value a key may have, as pydantic types."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from roadmap.model.amounts import Level, Range
from roadmap.model.calendar import Period
from roadmap.reading import scalars
from roadmap.reading.scalars import Terms, Unreadable


class Strict(BaseModel):
    """A mapping whose keys are all known."""

    model_config = ConfigDict(
        extra="forbid", strict=True, allow_inf_nan=False, populate_by_name=False
    )


def _kind(read: Callable[[object], Any]) -> PlainValidator:
    def validated(value: object) -> Any:
        try:
            return read(value)
        except Unreadable as error:
            raise _custom(error) from None

    return PlainValidator(validated)


def _kind_in(read: Callable[[object, Terms], Any]) -> PlainValidator:
    def validated(value: object, info: ValidationInfo) -> Any:
        try:
            return read(value, info.context or Terms())
        except Unreadable as error:
            raise _custom(error) from None

    return PlainValidator(validated)


def _custom(error: Unreadable) -> PydanticCustomError:
    escaped = error.message.replace("{", "(").replace("}", ")")
    return PydanticCustomError("roadmap", escaped, {"cure": error.cure})


Share = Annotated[Fraction, _kind(scalars.share)]
ShareAbove0 = Annotated[Fraction, _kind(lambda value: _above_0(scalars.share(value)))]
ShareRange = Annotated[Range, _kind(scalars.share_range)]
Impact = Annotated[Level, _kind(scalars.impact)]
Confidence = Annotated[Level, _kind(scalars.confidence)]
Gain = Annotated[Level, _kind(scalars.gain)]
Duration = Annotated[Fraction, _kind_in(scalars.duration)]
Work = Annotated[Range, _kind_in(scalars.estimate)]
When = Annotated[Period, _kind_in(scalars.period)]
Amount = Annotated[float, Field(ge=0, le=1e15)]
AnyAmount = Annotated[float, Field(ge=-1e15, le=1e15)]
AboveZero = Annotated[float, Field(gt=0, le=1e9)]
Zero2Ten = Annotated[float, Field(ge=0, le=10)]


def _above_0(share: Fraction) -> Fraction:
    if not share:
        raise Unreadable("`0%` is not more than 0 %", "write more than `0%`")
    return share
