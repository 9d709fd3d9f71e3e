"""What lies exactly on a boundary, who is named first, and what counts for nothing."""

from __future__ import annotations

import pytest

from roadmap.checks.kept import Kept
from roadmap.checks.run import findings
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.reading.located import Files
from roadmap.reading.sources import Texts
from tests.checks.reading import was_read

TWO = "segments: {smb: {customers: 1}, families: {customers: 9}}\n"
NEED = "needs: {sleep: {importance: 8, satisfaction: 3}}\n"


def found(rule: str, portfolio: str, **initiatives: str) -> list[Diagnostic]:
    files = {f"{name}.yaml": text for name, text in initiatives.items()}
    every = findings(was_read({"portfolio.yaml": portfolio, **files}), plan=True)
    return [diagnostic for diagnostic in every if diagnostic.rule.name == rule]


def claims(*texts: str) -> dict[str, str]:
    return {
        f"i{n}": f"effort: 1w\noutcomes: {{sleep: {text}}}" for n, text in enumerate(texts)
    }


def test_what_a_need_lacks_may_be_claimed_once_in_full() -> None:
    assert not found("overclaimed-need", NEED, **claims("60%", "40%"))
    assert found("overclaimed-need", NEED, **claims("60%", "41%"))


def test_neither_harm_nor_an_obligation_makes_room_for_other_claims() -> None:
    kept = "{impact: 60%, protects: true}"
    (much,) = found("overclaimed-need", NEED, **claims("60%", "-60%", kept, "0%", "50%"))

    assert [label for _, label in much.related] == ["60 %", "50 %"]


def test_the_five_largest_claims_on_a_need_are_pointed_at() -> None:
    shares = ("11%", "35%", "14%", "33%", "12%", "32%", "34%", "31%")
    (much,) = found("overclaimed-need", NEED, **claims(*shares))

    assert [label for _, label in much.related] == ["35 %", "34 %", "33 %", "32 %", "31 %"]


def test_claims_on_a_need_that_is_not_there_are_not_added_up() -> None:
    assert not found(
        "overclaimed-need", "needs: {rest: {importance: 8}}", **claims("60%", "60%")
    )


def test_without_segments_a_claim_for_one_is_a_claim_for_all() -> None:
    own = "{impact: 60%, segments: [families]}"

    assert found("overclaimed-need", NEED, **claims(own, own))


@pytest.mark.parametrize(
    ("first", "other", "end"),
    [
        ("[smb, families]", "[families, smb]", "`sleep`"),
        ("[smb]", "[smb]", "`sleep` for `smb`"),
        ("[smb, families]", "[families]", "`sleep` for `families`"),
    ],
)
def test_a_segment_is_named_unless_too_much_is_claimed_alike_for_all(
    first: str, other: str, end: str
) -> None:
    own = claims(*(f"{{impact: 60%, segments: {each}}}" for each in (first, other)))
    (much,) = found("overclaimed-need", NEED + TWO, **own)

    assert much.message.endswith(end)


@pytest.mark.parametrize(
    ("count", "end"), [(8, "`i7` → `i0`"), (9, "`i7` → 1 more → `i0`")]
)
def test_eight_of_a_circle_of_parents_are_named(count: int, end: str) -> None:
    ring = {f"i{n}": f"parent: i{(n + 1) % count}" for n in range(count)}
    (each,) = found("parent-cycle", "vision: V", **ring)

    assert each.message.endswith(end)


def test_work_may_begin_and_end_on_one_day() -> None:
    text = "status: delivered\nstarted: 2026-02-03\ndelivered: 2026-02-%s"

    assert not found("contradictory-dates", "vision: V", a=text % "03")
    assert found("contradictory-dates", "vision: V", a=text % "02")


@pytest.mark.parametrize(("length", "too_long"), [(500, False), (501, True)])
def test_a_link_template_may_have_five_hundred_characters(
    length: int, too_long: bool
) -> None:
    start, end = "https://example.org/", "{id}"
    template = start + "x" * (length - len(start) - len(end)) + end
    text = f'link_templates: {{PAY: "{template}"}}'

    assert bool(found("malformed-address", text)) is too_long


def test_one_of_two_related_names_is_pointed_at() -> None:
    own = "effort: 1w\nrelations: {see-also: [PEP 8, lay-oot]}"
    (each,) = found(
        "misspelt-reference", "vision: V", **{"lay-out": "effort: 1w", "a": own}
    )

    assert each.place is not None
    assert each.place.route[-1] == "lay-oot"


def test_of_several_actuals_without_a_target_the_first_is_pointed_at() -> None:
    actuals = "[{date: 2026-11-30, value: 6}, {date: 2026-12-31, value: 5}]"
    measure = f"{{metric: calls, actual: {actuals}}}"
    text = f"status: delivered\noutcomes: {{sleep: {{impact: low, measure: {measure}}}}}"
    (each,) = found("actual-without-target", NEED, a=text)

    assert each.place is not None
    assert each.place.route[-1] == 0


STUDIES = """
evidence: {poll: {kind: survey, date: 2026-12-01%s}}
needs:
  sleep: {surveys: [{date: 2026-12-01, importance: 8, satisfaction: 3, evidence: poll}]}
  rest: {importance: 8, satisfaction: 3%s}
  dream: {importance: 8, satisfaction: 3}
"""
DREAM = "outcomes: {dream: {impact: low, evidence: [poll]}}"


def test_a_survey_is_about_the_need_whose_answers_it_gave() -> None:
    (off,) = found("off-topic-evidence", STUDIES % ("", ""), a=DREAM)

    assert off.message.endswith("it is about `sleep`")


def test_off_topic_evidence_is_told_by_the_first_need_that_lists_it() -> None:
    (off,) = found("off-topic-evidence", STUDIES % ("", ", evidence: [poll]"), a=DREAM)

    assert off.message.endswith("it is about `sleep`")


def test_off_topic_evidence_is_told_by_the_first_segment_that_it_comes_from() -> None:
    people = "segments: {smb: {}, families: {}, gov: {}}\n"
    study = "evidence: {poll: {kind: survey, segments: [families, smb]}}\n"
    own = "outcomes: {sleep: {impact: low, segments: [gov], evidence: [poll]}}"
    (off,) = found("off-topic-evidence", NEED + people + study, a=own)

    assert off.message.endswith("it comes from `families`")


@pytest.mark.parametrize(
    ("effort", "until"),
    [("4d", "until 2199-12-31"), ("5d", "until after 2199")],
)
def test_work_may_end_on_the_last_day_of_the_calendar(effort: str, until: str) -> None:
    text = f"effort: {effort}\ndeadline: 2199-12-30"
    (each,) = found("impossible-deadline", "start: 2199-12-30", a=text)

    assert each.message.endswith(until)


def test_ten_thousand_findings_of_a_rule_in_a_file_are_kept() -> None:
    rule = Rule("RM000", "any", Severity.NOTE, "")
    kept = Kept(Files(Texts({})))
    every = [Diagnostic(rule, str(number), Place("a.yaml")) for number in range(10_001)]

    assert len(list(kept.of(every[:10_000]))) == 10_000
    assert not list(kept.rest())
    assert not list(kept.of(every[10_000:]))
    assert [diagnostic.message for diagnostic in kept.rest()] == [
        "1 more finding of `any` in this file"
    ]


LAST_MONDAY = "start: 2199-12-30\nweek: [mon]\n"


def test_each_milestone_beyond_the_calendar_is_told() -> None:
    late = "effort: 0d\nnot_before: 2199-12-31"
    every = found("work-beyond-calendar", LAST_MONDAY, a=late, b=late)

    assert [diagnostic.initiative for diagnostic in every] == ["a", "b"]
    assert all("would be after 2199" in diagnostic.message for diagnostic in every)


@pytest.mark.parametrize(
    ("count", "what"),
    [(1, "`i0` is not"), (2, "2 initiatives are"), (6, "6 initiatives are")],
)
def test_work_beyond_the_calendar_is_told_once_a_team(count: int, what: str) -> None:
    late = {f"i{number}": "effort: 9w" for number in range(count)}
    (each,) = found("work-beyond-calendar", LAST_MONDAY, **late)

    assert what in each.message
    assert each.place == Place("i0.yaml")
    assert len(each.related) == min(count, 5)


REACHED = """
objectives:
  growth:
    kind: commercial
    key_results:
      - {metric: homes, baseline: 1, target: 2, actual: {date: 2026-12-31, value: 2}}
"""


def test_a_reached_objective_and_one_that_is_not_there_are_claimed_by_nobody() -> None:
    own = "effort: 1w\ncontributes_to: {growth: massive, grwoth: massive}"

    assert not found("overclaimed-objective", REACHED, a=own, b=own)


def test_a_single_related_name_is_replaced_where_it_stands() -> None:
    own = "effort: 1w\nrelations: {see-also: lay-oot}"
    (each,) = found(
        "misspelt-reference", "vision: V", **{"lay-out": "effort: 1w", "a": own}
    )

    assert [edit.place.route for edit in each.edits] == [("relations", "see-also")]


@pytest.mark.parametrize(
    ("effort", "value"), [("effort: 0d", ""), ("effort: 0d, value: -5", "-high")]
)
def test_nothing_and_harm_contradict_neither_themselves_nor_more_of_it(
    effort: str, value: str
) -> None:
    harm = f"outcomes: {{sleep: {{impact: {value}, confidence: 100%}}}}\n" if value else ""
    text = f"{harm}effort: 0d\nvalue-effort: {{{effort}}}"

    assert not found("contradictory-override", f"framework: value-effort\n{NEED}", a=text)


def test_of_several_surveys_the_first_is_pointed_at() -> None:
    dated = "[{date: 2025-09-30, satisfaction: 3}, {date: 2026-09-30, satisfaction: 4}]"
    (each,) = found(
        "survey-stated-twice", f"needs: {{sleep: {{satisfaction: 5, surveys: {dated}}}}}"
    )

    assert [place.route[-1] for place, _ in each.related] == [0]


@pytest.mark.parametrize(
    ("ends", "lacks"),
    [
        ("baseline: 1, target: 9, by: 2027-Q3", False),
        ("baseline: 1, target: 9", True),
        ("target: 9, by: 2027-Q3", True),
    ],
)
def test_a_gain_is_measured_by_a_key_result_with_a_date(ends: str, lacks: bool) -> None:
    goal = f"objectives: {{growth: {{key_results: [{{metric: homes, {ends}}}]}}}}"
    own = "effort: 1w\nstatus: committed\ncontributes_to: {growth: {gain: 2}}"

    assert bool(found("unmeasured-commitment", goal, a=own)) is lacks


def test_of_two_incomplete_measures_the_first_is_told() -> None:
    first = "sleep: {measure: {metric: m, baseline: 1, target: 2}}"
    other = "rest: {measure: {metric: m, baseline: 1, by: 2027-Q3}}"
    own = f"status: committed\neffort: 1w\noutcomes: {{{first}, {other}}}"
    (each,) = found("unmeasured-commitment", "vision: V", a=own)

    assert each.message.endswith("its measure has no `by`")


@pytest.mark.parametrize(
    "bound", ["promised: {date: 2027-03-01}", "must: {why: law}\ndeadline: 2027-03-01"]
)
def test_a_promise_counts_as_much_as_an_obligation(bound: str) -> None:
    paused = {"b": "effort: 1w\ndepends_on: [c]", "c": "effort: 1w\nstatus: paused"}
    own = f"effort: 1w\n{bound}\ndepends_on: [b]"

    assert found("unplaced-commitment", "vision: V", a=own, **paused)


def test_an_initiative_that_was_not_read_may_use_evidence() -> None:
    study = "evidence: {poll: {kind: survey}}"

    assert found("unused-evidence", study, a="effort: 1w")
    assert not found("unused-evidence", study, a="initiatives: [")


def test_worthless_segments_are_told_at_their_section() -> None:
    (each,) = found("worthless-segments", "segments: {smb: {customers: 0}}")

    assert each.place == (Place("portfolio.yaml") / "segments").key
