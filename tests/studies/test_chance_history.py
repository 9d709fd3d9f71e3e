"""Chances from commit to commit: what is forecast, how often, and what moved it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from roadmap.cli.load import words
from roadmap.model.portfolio import Portfolio
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.studies.chance_history import (
    PLANS,
    ChanceHistory,
    ChanceStep,
    Foretold,
    chance_history,
)
from roadmap.studies.chances import foretold
from roadmap.studies.history import chance_trails, snapshot
from roadmap.studies.outlook import Outlook, outlook
from tests.studies.files import TODAY, edited, portfolio
from tests.studies.test_chances import FILES, WIDER

WIDE = edited(FILES, WIDER)
TITLE = ("told.yaml", "title: Told", "title: Told again")
LATER = ("portfolio.yaml", "2027-01-04\n", "2027-01-04\nas_of: 2027-01-18\n")
OTHER = {"other.yaml": "title: Other\neffort: {web: 2w..4w}\ndepends_on: []\n"}


def chances_of(files: Mapping[str, str], commits: int = 9) -> ChanceHistory:
    found = chance_history(outlook(portfolio(files)), commits)
    assert found is not None
    return found


def taken(*commits: Mapping[str, str]) -> tuple[ChanceHistory, list[Foretold]]:
    """The commits of a history, the oldest first, taken from the last to the first."""
    chances = chances_of(commits[-1], len(commits))
    found: list[Foretold] = []
    for files in reversed(commits):
        later = found[-1] if found else None
        similar = later.outlook if later else None
        made = outlook(portfolio(files), similar=similar)
        found.append(chances.foretold(made, later))
    return chances, found[::-1]


def step(
    before: Mapping[str, str], after: Mapping[str, str], plans: int = PLANS
) -> ChanceStep | None:
    chances, (one, other) = taken(before, after)
    chances.plans = plans

    def as_of(day: date) -> Portfolio:
        said = f"2027-01-04\nas_of: {day}\n"
        text = before["portfolio.yaml"].partition("teams:")
        return portfolio({**before, "portfolio.yaml": f"start: {said}teams:{text[2]}"})

    return chances.step(one, other, as_of)


def test_a_history_is_forecast_where_its_last_commit_is_uncertain() -> None:
    assert chance_history(outlook(portfolio(FILES)), 2) is None
    assert chance_history(outlook(portfolio(WIDE)), 2) is not None


def test_commits_before_the_first_range_are_forecast_too() -> None:
    _, (first, last) = taken(FILES, WIDE)

    assert first.forecast is not None
    assert last.forecast is not None
    assert first.forecast.dates[0].chance > last.forecast.dates[0].chance


def test_a_commit_without_a_date_to_keep_is_not_forecast() -> None:
    promised = "promised: {date: 2027-01-29, to: a partner}\n"
    free = edited(WIDE, ("told.yaml", promised, ""))

    assert taken(free, WIDE)[1][0].forecast is None


def test_shared_draws_give_each_commit_the_forecast_that_it_has_alone() -> None:
    for commit in taken(FILES, WIDE, WIDE | OTHER)[1]:
        assert commit.forecast == foretold(commit.outlook)


def test_a_commit_that_moves_no_chance_takes_over_the_forecast_of_the_next() -> None:
    _, (first, last) = taken(WIDE, edited(WIDE, TITLE))
    assert first.forecast is last.forecast

    spent = ("told.yaml", "effort", "spent: 1w\neffort")
    _, (first, last) = taken(WIDE, edited(WIDE, spent))
    assert first.forecast is not last.forecast


def test_all_commits_are_drawn_with_the_seed_of_the_last_and_no_more_often() -> None:
    def drawn(seed: int, draws: int) -> Outlook:
        said = f"forecast: {{seed: {seed}, draws: {draws}}}\nteams"
        files = edited(WIDE, ("portfolio.yaml", "teams", said))
        held = Texts({name: text.encode() for name, text in files.items()})
        return outlook(read(held, words(), TODAY).portfolio)

    chances = chance_history(drawn(7, 300), 2)
    assert chances is not None
    first, last = (chances.foretold(drawn(*each)) for each in ((1, 900), (7, 300)))

    assert first.forecast is not None
    assert last.forecast is not None
    assert (first.forecast.seed, first.forecast.draws) == (7, 300)
    assert first.forecast.dates == last.forecast.dates


def test_an_edit_on_one_day_is_all_of_the_move() -> None:
    found = step(FILES, WIDE)

    assert found is not None
    (move,) = found.moves
    assert found.days == 0
    assert move.edited == move.shift
    assert [change.key for change in found.difference.changes] == ["effort"]


def test_where_no_chance_moves_there_is_no_step() -> None:
    assert step(WIDE, edited(WIDE, TITLE)) is None


def test_where_only_time_passes_edits_do_nothing() -> None:
    found = step(WIDE, edited(WIDE, LATER))

    assert found is not None
    (move,) = found.moves
    assert found.days == 14
    assert move.shift.points < 0
    assert move.edited is not None
    assert move.edited.points == 0


def test_an_edit_is_told_apart_from_the_time_that_passes_with_it() -> None:
    due = ("told.yaml", "2027-01-29", "2027-02-12")
    before = edited(FILES, due, ("told.yaml", "web: 3w", "web: 2w..4w"))
    after = edited(FILES, due, LATER, ("told.yaml", "web: 3w", "web: 2w..6w"))
    found = step(before, after)

    assert found is not None
    (move,) = found.moves
    assert move.edited is not None
    assert move.shift.points < move.edited.points < 0
    assert move.edited.after == move.shift.after


def test_without_plans_left_an_edit_is_not_told_apart_from_time() -> None:
    found = step(WIDE, edited(WIDE, LATER, ("told.yaml", "..5.5w", "..6w")), plans=0)

    assert found is not None
    assert [move.edited for move in found.moves] == [None]


@pytest.mark.parametrize(("plans", "traced"), [(9, True), (1, False)])
def test_causes_of_moves_are_found_as_far_as_plans_are_left(
    plans: int, traced: bool
) -> None:
    first = {"first.yaml": "title: First\neffort: {web: 1w}\ndepends_on: []\n"}
    blocked = edited(WIDE, ("told.yaml", "depends_on: []", "depends_on: [first]"))
    grown = first | {"first.yaml": first["first.yaml"].replace("1w", "3w")}
    more = {"portfolio.yaml": FILES["portfolio.yaml"] + "needs: {a: {statement: A}}\n"}
    found = step(blocked | first, blocked | grown | more, plans)

    assert found is not None
    assert ("told" in found.difference.causes) is traced


def test_a_history_has_a_further_plan_for_each_commit_up_to_a_limit() -> None:
    assert chances_of(WIDE, 3).plans == 3
    assert chances_of(WIDE, 60).plans == PLANS


def test_the_date_that_fell_most_comes_first() -> None:
    safe = OTHER["other.yaml"].replace("[]", "[told]") + "deadline: 2028-01-31\n"
    _, commits = taken(FILES | {"other.yaml": safe}, WIDE | {"other.yaml": safe})
    trails = chance_trails(
        tuple(
            snapshot(name, TODAY, name, each.outlook, each.forecast)
            for name, each in zip("ab", commits, strict=True)
        )
    )

    assert [(it.id, it.promise, it.moves) for it in trails] == [
        ("told", True, True),
        ("other", False, False),
    ]
