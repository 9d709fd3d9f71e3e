"""What the names in an export's links and parents stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from roadmap.importers.item import Item
from roadmap.reading.near import Names


class Says(StrEnum):
    """What a name says of the item that uses it."""

    DEPENDS_ON = "depends_on"
    BLOCKS = "blocks"
    PARENT = "parent"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Outside:
    """A name that no item of the export bears: who uses it, how, and its nearest name.

    `word` is the tracker's word for a relation, otherwise empty.
    """

    key: str
    to: str
    says: Says
    word: str = ""
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """All links of an export with keys for names.

    `links` are distinct pairs of what waits and what it waits for, `relations` of an item
    are pairs of a word and a key. `parents` go from child to parent and hold no circle;
    `looped` are the items whose parents do.
    """

    links: tuple[tuple[str, str], ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    outside: tuple[Outside, ...] = ()
    looped: tuple[str, ...] = ()


class Bearers:
    """The items by every name they bear; a name that two bear stands for neither.

    Keys come before aliases; upper and lower case are the same, unless two keys differ
    in nothing else.
    """

    def __init__(self, items: tuple[Item, ...]) -> None:
        self._exact = {item.key: item.key for item in items}
        self._folded = _only((item.key.casefold(), item.key) for item in items)
        self._aliases = _only(
            (name.strip().casefold(), item.key)
            for item in items
            for name in dict.fromkeys(each.casefold() for each in item.aliases)
            if name.strip()
        )

    def key(self, name: str) -> str | None:
        """The key of the item that a name stands for; None where there is none."""
        plain = name.strip()
        if plain in self._exact:
            return plain
        folded = plain.casefold()
        if folded in self._folded:
            return self._folded[folded]
        return self._aliases.get(folded)

    def known(self) -> list[str]:
        """Every name, for finding the one that was probably meant."""
        return [*self._exact, *self._aliases]


def _only(pairs: Iterator[tuple[str, str]]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for name, key in pairs:
        found[name] = key if found.get(name, key) == key else None
    return found


def references(items: tuple[Item, ...]) -> References:
    """The links, parents and relations of all items; a link told twice counts once."""
    bearers = Bearers(items)
    links: dict[tuple[str, str], None] = {}
    outside: dict[tuple[str, str, Says], Outside] = {}
    parents: dict[str, str] = {}
    relations: dict[str, dict[tuple[str, str], None]] = {}
    names = Names(bearers.known())
    for item in items:
        for says, word, name in _names(item):
            to = bearers.key(name)
            if to is None:
                plain = name.strip()
                near = names.near(plain)
                told = Outside(item.key, plain, says, word, near.name if near else "")
                outside.setdefault((item.key, plain.casefold(), says), told)
            elif says is Says.PARENT:
                parents[item.key] = to
            elif says is Says.RELATED:
                relations.setdefault(item.key, {})[word, to] = None
            else:
                pair = (item.key, to) if says is Says.DEPENDS_ON else (to, item.key)
                links[pair] = None
    looped = _looped(parents)
    return References(
        tuple(links),
        {key: to for key, to in parents.items() if key not in looped},
        {key: tuple(pairs) for key, pairs in relations.items()},
        tuple(outside.values()),
        tuple(looped),
    )


def _names(item: Item) -> Iterator[tuple[Says, str, str]]:
    if item.parent.strip():
        yield Says.PARENT, "", item.parent
    for name in item.depends_on:
        if name.strip():
            yield Says.DEPENDS_ON, "", name
    for name in item.blocks:
        if name.strip():
            yield Says.BLOCKS, "", name
    for relation in item.relations:
        if relation.to.strip():
            yield Says.RELATED, relation.word, relation.to


def _looped(parents: Mapping[str, str]) -> dict[str, None]:
    """The items that are among their own parents, in order."""
    settled: set[str] = set()
    found: dict[str, None] = {}
    for first in parents:
        path: dict[str, None] = {}
        at: str | None = first
        while at is not None and at not in settled and at not in path:
            path[at] = None
            at = parents.get(at)
        if at in path:
            keys = list(path)
            found.update(dict.fromkeys(keys[keys.index(at) :]))
        settled.update(path)
    return found
