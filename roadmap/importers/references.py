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
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True)
class Outside:
    """A name that no item of the export bears: who uses it, how, and its nearest name.

    `word` is the tracker's word for a relation, otherwise empty. `deleted`: the export
    says that what bore the name is gone.
    """

    key: str
    to: str
    says: Says
    word: str = ""
    nearest: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class References:
    """All links of an export with keys for names.

    `links` are distinct pairs of what waits and what it waits for, `follows` such pairs
    of steps; `relations` of an item are pairs of a word and a key. `parents` go from child
    to parent and hold no circle; `looped` are the items whose parents do.
    """

    links: tuple[tuple[str, str], ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    outside: tuple[Outside, ...] = ()
    looped: tuple[str, ...] = ()
    follows: tuple[tuple[str, str], ...] = ()


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
            for name in dict.fromkeys(alias.casefold() for alias in item.aliases)
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
    gathered = _Names(Bearers(items))
    for item in items:
        for says, word, name in _names(item):
            gathered.add(item.key, says, word, name.strip())
    return gathered.told()


class _Names:
    """What the names of all items say, as far as it was looked at."""

    def __init__(self, bearers: Bearers) -> None:
        self._bearers, self._names = bearers, Names(bearers.known())
        self._links: dict[tuple[str, str], None] = {}
        self._follows: dict[tuple[str, str], None] = {}
        self._outside: dict[tuple[str, str, Says], Outside] = {}
        self._parents: dict[str, str] = {}
        self._relations: dict[str, dict[tuple[str, str], None]] = {}

    def add(self, key: str, says: Says, word: str, name: str) -> None:
        """Take what an item says of a name."""
        to = self._bearers.key(name)
        if to is None:
            near = self._names.near(name)
            told = Outside(key, name, says, word, near.name if near else "")
            self._outside.setdefault((key, name.casefold(), says), told)
        elif says is Says.PARENT:
            self._parents[key] = to
        elif says is Says.RELATED:
            self._relations.setdefault(key, {})[word, to] = None
        elif says is Says.FOLLOWS:
            self._follows[key, to] = None
        else:
            pair = (key, to) if says is Says.DEPENDS_ON else (to, key)
            self._links[pair] = None

    def told(self) -> References:
        """All of it."""
        looped = _looped(self._parents)
        return References(
            tuple(self._links),
            {key: to for key, to in self._parents.items() if key not in looped},
            {key: tuple(pairs) for key, pairs in self._relations.items()},
            tuple(self._outside.values()),
            tuple(looped),
            tuple(pair for pair in self._follows if pair not in self._links),
        )


def without(whole: References, deleted: set[str]) -> References:
    """The references between items that are not deleted; names of others lead outside."""
    if not deleted:
        return whole
    gone = [
        Outside(waits, to, Says.DEPENDS_ON, deleted=True)
        for waits, to in whole.links
        if to in deleted and waits not in deleted
    ]
    gone += [
        Outside(to, waits, Says.BLOCKS, deleted=True)
        for waits, to in whole.links
        if waits in deleted and to not in deleted
    ]
    gone += [
        Outside(key, to, Says.PARENT, deleted=True)
        for key, to in whole.parents.items()
        if to in deleted and key not in deleted
    ]
    return References(
        tuple(pair for pair in whole.links if not deleted & {*pair}),
        {key: to for key, to in whole.parents.items() if not deleted & {key, to}},
        {
            key: tuple(pair for pair in pairs if pair[1] not in deleted)
            for key, pairs in whole.relations.items()
            if key not in deleted
        },
        (*(outside for outside in whole.outside if outside.key not in deleted), *gone),
        tuple(key for key in whole.looped if key not in deleted),
        tuple(pair for pair in whole.follows if not deleted & {*pair}),
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
    for name in item.follows:
        if name.strip():
            yield Says.FOLLOWS, "", name
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
