"""Does the sequence keep to its dependencies, and do its steps add up and never rise?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from tests.checker_facts import Initiative
from tests.checker_view import View, close, shown


def order_violations(view: View) -> Iterator[str]:
    ids = view.sequence["ids"]
    if sorted(ids) != sorted(view.placeable):
        yield f"the sequence holds {sorted(ids)}, not {sorted(view.placeable)}"
        return
    yield from _dependencies(view, ids)
    yield from _prefix(view, ids)
    yield from _steps(view, ids)
    yield from _rows(view, ids)
    yield from _cost(view, ids)


def _dependencies(view: View, ids: list[str]) -> Iterator[str]:
    place = {id: n for n, id in enumerate(ids)}
    for id in ids:
        for need in view.needs(view.facts.initiatives[id]):
            if place[need] > place[id]:
                yield f"`{id}` comes before `{need}`, which it needs, in the sequence"


def _prefix(view: View, ids: list[str]) -> Iterator[str]:
    kinds = [_kind(view, id) for id in ids]
    for (before, after), id in zip(pairwise(kinds), ids[1:], strict=True):
        if before > after:
            kind = ("running", "pinned, or needed by it,")[after]
            yield f"`{id}` is {kind} and comes late in the sequence"


def _kind(view: View, id: str) -> int:
    return 0 if view.facts.initiatives[id].running else 1 if id in view.pinned else 2


def _steps(view: View, ids: list[str]) -> Iterator[str]:
    steps = [step for step in view.sequence["steps"] if step["number"] != 0]
    rest = [id for id in ids if _kind(view, id) == 2]
    if [id for step in steps for id in step["ids"]] != rest:
        yield "the steps one after another are not the sequence"
        return
    if [step["number"] for step in steps] != list(range(1, len(steps) + 1)):
        yield "the steps are not numbered from 1"
    for step in steps:
        yield from _step(view, step)
    scores = [step["score"] for step in steps if step["score"] is not None]
    for before, after in pairwise(scores):
        if after > before and not close(after, before):
            yield f"the step score rises from {before} to {after}"
    sized = False
    for step in steps:
        if sized and not step["size"] and step["value"]:
            yield f"step {step['number']} costs nothing, has value and does not go first"
        sized = sized or bool(step["size"])


def _step(view: View, step: Mapping[str, Any]) -> Iterator[str]:
    them = [view.facts.initiatives[id] for id in step["ids"]]
    value = sum((view.value(one) for one in them), Fraction(0))
    size = sum((_weeks(view, one) for one in them), Fraction(0))
    for key, right in (
        ("value", value),
        ("size", size),
        ("score", value / size if size else None),
    ):
        if not close(step[key], right):
            yield f"the {key} of step {step['number']} is {shown(right)}, not {step[key]}"


def _weeks(view: View, one: Initiative) -> Fraction:
    return one.work / view.facts.week


def _rows(view: View, ids: list[str]) -> Iterator[str]:
    place = {id: n for n, id in enumerate(ids, start=1)}
    steps = {id: step for step in view.sequence["steps"] for id in step["ids"]}
    for id, row in view.rows.items():
        if id not in view.facts.initiatives:
            continue
        number: int | None = None
        score: float | None = None
        if id in place:
            number = 0
            if _kind(view, id) == 2 and id in steps:
                number, score = steps[id]["number"], steps[id]["score"]
        if row["position"] != place.get(id):
            yield f"the position of `{id}` is {place.get(id)}, not {row['position']}"
        if row["step"] != number:
            yield f"the step of `{id}` is {number}, not {row['step']}"
        if not close(row["step_score"], score):
            yield f"the step score of `{id}` is {score}, not {row['step_score']}"


def _cost(view: View, ids: list[str]) -> Iterator[str]:
    done, cost = Fraction(0), Fraction(0)
    for id in ids:
        one = view.facts.initiatives[id]
        done += _weeks(view, one)
        cost += view.value(one) * done
    if not close(view.sequence["cost"], cost):
        yield f"the sequence costs {shown(cost)}, not {view.sequence['cost']}"
    bound = view.sequence["bound"]
    if bound is not None and bound > cost and not close(bound, cost):
        yield f"the sequence's bound {bound} is above its cost {shown(cost)}"
