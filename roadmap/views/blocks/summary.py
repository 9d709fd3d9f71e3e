"""The summary, for leaders who read nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.model.portfolio import Minimise
from roadmap.outcomes.needs import need_forecasts
from roadmap.scoring.figures import percent
from roadmap.sequencing.results import Plan, Slot
from roadmap.views.answer import Answer
from roadmap.views.blocks.published_dates import kept_dates
from roadmap.views.blocks.time_to_value import time_to_value, whole_plan_note
from roadmap.views.due_dates import DueDate, DueStatus, due_dates
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.commitments import lateness
from roadmap.views.phrases.deliveries import (
    delivery,
    final_delivery,
    planned_delivery,
)
from roadmap.views.phrases.english import count, grouped, listed
from roadmap.views.phrases.forecasts import OFTEN, chance_text
from roadmap.views.phrases.names import LONGEST, clipped, quoted


def summary(answer: Answer, plan: Plan) -> Prose:
    """How much there is, what is at risk, what brings most, and how long it takes."""
    average, *legend = time_to_value(answer, plan, loose=False)
    lines = (
        *_scope(answer, plan),
        *_in_danger(answer, plan),
        *_kept(answer, plan),
        *_most(answer, plan),
        *_unaddressed(answer),
        *_money(answer, plan),
        average.text,
        *(line.text for line in kept_dates(answer, plan)),
    )
    return Prose(
        (
            *(Line(text, "item") for text in lines),
            *(Line(line.text) for line in legend),
            *whole_plan_note(answer, plan, _of_the_whole_plan(plan)),
        ),
        "Summary",
    )


def verdict(answer: Answer, plan: Plan) -> Prose:
    """The summary's first lines: what brings most, what is at risk, what is left open."""
    lines = [Line(text) for text in _most(answer, plan)]
    alarms = (*_in_danger(answer, plan), *_unaddressed(answer))
    return Prose((*lines, *(Line(text, "warning") for text in alarms)))


def footing(answer: Answer, plan: Plan) -> Prose:
    """What the verdict stands on: the scope, dates that hold, money, and average."""
    average, *legend = time_to_value(answer, plan, loose=False)
    lines = (
        *_scope(answer, plan),
        *_kept(answer, plan),
        *_money(answer, plan),
        average.text,
        *(line.text for line in kept_dates(answer, plan)),
    )
    return Prose(
        (
            *(Line(text, "item") for text in lines),
            *(Line(line.text, "faint") for line in legend),
            *whole_plan_note(answer, plan, _of_the_whole_plan(plan)),
        )
    )


def _of_the_whole_plan(plan: Plan) -> str:
    """The figures that filters do not narrow."""
    ends = plan.minimises is Minimise.MAKESPAN
    return "Final delivery and naive order" if ends else "The averages"


def _scope(answer: Answer, plan: Plan) -> Iterator[str]:
    """How much work there is, who does it, and until when."""
    portfolio = answer.portfolio
    slots = [slot for slot in plan.slots.values() if answer.shows(slot.id)]
    if not slots:
        yield "Nothing is scheduled yet."
        return
    every = (portfolio.initiatives[slot.id] for slot in slots)
    work = sum((portfolio.size(initiative) for initiative in every), Fraction(0))
    teams = [team for team in portfolio.teams if any(team in slot.parts for slot in slots)]
    people = sum((portfolio.teams[team].people for team in teams), Fraction(0))
    crew = f"{count(people, 'person', 'people')} in {count(len(teams), 'team')}"
    effort = f"{count(round(work), 'person-week')} for {crew}"
    end = final_delivery(answer, slots, full=True)
    often = f" ({OFTEN})" if answer.forecast else ""
    said = f"{count(len(slots), 'initiative')}, {effort}"
    yield f"Scope: {said}; final delivery: {end}{often}."


def _most(answer: Answer, plan: Plan) -> Iterator[str]:
    """What brings the most value, and when."""
    scores = [answer.score(id) for id in plan.slots if answer.shows(id)]
    worth = sorted(
        (score for score in scores if score and score.weight),
        key=lambda score: (-score.weight, score.id),
    )
    if len(worth) < 2:
        return
    total = sum((score.weight for score in worth), Fraction(0))
    said = [
        f"{quoted(answer.portfolio, score.id)} ({percent(score.weight / total, 0)}, "
        f"{_delivery(answer, plan.slots[score.id])})"
        for score in worth[:2]
    ]
    yield f"Most value: {listed(said)}."


def _delivery(answer: Answer, slot: Slot) -> str:
    """`Mar – May, 8 in 10`, or without a forecast `April`."""
    if answer.forecast:
        return f"{delivery(answer, slot)}, {OFTEN}"
    return planned_delivery(answer, slot, full=True)


def _in_danger(answer: Answer, plan: Plan) -> Iterator[str]:
    """Which deadlines and commitments are missed, at risk or not scheduled."""
    every = due_dates(answer, plan)
    for outlook in (DueStatus.MISSED, DueStatus.AT_RISK, DueStatus.NOT_SCHEDULED):
        those = [due for due in every if due.outlook is outlook]
        if those:
            titles = listed([_late(answer, due) for due in those])
            yield f"{outlook.capitalize()}: {_counted(those, every)} ({titles})."


def _kept(answer: Answer, plan: Plan) -> Iterator[str]:
    """How many deadlines and commitments are on track, and how many were kept."""
    every = due_dates(answer, plan)
    for outlook in (DueStatus.ON_TRACK, DueStatus.KEPT):
        those = [due for due in every if due.outlook is outlook]
        if those:
            yield f"{outlook.capitalize()}: {_counted(those, every)}."


def _late(answer: Answer, due: DueDate) -> str:
    """What is at risk, and how late the plan is or how likely it is to be in time."""
    name, more = quoted(answer.portfolio, due.initiative.id), ""
    if due.slack < 0:
        more = f", {lateness(answer.portfolio, -due.slack)} late"
    elif answer.forecast and due.chance:
        chance = chance_text(due.chance.chance, answer.forecast.draws)
        more = f" with a chance of {chance}"
    return name + more


def _counted(some: list[DueDate], every: list[DueDate]) -> str:
    """How many of all deadlines and commitments some dates are."""
    kinds = {"deadline": False, "commitment": True}
    return listed([
        _of(number, sum(due.commitment is kind for due in every), word)
        for word, kind in kinds.items()
        if (number := sum(due.commitment is kind for due in some))
    ])  # fmt: skip


def _of(number: int, every: int, kind: str) -> str:
    """How many of a kind.

    >>> _of(1, 1, "commitment"), _of(1, 2, "commitment"), _of(2, 2, "commitment")
    ('the only commitment', '1 of 2 commitments', 'both commitments')
    >>> _of(3, 3, "deadline")
    'all 3 deadlines'
    """
    if number < every:
        return f"{number} of {every} {kind}s"
    return {1: f"the only {kind}", 2: f"both {kind}s"}.get(every, f"all {every} {kind}s")


def _unaddressed(answer: Answer) -> Iterator[str]:
    """The large opportunities that nothing planned addresses."""
    found = [
        met for met in need_forecasts(answer.portfolio) if met.large and not met.addressed
    ]
    if found:
        needs = answer.portfolio.needs
        said = listed([f"“{clipped(needs[met.id].statement, LONGEST)}”" for met in found])
        yield f"Unaddressed {'need' if len(found) == 1 else 'needs'}: {said}."


def _money(answer: Answer, plan: Plan) -> Iterator[str]:
    """Non-labour cost."""
    every = (answer.portfolio.initiatives[id] for id in plan.slots if answer.shows(id))
    costs = [initiative.cost for initiative in every if initiative.cost is not None]
    if costs:
        total = f"{grouped(sum(costs, Fraction(0)))} {answer.portfolio.currency}".strip()
        yield f"Non-labour cost: {total} for {count(len(costs), 'initiative')}."
