"""Cells that name several items: ids or titles, though titles may hold commas too."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from roadmap.importers.item import Item, Relation

NAMING = ("depends_on", "blocks", "related")
"""The fields whose cells name items."""
_PARTS = re.compile(r"\s*([,;\n|])\s*")
_LOOSE = re.compile(r"\s*(?:&|\+|/|\band\b|\bund\b|\bet\b|\by\b)\s*|\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*\(https?://\S*\)$")
_BULLET = re.compile(r"^(?:[-*•]\s+|no\.?\s*(?=\d))", re.IGNORECASE)
_NOTHING = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "none",
        "n/a",
        "na",
        "null",
        "no",
        "nil",
        "nothing",
        "tbd",
        "?",
        "/",
    }
    | {
        "keine",
        "aucun",
        "aucune",
        "ninguno",
        "ninguna",
        "nessuno",
        "nenhum",
        "geen",
        "brak",
    }
)
LONGEST = 12
"""Parts of a cell that together can be one title, at most."""


def with_names_apart(items: Sequence[Item], fields: Collection[str]) -> Iterator[Item]:
    """Items with each name in their cells by itself, now that all names are known.

    `fields` are those whose cells hold several names: some of NAMING.
    """
    names = {name.casefold() for item in items for name in (item.key, *item.aliases)}
    longest = max(map(parts_of, names), default=1)

    def apart(cells: Iterable[str]) -> Iterator[str]:
        for cell in cells:
            yield from names_in(cell, lambda name: name.casefold() in names, longest)

    for item in items:
        changes: dict[str, Any] = {}
        for field in ("depends_on", "blocks"):
            if field in fields and getattr(item, field):
                changes[field] = tuple(apart(getattr(item, field)))
        if "related" in fields and item.relations:
            changes["relations"] = tuple(
                Relation(relation.word, name)
                for relation in item.relations
                for name in apart([relation.to])
            )
        if item.parent and item.parent.casefold() not in names:
            found = tuple(apart([item.parent]))
            changes["parent"] = (
                found[0] if len(found) == 1 else item.parent if found else ""
            )
        yield replace(item, **changes) if changes else item


def parts_of(name: str) -> int:
    """How many parts a name has between commas and the like.

    >>> parts_of("Design, build and ship")
    2
    """
    return 1 + len(_PARTS.findall(name))


def names_in(
    cell: str, known: Callable[[str], bool], longest: int = LONGEST
) -> tuple[str, ...]:
    r"""The names in a cell: known ones, the longest first, or what is between commas.

    No known name has more than `longest` parts.

    >>> names_in("Design, build, Launch", {"Design, build", "Launch"}.__contains__)
    ('Design, build', 'Launch')
    >>> names_in("1 & 2; #3", {"1", "2", "3"}.__contains__)
    ('1', '2', '3')
    >>> names_in("n/a", {"1"}.__contains__)
    ()
    """
    return tuple(dict.fromkeys(_names(cell.strip(), known, min(longest, LONGEST))))


def _names(cell: str, known: Callable[[str], bool], longest: int) -> Iterator[str]:
    split = _PARTS.split(cell)
    parts, signs = split[::2], split[1::2]
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + longest), at, -1):
            whole = _joined(parts, signs, at, end)
            if found := _meant(whole, known):
                yield found
                at = end
                break
        else:
            yield from _loose(parts[at], known)
            at += 1


def _joined(parts: list[str], signs: list[str], at: int, end: int) -> str:
    """Some of the parts with what stood between them."""
    found = parts[at]
    for number in range(at + 1, end):
        space = " " if signs[number - 1] == "," else ""
        found += signs[number - 1] + space + parts[number]
    return found


def _meant(name: str, known: Callable[[str], bool]) -> str:
    """A name as the items have it; empty where none of its spellings is known."""
    for said in (name, name.replace(", ", ",")):
        if said and known(said):
            return said
    plain = _BULLET.sub("", _ADDRESS.sub("", name)).strip()
    for said in (plain, plain.lstrip("#"), f"#{plain}", plain.removesuffix(".0")):
        if said and known(said):
            return said
    return ""


def _loose(part: str, known: Callable[[str], bool]) -> Iterator[str]:
    """A part that is not known: apart at words and spaces where all of it is then known."""
    if part.casefold() in _NOTHING:
        return
    apart = [_meant(each, known) for each in _LOOSE.split(part) if each]
    if len(apart) > 1 and all(apart):
        yield from apart
    else:
        yield part
