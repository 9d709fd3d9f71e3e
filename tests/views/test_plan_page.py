from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from roadmap.sequencing.answers import OutOfOrder, Price
from roadmap.views.answer import Answer
from roadmap.views.out_of_order import worth_a_price
from roadmap.views.page import Bar, Page, Timeline
from roadmap.views.plan import page
from tests.building import initiative, portfolio, team
from tests.views.viewing import answer, lines, prose, rows, tables, texts


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


def test_the_sentence_names_the_mean_wait_and_that_no_plan_can_do_better() -> None:
    found = page(answer(portfolio(initiative(effort="4w")), {"a": 10}))

    assert lines(found)[0] == (
        "A point of value waits 2 weeks on average; by score with blockers pulled forward "
        "it would wait as long. No plan can do better."
    )


def test_a_close_bound_is_named_with_its_gap_and_a_far_one_is_loose() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    mean = Fraction(10)
    near = replace(
        found.plan, status="bounded", mean_wait_weeks=mean, cost=Fraction(100),
        bound=Fraction(98), bound_mean_wait_weeks=Fraction(98, 10),
    )  # fmt: skip
    far = replace(near, bound=Fraction(62), bound_mean_wait_weeks=Fraction(62, 10))

    assert lines(page(replace(found, plan=near)))[0].endswith(
        "No plan can wait less than 9.8: this one is within 2.1 %."
    )
    assert lines(page(replace(found, plan=far)))[0].endswith(
        "No plan can wait less than 6.2 (loose)."
    )


def test_a_gap_that_missed_deadlines_widen_is_not_said_of_the_wait() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    late = replace(
        found.plan, status="bounded", mean_wait_weeks=Fraction(10), cost=Fraction(102),
        bound=Fraction(100), bound_mean_wait_weeks=Fraction(9),
    )  # fmt: skip

    assert lines(page(replace(found, plan=late)))[0].endswith(
        "Counting what waits beyond its deadline twice, it is within 2 % of the best "
        "possible."
    )


def test_the_least_wait_at_which_musts_are_late_is_said_to_be_the_least() -> None:
    law = initiative("law", effort="16w", must="law", deadline="2027-01-22")
    found = answer(portfolio(law), {"law": 10})
    assert found.plan
    assert found.plan.gap == 0
    doubled = replace(found.plan, bound_mean_wait_weeks=Fraction(7))

    assert lines(page(found))[0].endswith("it would wait as long. No plan can wait less.")
    assert lines(page(replace(found, plan=doubled)))[0].endswith(
        "Counting what waits beyond its deadline twice, no plan whose musts are no later "
        "can wait less."
    )


def test_the_soonest_end_at_which_musts_are_late_is_said_to_be_the_soonest() -> None:
    law = initiative("law", effort="16w", must="law", deadline="2027-01-22")
    found = answer(portfolio(law, minimise="makespan"), {"law": 10})
    assert found.plan
    assert found.plan.gap == 0

    assert lines(page(found))[0].endswith(
        "No plan whose musts are no later can end sooner."
    )


def test_a_far_bound_on_the_last_end_is_a_date_that_no_plan_ends_before() -> None:
    found = answer(portfolio(initiative(effort="16w"), minimise="makespan"))
    assert found.plan
    far = replace(found.plan, status="bounded", bound=Fraction(10))

    # Day 9 is the last of ten working days.
    assert lines(page(replace(found, plan=far)))[0].endswith(
        "No plan can end before 15 January (loose)."
    )


def test_the_usual_way_is_compared_only_when_both_are_equally_late() -> None:
    found = answer(portfolio(initiative(effort="4w")), {"a": 10})
    assert found.plan
    late = replace(found.plan, usual_late=3, usual_mean_wait_weeks=Fraction(1))

    assert lines(page(replace(found, plan=late)))[0].startswith(
        "A point of value waits 2 weeks on average; "
        "by score with blockers pulled forward, musts would be 3 working days later."
    )


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


def priced(
    *prices: Price, pairs: tuple[OutOfOrder, ...] = (), minimises: str = "cost-of-delay"
) -> Page:
    found = answer(portfolio(*map(initiative, "abc")), {"a": 10, "b": 10})
    assert found.plan
    plan = replace(found.plan, prices=prices, out_of_order=pairs, minimises=minimises)
    return page(replace(found, plan=plan))


def test_what_obligations_cost_is_said_from_the_dearest_to_those_that_cost_nothing() -> (
    None
):
    shown = priced(
        Price("a", "pin", Fraction(0)),
        Price("a", "deadline", Fraction(5)),
        Price("b", "must", Fraction(1, 10), late=2),
        Price("c", "must", Fraction(0)),
    )

    # Twenty points wait 5 value-weeks longer, which is a quarter of a week for each.
    assert prose(shown, "What obligations cost") == [
        "b (must): 2 days of lateness and 0.1 value-weeks; "
        "a point of value waits 0.01 weeks longer on average.",
        "a (deadline): 5.0 value-weeks; "
        "a point of value waits 0.25 weeks longer on average.",
        "Nothing, as no better plan was found without them: a (pin) and c (must).",
    ]


def test_what_an_obligation_costs_is_days_where_the_end_is_minimised() -> None:
    shown = priced(Price("a", "must", Fraction(1)), minimises="makespan")

    assert prose(shown, "What obligations cost") == ["a (must): 1 working day."]


def test_obligations_without_a_price_are_counted() -> None:
    dated = [initiative(f"i{n}", deadline="2027-12-31") for n in range(3)]
    found = answer(portfolio(*dated))
    assert found.plan
    plan = replace(found.plan, prices=(Price("i0", "deadline", Fraction(0)),))

    assert prose(page(replace(found, plan=plan)), "What obligations cost") == [
        "i0 (deadline): nothing; no better plan was found without it.",
        "Too many to plan again without each: 2 with more to spare.",
    ]


def test_who_goes_ahead_says_what_that_saves_where_it_is_known() -> None:
    shown = priced(
        pairs=(
            OutOfOrder("b", "a", "team", "waits for `c`", Fraction(3)),
            OutOfOrder("d", "a", "team", "waits for `c`", Fraction(9), late=1),
            OutOfOrder("e", "a", "team", "waits for `c`", Fraction(0)),
            OutOfOrder("f", "a", "team", "waits for `c`"),
            OutOfOrder("e", "b", "team", "nothing else holds it"),
        )
    )

    assert prose(shown, "Out of order") == [
        "a waits for `c`; b (saves 3.0), d (saves 1 day of lateness), e (saves nothing) "
        "and 1 more go ahead.",
        "e goes ahead of b: nothing else holds it.",
        "In brackets: the value-weeks saved, at most, against the other order of the two.",
    ]


def test_who_needs_nobody_of_the_busy_team_goes_ahead_for_that() -> None:
    why = "waits for people of service"
    shown = priced(
        pairs=(
            OutOfOrder("b", "a", "team", why),
            OutOfOrder("d", "c", "team", why),
            OutOfOrder("e", "c", "team", why),
        )
    )

    assert prose(shown, "Out of order") == [
        "a waits for people of service; b needs none and goes ahead.",
        "c waits for people of service; d and e need none and go ahead.",
    ]


def test_choices_are_priced_first_then_the_first_of_each_line_before_any_second() -> None:
    found = answer(portfolio(*map(initiative, "abcd")))
    assert found.plan
    pairs = [("b", "a"), ("c", "a"), ("d", "b")]
    why = [OutOfOrder(one, two, "team", "waits for `e`") for one, two in pairs]
    chosen = OutOfOrder("d", "c", "team", "nothing else holds `c` back")
    plan = replace(found.plan, out_of_order=(*why, chosen))

    assert worth_a_price(found, plan) == [("d", "c"), ("b", "a"), ("d", "b"), ("c", "a")]


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


def test_a_gap_is_never_said_smaller_than_it_is() -> None:
    alone = answer(portfolio(initiative()), {"a": 1})
    assert alone.plan
    near = replace(
        alone.plan, status="bounded", bound=Fraction(100), bound_mean_wait_weeks=Fraction(1)
    )

    said = []
    for cost in (Fraction(101_404, 1000), Fraction(101), Fraction(100_001, 1000)):
        plan = replace(near, cost=cost, mean_wait_weeks=cost / 100)
        said += lines(page(replace(alone, plan=plan)))

    found = [line.split("within ")[1] for line in said if "within" in line]
    assert found == ["1.5 %.", "1 %.", "0.1 %."]


def test_the_chart_reaches_a_deadline_near_its_end_and_not_one_far_away() -> None:
    # Ten working days of work, so up to five more are drawn for a deadline.
    near = initiative("near", effort="4w", deadline="2027-01-20")
    far = initiative("far", effort="4w", deadline="2027-12-31")

    assert timeline(answer(portfolio(near))).last_day == 13
    assert timeline(answer(portfolio(far))).last_day == 10
