"""What nobody stated: by initiative, or once for all where nearly all share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from roadmap.views.answer import Answer
from roadmap.views.page import Line

NEARLY_ALL = 0.8
FEW = 5


def assumptions(answer: Answer, id: str) -> tuple[str, ...]:
    """What nobody stated about an initiative, in words."""
    score = answer.score(id)
    said = score.assumed if score else ()
    nobody = answer.portfolio.initiatives[id].effort_assumed
    return (*said, "effort") if nobody and not any("effort" in it for it in said) else said


def shared(answer: Answer) -> Mapping[str, int]:
    """What is assumed of nearly all that is shown, and of how many."""
    if len(answer.open) < FEW or answer.all:
        return {}
    found = Counter(text for each in answer.open for text in assumptions(answer, each.id))
    return {
        text: number
        for text, number in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        if number >= NEARLY_ALL * len(answer.open)
    }


def banner(answer: Answer) -> tuple[Line, ...]:
    """One line for what is assumed of nearly all."""
    found = shared(answer)
    if not found:
        return ()
    of = len(answer.open)
    said = "; ".join(f"{text} ({number} of {of})" for text, number in found.items())
    return (Line(f"Assumed for nearly all, and not marked below: {said}.", "warning"),)


def remaining(answer: Answer, id: str, common: Mapping[str, int]) -> str:
    """What is assumed of one initiative beyond what nearly all share."""
    return "; ".join(text for text in assumptions(answer, id) if text not in common)
