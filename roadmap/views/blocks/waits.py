"""How long value waits in a plan, in the usual one, and at the least."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from roadmap.scoring.figures import brief, figure
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.dates import spelled
from roadmap.views.phrases.english import count

CLOSE = Fraction(1, 20)


def waits(answer: Answer, plan: Plan, *, loose: bool = True) -> Iterator[Line]:
    """The plan's sentence about itself; a bound that is `loose` only where wanted."""
    if plan.minimises == "makespan":
        said = (_finish(answer, plan), *_usual_finish(answer, plan, loose))
        yield Line(" ".join(said), "good")
        return
    if plan.mean_wait_weeks is None:
        yield Line("Nothing here has a value yet, so the plan follows dependencies only.")
        return
    text = f"A point of value waits {_weeks(plan.mean_wait_weeks)} on average"
    yield Line(" ".join([text + _usual(plan), *_bound(plan, loose)]), "good")


def of_all(answer: Answer, plan: Plan, what: str) -> Iterator[Line]:
    """That figures are of the whole plan, where the filters show only some of it."""
    if not all(map(answer.shows, plan.slots)):
        every = count(len(plan.slots), "initiative")
        yield Line(f"{what} are of the whole plan ({every}).", "faint")


def _usual(plan: Plan) -> str:
    """The usual way, compared only when both are equally late."""
    usual, mean = plan.usual_mean_wait_weeks, plan.mean_wait_weeks
    if usual is None or mean is None or plan.usual_late != plan.late:
        return _later(plan)
    if figure(usual) == figure(mean):
        return "; by score with blockers pulled forward it would wait as long."
    return f"; by score with blockers pulled forward it would wait {figure(usual)}."


def _later(plan: Plan) -> str:
    """Musts come first: a plan that keeps them and one that does not do not compare."""
    more = count(plan.usual_late - plan.late, "working day")
    if plan.usual_late <= plan.late:
        return "."
    return f"; by score with blockers pulled forward, musts would be {more} later."


def _bound(plan: Plan, loose: bool) -> Iterator[str]:
    bound = plan.bound_mean_wait_weeks
    if plan.status == "optimal":
        yield "No plan can do better."
    elif plan.gap == 0:
        yield _least(plan)
    elif bound is not None and plan.gap is not None and plan.gap <= CLOSE:
        if plan.mean_wait_weeks == bound * (1 + plan.gap):
            least = f"No plan can wait less than {figure(bound)}"
            yield f"{least}: this one is within {_gap(plan.gap)}."
        else:
            dates = "Counting what waits beyond its deadline twice"
            yield f"{dates}, it is within {_gap(plan.gap)} of the best possible."
    elif bound and loose:
        yield f"No plan can wait less than {figure(bound)} (loose)."


def _least(plan: Plan) -> str:
    """That nothing waits less, of a plan that is only not proven in what comes first."""
    if plan.mean_wait_weeks == plan.bound_mean_wait_weeks:
        return "No plan can wait less."
    none = _none(plan).lower()
    return f"Counting what waits beyond its deadline twice, {none} can wait less."


def _none(plan: Plan) -> str:
    return "No plan whose musts are no later" if plan.late else "No plan"


def _gap(gap: Fraction) -> str:
    """A gap as a percentage that is never below it."""
    tenths = max(ceil(gap * 1000), 1)
    return f"{brief(Fraction(tenths, 10))} %"


def _finish(answer: Answer, plan: Plan) -> str:
    weeks = answer.portfolio.weeks(Fraction(plan.finish_day - answer.portfolio.today))
    when = answer.portfolio.calendar.date_of(max(plan.finish_day - 1, 0))
    return f"All is done after {_weeks(weeks)}, on {spelled(answer.portfolio, when)}."


def _usual_finish(answer: Answer, plan: Plan, loose: bool) -> Iterator[str]:
    if plan.usual_late == plan.late and plan.usual_cost > plan.cost:
        weeks = answer.portfolio.weeks(plan.usual_cost - plan.cost)
        yield f"By score with blockers pulled forward it would take {_weeks(weeks)} longer."
    if plan.status == "optimal":
        yield "No plan can end sooner."
    elif plan.gap == 0:
        yield f"{_none(plan)} can end sooner."
    elif plan.gap is not None and plan.gap <= CLOSE:
        yield f"The soonest possible end is at most {_gap(plan.gap)} nearer."
    elif plan.bound and loose:
        soonest = answer.portfolio.calendar.date_of(ceil(plan.bound) - 1)
        when = spelled(answer.portfolio, soonest)
        yield f"{_none(plan)} can end before {when} (loose)."


def _weeks(value: Fraction) -> str:
    return count(Fraction(figure(value)), "week")
