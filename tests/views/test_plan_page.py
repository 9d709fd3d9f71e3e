from __future__ import annotations

from datetime import date
from fractions import Fraction

from roadmap.views.answer import Answer
from roadmap.views.page import Bar, Timeline
from roadmap.views.pages.plan import page
from tests.building import initiative, portfolio, team
from tests.views.viewing import answer, lines, rows, tables, texts


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
        ("NOW, starts by 12 February", ["now"]),
        ("NEXT, starts by 14 May", ["following"]),
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
        "The calendar begins on 4 January 2027: all is planned, and now and next count, "
        "from there."
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


def test_told_dates_stand_beside_the_forecast() -> None:
    kept = initiative("kept", deadline="2027-01-20")
    missed = initiative("missed", effort="16w", promised="2027-01-15")
    lost = initiative("lost", status="paused", promised="2027-Q3")
    found = page(answer(portfolio(kept, missed, lost), {"kept": 1, "missed": 1}))

    assert [texts(row) for row in rows(tables(found)["promises"])] == [
        ("missed", "promised", "15 Jan", "Feb", "6 weeks late"),
        ("kept", "deadline", "20 Jan", "15 Jan", "3 working days to spare"),
        ("lost", "promised", "2027-Q3", "", "not planned"),
    ]


def test_the_bottleneck_is_the_team_that_ready_work_waits_for() -> None:
    found = page(
        answer(
            portfolio(initiative("a"), initiative("b"), teams=[team("team", 2, 1)]),
            {"a": 10, "b": 10},
        )
    )

    # The second one is ready from the start and waits two weeks: 10 × 2 points × weeks.
    assert lines(found)[1] == (
        "The bottleneck is team: work that was ready waited for it 20 points × weeks, "
        "100 % of all such waiting."
    )


def test_a_must_that_comes_too_late_is_named() -> None:
    law = initiative("law", effort="16w", must="law", deadline="2027-01-22")

    # Two people need 40 working days and have 15.
    assert "Musts come 25 working days too late: law." in lines(
        page(answer(portfolio(law)))
    )


def test_running_work_without_its_people_is_named() -> None:
    crowd = [
        initiative(id, effort="4w", status="in_progress", started=day)
        for id, day in (("a", "2026-11-02"), ("b", "2026-11-03"))
    ]
    found = page(answer(portfolio(*crowd, teams=[team("team", 2, 1)])))

    assert lines(found)[1] == (
        "b is in progress, but its people are at work elsewhere: "
        "it goes on from 18 January."
    )


def test_the_chart_reaches_a_deadline_near_its_end_and_not_one_far_away() -> None:
    # Ten working days of work, so up to five more are drawn for a deadline.
    near = initiative("near", effort="4w", deadline="2027-01-20")
    far = initiative("far", effort="4w", deadline="2027-12-31")

    assert timeline(answer(portfolio(near))).last_day == 13
    assert timeline(answer(portfolio(far))).last_day == 10
