"""What a finding says of the initiative that it is about, and of others beside it."""

from __future__ import annotations

import pytest

from roadmap.diagnostics import Place
from tests.checks.test_edges import NEED, found

STAGES = "journey: [join]\n"
UNMEASURED = "status: committed\neffort: 1w\n"


@pytest.mark.parametrize(
    ("status", "word"), [("committed", "committed"), ("in_progress", "in progress")]
)
def test_what_one_perspective_looked_at_is_told_by_its_own_status(
    status: str, word: str
) -> None:
    text = f"effort: 1w\nstatus: {status}\nperspectives: {{customer: Mara Engel}}"
    (each,) = found("lone-perspective", "vision: V", a=text)

    assert each.message.endswith(f"looked at `a`, which is {word}")


@pytest.mark.parametrize("name", ["x", "weighted-shortest-job-first"])
def test_a_framework_that_is_like_no_other_is_not_guessed(name: str) -> None:
    (each,) = found("unknown-framework", f"framework: {name}")

    assert each.message == f"no framework `{name}`"
    assert not each.edits


@pytest.mark.parametrize(
    ("result", "measured"),
    [
        ("baseline: 1, target: 9, by: 2027-Q3", True),
        ("baseline: 1, target: 9", False),
        ("by: 2027-Q3", False),
    ],
)
def test_a_gain_is_a_measure_where_a_key_result_has_figures_and_a_date(
    result: str, measured: bool
) -> None:
    goal = f"objectives: {{growth: {{key_results: [{{metric: homes, {result}}}]}}}}"
    own = UNMEASURED + "contributes_to: {growth: {gain: 2}}"

    assert bool(found("unmeasured-commitment", goal, a=own)) is not measured


def test_of_several_measures_that_lack_something_the_first_is_told() -> None:
    first = "sleep: {measure: {metric: M, baseline: 1, target: 2}}"
    second = "dream: {measure: {metric: M, by: 2027-Q3}}"
    own = f"{UNMEASURED}outcomes: {{{first}, {second}}}"
    (each,) = found("unmeasured-commitment", "vision: V", a=own)

    assert each.message.endswith("its measure lacks `by`")
    assert each.place == Place("a.yaml", ("outcomes", "sleep", "measure"))


def test_stages_are_not_missed_where_nobody_describes_needs() -> None:
    own = "effort: 1w\noutcomes: {sleep: high}"

    assert found("unserved-stage", STAGES + NEED, a=own)
    assert not found("unserved-stage", STAGES, a=own)


def test_stages_are_not_missed_where_nothing_is_planned_or_something_unread() -> None:
    own = "effort: 1w\noutcomes: {sleep: high}"

    assert not found("unserved-stage", STAGES + NEED, a=f"{own}\nstatus: paused")
    assert not found("unserved-stage", STAGES + NEED, a=own, b="title: [")


def test_segments_that_are_worth_nothing_are_told_of_at_their_section() -> None:
    segments = "segments: {families: {weight: 0}}"
    (each,) = found("worthless-segments", f"vision: V\n{segments}")

    assert each.place == Place("portfolio.yaml", ("segments",)).key


@pytest.mark.parametrize(("count", "scored"), [(250, 250), (251, 126)])
def test_of_more_than_250_every_second_one_is_looked_at_for_ties(
    count: int, scored: int
) -> None:
    alike = {f"i{n}": "effort: 1w\nvalue-effort: {value: 5}" for n in range(count)}
    (each,) = found("mass-of-ties", "framework: value-effort", **alike)

    assert each.message.endswith(f"tie, of {scored} that are scored")


def test_evidence_may_be_named_where_nobody_could_read_it() -> None:
    proof = f"{NEED}evidence: {{study: {{kind: survey}}}}"

    assert found("unused-evidence", proof, a="effort: 1w")
    assert not found("unused-evidence", proof, a="effort: 1w", b="title: [")
