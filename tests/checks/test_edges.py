"""What rules leave alone, and how much they tell where there is much to tell."""

from __future__ import annotations

import pytest

from roadmap.checks.catalogue import checks
from roadmap.checks.run import findings
from roadmap.diagnostics import Diagnostic
from roadmap.reading.scalars import share
from roadmap.reading.tree import scalar
from tests.checks.reading import was_read

NEED = "needs: {sleep: {importance: 8, satisfaction: 3}}\n"


def found(rule: str, portfolio: str, **initiatives: str) -> list[Diagnostic]:
    files = {f"{name}.yaml": text for name, text in initiatives.items()}
    every = findings(was_read({"portfolio.yaml": portfolio, **files}), plan=True)
    return [diagnostic for diagnostic in every if diagnostic.rule.name == rule]


@pytest.mark.parametrize(
    ("said", "effort"), [("{effort: 0d}", "10w"), ("{effort: 10w}", "0d")]
)
def test_nothing_contradicts_anything_else(said: str, effort: str) -> None:
    text = f"effort: {effort}\nvalue-effort: {said}"

    assert found("contradictory-override", "framework: value-effort", a=text)


@pytest.mark.parametrize(("said", "effort"), [("0.5w", "4w"), ("4w", "0.5w")])
def test_less_than_one_is_compared_too_and_told_to_a_tenth(said: str, effort: str) -> None:
    text = f"effort: {effort}\nvalue-effort: {{effort: {said}}}"
    (each,) = found("contradictory-override", "framework: value-effort", a=text)

    assert (
        f"{said[:-1]} person-weeks of effort, the facts next to it {effort[:-1]}"
        in each.message
    )


def test_harm_where_the_facts_promise_good_is_told_however_small() -> None:
    text = "effort: 1w\noutcomes: {sleep: high}\nvalue-effort: {value: -0.01}"

    assert found("contradictory-override", f"framework: value-effort\n{NEED}", a=text)


def test_figures_that_contradict_are_told_to_a_tenth() -> None:
    text = "effort: 1.23w\nvalue-effort: {effort: 5.67w}"
    (each,) = found("contradictory-override", "framework: value-effort", a=text)

    assert each.message.endswith("5.7 person-weeks of effort, the facts next to it 1.2")


@pytest.mark.parametrize(
    ("count", "end"), [(8, "`i7` → `i0`"), (9, "`i7` → 1 more → `i0`")]
)
def test_eight_of_a_circle_are_named(count: int, end: str) -> None:
    ring = {f"i{n}": f"depends_on: [i{(n + 1) % count}]" for n in range(count)}
    (each,) = found("dependency-cycle", "vision: V", **ring)

    assert each.message.endswith(end)


def test_where_any_idle_remainder_counts_there_has_to_be_one() -> None:
    asked = "check: {idle-remainder: {people: 0}}\n"

    assert not found("idle-remainder", asked + "teams: {web: {people: 4}}")
    assert found("idle-remainder", asked + "teams: {web: {people: 3.4}}")


def test_a_day_of_work_can_be_done_by_the_end_of_today() -> None:
    start = "start: 2027-01-04"

    assert not found("impossible-deadline", start, a="effort: 2d\ndeadline: 2027-01-04")
    assert found("impossible-deadline", start, a="effort: 3d\ndeadline: 2027-01-04")


def test_an_obligation_without_a_place_is_not_made_late_by_a_pin() -> None:
    bound = "must: {why: law}\ndeadline: 2027-02-26\neffort: 8w\n"
    pinned = "pin: {why: W}\neffort: 12w\n"
    paused = f"status: paused\n{bound}"

    (late,) = found("must-late-by-pin", "start: 2027-01-04\nteams: {web: {people: 1}}",
                    a=bound, b=pinned, c=paused)  # fmt: skip
    assert late.initiative == "a"


def test_harm_is_not_weighed_while_a_name_beside_it_is_in_doubt() -> None:
    harm = "effort: 1w\noutcomes: {sleep: -high, %s: {impact: high, protects: true}}"

    assert found("negative-value", NEED, a="effort: 1w\noutcomes: {sleep: -high}")
    assert not found("negative-value", NEED, a=harm % "slep")


def test_the_five_largest_claims_are_pointed_at() -> None:
    goal = "objectives: {growth: {kind: commercial}}"
    shares = (11, 35, 14, 33, 12, 32, 34, 31)
    claims = {
        f"i{n}": f"contributes_to: {{growth: {each}%}}" for n, each in enumerate(shares)
    }

    (much,) = found("overclaimed-objective", goal, **claims)
    assert [label for _, label in much.related] == ["35 %", "34 %", "33 %", "32 %", "31 %"]


def test_five_of_a_teams_commitments_are_pointed_at() -> None:
    due = "status: committed\neffort: 3w\ndeadline: 2027-01-29"

    (much,) = found(
        "overbooked-team", "start: 2027-01-04", **{f"i{n}": due for n in range(7)}
    )
    assert len(much.related) == 5


def test_commitments_due_on_the_first_day_count_and_earlier_ones_do_not() -> None:
    def due(day: str) -> str:
        return f"status: committed\neffort: 3d\npromised: {{date: {day}}}"

    both = {name: due("2027-01-04") for name in ("a", "b")}
    assert found("overbooked-team", "start: 2027-01-04", **both)
    past = {name: due("2027-01-03") for name in ("a", "b")}
    assert not found("overbooked-team", "start: 2027-01-04", **past)


def test_one_commitment_alone_does_not_overbook_a_team() -> None:
    alone = "status: committed\neffort: 9w\npromised: {date: 2027-01-15}"

    assert not found("overbooked-team", "start: 2027-01-04", a=alone)


def test_what_is_needed_for_a_date_counts_once_and_what_is_delivered_not() -> None:
    files = {
        "a": "status: committed\neffort: 4d\npromised: {date: 2027-01-06}\n"
        "depends_on: [b, c, d, nowhere]",
        "b": "effort: 4d\ndepends_on: [c]",
        "c": "effort: 4d",
        "d": "status: delivered\neffort: 40w",
    }
    fits = found("overbooked-team", "start: 2027-01-04", **files)
    late = {**files, "c": "effort: 5d"}

    assert not fits
    (finding,) = found("overbooked-team", "start: 2027-01-04", **late)
    assert "due by 2027-01-06 takes the whole team 1 working day longer" in finding.message


def test_a_share_that_is_a_limit_is_shown_as_it_is_written() -> None:
    shares = [limit for check in checks() for limit in check.limits if limit.share]

    assert shares
    assert all(share(scalar(limit.word.default)) == limit.usual for limit in shares)


def test_every_segment_has_to_be_asked_unless_nobody_counts_it() -> None:
    asked = "needs: {sleep: {by_segment: {families: {importance: 8, satisfaction: 3}}}}\n"
    both = asked + "segments: {families: {customers: 9}, others: {customers: 1%s}}"
    own = "outcomes: {sleep: high}"

    assert found("unsurveyed-need", both % "", a=own)
    assert not found("unsurveyed-need", both % ", weight: 0", a=own)


@pytest.mark.parametrize(
    ("count", "words"), [(1, "`n0` has no"), (2, "`n0` and 1 more have no")]
)
def test_needs_that_are_merely_named_are_one_finding(count: int, words: str) -> None:
    named = ", ".join(f"n{number}: high" for number in range(count))

    (each,) = found("unsurveyed-need", "vision: V", a=f"outcomes: {{{named}}}")
    assert words in each.message


@pytest.mark.parametrize(
    ("count", "words"), [(1, "declared: `i0`"), (2, "declared: `i0` and 1 more")]
)
def test_silence_about_dependencies_is_one_finding(count: int, words: str) -> None:
    silent = {f"i{number}": "effort: 1w" for number in range(count)}

    (each,) = found("undeclared-dependencies", "vision: V", **silent)
    assert each.message.endswith(words)


def test_a_file_that_was_not_read_may_serve_a_segment() -> None:
    people = "segments: {families: {customers: 9}, others: {customers: 9}}\n"
    own = {"a": "outcomes: {sleep: {segments: [families]}}"}

    assert found("unserved-segment", NEED + people, **own)
    assert not found("unserved-segment", NEED + people, **own, b="title: [")


def test_a_commitment_that_waits_for_a_circle_is_no_second_finding() -> None:
    files = {
        "a": "status: committed\neffort: 1w\ndepends_on: [b]",
        "b": "effort: 1w\ndepends_on: [c]",
        "c": "effort: 1w\ndepends_on: [d]",
        "d": "effort: 1w\ndepends_on: [c]",
    }
    paused = {**files, "d": "status: paused\neffort: 1w"}

    assert not found("unplaced-commitment", "vision: V", **files)
    assert found("unplaced-commitment", "vision: V", **paused)


def test_twenty_circles_of_a_knot_are_told() -> None:
    knot = {
        f"i{n}": f"depends_on: [{', '.join(f'i{m}' for m in range(9) if m != n)}]"
        for n in range(9)
    }

    assert len(found("dependency-cycle", "vision: V", **knot)) == 20


def test_the_worst_date_of_an_overbooked_team_is_told() -> None:
    def due(day: str, effort: str) -> str:
        return f"status: committed\neffort: {effort}\npromised: {{date: {day}}}"

    files = {
        "a": due("2027-01-05", "4d"),
        "b": due("2027-01-05", "8d"),
        "c": due("2027-01-08", "40d"),
    }
    (each,) = found("overbooked-team", "start: 2027-01-04", **files)

    assert "due by 2027-01-08 takes the whole team 8 working days longer" in each.message
    assert each.place is not None
    assert each.place.file == "a.yaml"


@pytest.mark.parametrize(
    ("last", "said"),
    [("4d", "due by 2027-01-05 takes the whole team 8 working days longer"),
     ("12d", "due by 2027-01-08 takes the whole team 8 working days longer")],
)  # fmt: skip
def test_the_worst_date_may_be_the_first_and_of_equally_bad_ones_is_the_last(
    last: str, said: str
) -> None:
    def due(day: str, effort: str) -> str:
        return f"status: committed\neffort: {effort}\npromised: {{date: {day}}}"

    files = {
        "a": due("2027-01-05", "20d"),
        "b": due("2027-01-05", "20d"),
        "c": due("2027-01-08", last),
    }
    (each,) = found("overbooked-team", "start: 2027-01-04", **files)

    assert said in each.message


def test_a_team_that_nobody_described_is_told_of_where_it_first_works() -> None:
    busy = "status: in_progress\neffort: 9w"
    (each,) = found("overcommitted-team", "vision: V", a=busy, b=busy, c=busy)

    assert each.place is not None
    assert each.place.file == "a.yaml"


@pytest.mark.parametrize(
    ("segments", "worthless"),
    [
        ("{a: {lifetime_value: 5}}", False),
        ("{a: {customers: 0, prospects: 3}}", False),
        ("{a: {customers: 0}, b: {customers: 1}}", False),
        ("{a: {customers: 0}}", True),
        ("{a: {customers: 9, weight: 0}}", True),
        ("{a: {customers: 9, lifetime_value: 0}}", True),
    ],
)
def test_segments_are_worth_nothing_when_none_of_them_is(
    segments: str, worthless: bool
) -> None:
    assert bool(found("worthless-segments", f"segments: {segments}")) is worthless


@pytest.mark.parametrize(
    ("status", "word"), [("committed", "committed"), ("in_progress", "in progress")]
)
def test_what_cannot_be_measured_is_told_by_its_own_status(status: str, word: str) -> None:
    text = f"effort: 1w\nstatus: {status}\noutcomes: {{sleep: high}}"
    (each,) = found("unmeasured-commitment", NEED, a=text)

    assert each.message.startswith(f"`a` is {word} but ")


def test_without_a_framework_that_is_there_nothing_else_is_said_of_scores() -> None:
    harm = "effort: 1w\noutcomes: {sleep: {impact: -high, confidence: 90%}}"
    files = {"portfolio.yaml": f"framework: ricee\n{NEED}", "a.yaml": harm}

    found = {finding.rule.name for finding in findings(was_read(files), plan=True)}
    assert "unknown-framework" in found
    assert found.isdisjoint({"negative-value", "overstated-confidence", "mass-of-ties"})
