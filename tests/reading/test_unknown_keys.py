"""Unknown keys: a tracker's, one from another place, or half of a text."""

from __future__ import annotations

import pytest

from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.portfolio_file import PortfolioFile
from roadmap.reading.record import Record
from roadmap.reading.schema_keys import records_in
from roadmap.reading.tracker_words import KEYS, key_meant
from tests.reading.cures import cures, found


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("assignee", "owner"),
        ("Assigned to", "owner"),
        ("due", "deadline"),
        ("due_date", "deadline"),
        ("labels", "tags"),
        ("estimate", "effort"),
        ("story-points", "effort"),
        ("description", "summary"),
        ("blocked_by", "depends_on"),
        ("dependencies", "depends_on"),
        ("epic", "parent` or `theme"),
        ("Epic Link", "parent"),
        ("assignees", "owners"),
        ("type", "kind"),
        ("Issue Type", "kind"),
        ("prio", "priority"),
        ("created_at", "created"),
        ("last modified", "updated"),
        ("url", "links"),
        ("name", "title"),
        ("state", "status"),
        ("squad", "team"),
        ("see_also", "related"),
        ("completed_at", "delivered"),
        ("reason", "because"),
        ("start_date", "not_before` or `started"),
    ],
)
def test_a_trackers_key_is_told_ours(theirs: str, ours: str) -> None:
    cure = f"write `{ours}`, or start a key of your own with `x-`: `x-{theirs}`"

    assert cures(f"title: A\n{theirs}: x") == [cure]


@pytest.mark.parametrize("key", ["superseded_by", "Superseded by", "superseded-by"])
def test_a_trackers_relation_is_told_to_go_under_relations(key: str) -> None:
    told = "write `relations: {superseded-by: …}`, or start a key of your own with `x-`: "

    assert cures(f"title: A\n{key}: b") == [f"{told}`x-{key}`"]


@pytest.mark.parametrize(
    ("portfolio", "ours"),
    [
        ("teams: {web: {members: 3}}", "people"),
        ("teams: {web: {wip_limit: 3}}", "at_once"),
        ("segments: {a: {ltv: 3}}", "lifetime_value"),
        ("evidence: {a: {type: survey}}", "kind"),
        ("objectives: {a: {krs: []}}", "key_results"),
        ("mission: x", "vision"),
        ("workflow: {Done: delivered}", "status_words"),
    ],
)
def test_which_of_our_keys_is_meant_depends_on_the_place(portfolio: str, ours: str) -> None:
    assert cures(portfolio=portfolio)[0].startswith(f"write `{ours}`, or ")


def test_every_word_in_the_table_of_keys_leads_to_a_key_that_exists() -> None:
    known = {*keys_of(InitiativeFile), *keys_of(PortfolioFile)}

    assert known >= KEYS.keys()
    assert key_meant("impact") == ()


def keys_of(record: type[Record]) -> set[str]:
    below = (each for key in record.KEYS.values() for each in records_in(key.kind))
    return {*record.KEYS}.union(*map(keys_of, below))


@pytest.mark.parametrize(
    ("key", "cure"),
    [
        (
            "impact",
            "`impact` belongs under `outcomes: {NEED: {impact: …}}` or "
            "`contributes_to: {OBJECTIVE: {impact: …}}`",
        ),
        ("reach", "`reach` belongs under `outcomes: {NEED: {reach: …}}`"),
        ("why", "`why` belongs under `must: {why: …}` or `pin: {why: …}`"),
        ("focus", "`focus` belongs under `teams: {TEAM: {focus: …}}` in portfolio.yaml"),
        ("vision", "`vision` belongs in portfolio.yaml"),
        (
            "baseline",
            "`baseline` belongs under `outcomes: {NEED: {measure: {baseline: …}}}` or "
            "`contributes_to: {OBJECTIVE: {measure: {baseline: …}}}`",
        ),
    ],
)
def test_a_key_of_another_place_is_told_that_place(key: str, cure: str) -> None:
    assert cures(f"title: A\n{key}: x") == [cure]


def test_a_key_of_the_top_is_sent_there() -> None:
    assert cures("outcomes: {n: {effort: 1w}}") == [
        "`effort` belongs at the top, as a key of its own"
    ]
    assert cures(portfolio="title: P\ndepends_on: []") == [
        "`depends_on` belongs in an initiative's file"
    ]


@pytest.mark.parametrize("record", [InitiativeFile, PortfolioFile])
def test_every_key_of_the_format_is_told_its_place(record: type[Record]) -> None:
    keys = keys_of(record) - PortfolioFile.KEYS.keys()
    assert len(keys) > 10
    for key in keys:
        (cure,) = cures(portfolio=f"title: P\n{key}: [x, {{y: z}}]")
        assert cure.startswith((f"`{key}` belongs ", "write ")), key


def test_a_misspelt_key_of_this_place_is_preferred() -> None:
    assert cures("Impakt: x\ntitle: A\nDepends On: []")[1].startswith("write `depends_on`")


@pytest.mark.parametrize("text", ["promised: {due: 2027-06-30}", "promised: {Due: 2027}"])
def test_a_trackers_key_for_one_that_is_needed_is_one_finding(text: str) -> None:
    (cure,) = cures(text)

    assert cure.startswith("write `date`, or ")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("must: {why: law, note: Act 12, fine of 4 %}", 'note: "Act 12, fine of 4 %"'),
        ("{title: Save, print, share, effort: 1w}", 'title: "Save, print, share"'),
        ('{title: Say "it", or not}', "title: 'Say \"it\", or not'"),
        ("pin: {by: COO, with the board}", 'by: "COO, with the board"'),
    ],
)
def test_a_text_that_a_comma_cuts_off_is_shown_in_quotes(text: str, whole: str) -> None:
    assert cures(text) == [f"put text that holds a comma in quotes: `{whole}`"]


def test_a_key_with_a_colon_is_no_half_of_a_text() -> None:
    (cure,) = cures("title: Save\nprint:")

    assert cure == "remove it, or start a key of your own with `x-`: `x-print`"


def test_a_forgotten_colon_is_told() -> None:
    assert cures(portfolio="teams: {web: {people 3}}") == ["write `people: 3`"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("customers: 1,200", "1200"),
        ("customers: 1,200,000", "1200000"),
        ("customers: 1, 200", "1200"),
        ("customers: 1,200, lifetime_value: 840", "1200"),
        ("weight: 1,5", "1.5"),
    ],
)
def test_a_number_that_a_comma_cuts_in_two_is_one_fault(text: str, right: str) -> None:
    cure = f"write `{right}`; in braces a comma ends the value"

    assert cures(portfolio=f"segments: {{a: {{{text}}}}}") == [cure]


def test_what_is_cut_in_two_counts_as_absent_each_time() -> None:
    text = "segments: {a: {customers: 1,200, lifetime_value: 4,200}}"
    findings = found(portfolio=text)

    assert [finding.place.route[-1] for finding in findings if finding.place] == [
        "customers",
        "lifetime_value",
    ]
    assert [edit.text for finding in findings for edit in finding.edits] == ["1200", "4200"]


def test_separators_outside_of_braces_get_the_same_cure() -> None:
    block, braces = (
        "segments:\n a:\n  customers: 1,200",
        "segments: {a: {customers: 1,200}}",
    )

    assert cures(portfolio=block) == cures(portfolio=braces)


@pytest.mark.parametrize("text", ["tags: [1,200]", "outcomes: {12: high, 13: low}"])
def test_lists_and_names_of_digits_stay_as_they_are(text: str) -> None:
    assert cures(text) == []
