"""What delivered work claimed, what happened, what is due, and whom to tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from roadmap.model.initiative import Initiative
from roadmap.outcomes.commitments import Verdict
from roadmap.outcomes.results import ClaimKind, Result, deliveries, due, in_flight, tell
from tests.building import (
    contribution,
    evidence,
    initiative,
    measure,
    need,
    outcome,
    portfolio,
)


def done(
    id: str = "a",
    actual: dict[str, float] | None = None,
    *,
    on: str | None = "2026-09-12",
    by: str | None = None,
) -> Initiative:
    claim = outcome(measure=measure(id, actual, by=by))
    return initiative(id, outcomes=[claim], status="delivered", delivered=on)


def only(one: Initiative) -> Result:
    ((found,),) = (delivery.results for delivery in deliveries(portfolio(one)))
    return found


def test_a_result_is_the_newest_actual_and_its_progress() -> None:
    found = only(done(actual={"2026-10-31": 60, "2026-12-15": 25}))

    assert found.actual is not None
    assert (found.actual.value, found.progress) == (Fraction(25), Fraction(3, 4))
    assert (found.kind, found.target, found.due) == (ClaimKind.NEED, "know-my-bill", None)


def test_contributions_have_results_too() -> None:
    one = initiative(
        "a",
        contributions=[contribution(measure=measure(actual={"2026-12-15": 100}))],
        status="delivered",
        delivered="2026-11-01",
    )

    assert only(one).kind is ClaimKind.OBJECTIVE
    assert only(one).progress == 0


def test_an_actual_without_a_target_is_shown_but_is_no_progress() -> None:
    claim = outcome(measure=measure(actual={"2026-12-15": 3}, target=None))
    one = initiative("a", outcomes=[claim], status="delivered", delivered="2026-09-12")

    assert only(one).actual is not None
    assert (only(one).progress, only(one).due) == (None, None)


@pytest.mark.parametrize(
    ("on", "by", "expected"),
    [
        ("2026-09-12", None, date(2026, 12, 12)),
        ("2026-09-12", "2026-10", date(2026, 11, 1)),
        ("2026-09-12", "2027-Q4", date(2026, 12, 12)),
        (None, "2026-Q4", date(2027, 1, 1)),
        (None, None, None),
    ],
)
def test_a_measure_is_due_after_its_date_or_a_quarter_after_delivery(
    on: str | None, by: str | None, expected: date | None
) -> None:
    assert only(done(on=on, by=by)).due == expected


def test_what_is_due_is_listed_once_the_day_has_come() -> None:
    facts = portfolio(
        done("a"), done("b", on="2026-10-04"), done("c", {"2026-12-15": 1}),
        done("d", on="2026-10-05"), done("e", by="2026-10"),
    )  # fmt: skip

    assert [result.initiative for result in due(facts)] == ["e", "a", "b"]


def test_a_claim_without_a_measure_is_not_due() -> None:
    plain = initiative(
        "a", outcomes=[outcome()], status="delivered", delivered="2026-01-31"
    )

    assert due(portfolio(plain)) == ()


def test_work_in_progress_shows_what_its_metrics_are_now() -> None:
    claim = outcome(measure=measure(actual={"2026-12-15": 90}))
    running = initiative("a", outcomes=[claim], status="in_progress", started="2026-11-02")
    facts = portfolio(running, initiative("b", outcomes=[outcome()]))

    ((found),) = in_flight(facts)
    assert (found.initiative, found.progress) == ("a", Fraction(1, 10))


def test_deliveries_stand_newest_first_and_those_of_the_future_are_none() -> None:
    facts = portfolio(
        done("a", on=None), done("b"), done("c", on="2026-12"), done("d", on="2027-01-05"),
    )  # fmt: skip

    assert [(it.id, it.delivered) for it in deliveries(facts)] == [
        ("c", date(2026, 12, 31)),
        ("b", date(2026, 9, 12)),
        ("a", None),
    ]


def test_a_delivery_has_its_commitment() -> None:
    one = replace(done(), promised=initiative(promised="2026-08-31").promised)

    ((found,),) = (delivery.commitments for delivery in deliveries(portfolio(one)))
    assert (found.verdict, found.days_late) == (Verdict.MISSED, 9)


def test_whom_to_tell_are_the_people_behind_the_evidence() -> None:
    board = replace(evidence("board"), heard_from=("Board", "Voltaris"))
    calls = replace(evidence("calls"), heard_from=("Voltaris", "Ms Ito"))
    one = initiative(
        "a", outcomes=[outcome(evidence=["board"])], status="delivered", delivered="2026-12"
    )
    facts = portfolio(
        one, needs=[need("know-my-bill", evidence=["calls"])], evidence=[board, calls]
    )

    assert deliveries(facts)[0].tell == ("Board", "Voltaris", "Ms Ito")


def test_who_is_heard_after_as_of_is_not_to_be_told_yet() -> None:
    found = portfolio(
        initiative("a", outcomes=[outcome(evidence=["early", "late"])], status="delivered"),
        evidence=[
            replace(evidence("early", on="2026-12-01"), heard_from=("Ada",)),
            replace(evidence("late", on="2027-02-01"), heard_from=("Ben",)),
        ],
    )

    assert tell(found, found.initiatives["a"]) == ("Ada",)
