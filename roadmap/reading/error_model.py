"""Errors in a mapping, as pydantic reports them against the keys of its record.

Only a mapping that cannot be read gets here, so that valid files never wait for pydantic
to be imported.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    ValidationError,
    ValidationInfo,
    create_model,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from roadmap.reading.kinds import Kind, shape_of
from roadmap.reading.record import Key, Record
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms

SHAPE = "\0"
"""Starts the tag of a shape: a step of an error's route that is in no file."""


class Strict(BaseModel):
    """A mapping whose keys are all known."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


def errors(record: type[Record], data: Any, terms: Terms) -> list[ErrorDetails]:
    """Every reason why `data` is not such a record."""
    try:
        _model(record).model_validate(data, context=terms)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


_MODELS: dict[type[Record], type[BaseModel]] = {}


def _model(record: type[Record]) -> type[BaseModel]:
    if record not in _MODELS:
        keys = enumerate(record.KEYS.values())
        fields: Any = {f"key_{number}": _field(key) for number, key in keys}
        _MODELS[record] = create_model(record.__name__, __base__=Strict, **fields)
    return _MODELS[record]


def _field(key: Key) -> tuple[Any, Any]:
    if key.required:
        return _annotation(key.kind), Field(alias=key.name)
    return _annotation(key.kind) | None, Field(None, alias=key.name)


def _annotation(kind: Kind) -> Any:
    match kind.name:
        case "text":
            return str
        case "flag":
            return bool
        case "number" | "whole":
            return _number(kind)
        case "choice":
            return Literal[kind.choices]
        case "list":
            return Annotated[list[_held(kind)], Field(min_length=kind.least)]  # type: ignore[misc]
        case "map":
            return dict[str, _held(kind)]  # type: ignore[misc]
        case "record" if kind.record is not None:
            return _model(kind.record)
        case "either":
            forms = tuple(map(_tagged, kind.forms))
            return Annotated[Union[forms], Discriminator(_shape)]  # noqa: UP007
        case _:
            return Annotated[Any, PlainValidator(_reader(kind))]


def _tagged(form: Kind) -> Any:
    return Annotated[_annotation(form), Tag(SHAPE + shape_of(form))]


def _shape(value: object) -> str:
    """The tag of a value's shape: a mapping, a list or a single value."""
    if isinstance(value, dict):
        return f"{SHAPE}mapping"
    return f"{SHAPE}list" if isinstance(value, list) else SHAPE


def _held(kind: Kind) -> Any:
    if kind.of is None:
        raise TypeError(f"a {kind.name} of nothing")
    return _annotation(kind.of)


def _number(kind: Kind) -> Any:
    bounds = {"ge": kind.at_least, "le": kind.at_most, "gt": kind.above}
    given: dict[str, Any] = {name: b for name, b in bounds.items() if b is not None}
    plain: Any = float if kind.name == "number" else int
    return Annotated[plain, Field(**given)]


def _reader(kind: Kind) -> Any:
    def read(value: object, info: ValidationInfo) -> Any:
        try:
            return kind.read(value, info.context or Terms())
        except Unreadable as error:
            escaped = error.message.replace("{", "(").replace("}", ")")
            context = {"cure": error.cure, "write": error.write, "safe": error.safe}
            raise PydanticCustomError("roadmap", escaped, context) from None

    return read
