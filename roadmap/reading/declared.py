"""Keys that rules and frameworks declare: added to records, read as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from roadmap.model import words
from roadmap.model.amounts import exact
from roadmap.model.words import Word
from roadmap.reading import kinds
from roadmap.reading.kinds import Kind
from roadmap.reading.record import Key, Record, nested

R = TypeVar("R", bound=Record)
_KINDS: Mapping[str, Kind] = {
    words.TEXT: kinds.TEXT,
    words.FLAG: kinds.FLAG,
    words.SHARE: kinds.SHARE,
    words.DURATION: kinds.DURATION,
    words.RANGE: kinds.SHARE_RANGE,
    words.LEVEL: kinds.IMPACT,
    words.SPREAD: kinds.SPREAD,
}


def extended(record: type[R], declared: tuple[Word, ...]) -> type[R]:
    """A record with the declared keys added; they replace its own of the same name."""
    return _record(record.__name__, declared, record) if declared else record


def settings(value: Record, declared: tuple[Word, ...]) -> dict[str, Any]:
    """The values of declared keys in a file: numbers as fractions, sections as mappings.

    Keys that the file leaves out are absent.
    """
    said = value.said
    return {word.key: _plain(said[word.key], word) for word in declared if word.key in said}


def _record(name: str, declared: tuple[Word, ...], base: type[R]) -> type[R]:
    keys = {word.key: _key(word) for word in declared}
    return type(name, (base,), {"__doc__": base.__doc__, **keys})


def _key(word: Word) -> Key:
    return Key(word.key, _kind(word), word.help, _example(word))


def _example(word: Word) -> str:
    """Its own example, its default, or an example of its first key."""
    if word.example or word.default or not word.words:
        return word.example or word.default
    return f"{{{word.words[0].key}: {_example(word.words[0])}}}"


def _kind(word: Word) -> Kind:
    if word.kind == "section":
        return nested(_record(f"{word.key.title()}Section", word.words, Record))
    if word.kind == "map":
        return kinds.mapped(_scalar(word.of, word))
    if word.kind == "list":
        return kinds.listed(_scalar(word.of, word))
    return _scalar(word.kind, word)


def _scalar(kind: str, word: Word) -> Kind:
    if word.choices:
        return kinds.choice(*word.choices)
    if kind in (words.NUMBER, words.WHOLE):
        whole = kind == words.WHOLE
        return kinds.number(word.at_least, word.at_most, word.above, whole=whole)
    return _KINDS[kind]


def _plain(value: Any, word: Word) -> Any:
    if isinstance(value, Record):
        return settings(value, word.words)
    if isinstance(value, dict):
        return {key: _plain(each, word) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, word) for each in value]
    return exact(value) if isinstance(value, float) else value
