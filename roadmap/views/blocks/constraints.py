"""Cost of constraints: what mandatory work, deadlines and pins add to cost of delay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from roadmap.model.portfolio import Minimise
from roadmap.scoring.figures import brief, figure
from roadmap.sequencing.prices import most_prices, obligations
from roadmap.sequencing.results import ObligationKind, Plan, Price
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import quoted

NAMED = 5
KINDS = {
    ObligationKind.MUST: "mandatory",
    ObligationKind.DEADLINE: "deadline",
    ObligationKind.PIN: "pinned",
}
METHOD = "Each is measured by planning again without it."


def cost_of_constraints(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """A line for each constraint that costs something, one for all the others."""
    shown = [price for price in plan.prices if answer.shows(price.id)]
    highest = sorted(shown, key=lambda price: (-price.late, -price.cost, price.id))
    said = (*_costly(answer, plan, highest), *_free(answer, highest))
    left_out = (*([METHOD] if said else []), *_left_out(answer, plan, len(shown)))
    lines = (
        *(Line(text, "item") for text in said),
        *(Line(text, "faint") for text in left_out),
    )
    return (Prose(lines, "Cost of constraints"),) if lines else ()


def value_weeks(cost: Fraction) -> str:
    """A cost of delay as text; a small one is never shown as 0.

    >>> value_weeks(Fraction(207, 10)), value_weeks(Fraction(5)), value_weeks(Fraction(0))
    ('20.7', '5.0', '0')
    >>> value_weeks(Fraction(1, 1000))
    'under 0.1'
    """
    if 0 < cost < Fraction(1, 20):
        return "under 0.1"
    return figure(cost) if cost else "0"


def _costly(answer: Answer, plan: Plan, prices: Sequence[Price]) -> Iterator[str]:
    for price in prices:
        if price.cost or price.late:
            said = ", ".join(_cost(answer, plan, price))
            yield f"{_named(answer, price)}: {said}."


def _cost(answer: Answer, plan: Plan, price: Price) -> Iterator[str]:
    """What a constraint delays: other mandatory work, the final delivery, all value."""
    if price.late:
        days = count(price.late, "working day")
        yield f"other mandatory work is {days} later"
    if price.cost and plan.minimises is Minimise.MAKESPAN:
        yield f"final delivery is {count(price.cost, 'working day')} later"
    elif price.cost:
        average = _average(answer, plan, price)
        yield f"+{value_weeks(price.cost)} value-weeks{average}"


def _average(answer: Answer, plan: Plan, price: Price) -> str:
    """What a cost adds to the average time to value, where that can be seen."""
    scores = (answer.score(id) for id in plan.slots)
    total = sum((score.weight for score in scores if score), Fraction(0))
    weeks = brief(price.cost / total, 2) if total else "0"
    return f" (average time to value +{weeks} weeks)" if weeks != "0" else ""


def _free(answer: Answer, prices: Sequence[Price]) -> Iterator[str]:
    free = [_named(answer, price) for price in prices if not price.cost and not price.late]
    if free:
        names = listed(free, len(free) if answer.all else NAMED)
        yield f"No measurable impact: {names}."


def _left_out(answer: Answer, plan: Plan, priced: int) -> Iterator[str]:
    """How many constraints are not measured, as that takes too long in a large plan."""
    every = [o for o in obligations(answer.portfolio, plan) if answer.shows(o.id)]
    left = len(every) - priced
    if left > 0 and (priced or not most_prices(plan)):
        which = f"{left} with more slack" if priced else count(left, "constraint")
        yield f"Not measured, as the plan is too large: {which}."


def _named(answer: Answer, price: Price) -> str:
    return f"{quoted(answer.portfolio, price.id)} ({KINDS[price.kind]})"
