"""Mappings with known keys: each key with its kind, its meaning and an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from roadmap.reading.kinds import Kind, Unfit
from roadmap.reading.scalars import Terms

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Key:
    """A key: the kind of its value, its meaning, and an example in YAML.

    `usual` is its value where it is left out; a `required` key has none.
    """

    name: str
    kind: Kind
    help: str
    example: str
    usual: Any = None
    required: bool = False

    @property
    def title(self) -> str:
        """The key in words.

        >>> from roadmap.reading.kinds import TEXT
        >>> Key("depends_on", TEXT, "", "").title
        'Depends on'
        """
        words = self.name.replace("_", " ").replace("-", " ")
        return words[:1].upper() + words[1:]


def key(
    kind: Kind, help: str, example: str, usual: Any = None, *, required: bool = False
) -> Any:
    """A key of a record, named after the attribute without a trailing `_`."""
    return Key("", kind, help, example, usual, required)


class Record:
    """A mapping as it was read: an attribute for each key, with a default.

    Null counts as left out, and keys that start with `x-` are the author's own.
    """

    KEYS: ClassVar[Mapping[str, Key]] = {}
    _reads: ClassVar[Mapping[str, tuple[str, Any]]] = {}
    _required: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Collect the keys of the class, and leave their defaults in their place."""
        keys = dict(cls.KEYS)
        reads = dict(cls._reads)
        for attribute, said in list(vars(cls).items()):
            if isinstance(said, Key):
                name = said.name or attribute.rstrip("_")
                keys[name] = Key(
                    name, said.kind, said.help, said.example, said.usual, said.required
                )
                reads[name] = (attribute, said.kind.read)
                setattr(cls, attribute, said.usual)
        cls.KEYS, cls._reads = keys, reads
        cls._required = tuple(reads[k][0] for k, each in keys.items() if each.required)

    @classmethod
    def read(cls: type[R], data: Any, terms: Terms) -> R:
        """The record of plain values; raises Unfit or Unreadable where they are none."""
        if type(data) is not dict:
            raise Unfit
        record = cls.__new__(cls)
        said = vars(record)
        reads = cls._reads
        for name, value in data.items():
            known = reads.get(name)
            if known is None:
                if name[:2] != "x-":
                    raise Unfit
            elif value is not None:
                said[known[0]] = known[1](value, terms)
        for attribute in cls._required:
            if attribute not in said:
                raise Unfit
        return record

    @property
    def said(self) -> Mapping[str, Any]:
        """The values that the file states, by attribute; others are absent."""
        return vars(self)


def nested(record: type[Record]) -> Kind:
    """The kind of value that is a record."""
    return Kind("record", record.read, record=record)
