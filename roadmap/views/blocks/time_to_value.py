"""Average time to value: of a plan, of the naive order, and the proven minimum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil

from roadmap.model.portfolio import Minimise
from roadmap.scoring.figures import figure, percent_up
from roadmap.sequencing.results import Plan, SolveStatus
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.dates import spelled, whole
from roadmap.views.phrases.english import count
from roadmap.views.phrases.spans import in_weeks

CLOSE = Fraction(1, 10)
"""Gaps up to this are shown as "within N % of optimal"; larger ones as "not tight"."""
NAIVE = "by score, with prerequisites pulled forward"
OPTIMAL = "proven optimal"
TWICE = "counting delay past a deadline twice"
NO_LATER = "with mandatory work no later"


def time_to_value(answer: Answer, plan: Plan, *, loose: bool = True) -> Iterator[Line]:
    """The average time to value of a plan, with a legend; loose bounds only if `loose`."""
    if plan.minimises is Minimise.MAKESPAN:
        yield from _final_delivery(answer, plan, loose)
    elif plan.mean_wait_weeks is None:
        text = "No initiative has a value yet, so the plan follows dependencies alone."
        yield Line(text)
    else:
        yield from _average(answer, plan, loose)


def whole_plan_note(answer: Answer, plan: Plan, what: str) -> Iterator[Line]:
    """That figures cover the whole plan, where filters show only some of it."""
    if not all(map(answer.shows, plan.slots)):
        every = count(len(plan.slots), "initiative")
        yield Line(f"{what} cover the whole plan ({every}).", "faint")


def _average(answer: Answer, plan: Plan, loose: bool) -> Iterator[Line]:
    naive = [*_naive(plan)]
    mean = plan.mean_wait_weeks or Fraction(0)
    yield _beside(f"Average time to value: {in_weeks(mean)}", naive, _proof(plan, loose))
    since = whole(max(answer.portfolio.as_of, answer.portfolio.calendar.date_of(0)))
    legend = f"Weighted by value, from {since} to delivery"
    yield Line(f"{legend}; naive order is {NAIVE}." if naive else f"{legend}.", "faint")


def _beside(text: str, naive: Iterable[str], proof: Iterable[str]) -> Line:
    """A figure, and in brackets what it compares with."""
    others = "; ".join([*naive, *proof])
    return Line(f"{text} ({others})." if others else f"{text}.", "good")


def _naive(plan: Plan) -> Iterator[str]:
    """The naive order; its average only where mandatory work is equally late in both."""
    naive, mean = plan.naive_mean_wait_weeks, plan.mean_wait_weeks
    if plan.naive_late > plan.late:
        more = count(max(1, plan.naive_worked_late - plan.worked_late), "working day")
        yield f"in naive order, mandatory work would be {more} later"
    elif naive is not None and mean is not None and plan.naive_late == plan.late:
        same = figure(naive) == figure(mean)
        yield f"naive order: {'the same' if same else figure(naive)}"


def _proof(plan: Plan, loose: bool) -> Iterator[str]:
    """How far from optimal an average may be, as far as that is proven."""
    bound, gap = plan.bound_mean_wait_weeks, plan.gap
    if plan.status is SolveStatus.OPTIMAL:
        yield OPTIMAL
    elif gap == 0:
        plain = plan.mean_wait_weeks == bound
        yield OPTIMAL if plain else _provided(plan, TWICE)
    elif bound is not None and gap is not None and gap <= CLOSE:
        near = f"within {percent_up(gap)} of optimal"
        exact = plan.mean_wait_weeks == bound * (1 + gap)
        yield f"proven minimum: {figure(bound)}, so {near}" if exact else f"{near}, {TWICE}"
    elif bound and loose:
        yield f"proven minimum: {figure(bound)}, not tight"


def _provided(plan: Plan, *provisos: str) -> str:
    """That a plan is optimal, with the provisos of the proof."""
    return ", ".join([OPTIMAL, *provisos, *([NO_LATER] if plan.late else [])])


def _final_delivery(answer: Answer, plan: Plan, loose: bool) -> Iterator[Line]:
    weeks = answer.portfolio.weeks(Fraction(plan.finish_day - answer.portfolio.today))
    last = answer.portfolio.calendar.date_of(max(plan.finish_day - 1, 0))
    naive = [*_naive_finish(answer, plan)]
    text = f"Final delivery: {spelled(answer.portfolio, last)}, after {in_weeks(weeks)}"
    yield _beside(text, naive, _proof_of_finish(answer, plan, loose))
    if naive:
        yield Line(f"Naive order is {NAIVE}.", "faint")


def _naive_finish(answer: Answer, plan: Plan) -> Iterator[str]:
    if plan.naive_late == plan.late and plan.naive_cost > plan.cost:
        weeks = answer.portfolio.weeks(plan.naive_cost - plan.cost)
        yield f"naive order: {in_weeks(weeks)} later"


def _proof_of_finish(answer: Answer, plan: Plan, loose: bool) -> Iterator[str]:
    if plan.status is SolveStatus.OPTIMAL:
        yield OPTIMAL
    elif plan.gap == 0:
        yield _provided(plan)
    elif plan.gap is not None and plan.gap <= CLOSE:
        yield f"within {percent_up(plan.gap)} of optimal"
    elif plan.bound and loose:
        soonest = answer.portfolio.calendar.date_of(ceil(plan.bound) - 1)
        yield f"proven earliest: {spelled(answer.portfolio, soonest)}, not tight"
