"""A mapping whose keys are all known: each with its kind, meaning and an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from roadmap.reading.kinds import Kind, Unfit
from roadmap.reading.scalars import Terms

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what its value may be, what it says, an example as written in YAML.

    `usual` is the value where it is left out; a key that is `required` has none.
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
    """A key of a record, named for the attribute; a last `_` is not part of its name."""
    return Key("", kind, help, example, usual, required)


class Record:
    """A mapping as it was read: an attribute for each key, else what is usual.

    Null counts as left out, and keys that begin with `x-` are the author's own.
    """

    KEYS: ClassVar[Mapping[str, Key]] = {}
    _reads: ClassVar[Mapping[str, tuple[str, Any]]] = {}
    _required: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Take the keys out of the class, and leave what they are usually."""
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
        """The record that plain values are; Unfit or Unreadable where they are none."""
        if type(data) is not dict:
            raise Unfit
        found = cls.__new__(cls)
        said = vars(found)
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
        return found

    @property
    def said(self) -> Mapping[str, Any]:
        """What the file says, by attribute; what it left out is absent."""
        return vars(self)


def nested(record: type[Record]) -> Kind:
    """The kind of value that is a record."""
    return Kind("record", record.read, record=record)
