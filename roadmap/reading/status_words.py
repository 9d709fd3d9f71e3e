"""A team's own words for statuses, and the status that each stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.model.initiative import compared
from roadmap.reading.faults import WRONG_VALUE
from roadmap.reading.initiative_file import STATUSES
from roadmap.reading.near import fold
from roadmap.reading.tree import typed

KEY = "status_words"
_OURS = {fold(each): each for each in STATUSES}


def meanings(stated: Any, sound: Mapping[str, str]) -> dict[str, str]:
    """What each word means, by the word as it is compared; "" where that is not usable.

    `stated` is the section as the file has it, `sound` its entries that could be read.

    >>> meanings({"Done": "delivered", "QA": "soon"}, {"Done": "delivered"})
    {'done': 'delivered', 'qa': ''}
    """
    meant: dict[str, str] = {}
    for word in stated if isinstance(stated, dict) else ():
        means = sound.get(word, "")
        meant.setdefault(compared(word), _OURS.get(fold(word)) or means)
    return meant


def faults(sound: Mapping[str, str], place: Place) -> Iterator[Diagnostic]:
    """A finding for each word that is one of ours, or another one in other letters."""
    taken: dict[str, str] = {}
    for word, means in sound.items():
        at, ours = (place / word).key, _OURS.get(fold(word))
        first = taken.setdefault(compared(word), word)
        if ours and ours != means:
            message = f"`{word}` is a status already, and cannot mean `{means}`"
            yield Diagnostic(WRONG_VALUE, message, at, cure=f"remove `{word}`")
        elif first != word and sound[first] != means:
            message = f"`{word}` is `{first}` in other letters, which is `{sound[first]}`"
            related = (((place / first).key, "used here first"),)
            yield Diagnostic(WRONG_VALUE, message, at, related, "keep one of the two")


def translated(
    data: dict[str, Any], words: Mapping[str, str]
) -> tuple[dict[str, Any], str]:
    """An initiative's keys with our status for the team's word, and that word.

    A word whose meaning is not usable, which is reported where it is, counts as absent.
    """
    status = data.get("status")
    if not words or not isinstance(status, str | int | float) or status in STATUSES:
        return data, ""
    word = status if isinstance(status, str) else typed(status)
    means = words.get(compared(word))
    if means is None:
        return data, ""
    return {**data, "status": means or None}, word.strip()
