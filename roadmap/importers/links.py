"""Links between initiatives: those of their items, without what can order nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmap.importers.references import Outside, References, Says
from roadmap.importers.texts import one_line
from roadmap.model.components import components
from roadmap.reading.naming import id_of

KeyPair = tuple[str, str]
"""What waits, and what it waits for."""


@dataclass(frozen=True, slots=True)
class InitiativeLinks:
    """The links of initiatives, by the key of the one that has them.

    `parents` are those outside of the export. `elsewhere` are other links that leave it or
    close a circle, by the word for them. `inside` counts links between the items of one
    initiative.
    """

    depends_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    relations: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    elsewhere: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    circles: tuple[tuple[KeyPair, ...], ...] = ()
    inside: int = 0


def linked(names: References, homes: Mapping[str, str]) -> InitiativeLinks:
    """The links of all items as links of the initiatives that they are part of."""
    pairs: dict[KeyPair, None] = {}
    alone: list[tuple[KeyPair, ...]] = []
    inside, told = 0, set(names.links)
    for waits, waits_for in (*names.links, *names.follows):
        pair = (homes[waits], homes[waits_for])
        if waits == waits_for:
            alone.append((pair,))
        elif pair[0] == pair[1]:
            inside += (waits, waits_for) in told
        else:
            pairs[pair] = None
    knots = _knots(pairs)
    circles = (*dict.fromkeys(alone), *knots)
    tied = {pair for circle in circles for pair in circle}
    depends_on: dict[str, list[str]] = {}
    for waits, waits_for in pairs:
        if (waits, waits_for) not in tied:
            depends_on.setdefault(waits, []).append(waits_for)
    return InitiativeLinks(
        {key: tuple(each) for key, each in depends_on.items()},
        _relations(names, homes),
        _elsewhere(names, homes, circles),
        {
            outside.key: one_line(outside.to)
            for outside in names.outside
            if _is_away(outside)
        },
        circles,
        inside,
    )


def _is_away(outside: Outside) -> bool:
    """Whether a name is that of a parent somewhere in the tracker."""
    return outside.says is Says.PARENT and not outside.deleted


def _knots(pairs: Mapping[KeyPair, None]) -> tuple[tuple[KeyPair, ...], ...]:
    """The links within each group of initiatives that wait for each other."""
    graph: dict[str, list[str]] = {}
    for waits, waits_for in pairs:
        graph.setdefault(waits, []).append(waits_for)
        graph.setdefault(waits_for, [])
    of = {
        node: number
        for number, knot in enumerate(components(graph))
        if len(knot) > 1
        for node in knot
    }
    found: dict[int, list[KeyPair]] = {}
    for pair in pairs:
        if pair[0] in of and of[pair[0]] == of.get(pair[1]):
            found.setdefault(of[pair[0]], []).append(pair)
    return tuple(sorted(tuple(each) for each in found.values()))


def _relations(
    names: References, homes: Mapping[str, str]
) -> Mapping[str, Mapping[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for key, pairs in names.relations.items():
        home = homes[key]
        for word, to in pairs:
            if homes[to] != home:
                said = found.setdefault(home, {}).setdefault(relation_key(word), [])
                said.extend([homes[to]] if homes[to] not in said else [])
    return found


def relation_key(word: str) -> str:
    """A tracker's word for a relation as a key of a file.

    >>> relation_key("Relates to"), relation_key("")
    ('relates-to', 'related')
    """
    return id_of(word) or "related"


def _elsewhere(
    names: References, homes: Mapping[str, str], circles: tuple[tuple[KeyPair, ...], ...]
) -> Mapping[str, Mapping[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    told = [
        (homes[outside.key], _word(outside.says, outside.word), outside.to)
        for outside in names.outside
        if outside.says not in (Says.PARENT, Says.FOLLOWS)
    ]
    told += [
        (waits, Says.DEPENDS_ON.value, waits_for)
        for circle in circles
        for waits, waits_for in circle
    ]
    for home, word, to in told:
        names_said = found.setdefault(home, {}).setdefault(word, [])
        name = one_line(to)
        names_said.extend([name] if name not in names_said else [])
    return found


def _word(says: Says, word: str) -> str:
    return relation_key(word) if says is Says.RELATED else says.value
