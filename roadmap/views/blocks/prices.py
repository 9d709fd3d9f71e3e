"""What obligations cost: each must, deadline and pin, by planning again without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from roadmap.scoring.figures import figure
from roadmap.sequencing.prices import most_prices, obligations
from roadmap.sequencing.results import Plan, Price
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import count, listed

NAMED = 5


def prices_prose(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """A line for each price, the dearest first, and one for all that cost nothing."""
    shown = [price for price in plan.prices if answer.shows(price.id)]
    dearest = sorted(shown, key=lambda price: (-price.late, -price.cost, price.id))
    lines = tuple(
        Line(text, "item")
        for text in (*_dear(answer, plan, dearest), *_free(answer, dearest))
    )
    lines += tuple(Line(text, "faint") for text in _left_out(answer, plan, len(shown)))
    return (Prose(lines, "What obligations cost"),) if lines else ()


def price_text(plan: Plan, cost: Fraction, late: int) -> str:
    """`12.0 value-weeks`, in makespan `3 working days`, and how much later musts are."""
    said = []
    if late:
        said.append(f"{count(late, 'day')} of lateness")
    if cost or not late:
        days = plan.minimises == "makespan"
        said.append(count(cost, "working day") if days else f"{shown(cost)} value-weeks")
    return " and ".join(said)


def shown(cost: Fraction) -> str:
    """A price in value-weeks as text; little is not shown as nothing.

    >>> shown(Fraction(207, 10)), shown(Fraction(1, 1000))
    ('20.7', 'under 0.1')
    """
    return "under 0.1" if 0 < cost < Fraction(1, 20) else figure(cost)


def _dear(answer: Answer, plan: Plan, prices: Sequence[Price]) -> Iterator[str]:
    for price in prices:
        if price.cost or price.late:
            text = price_text(plan, price.cost, price.late)
            yield f"{_named(answer, price)}: {text}{_longer(answer, plan, price)}."


def _longer(answer: Answer, plan: Plan, price: Price) -> str:
    """What a price means for a point of value, where that can be seen."""
    scores = (answer.score(id) for id in plan.slots)
    total = sum((score.weight for score in scores if score), Fraction(0))
    weeks = figure(price.cost / total, 2) if total else ""
    if plan.minimises == "makespan" or weeks in ("", "0.00"):
        return ""
    return f"; a point of value waits {weeks} weeks longer on average"


def _free(answer: Answer, prices: Sequence[Price]) -> Iterator[str]:
    free = [_named(answer, each) for each in prices if not each.cost and not each.late]
    if len(free) == 1:
        yield f"{free[0]}: nothing; no better plan was found without it."
    elif free:
        names = listed(free, len(free) if answer.all else NAMED)
        yield f"Nothing, as no better plan was found without them: {names}."


def _left_out(answer: Answer, plan: Plan, priced: int) -> Iterator[str]:
    """That there are more obligations than a plan of this size is planned again for."""
    every = [o for o in obligations(answer.portfolio, plan) if answer.shows(o.id)]
    left = len(every) - priced
    if left > 0 and (priced or not most_prices(len(plan.slots))):
        which = "with more to spare" if priced else "obligations"
        yield f"Too many to plan again without each: {left} {which}."


def _named(answer: Answer, price: Price) -> str:
    return f"{answer.title(price.id)} ({price.kind})"
