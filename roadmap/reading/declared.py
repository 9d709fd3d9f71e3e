"""Words that parts declare, as fields of the schema, and their values as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Field, create_model

from roadmap.model import words
from roadmap.model.amounts import exact
from roadmap.model.words import Word
from roadmap.reading import kinds
from roadmap.reading.kinds import Strict

T = TypeVar("T", bound=BaseModel)
_KINDS: Mapping[str, Any] = {
    words.TEXT: str,
    words.FLAG: bool,
    words.SHARE: kinds.Share,
    words.DURATION: kinds.Duration,
    words.RANGE: kinds.ShareRange,
    words.LEVEL: kinds.Impact,
}


def extended(schema: type[T], declared: tuple[Word, ...]) -> type[T]:
    """A schema with the declared keys added; one it knows already is replaced."""
    return _model(schema.__name__, declared, schema) if declared else schema


def settings(value: BaseModel, declared: tuple[Word, ...]) -> dict[str, Any]:
    """What a file said under the declared keys: numbers as fractions, sections as mappings.

    Keys that the file left out are absent.
    """
    found: dict[str, Any] = {}
    for index, word in enumerate(declared):
        name = _name(index, word)
        if name in value.model_fields_set and getattr(value, name) is not None:
            found[word.key] = _plain(getattr(value, name), word)
    return found


def _model(name: str, declared: tuple[Word, ...], base: type[T]) -> type[T]:
    fields: dict[str, Any] = {
        _name(index, word): (
            _annotation(word) | None,
            Field(None, alias=word.key, description=word.help),
        )
        for index, word in enumerate(declared)
    }
    return create_model(name, __base__=base, **fields)


def _name(index: int, word: Word) -> str:
    return word.key if word.key.isidentifier() and word.words == () else f"declared_{index}"


def _annotation(word: Word) -> Any:
    if word.kind == "section":
        return _model(f"{word.key.title()}Section", word.words, Strict)
    if word.kind == "map":
        return dict[str, _scalar(word.of, word)]  # type: ignore[misc]
    if word.kind == "list":
        return list[_scalar(word.of, word)]  # type: ignore[misc]
    return _scalar(word.kind, word)


def _scalar(kind: str, word: Word) -> Any:
    if word.choices:
        return Literal[word.choices]
    if kind in (words.NUMBER, words.WHOLE):
        bounds = {"ge": word.at_least, "le": word.at_most, "gt": word.above}
        given: dict[str, Any] = {name: b for name, b in bounds.items() if b is not None}
        return Annotated[float if kind == words.NUMBER else int, Field(**given)]
    return _KINDS[kind]


def _plain(value: Any, word: Word) -> Any:
    if isinstance(value, BaseModel):
        return settings(value, word.words)
    if isinstance(value, dict):
        return {key: _plain(each, word) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, word) for each in value]
    return exact(value) if isinstance(value, float) else value
