"""Edits that decide what is funded, and so what is scheduled at all."""

from __future__ import annotations

import pytest

from roadmap.studies.changes import changes
from roadmap.views.phrases.causes import move_sentence
from tests.studies.files import Replaced, between, blamed, edited, portfolio

LIMITED = {
    "portfolio.yaml": "start: 2027-01-04\nframework: value-effort\n"
    "teams: {web: {people: 1}}\nfunding: {cost: 60}\n",
    "dear.yaml": "title: Dear\neffort: {web: 2w}\ndepends_on: []\ncost: 40\n"
    "value-effort: {value: 90}\n",
    "cheap.yaml": "title: Cheap\neffort: {web: 2w}\ndepends_on: []\ncost: 10\n"
    "value-effort: {value: 5}\n",
}
DEARER = ("dear.yaml", "cost: 40", "cost: 60")
DECOY = ("dear.yaml", "value: 90", "value: 91")
DONE = {
    "portfolio.yaml": "start: 2027-01-04\nas_of: 2027-03-01\nframework: value-effort\n"
    "teams: {web: {people: 1}}\nfunding: {from: 2027-01-04, effort: 5w}\n",
    "done.yaml": "title: Done\nstatus: delivered\ndelivered: 2027-02-01\neffort: 2w\n"
    "spent: 2w\n",
    "next.yaml": "title: Next\neffort: {web: 3w}\ndepends_on: []\n"
    "value-effort: {value: 5}\n",
}


def test_a_cost_that_pushes_another_below_the_line_is_named() -> None:
    found = between(LIMITED, edited(LIMITED, DEARER, DECOY))
    move = next(shift for shift in found.shifts if shift.id == "cheap")

    assert blamed(found, "cheap") == ("alone", [("dear", "cost")])
    assert move_sentence(found, move) == (
        "It is no longer scheduled because the cost of “Dear” changed: 40 → 60."
    )


def test_a_cost_that_lifts_another_above_the_line_is_named() -> None:
    found = between(edited(LIMITED, DEARER), edited(LIMITED, DECOY))

    assert blamed(found, "cheap") == ("alone", [("dear", "cost")])


@pytest.mark.parametrize(
    ("limit", "edit"),
    [
        ("5w", ("done.yaml", "spent: 2w", "spent: 4w")),
        ("4w", ("done.yaml", "delivered: 2027-02-01", "delivered: 2026-12-01")),
    ],
)
def test_what_delivered_work_took_of_a_budget_is_named(limit: str, edit: Replaced) -> None:
    before = edited(DONE, ("portfolio.yaml", "effort: 5w", f"effort: {limit}"))
    found = between(before, edited(before, edit))

    assert blamed(found, "next") == ("alone", [("done", edit[1].partition(":")[0])])


def test_without_limits_a_cost_moves_nothing() -> None:
    free = edited(LIMITED, ("portfolio.yaml", "funding: {cost: 60}\n", ""))
    (edit,) = changes(portfolio(free), portfolio(edited(free, DEARER)))

    assert edit.inert
