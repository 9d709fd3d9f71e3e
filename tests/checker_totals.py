"""Are the plan's totals those of its slots?"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tests.checker_facts import Initiative
from tests.checker_slots import days_shown
from tests.checker_view import View, close, shown


def total_violations(view: View) -> Iterator[str]:
    yield from _values(view)
    plan, finish = view.plan, max((end for _, end in view.slots.values()), default=0)
    if plan["finish_day"] != finish:
        yield f"the plan finishes on day {finish}, not on day {plan['finish_day']}"
    late = sum(_late(view, one) for one in view.placed if one.must)
    if plan["late"] != late:
        yield f"the musts are {late} days late, not {plan['late']}"
    if plan["minimises"] != view.facts.minimise:
        yield f"the plan minimises {plan['minimises']}, not {view.facts.minimise}"
    yield from _cost(view, finish)
    yield from _bound(view)


def _values(view: View) -> Iterator[str]:
    """Stated values stand as they are, and scores are values by what is left to do."""
    if view.facts.framework != "value-effort":
        return
    for one in view.facts.initiatives.values():
        row = view.rows.get(one.id)
        if row and one.value is not None and not close(row["value"], float(one.value)):
            yield f"the value of `{one.id}` is {float(one.value)}, not {row['value']}"
    for one in view.placed:
        row, right = view.rows[one.id], None
        if row["value"] is not None and not one.milestone:
            right = row["value"] / float(one.work / view.facts.week)
        if not close(row["score"], right):
            yield f"the score of `{one.id}` is {right}, not {row['score']}"


def _late(view: View, one: Initiative) -> int:
    """Working days that the day of its end, as it is printed, lies past the deadline."""
    return 0 if one.deadline is None else max(0, days_shown(view, one)[1] - one.deadline)


def _cost(view: View, finish: int) -> Iterator[str]:
    values = {one.id: view.value(one) for one in view.placed}
    waits = {id: view.slots[id][1] - view.facts.as_of for id in values}
    waited = sum((value * waits[id] for id, value in values.items()), Fraction(0))
    waited /= view.facts.week
    total = sum(values.values())
    mean = waited / total if total else None
    said = view.plan["mean_wait_weeks"]
    if not close(said, mean):
        yield f"a point of value waits {shown(mean)} weeks, not {said}"
    right = {waited + _overdue(view, values, capped=capped) for capped in (False, True)}
    if view.facts.minimise == "makespan":
        right = {Fraction(finish)}
    if not any(close(view.plan["cost"], cost) for cost in right):
        yield f"the plan costs {float(max(right))}, not {view.plan['cost']}"


def _overdue(view: View, values: dict[str, Fraction], *, capped: bool) -> Fraction:
    """Value-weeks counted twice; past deadlines from their day, or `capped` from today."""
    late = (
        values[one.id] * (min(_late(view, one), waited) if capped else _late(view, one))
        for one in view.placed
        for waited in [view.slots[one.id][1] - view.facts.as_of]
    )
    return sum(late, Fraction(0)) / view.facts.week


def _bound(view: View) -> Iterator[str]:
    cost, bound, gap = (view.plan[key] for key in ("cost", "bound", "gap"))
    if bound is not None and bound > cost and not close(bound, cost):
        yield f"the bound {bound} is above the cost {cost}"
    right = cost / bound - 1 if bound else None
    if not close(gap, right):
        yield f"the gap is {right}, not {gap}"
    status = view.plan["status"]
    if status not in {"optimal", "bounded", "feasible", "interrupted"}:
        yield f"`{status}` is no status of a plan"
    if status == "optimal" and not close(bound, cost):
        yield f"an optimal plan is its own bound, but the bound is {bound} of {cost}"
