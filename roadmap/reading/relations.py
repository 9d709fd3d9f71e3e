"""The ties of an initiative to others, each under a word of its author's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import WRONG_VALUE

Stated = Mapping[str, Sequence[str] | str]


def relations(stated: Stated) -> dict[str, tuple[str, ...]]:
    """What each word leads to; words without any are left out.

    >>> relations({"replaces": "a", "see-also": ["b", "c", "b"], "splits": []})
    {'replaces': ('a',), 'see-also': ('b', 'c')}
    """
    listed = {
        word: [others] if isinstance(others, str) else others
        for word, others in stated.items()
    }
    return {word: tuple(dict.fromkeys(ids)) for word, ids in listed.items() if ids}


def without_others(data: Mapping[str, Any], place: Place) -> Iterator[Diagnostic]:
    """A finding for each word that names no other, as in `{replaces bill-check}`."""
    said = data.get("relations")
    for word, others in said.items() if isinstance(said, dict) else ():
        if others is None:
            head, _, id = word.rpartition(" ")
            form = f"{head}: {id}" if head else f"{word}: ID"
            at = (place / "relations" / word).key
            cure = f"write `{form}`, or remove it"
            yield Diagnostic(WRONG_VALUE, f"`{word}` has no value", at, cure=cure)
