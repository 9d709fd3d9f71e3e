from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.model.teams import Absence
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import InversionKind, Plan, ReasonKind
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    CALENDAR,
    day,
    days,
    initiative,
    planned,
    portfolio,
    scores,
    team,
)


def laid(of: Portfolio, **values: float) -> Plan:
    known = scores(of, values)
    return plan(of, known, sequence(of, known))


def stays(found: Plan) -> dict[str, tuple[int, int]]:
    return {id: (slot.start_day, slot.end_day) for id, slot in found.slots.items()}


def test_one_person_does_one_thing_after_another() -> None:
    found = laid(portfolio([initiative("a", {"web": 3}), initiative("b", {"web": 2})]), a=9)

    assert stays(found) == {"a": (0, 3), "b": (3, 5)}
    assert found.reasons["b"].other == "a"
    assert found.reasons["b"].team == "web"


def test_a_holiday_stretches_and_does_not_forbid() -> None:
    found = laid(portfolio([initiative("a", {"web": 3})], holidays=[day(1)]), a=1)

    assert stays(found) == {"a": (0, 4)}


def test_half_a_team_away_halves_its_speed() -> None:
    away = [Absence(days(0, 3), Fraction(1))]

    found = laid(portfolio([initiative("a", {"web": 6})], [team("web", 2, 1, away)]), a=1)

    assert stays(found) == {"a": (0, 5)}


def test_nothing_starts_on_a_day_on_which_one_of_its_teams_is_away() -> None:
    teams = [team("web"), team("data", away=[Absence(days(0, 1))])]

    found = laid(portfolio([initiative("a", {"web": 1, "data": 1})], teams), a=1)

    assert stays(found) == {"a": (2, 3)}
    assert (found.reasons["a"].kind, found.reasons["a"].team) == ("presence", "data")


def test_focus_makes_work_longer() -> None:
    half = team("web", focus=Fraction(1, 2))

    assert stays(laid(portfolio([initiative("a", {"web": 3})], [half]), a=1)) == {
        "a": (0, 6)
    }


def test_a_part_holds_its_people_only_until_its_own_end() -> None:
    teams = [team("web"), team("data")]
    both = initiative("both", {"web": 2, "data": 6})

    found = laid(portfolio([both, initiative("next", {"web": 1})], teams), both=9, next=1)

    assert stays(found) == {"both": (0, 6), "next": (2, 3)}


def test_more_people_than_the_team_has_is_the_whole_team() -> None:
    found = laid(portfolio([initiative("a", {"web": (6, 5)})], [team("web", 2)]), a=1)

    assert stays(found) == {"a": (0, 3)}


def test_a_milestone_ends_the_day_its_dependency_ends() -> None:
    of = portfolio([initiative("a", {"web": 3}), initiative("done", {}, ["a"])])

    assert stays(laid(of, done=5))["done"] == (3, 3)


def test_a_milestone_with_a_deadline_on_the_last_day_of_its_dependency_is_not_late() -> (
    None
):
    done = initiative("done", {}, ["a"], deadline=2, must=True)

    assert laid(portfolio([initiative("a", {"web": 3}), done])).late == 0


def test_work_is_late_by_the_working_days_after_its_deadline() -> None:
    assert laid(portfolio([initiative("a", {"web": 5}, deadline=1, must=True)])).late == 3


def test_value_counts_twice_after_its_deadline() -> None:
    found = laid(portfolio([initiative("a", {"web": 5}, deadline=1)]), a=10)

    assert found.cost == Fraction(10 * (5 + 3), 5)
    assert found.mean_wait_weeks == 1


def test_a_must_goes_first_only_when_it_would_be_late() -> None:
    star = initiative("star", {"web": 3})
    early = portfolio([star, initiative("law", {"web": 2}, deadline=2, must=True)])
    easy = portfolio([star, initiative("law", {"web": 2}, deadline=4, must=True)])

    assert stays(laid(early, star=9))["law"] == (0, 2)
    assert stays(laid(easy, star=9))["law"] == (3, 5)


def test_running_work_goes_on_whatever_it_waits_for() -> None:
    runs = initiative("runs", {"web": 2}, ["a"], status=Status.IN_PROGRESS)

    found = laid(portfolio([initiative("a", {"web": 3}), runs]), a=9)

    assert stays(found) == {"runs": (0, 2), "a": (2, 5)}
    assert found.reasons["runs"].kind is ReasonKind.RUNNING


def test_running_work_without_people_is_stalled_by_who_started_last() -> None:
    old = initiative("old", {"web": 2}, status=Status.IN_PROGRESS, started=date(2026, 1, 1))
    new = initiative("new", {"web": 2}, status=Status.IN_PROGRESS)

    found = laid(portfolio([old, new, initiative("a", {"web": 1})]), a=9, new=5)

    assert stays(found) == {"old": (0, 2), "new": (2, 4), "a": (4, 5)}
    assert found.slots["new"].stalled
    assert not found.slots["old"].stalled


def test_pinned_work_and_what_it_needs_goes_before_greater_value() -> None:
    of = portfolio(
        [
            initiative("star", {"web": 1}),
            initiative("pet", {"web": 2}, ["base"], pin=True),
            initiative("base", {"web": 1}),
        ]
    )

    assert stays(laid(of, star=99)) == {"base": (0, 1), "pet": (1, 3), "star": (3, 4)}


def test_nothing_starts_before_as_of() -> None:
    assert stays(laid(portfolio([initiative("a", {"web": 1})], as_of=4), a=1)) == {
        "a": (4, 5)
    }


def test_a_start_that_waits_for_its_date_says_so() -> None:
    found = laid(portfolio([initiative("a", {"web": 1}, not_before=4)]), a=1)

    assert (found.reasons["a"].kind, found.reasons["a"].day) == (ReasonKind.NOT_BEFORE, 4)


def test_what_fills_a_gap_says_why_it_overtakes() -> None:
    of = portfolio(
        [
            initiative("base", {"data": 2}),
            initiative("star", {"web": 4}, ["base"]),
            initiative("small", {"web": 2}),
        ],
        [team("web"), team("data")],
    )

    pairs = laid(of, star=99, small=1).out_of_order

    assert [(pair.first, pair.second, pair.kind, pair.other) for pair in pairs] == [
        ("small", "star", InversionKind.DEPENDENCY, "base")
    ]


def test_the_team_that_value_waits_for_is_the_bottleneck() -> None:
    of = portfolio([initiative("a", {"web": 5}), initiative("b", {"web": 5})])

    assert laid(of, a=3, b=2).waiting == {"web": 2}


def test_an_empty_portfolio_has_an_empty_plan() -> None:
    found = laid(portfolio([]))

    assert found.slots == {}
    assert found.mean_wait_weeks is None


@given(planned())
def test_every_part_is_as_long_as_its_people_need(
    case: tuple[Portfolio, dict[str, float]],
) -> None:
    of, values = case
    found = laid(of, **values)

    for id, slot in found.slots.items():
        for part in of.initiatives[id].parts:
            stay = slot.parts[part.team]
            done = [worked(of, part.team, stay.people, stay.start_day, end)
                    for end in (stay.end_day - 1, stay.end_day)]  # fmt: skip
            assert done[0] < part.work.middle <= done[1]


@given(planned())
def test_nobody_is_held_twice(case: tuple[Portfolio, dict[str, float]]) -> None:
    of, values = case
    found = laid(of, **values)

    for name, crew in of.teams.items():
        parts = [slot.parts[name] for slot in found.slots.values() if name in slot.parts]
        for moment in range(found.finish_day + 1):
            there = [part for part in parts if part.start_day <= moment < part.end_day]
            assert sum(part.people for part in there) <= crew.people


@given(planned())
def test_nothing_starts_before_what_it_needs(
    case: tuple[Portfolio, dict[str, float]],
) -> None:
    of, values = case
    found = laid(of, **values)

    for id, slot in found.slots.items():
        each = of.initiatives[id]
        assert slot.start_day >= of.today
        if each.status is not Status.IN_PROGRESS:
            assert all(
                found.slots[one].end_day <= slot.start_day for one in each.depends_on or ()
            )
            assert slot.start_day >= (CALENDAR.day_on_or_after(each.not_before.first)
                                      if each.not_before else 0)  # fmt: skip


def worked(of: Portfolio, name: str, people: Fraction, start: int, end: int) -> Fraction:
    """Person-days by the rule, day by day, without the tables of the engine."""
    team, total = of.teams[name], Fraction(0)
    for number in range(start, end):
        when = of.calendar.date_of(number)
        away = sum(
            (team.people if absence.people is None else absence.people)
            for absence in team.away
            if absence.period.first <= when <= absence.period.last
        )
        off = any(holiday.first <= when <= holiday.last for holiday in of.calendar.holidays)
        there = Fraction(0) if off else max(Fraction(0), team.people - away) / team.people
        total += people * team.focus * there
    return total


@pytest.mark.parametrize("minimise", list(Minimise))
def test_the_cost_is_said_in_its_own_unit(minimise: Minimise) -> None:
    of = portfolio([initiative("a", {"web": 5})], minimise=minimise)

    assert laid(of, a=2).cost == {Minimise.COST_OF_DELAY: 2, Minimise.MAKESPAN: 5}[minimise]
