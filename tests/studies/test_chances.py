"""Chances between two portfolios: which dates to keep are forecast, and what moves them."""

from __future__ import annotations

from fractions import Fraction

from roadmap.studies.chances import ChanceShift
from roadmap.studies.difference import Difference, difference
from tests.studies.files import edited, portfolio

FILES = {
    "portfolio.yaml": "start: 2027-01-04\nteams: {web: {people: 1}}\n",
    "told.yaml": "title: Told\neffort: {web: 3w}\ndepends_on: []\n"
    "promised: {date: 2027-01-29, to: a partner}\n",
}
WIDER = ("told.yaml", "web: 3w", "web: 0.5w..5.5w")


def foretold(old: dict[str, str], new: dict[str, str]) -> Difference:
    return difference(portfolio(old), portfolio(new), forecast=True)


def only(old: dict[str, str], new: dict[str, str]) -> ChanceShift:
    (shift,) = foretold(old, new).chances
    return shift


def test_a_wider_estimate_moves_the_chance_of_a_date_that_does_not_move() -> None:
    found = foretold(FILES, edited(FILES, WIDER))
    (shift,) = found.chances

    assert not any(shift.dated for shift in found.shifts)
    assert (shift.id, shift.promise) == ("told", True)
    assert shift.points < 0


def test_the_way_back_is_the_same_move_with_the_other_sign() -> None:
    wide = edited(FILES, WIDER)

    assert only(FILES, wide).points == -only(wide, FILES).points


def test_nothing_is_forecast_where_nobody_says_how_uncertain_work_is() -> None:
    assert foretold(FILES, edited(FILES, ("told.yaml", "3w", "6w"))).chances == ()


def test_nothing_is_forecast_unless_asked() -> None:
    old, new = portfolio(FILES), portfolio(edited(FILES, WIDER))

    assert difference(old, new).chances == ()


def test_less_than_five_points_are_not_told() -> None:
    wide = edited(FILES, ("told.yaml", "web: 3w", "web: 2w..4w"))
    wider = edited(FILES, ("told.yaml", "web: 3w", "web: 1.95w..4.05w"))
    found = foretold(wide, wider)

    assert len(found.changes) == 1
    assert found.chances == ()


def test_a_date_that_only_one_side_has_moves_no_chance() -> None:
    promised = "promised: {date: 2027-01-29, to: a partner}\n"
    wide = edited(FILES, WIDER)

    assert foretold(edited(wide, ("told.yaml", promised, "")), wide).chances == ()


def test_a_deadline_and_a_commitment_of_one_initiative_are_two_dates() -> None:
    both = edited(FILES, ("told.yaml", "depends_on", "deadline: 2027-02-05\ndepends_on"))
    found = foretold(both, edited(both, WIDER)).chances

    assert {chance_shift.promise for chance_shift in found} == {True, False}
    assert all(abs(chance_shift.points) >= Fraction(5, 100) for chance_shift in found)
    assert abs(found[0].points) >= abs(found[1].points)


def test_a_later_commitment_is_kept_more_often() -> None:
    wide = edited(FILES, WIDER)
    shift = only(wide, edited(wide, ("told.yaml", "2027-01-29", "2027-03-05")))

    assert shift.points > 0
    assert shift.before.by.last < shift.after.by.last


def test_a_wider_range_of_an_outside_date_is_an_edit() -> None:
    held = edited(FILES, ("told.yaml", "depends_on", "not_before: 2027-01-11\ndepends_on"))
    wide = edited(held, ("told.yaml", ": 2027-01-11", ": 2027-01-11..2027-04-12"))
    wider = edited(held, ("told.yaml", ": 2027-01-11", ": 2027-01-11..2027-08-09"))

    assert [it.key for it in foretold(held, wide).changes] == ["not_before"]
    assert [it.key for it in foretold(wide, wider).changes] == ["not_before"]
