"""Where rules begin: what is just within a limit, and what is just beyond it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from roadmap.checks.run import findings
from tests.checks.reading import was_read

NEED = "needs: {sleep: {importance: 8, satisfaction: 3}}"
STUDIES = ", ".join(
    f"s{number}: {{kind: {'interview' if number else 'survey'}}}" for number in range(10)
)
AIM = "{metric: homes, baseline: 1, target: 2, by: 2027-Q3}"


def names(portfolio: str, *initiatives: str) -> set[str]:
    """The rules that find fault with a portfolio and initiatives, by name."""
    files = {f"i{number}.yaml": text for number, text in enumerate(initiatives)}
    every = findings(was_read({"portfolio.yaml": portfolio, **files}), plan=True)
    return {diagnostic.rule.name for diagnostic in every}


def effort(text: str) -> tuple[str, ...]:
    return "", f"effort: {text}"


def team(text: str) -> tuple[str, ...]:
    return f"teams: {{web: {text}}}", ""


def any_idle(text: str) -> tuple[str, ...]:
    return f"check: {{idle-remainder: {{people: 0}}}}\nteams: {{web: {text}}}", ""


def impacts(values: Iterable[str]) -> tuple[str, ...]:
    return NEED, *(f"outcomes: {{sleep: {{impact: {value}}}}}" for value in values)


def values(numbers: Iterable[int]) -> tuple[str, ...]:
    own = (f"effort: 2w\nvalue-effort: {{value: {number}}}" for number in numbers)
    return "framework: value-effort", *own


def fact(said: str) -> tuple[str, ...]:
    return "framework: value-effort", f"effort: 10w\nvalue-effort: {{effort: {said}}}"


def claimed(*shares: str) -> tuple[str, ...]:
    goal = "objectives: {growth: {kind: commercial, key_results: [" + AIM + "]}}"
    return goal, *(f"contributes_to: {{growth: {share}}}" for share in shares)


def proven(*studies: str) -> tuple[str, ...]:
    own = (f"outcomes: {{sleep: {{evidence: [{study}]}}}}" for study in studies)
    return f"{NEED}\nevidence: {{{STUDIES}}}", *own


def sure(confidence: str) -> tuple[str, ...]:
    return NEED, f"outcomes: {{sleep: {{confidence: {confidence}}}}}"


def survey(answers: str) -> tuple[str, ...]:
    return (
        f"needs: {{sleep: {answers}}}",
        "outcomes: {dream: high}",
        "outcomes: {rest: low}",
    )


def measures(count: int) -> tuple[str, ...]:
    own = f"outcomes: {{sleep: {{measure: {AIM}}}}}"
    return f"{NEED}\nobjectives: {{growth: {{kind: commercial}}}}", *[own] * count


def deadline(day: str) -> tuple[str, ...]:
    return "start: 2027-01-04", f"effort: 4w\ndeadline: {day}"


def begun(deadline: str) -> tuple[str, ...]:
    return "", f"effort: 2d\nnot_before: 2027-01-20\ndeadline: {deadline}"


def running(not_before: str) -> tuple[str, ...]:
    return "", f"effort: 2d\nstatus: in_progress\nnot_before: {not_before}"


def pinned(day: str) -> tuple[str, ...]:
    return (
        "start: 2027-01-04\nteams: {web: {people: 1}}",
        "effort: 1w\npin: {why: W}",
        f"effort: 1w\nmust: {{why: law}}\ndeadline: {day}",
    )


@pytest.mark.parametrize(
    ("rule", "within", "beyond"),
    [
        ("narrow-range", effort("10d..11d"), effort("10d..10.9d")),
        ("narrow-range", effort("0d..0d"), effort("1d..1d")),
        ("wide-range", effort("1w..5w"), effort("1w..5.1w")),
        ("overlong-initiative", effort("52w"), effort("52.1w")),
        ("idle-remainder", team("{people: 3.4}"), team("{people: 3.5}")),
        ("idle-remainder", any_idle("{people: 2.00995}"), any_idle("{people: 2.01}")),
        ("constant-term", impacts(9 * ["low"]), impacts(10 * ["low"])),
        (
            "constant-term",
            impacts([*8 * ["low"], "high", "20%"]),
            impacts([*9 * ["low"], "20%"]),
        ),
        ("mass-of-ties", values(9 * [5]), values(10 * [5])),
        (
            "mass-of-ties",
            values([5, 5, 5, 5, 5, 40, 30, 20, 15, 10]),
            values([5, 5, 5, 5, 5, 5, 30, 20, 15, 10]),
        ),
        ("contradictory-override", fact("29w"), fact("30w")),
        ("contradictory-override", fact("3.4w"), fact("3.3w")),
        ("overclaimed-objective", claimed("50%", "50%"), claimed("50%", "51%")),
        (
            "single-sort-of-evidence",
            proven(*(f"s{n}" for n in range(1, 5))),
            proven(*(f"s{n}" for n in range(1, 6))),
        ),
        (
            "single-sort-of-evidence",
            proven(*(f"s{n}" for n in range(9))),
            proven(*(f"s{n}" for n in range(10))),
        ),
        ("negative-value", impacts(["0%"]), impacts(["-0.1%"])),
        ("must-late-by-pin", pinned("2027-01-15"), pinned("2027-01-14")),
        ("waiting-work", running("2027-01-04"), running("2027-01-05")),
        ("overstated-confidence", sure("10%"), sure("11%")),
        (
            "unserved-need",
            survey("{importance: 8, satisfaction: 5.1}"),
            survey("{importance: 8, satisfaction: 5}"),
        ),
        ("one-kind-of-measure", measures(2), measures(3)),
        ("impossible-deadline", begun("2027-01-20"), begun("2027-01-19")),
        ("impossible-deadline", deadline("2027-01-15"), deadline("2027-01-14")),
        ("impossible-deadline", deadline("2027-01-16"), deadline("2027-01-13")),
    ],
)
def test_a_rule_begins_beyond_its_limit(
    rule: str, within: tuple[str, ...], beyond: tuple[str, ...]
) -> None:
    assert rule not in names(*within)
    assert rule in names(*beyond)
