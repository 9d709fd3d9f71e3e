"""What obligations cost: each must, deadline and pin, by planning again without it."""

from __future__ import annotations

from fractions import Fraction

from roadmap.sequencing.answers import Plan, Price
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases import count, figure


def prices_prose(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """A line for each price, the dearest first; nothing where none was computed."""
    shown = [price for price in plan.prices if answer.shows(price.id)]
    dearest = sorted(shown, key=lambda price: (-price.cost, price.kind, price.id))
    lines = tuple(Line(_said(answer, plan, price), "item") for price in dearest)
    return (Prose(lines, "What obligations cost"),) if lines else ()


def _said(answer: Answer, plan: Plan, price: Price) -> str:
    what = f"{answer.title(price.id)} ({price.kind})"
    if price.cost <= 0:
        return f"{what}: nothing."
    if plan.minimises == "makespan":
        return f"{what}: the end comes {count(price.cost, 'working day')} later."
    total = _value(answer, plan)
    text = f"{what}: {figure(price.cost)} value-weeks"
    if total:
        text += f", {figure(price.cost / total, 2)} weeks for each point of value"
    return f"{text}."


def _value(answer: Answer, plan: Plan) -> Fraction:
    scores = (answer.score(id) for id in plan.slots)
    return sum((score.weight for score in scores if score), Fraction(0))
