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

    assert each.message.startswith(f"`a` is {word} but reviewed only from")


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

    assert each.message.endswith("its measure has no `by`")
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
    count: int, scored: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda count: count)
    alike = {f"i{n}": "effort: 1w\nvalue-effort: {value: 5}" for n in range(count)}
    (each,) = found("mass-of-ties", "framework: value-effort", **alike)

    assert f" of {scored} scored initiatives tie" in each.message


def test_evidence_may_be_named_where_nobody_could_read_it() -> None:
    proof = f"{NEED}evidence: {{study: {{kind: survey}}}}"

    assert found("unused-evidence", proof, a="effort: 1w")
    assert not found("unused-evidence", proof, a="effort: 1w", b="title: [")


def test_what_nobody_overrides_contradicts_nothing() -> None:
    strict = "framework: value-effort\ncheck: {contradictory-override: {times: 1}}"

    assert not found("contradictory-override", strict, a="effort: 2w")
    assert found(
        "contradictory-override", strict, a="effort: 2w\nvalue-effort: {effort: 2w}"
    )


def test_an_effort_of_nothing_contradicts_any_effort() -> None:
    own = "effort: 2w\nvalue-effort: {value: 5, effort: 0w}"

    assert found("contradictory-override", "framework: value-effort", a=own)


@pytest.mark.parametrize(("value", "harms"), [("0", False), ("-0.01", True)])
def test_what_brings_nothing_takes_nothing_away(value: str, harms: bool) -> None:
    own = f"effort: 1w\nvalue-effort: {{value: {value}}}"

    assert bool(found("negative-value", "framework: value-effort", a=own)) is harms


def test_a_gain_in_the_wrong_direction_takes_away() -> None:
    goal = "key_results: [{metric: homes, baseline: 1, target: 9}]"
    shared = f"objectives: {{growth: {{kind: commercial, {goal}}}}}"
    own = "effort: 1w\ncontributes_to: {growth: {gain: %s}}"

    assert found("negative-value", shared, a=own % '"-2"')
    assert not found("negative-value", shared, a=own % "2")


def test_no_harm_is_too_sure() -> None:
    own = "effort: 1w\noutcomes: {sleep: {impact: %s, confidence: 90%%}}"

    assert found("overstated-confidence", NEED, a=own % "high")
    assert not found("overstated-confidence", NEED, a=own % "-high")


def test_a_promise_of_what_nobody_plans_is_no_promise_too_soon() -> None:
    own = "effort: 9w\npromised: {date: 2027-01-08}"

    assert found("premature-promise", "start: 2027-01-04", a=own)
    assert not found("premature-promise", "start: 2027-01-04", a=f"{own}\nstatus: paused")


@pytest.mark.parametrize(
    "counted_on",
    [
        "status: committed",
        "must: {why: law}\ndeadline: 2027-12",
        "promised: {date: 2027-12}",
    ],
)
def test_what_somebody_counts_on_should_have_a_place(counted_on: str) -> None:
    chain = {"b": "effort: 1w\ndepends_on: [c]", "c": "effort: 1w\nstatus: paused"}
    own = "effort: 1w\ndepends_on: [b]\n"

    assert found("unplaced-commitment", "vision: V", a=own + counted_on, **chain)
    assert not found("unplaced-commitment", "vision: V", a=own, **chain)


WEB_AND_DATA = "start: 2027-01-04\nteams: {web: {people: 4}, data: {people: 4}}"


def test_a_team_is_not_overbooked_by_the_work_of_another() -> None:
    due = "status: committed\npromised: {date: 2027-01-08}\neffort: "
    long = f"{due}{{web: 9w}}"

    assert not found("overbooked-team", WEB_AND_DATA, a=long, b=f"{due}{{data: 1d}}")
    assert found("overbooked-team", WEB_AND_DATA, a=long, b=f"{due}{{web: 1d}}")


def test_a_deadline_that_nobody_can_keep_overbooks_nobody() -> None:
    due = "status: committed\ndeadline: 2027-01-08\neffort: {web: %s}"
    both = {"a": due % "2w", "b": due % "3w"}

    assert found("overbooked-team", WEB_AND_DATA, a=due % "2w", b=due % "2w", c=due % "2w")
    assert not found("overbooked-team", WEB_AND_DATA, **both)


@pytest.mark.parametrize(("effort", "ranges"), [("9w", False), ("8w..10w", True)])
def test_a_missed_commitment_tells_of_the_high_end_where_there_are_ranges(
    effort: str, ranges: bool
) -> None:
    own = f"effort: {effort}\npromised: {{date: 2027-01-08}}"
    (each,) = found("premature-promise", "start: 2027-01-04", a=own)

    assert ("at the high end" in each.message) is ranges


def test_no_need_is_unaddressed_where_nothing_is_planned_or_something_unread() -> None:
    need = "needs: {sleep: {importance: 9, satisfaction: 1}}"

    assert found("unserved-need", need, a="effort: 1w")
    assert not found("unserved-need", need, a="effort: 1w\nstatus: paused")
    assert not found("unserved-need", need, a="effort: 1w", b="title: [")


def test_an_opportunity_is_told_to_a_hundredth() -> None:
    need = "needs: {sleep: {importance: 7.3, satisfaction: 4.1}}"
    (each,) = found("unserved-need", need, a="effort: 1w")

    assert "an opportunity of 0.43 that" in each.message


@pytest.mark.parametrize(
    ("segments", "words"),
    [("[families]", "segment `families`"), ("[families, others]", "segments `families`")],
)
def test_every_segment_that_is_harmed_is_told(segments: str, words: str) -> None:
    people = "segments: {families: {customers: 9}, others: {customers: 9}}\n"
    own = f"outcomes: {{sleep: {{segments: {segments}, impact: -low}}}}"
    (each,) = found("harmed-segment", people + NEED, a=own)

    assert f"`a` harms {words}" in each.message
