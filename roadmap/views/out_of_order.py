"""What the plan starts against the sequence, and why."""

from __future__ import annotations

from roadmap.sequencing.answers import OutOfOrder, Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases import figure

MOST = 5


def out_of_order(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """Pairs against the sequence, the first few unless all are wanted."""
    pairs = [
        pair
        for pair in plan.out_of_order
        if answer.shows(pair.first) or answer.shows(pair.second)
    ]
    if not pairs:
        return ()
    kept = pairs if answer.all else pairs[:MOST]
    lines = [Line(_said(answer, pair), "item") for pair in kept]
    if len(kept) < len(pairs):
        lines.append(Line(f"and {len(pairs) - len(kept)} more (--all)", "item"))
    return (Prose(tuple(lines), "Out of order"),)


def _said(answer: Answer, pair: OutOfOrder) -> str:
    text = f"{pair.first} starts before {pair.second} ({pair.team}): {pair.why}"
    if pair.price is not None:
        text += f"; the other order would cost {figure(pair.price)} value-weeks more"
    return f"{text}."
