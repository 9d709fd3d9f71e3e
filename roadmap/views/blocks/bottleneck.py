"""The bottleneck: the team for which ready work waits, in points times weeks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.scoring.figures import figure, percent
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Line

WORTH_A_WORD = Fraction(1, 10)


def bottleneck(answer: Answer, plan: Plan) -> Iterator[Line]:
    """Which team ready work waits for most, and which next."""
    total = sum(plan.waiting.values(), Fraction(0))
    ranked = sorted(plan.waiting.items(), key=lambda pair: (-pair[1], pair[0]))
    if not total or not ranked:
        return
    (team, most), rest = ranked[0], ranked[1:]
    waited = f"{figure(most, 0)} {answer.framework.unit or 'value'} × weeks"
    text = f"The bottleneck is {team}: work that was ready waited for it {waited}"
    text += f", {percent(most / total, 0)} of all such waiting"
    others = [
        f"{name} {percent(w / total, 0)}" for name, w in rest if w >= WORTH_A_WORD * total
    ]
    yield Line(text + (f" (next: {', '.join(others)})." if others else "."))
