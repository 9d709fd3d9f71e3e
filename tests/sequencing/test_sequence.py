from __future__ import annotations

from datetime import date
from fractions import Fraction

from roadmap.model.calendar import Period
from roadmap.model.initiative import Must, Pin, Status
from roadmap.sequencing.sequence import sequence
from tests.sequencing.orders import portfolio, scored, sequenced, sets, work

JUNE = Period(date(2027, 6, 30), date(2027, 6, 30))


def test_what_is_worth_more_a_week_goes_first() -> None:
    found = sequenced(work("slow", 4), work("quick", 1), slow=8, quick=4)

    assert found.ids == ("quick", "slow")
    assert found.cost == 4 * 1 + 8 * 5
    assert found.status == "optimal"


def test_an_enabler_travels_with_what_it_unlocks() -> None:
    found = sequenced(
        work("star", 1, ["enabler"]), work("enabler", 1), work("plain", 1), star=9, plain=4
    )

    assert [step.ids for step in found.bundles] == [("enabler", "star"), ("plain",)]
    assert [step.score for step in found.bundles] == [Fraction(9, 2), 4]
    assert found.naive == ("enabler", "star", "plain")


def test_the_usual_way_pulls_blockers_forward_even_for_little() -> None:
    found = sequenced(
        work("star", 1, ["mountain"]),
        work("mountain", 50),
        work("plain", 2),
        star=9,
        plain=4,
    )

    assert found.ids == ("plain", "mountain", "star")
    assert found.naive == ("mountain", "star", "plain")
    assert found.naive_cost == 9 * 51 + 4 * 53


def test_musts_and_what_they_need_lead_the_usual_way() -> None:
    law = work("law", 1, ["audit"], must=Must("law"), deadline=JUNE)
    found = sequenced(law, work("audit"), work("plain"), plain=4)

    assert found.naive == ("audit", "law", "plain")


def test_a_must_without_a_deadline_leads_nothing() -> None:
    found = sequenced(work("law", must=Must("law")), work("plain"), plain=4)

    assert found.naive == ("plain", "law")


def test_running_work_stands_first_by_its_start_and_waits_for_nothing() -> None:
    running = Status.IN_PROGRESS
    found = sequenced(
        work("plain"),
        work("late", 1, ["plain"], status=running),
        work("early", status=running, started=date(2026, 1, 1)),
        plain=9,
    )

    assert found.ids == ("early", "late", "plain")
    assert found.prefix == ("early", "late")
    assert [(step.number, step.score) for step in found.bundles] == [
        (0, None),
        (0, None),
        (1, 9),
    ]


def test_pins_go_first_with_what_they_need_in_the_order_without_them() -> None:
    pin = Pin("the board")
    found = sequenced(
        work("star"),
        work("low", 1, ["ground"], pin=pin),
        work("ground"),
        work("high", pin=pin),
        star=9,
        high=5,
        low=1,
    )

    assert found.ids == ("high", "ground", "low", "star")
    assert found.prefix == ("high", "ground", "low")


def test_committed_work_goes_first_among_ties_then_ids() -> None:
    found = sequenced(
        work("a"), work("b"), work("c", status=Status.COMMITTED), a=2, b=2, c=2
    )

    assert found.ids == ("c", "a", "b")


def test_tiers_go_one_by_one_and_lift_what_they_need() -> None:
    found = sequenced(
        work("could"),
        work("must", 1, ["ground"]),
        work("ground"),
        could=99,
        must=1,
        tiers={"could": 2, "ground": 3},
    )

    assert found.ids == ("ground", "must", "could")
    assert found.naive == ("ground", "must", "could")


def test_a_milestone_with_value_and_nothing_before_it_goes_first() -> None:
    found = sequenced(work("plain"), work("signed", 0), plain=9, signed=1)

    assert found.ids == ("signed", "plain")
    assert found.bundles[0].score is None


def test_a_milestone_without_value_stands_just_before_what_it_opens() -> None:
    found = sequenced(
        work("a"), work("gate", 0), work("low", 1, ["gate"]), work("mid"), a=9, mid=5, low=1
    )

    assert [step.ids for step in found.bundles] == [("a",), ("mid",), ("gate",), ("low",)]


def test_a_milestone_joins_a_step_only_where_value_reaches_work_through_it() -> None:
    found = sequenced(
        work("base"), work("gate", 0, ["base"]), work("star", 1, ["gate"]), star=9
    )

    assert sets(found) == [{"base", "gate", "star"}]


def test_nothing_of_value_is_ordered_by_dependencies_alone() -> None:
    found = sequenced(work("a", 1, ["b"]), work("b"), work("c"))

    assert found.ids == ("b", "c", "a")
    assert found.cost == found.bound == 0
    assert found.status == "optimal"


def test_an_empty_portfolio_has_an_empty_sequence() -> None:
    found = sequenced()

    assert (found.ids, found.bundles) == ((), ())
    assert found.cost == 0


def test_costs_are_exact_in_values_and_weeks_as_written() -> None:
    found = sequenced(work("a", 0.1), work("b", 0.3), a=0.7, b=0.2)

    assert found.cost == Fraction("0.07") + Fraction("0.08")


def test_ideas_are_placed_only_when_asked_for() -> None:
    of = portfolio(work("a", status=Status.IDEA), work("b", 1, ["a"]))
    scores = scored(of, {"a": 1, "b": 1})

    assert sequence(of, scores).ids == ()
    assert sequence(of, scores, ideas=True).ids == ("a", "b")
