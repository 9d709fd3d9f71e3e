from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from roadmap.views.answer import Answer
from roadmap.views.page import Bar, Timeline
from roadmap.views.pages.plan import page
from tests.building import initiative, portfolio, team
from tests.views.viewing import answer, lines


def timeline(found: Answer) -> Timeline:
    return next(block for block in page(found).blocks if isinstance(block, Timeline))


def bars(found: Answer) -> dict[str, Bar]:
    return {bar.id: bar for group in timeline(found).groups for bar in group.bars}


def test_bars_stand_under_the_horizon_in_which_they_start() -> None:
    now = initiative("now")
    later = initiative("later", not_before="2027-09-01")
    following = initiative("following", not_before="2027-03-01")
    found = timeline(answer(portfolio(now, following, later)))

    assert [(group.title, [bar.id for bar in group.bars]) for group in found.groups] == [
        ("NOW (starts by 12 February)", ["now"]),
        ("NEXT (starts by 14 May)", ["following"]),
        ("LATER", ["later"]),
    ]


def test_a_milestone_at_the_end_of_now_stands_under_now() -> None:
    work = initiative("work", effort={"web": "12w"})
    gate = initiative("gate", effort="0d", depends_on=["work"])
    after = initiative("after", effort={"web": "1w"}, depends_on=["gate"])
    found = answer(portfolio(work, gate, after, teams=[team("web", 2, 1)]))

    assert bars(found)["gate"].ends == "12 Feb"
    assert [[bar.id for bar in group.bars] for group in timeline(found).groups] == [
        ["work", "gate"],
        ["after"],
    ]


def test_a_plan_of_before_the_calendar_says_from_when_it_counts() -> None:
    early = portfolio(initiative(), start="2027-01-02", as_of="2026-06-01")
    first = portfolio(initiative(), start="2027-01-02")

    assert lines(page(answer(early)))[0] == (
        "The calendar starts on 4 January 2027: the plan and its horizons, now and next, "
        "count from there."
    )
    assert not [line for line in lines(page(answer(first))) if "calendar" in line]


def test_bars_stand_under_each_of_their_teams_when_asked() -> None:
    both = initiative("both", effort={"web": "2w", "data": "2w"})
    found = timeline(answer(portfolio(both, teams=[team("web"), team("data")]), by="team"))

    assert [(group.title, len(group.bars)) for group in found.groups] == [
        ("web", 1),
        ("data", 1),
    ]


def test_running_assumed_and_planned_bars_differ_and_a_milestone_is_none_of_them() -> None:
    found = bars(
        answer(
            portfolio(
                initiative("running", status="in_progress"),
                initiative("assumed", effort=None),
                initiative("planned"),
                initiative("gate", effort="0d"),
            )
        )
    )

    assert {id: bar.kind for id, bar in found.items()} == {
        "running": "running",
        "assumed": "assumed",
        "planned": "planned",
        "gate": "milestone",
    }


def test_deadlines_and_promises_are_marked_on_the_last_day_that_keeps_them() -> None:
    law = initiative("law", must="law", deadline="2027-01-31", promised="2027-01-22")
    bar = bars(answer(portfolio(law)))["law"]

    assert bar.marks == ((19, "deadline"), (14, "promise"))
    assert bar.stated == {"deadline": date(2027, 1, 31), "promise": date(2027, 1, 22)}


def test_a_team_with_half_its_people_held_is_half_loaded() -> None:
    half = initiative("half", effort={"web": "2w"})
    load = timeline(answer(portfolio(half, teams=[team("web", 4, 2)]))).loads[0]

    assert (load.letter, load.held) == ("w", (Fraction(1, 2),) * 5)


def test_a_day_without_anybody_of_the_team_is_no_busy_day() -> None:
    crew = team("web", 4, 2, away=[("2027-01-05", "2027-01-05", None)])
    half = initiative("half", effort={"web": "2w"})
    found = portfolio(half, teams=[crew], holidays=["2027-01-07"])
    load = timeline(answer(found)).loads[0]

    held = Fraction(1, 2)
    assert load.held == (held, None, held, None, held, held, held)


def test_the_bottleneck_is_the_team_that_ready_work_waits_for() -> None:
    found = page(
        answer(
            portfolio(initiative("a"), initiative("b"), teams=[team("team", 2, 1)]),
            {"a": 10, "b": 10},
        )
    )

    # The second one is ready from the start and waits two weeks: 10 × 2 value-weeks.
    assert (
        "The bottleneck is team: ready work that waits for it costs 20 value-weeks."
    ) in lines(found)


def test_the_bottleneck_is_compared_with_the_teams_that_come_next() -> None:
    found = answer(portfolio(initiative()), {"a": 1})
    assert found.plan
    waiting = {"web": Fraction(60), "data": Fraction(35), "ops": Fraction(5)}
    shown = page(replace(found, plan=replace(found.plan, waiting=waiting)))

    assert (
        "The bottleneck is web: ready work that waits for it costs 60 value-weeks, "
        "60 % of all waiting for teams (next: data 35 %)."
    ) in lines(shown)


def test_mandatory_work_that_is_late_is_named() -> None:
    one, two = (
        initiative(id, title=title, effort="16w", must="law", deadline="2027-01-22")
        for id, title in (("one", "Audit log"), ("two", "Bill layout"))
    )

    # Two people need 40 working days and have 15.
    assert "Mandatory work is 25 working days late: “Audit log”." in lines(
        page(answer(portfolio(one)))
    )
    assert (
        "Mandatory work is 50 working days late in total: “Audit log” and “Bill layout”."
    ) in lines(page(answer(portfolio(one, two))))


def test_running_work_without_its_people_is_named() -> None:
    crowd = [
        initiative(id, effort="4w", status="in_progress", started=day)
        for id, day in (("a", "2026-11-02"), ("b", "2026-11-03"))
    ]
    found = page(answer(portfolio(*crowd, teams=[team("team", 2, 1)])))

    assert (
        "“b” is in progress, but its team is busy elsewhere: work resumes on 18 January."
    ) in lines(found)


def test_the_chart_reaches_a_deadline_near_its_end_and_not_one_far_away() -> None:
    # Ten working days of work, so up to five more are drawn for a deadline.
    near = initiative("near", effort="4w", deadline="2027-01-20")
    far = initiative("far", effort="4w", deadline="2027-12-31")

    assert timeline(answer(portfolio(near))).last_day == 13
    assert timeline(answer(portfolio(far))).last_day == 10
