"""What nobody stated: by initiative, or once for all where nearly all share it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from roadmap.views.answer import Answer
from roadmap.views.page import Line

Notes = Mapping[str, tuple[str, ...]]

NEARLY_ALL = 0.8
FEW = 5


def assumptions(answer: Answer, id: str) -> tuple[str, ...]:
    """What nobody stated about an initiative, in words."""
    score = answer.score(id)
    said = score.assumed if score else ()
    nobody = answer.portfolio.initiatives[id].effort_assumed
    return (*said, "effort") if nobody and not any("effort" in it for it in said) else said


def in_short(notes: Iterable[str]) -> tuple[str, ...]:
    """What notes are about, without their amounts, each once.

    >>> in_short(["reach 100 %", "confidence 50 % (interview)", "confidence 80 % (data)"])
    ('reach', 'confidence')
    """
    return tuple(dict.fromkeys(re.sub(r" \d.*", "", text) for text in notes))


def all_assumptions(answer: Answer) -> Notes:
    """What nobody stated about each open initiative that is shown."""
    return {each.id: in_short(assumptions(answer, each.id)) for each in answer.open}


def shared(answer: Answer, notes: Notes) -> Mapping[str, int]:
    """The notes that nearly all have, and how many have each; none where all is wanted."""
    if len(notes) < FEW or answer.all:
        return {}
    found = Counter(text for each in notes.values() for text in dict.fromkeys(each))
    return {
        text: number
        for text, number in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        if number >= NEARLY_ALL * len(notes)
    }


def banner(answer: Answer, notes: Notes, lead: str) -> tuple[Line, ...]:
    """One line for what nearly all share; `lead` says what that is."""
    said = [f"{text} ({n} of {len(notes)})" for text, n in shared(answer, notes).items()]
    if not said:
        return ()
    return (Line(f"{lead}, so not repeated below: {'; '.join(said)}.", "warning"),)
