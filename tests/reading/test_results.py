"""What happened since: dated surveys, actuals and what work took, with their places."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from roadmap.model.customers import Survey
from roadmap.model.words import Words
from roadmap.reading.located import Files
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Texts

HEAD = "id: a\ntitle: A\ndepends_on: []\n"
MEASURE = "outcomes: {know-my-bill: {measure: {metric: calls, actual: %s}}}\n"


def opened(initiative: str = "", portfolio: str = "") -> Read:
    texts = {"a.yaml": HEAD + initiative, "portfolio.yaml": portfolio}
    return read(Texts({k: v.encode() for k, v in texts.items()}), Words(), date(2027, 1, 4))


def sound(initiative: str = "", portfolio: str = "") -> Any:
    was_read = opened(initiative, portfolio)
    assert [diagnostic.message for diagnostic in was_read.diagnostics] == []
    return was_read.portfolio


def faults(initiative: str = "", portfolio: str = "") -> list[tuple[int, str]]:
    was_read = opened(initiative, portfolio)
    files = Files(was_read.sources)
    found = []
    for diagnostic in was_read.diagnostics:
        span = files.span(diagnostic.place) if diagnostic.place else None
        found.append((span.line if span else 0, diagnostic.message))
    return found


def actuals(text: str) -> list[tuple[str, Fraction, str | None]]:
    (claim,) = sound(MEASURE % text).initiatives["a"].outcomes
    return [
        (it.date.last.isoformat(), it.value, it.evidence) for it in claim.measure.actual
    ]


def test_actuals_are_a_list_of_dates_and_values() -> None:
    assert actuals("[{date: 2026-10-31, value: 3900}, {date: 2026-Q4, value: 8.7}]") == [
        ("2026-10-31", Fraction(3900), None),
        ("2026-12-31", Fraction(87, 10), None),
    ]


def test_a_single_actual_needs_no_list() -> None:
    single = actuals("{date: 2026-10-31, value: -3, evidence: contact-log}")

    assert single == [("2026-10-31", Fraction(-3), "contact-log")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[{value: 3900}]", "date"),
        ("[{date: 2026-10-31}]", "value"),
        ("{date: soon, value: 1}", "soon"),
        ("[{date: 2026-10-31, value: many}]", "many"),
        ("[{date: 2026-10-31, value: 1, proof: x}]", "proof"),
    ],
)
def test_what_is_wrong_with_an_actual_is_a_finding_on_its_line(
    text: str, message: str
) -> None:
    ((line, said),) = faults(MEASURE % text)

    assert (line, message in said) == (4, True), said


def test_one_wrong_actual_leaves_the_others_in_their_places() -> None:
    wrong = "[{date: soon, value: 1}, {date: 2026-10-31, value: 2}]"

    (claim,) = opened(MEASURE % wrong).portfolio.initiatives["a"].outcomes
    assert claim.measure is not None
    (actual,) = claim.measure.actual
    assert actual.value == 2
    assert actual.place.route[-2:] == ("actual", 1)


def test_what_work_took_is_written_as_effort_is() -> None:
    spent = sound("effort: {web: 6w}\nspent: {web: 7w, data: {work: 4w, people: 2}}\n")

    parts = spent.initiatives["a"].spent
    assert [(part.team, part.work.middle, part.people) for part in parts] == [
        ("web", 35, None),
        ("data", 20, 2),
    ]


def test_work_of_an_unknown_team_is_a_finding() -> None:
    found = faults("effort: {web: 1w}\nspent: {wbe: 1w}\n", "teams: {web: {}, data: {}}")

    assert found == [(5, "no team `wbe`; did you mean `web`?")]


def test_surveys_keep_their_dates_samples_and_segments() -> None:
    survey = (
        "{date: 2026-09-30, importance: 8.5, satisfaction: 4.2, sample: 380, "
        "evidence: s3, by_segment: {business: {importance: 6}}}"
    )

    need = sound("", f"needs: {{n: {{surveys: [{survey}]}}}}").needs["n"]
    (found,) = need.surveys
    assert (found.date.last, found.sample, found.evidence) == (date(2026, 9, 30), 380, "s3")
    assert (found.importance, found.satisfaction) == (Fraction(17, 2), Fraction(21, 5))
    assert found.by_segment == (("business", Survey(Fraction(6))),)


@pytest.mark.parametrize(
    ("survey", "message"),
    [
        ("{importance: 8}", "date"),
        ("{date: 2026-09-30, importance: 11}", "11"),
        ("{date: 2026-09-30, satisfaction: good}", "good"),
        ("{date: 2026-09-30, sample: -4}", "-4"),
        ("{date: 2026-09-30, by_segment: {smb: {importance: 12}}}", "12"),
    ],
)
def test_what_is_wrong_with_a_survey_is_a_finding_on_its_line(
    survey: str, message: str
) -> None:
    needs = f"needs:\n  n:\n    surveys:\n      - {survey}\n"

    ((line, said),) = faults("", needs)
    assert (line, message in said) == (4, True), said


def test_evidence_says_where_and_from_whom_it_comes() -> None:
    stated = (
        "{kind: survey, stage: use, channel: in-app, segments: [families], from: [Board]}"
    )

    found = sound("", f"evidence: {{s3: {stated}}}").evidence["s3"]
    assert (found.stage, found.channel) == ("use", "in-app")
    assert (found.segments, found.heard_from) == (("families",), ("Board",))


def test_a_need_may_be_anticipated_and_say_when_it_was_surveyed() -> None:
    need = sound("", "needs: {n: {anticipated: true, surveyed: 2026-Q3}}").needs["n"]

    assert need.anticipated
    assert need.surveyed.last == date(2026, 9, 30)


def test_anticipated_is_true_or_false() -> None:
    ((_, message),) = faults("", "needs: {n: {anticipated: maybe}}")

    assert "maybe" in message
