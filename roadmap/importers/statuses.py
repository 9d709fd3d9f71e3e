"""Status words of trackers, in the languages they are used in most, as ours."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from roadmap.importers.choices import Choices
from roadmap.importers.item import Item
from roadmap.importers.status_words import WORDS
from roadmap.model.initiative import Status
from roadmap.reading.tracker_words import STATUSES, meant

_FINISHED = (Status.DELIVERED, Status.DROPPED)


def status_of(item: Item, choices: Choices) -> Status | None:
    """Our status of an item; None where its word is unknown, or it has none.

    What the tracker itself calls finished is finished. Otherwise the user's words decide,
    then the tracker's categories, then the portfolio's words, then the usual ones.
    """
    if item.state in _FINISHED:
        return item.state
    plain = _plain(item.status)
    chosen = _turned(tuple(sorted(choices.statuses.items()))).get(plain)
    if chosen is not None or item.state is not None:
        return chosen or item.state
    own = _turned(tuple(sorted(choices.words.items()))).get(plain)
    return own or usual(item.status)


def unknown_status(item: Item, choices: Choices) -> bool:
    """Whether an item has a status whose meaning nothing says."""
    return bool(item.status.strip()) and status_of(item, choices) is None


@cache
def usual(word: str) -> Status | None:
    """What a word means by itself; of an idea and a proposal it is the proposal.

    >>> usual("Backlog"), usual("À faire"), usual("Waiting for Bob")
    (<Status.PROPOSED: 'proposed'>, <Status.PROPOSED: 'proposed'>, None)
    """
    plain = _plain(word)
    own = {_plain(status): status for status in Status}
    if plain in own:
        return own[plain]
    english = meant(word, tuple(STATUSES))
    if english:
        return Status(english[-1])
    return _translated().get(plain)


@cache
def _translated() -> Mapping[str, Status]:
    found: dict[str, Status] = {}
    for status, words in WORDS.items():
        for word in words.split(", "):
            found.setdefault(_plain(word), status)
    return found


@cache
def _turned(pairs: tuple[tuple[str, str], ...]) -> Mapping[str, Status]:
    return {_plain(word): Status(ours) for word, ours in pairs}


def _plain(word: str) -> str:
    """A word without case, accents, spaces and signs."""
    parted = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parted if sign.isalnum())
