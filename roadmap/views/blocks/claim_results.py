"""What was measured of an initiative's claims, what customers said, and who asked."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.initiative import Initiative
from roadmap.outcomes.results import results, tell
from roadmap.scoring.figures import figure
from roadmap.scoring.survey_history import history
from roadmap.views.answer import Answer
from roadmap.views.blocks.delivered_work import measured_table
from roadmap.views.page import Block, Line, Prose
from roadmap.views.phrases.dates import whole
from roadmap.views.phrases.english import listed

MOST = 4
"""Surveys of a need that are told."""


def claim_results(answer: Answer, initiative: Initiative) -> Iterator[Block]:
    """Actuals beside the claims, then the surveys of the needs, and who asked."""
    found = tuple(results(answer.portfolio, initiative))
    yield measured_table(answer, found, "results", "Measured")
    if any(result.actual for result in found):
        yield Prose(
            (Line("Confidence here is that of the day on which work began.", "faint"),)
        )
    lines = [*_surveys(answer, initiative)]
    if asked := tell(answer.portfolio, initiative):
        lines.append(f"Asked for by {listed(asked, 5)}.")
    yield Prose(tuple(Line(text) for text in lines), "What customers said" if lines else "")


def _surveys(answer: Answer, initiative: Initiative) -> Iterator[str]:
    """The surveys over time of each need that was surveyed more than once."""
    for target in dict.fromkeys(claim.target for claim in initiative.outcomes):
        need = answer.portfolio.needs.get(target)
        every = history(answer.portfolio, need) if need else ()
        told = [
            f"{figure(asked.everybody.satisfaction)}"
            + (f" ({whole(asked.day)})" if asked.day else "")
            for asked in reversed(every[:MOST])
            if asked.everybody.satisfaction is not None
        ]
        if need and told[1:]:
            yield f"Satisfaction with “{need.statement}”: {', then '.join(told)}."
