"""A commitment that moved is judged against the date that somebody heard at first."""

from __future__ import annotations

from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.commitments import DateSource, Verdict, settled
from roadmap.studies.first_told import first_told
from tests.building import initiative, portfolio


def version(promised: str | None) -> Portfolio:
    return portfolio(initiative("a", promised=promised), as_of="2027-03-01")


def test_the_oldest_date_counts_and_later_ones_do_not() -> None:
    told = first_told([version(None), version("2027-01-31"), version("2027-02-28")])
    done = initiative(
        "a", status="delivered", delivered="2027-02-26", promised="2027-02-28"
    )
    facts = portfolio(done, as_of="2027-03-01")

    assert settled(facts)[0].verdict is Verdict.KEPT
    (judged,) = settled(facts, told)
    assert (judged.verdict, judged.source) == (Verdict.MISSED, DateSource.FIRST_TOLD)


def test_what_was_never_promised_was_never_told() -> None:
    assert first_told([version(None)]) == {}
