"""How to write a word that is none of those expected."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from roadmap.reading.near import Names
from roadmap.reading.tracker_words import meant

_IN_SHORT = {"idea": "scored, not scheduled", "proposed": "scored and scheduled"}


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, and the replacement if there is only one; `safe`: apply it unasked."""

    cure: str
    write: str = ""
    safe: bool = False


def advice(wanted: object, known: Collection[str], otherwise: str) -> Advice:
    """The advice to somebody who wrote `wanted` where one of the known words belongs.

    >>> advice("In Progress", ["in_progress"], "")
    Advice(cure='write `in_progress`', write='in_progress', safe=True)
    """
    if not isinstance(wanted, str):
        return Advice(otherwise)
    near = Names(known).near(wanted)
    if near and near.certain:
        return Advice(f"write `{near.name}`", near.name, safe=True)
    if ours := meant(wanted, known):
        return Advice(f"write {_or(ours)}", ours[0] if len(ours) == 1 else "")
    if near:
        return Advice(f"write `{near.name}`", near.name if near.sure else "")
    return Advice(otherwise)


def _or(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return f"`{words[0]}`"
    return " or ".join(
        f"`{word}` ({_IN_SHORT[word]})" if word in _IN_SHORT else f"`{word}`"
        for word in words
    )
