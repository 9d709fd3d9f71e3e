"""What we will not do, and what is paused."""

from __future__ import annotations

from roadmap.model.initiative import Initiative, Status
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import sentence

HEADINGS = ((Status.DROPPED, "What we will not do"), (Status.PAUSED, "Paused"))


def not_doing(answer: Answer) -> tuple[Prose, ...]:
    """Dropped and paused work, each with its reason."""
    parts = []
    for status, heading in HEADINGS:
        lines = tuple(
            _line(answer, initiative)
            for initiative in answer.initiatives
            if initiative.status is status
        )
        parts += [Prose(lines, heading)] if lines else []
    return tuple(parts)


def _line(answer: Answer, initiative: Initiative) -> Line:
    because = initiative.because
    said = f": {sentence(because)}" if because else ""
    return Line(f"{answer.title(initiative.id)}{said}", "item")
