"""Where and to whom we listen: fresh sources by stage and segment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from roadmap.model.customers import Evidence
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.listening import listening, months_to_start, surveyed_lately
from tests.building import evidence, initiative, need, outcome, portfolio, segment

HOMES, SHOPS = segment("homes"), segment("shops")


def heard(found: Portfolio) -> dict[tuple[str | None, str | None], dict[str, int]]:
    return {(spot.stage, spot.segment): dict(spot.sources) for spot in listening(found)}


def from_stage(
    stage: str, *segments: str, kind: str = "survey", on: str = "2026-12-01"
) -> Evidence:
    return replace(evidence(f"{stage}-{kind}", kind, on=on), stage=stage, segments=segments)


def test_a_source_counts_for_its_stage_and_its_segments() -> None:
    found = portfolio(
        segments=[HOMES, SHOPS],
        journey=["join", "use"],
        evidence=[from_stage("use", "homes"), from_stage("use", kind="request")],
    )

    assert heard(found) == {
        ("join", "homes"): {},
        ("join", "shops"): {},
        ("use", "homes"): {"survey": 1, "request": 1},
        ("use", "shops"): {"request": 1},
    }


def test_a_source_without_a_stage_is_about_the_stages_of_its_needs() -> None:
    found = portfolio(
        needs=[need("bill", stage="use", evidence=["study"])],
        journey=["join", "use"],
        evidence=[evidence("study")],
    )

    assert heard(found) == {("join", None): {}, ("use", None): {"survey": 1}}


def test_old_sources_hunches_and_obligations_are_no_voices() -> None:
    found = portfolio(
        journey=["use"],
        evidence=[
            from_stage("use", on="2025-06-30"),
            from_stage("use", kind="hunch"),
            from_stage("use", kind="obligation"),
        ],
    )

    assert heard(found) == {("use", None): {}}


def test_needs_count_as_surveyed_for_a_year() -> None:
    found = portfolio(
        needs=[
            need("lately", None, None, surveys={"2026-06-30": (8, 4)}),
            need("long-ago", None, None, surveys={"2025-06-30": (8, 4)}),
            need("plain"),
        ]
    )

    assert surveyed_lately(found) == (1, 3)


def test_the_time_to_start_runs_from_the_first_evidence() -> None:
    found = portfolio(
        initiative(
            "a", outcomes=[outcome(evidence=["first", "later"])], started="2026-12-01"
        ),
        evidence=[evidence("first", on="2025-12-01"), evidence("later", on="2026-11-01")],
    )

    assert months_to_start(found) == Fraction(365) / Fraction(365, 12)
    assert months_to_start(portfolio()) is None


def test_work_that_has_not_started_by_as_of_took_no_time_yet() -> None:
    found = portfolio(
        initiative("a", outcomes=[outcome(evidence=["early"])], started="2027-03-01"),
        evidence=[evidence("early", on="2026-03-01")],
    )

    assert months_to_start(found) is None
    assert months_to_start(replace(found, as_of=date(2027, 3, 1))) == 12
