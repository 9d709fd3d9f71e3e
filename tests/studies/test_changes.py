from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.studies.apply_changes import Between
from roadmap.studies.changes import changes
from roadmap.studies.sameness import same
from roadmap.views.phrases.causes import names_of
from roadmap.views.phrases.changes import phrase
from roadmap.views.phrases.names import PairNames
from tests.studies.files import SHOP, Replaced, between, edited, portfolio

EXAMPLE = Path(__file__).parent.parent.parent / "initiatives"
START = ("portfolio.yaml", "start: 2027-01-04", "start: 2027-01-04\n")


def said(old: dict[str, str], new: dict[str, str]) -> list[str]:
    before, after = portfolio(old), portfolio(new)
    names = PairNames(before, after)
    return [phrase(change, names) for change in changes(before, after)]


NOTED = {
    "kind: bug": "“Search” now has a kind: bug",
    "priority: P1": "“Search” now has a priority: P1",
    "parent: refunds": "“Search” now has a parent: “Refunds”",
    "parent: EPIC-1": "“Search” now has a parent: EPIC-1",
    "owner: Ana": "“Search” now has an owner: Ana",
    "owners: [Ana, Ben]": "“Search” now has owners: Ana, Ben",
    "because: it waits": "“Search” now has a reason: it waits",
    "created: 2026-11-30T10:00Z": "“Search” now has a creation date: 2026-11-30",
    "updated: 2026-11-30": "“Search” now has an update date: 2026-11-30",
    "relations: {replaces: refunds}": "the relations of “Search” changed: "
    "replaces refunds (added)",
}
"""Facts that move nothing, each with what is said where it is added."""
SAYINGS: list[tuple[Replaced, str]] = [
    (("refunds.yaml", "web: 2w", "web: 1w"), "“Refunds” shrank from 2w to 1w"),
    (
        ("refunds.yaml", "web: 2w", "web: 2w, data: 1w"),
        "“Refunds” grew: data none → 1w",
    ),
    (
        ("refunds.yaml", "web: 2w", "web: {work: 2w, people: 3}"),
        "“Refunds” now takes 3 people instead of the default",
    ),
    (
        ("refunds.yaml", "web: 2w", "web: {work: 2w, people: 1}, data: 1w"),
        "“Refunds” grew: web now takes 1 person instead of the default, data none → 1w",
    ),
    (
        ("search.yaml", "depends_on: []", "depends_on: [invoices, refunds]"),
        "“Search” now depends on “Invoices” and “Refunds”",
    ),
    (
        ("refunds.yaml", "depends_on: [ledger-events]", "depends_on: []"),
        "“Refunds” no longer depends on “Events”",
    ),
    (
        ("search.yaml", "title: Search", "title: Search\nstatus: paused"),
        "“Search” is now paused",
    ),
    (
        ("search.yaml", "title: Search", "title: Search\ndeadline: 2027-Q1"),
        "“Search” now has a deadline: 2027-Q1",
    ),
    *(
        (("search.yaml", "title: Search", f"title: Search\n{key}"), sentence)
        for key, sentence in NOTED.items()
    ),
    (
        ("search.yaml", "title: Search", "title: Search\nnot_before: 2027-02"),
        "“Search” now has an earliest start: 2027-02",
    ),
    (
        ("search.yaml", "title: Search", "title: Search\nmust: {why: law}"),
        "“Search” is now mandatory (regulatory)",
    ),
    (
        ("search.yaml", "depends_on: []\n", ""),
        "“Search” no longer declares its dependencies",
    ),
    (
        ("search.yaml", "effort: {web: 4w}", "effort: {web: {work: 4w, people: 1}}"),
        "“Search” now takes 1 person instead of the default",
    ),
    (
        ("search.yaml", "title: Search", "title: Search\npin: {why: fair}"),
        "“Search” is now pinned",
    ),
    (
        ("search.yaml", "value: 8", "value: 9"),
        "the value-effort of “Search” changed: value 8 → 9",
    ),
    (
        ("portfolio.yaml", "web: {people: 1,", "web: {people: 2,"),
        "team web went from 1 to 2 people",
    ),
    (
        ("search.yaml", "title: Search", "title: Search\nspent: {web: 5w}"),
        "the actual effort of “Search” changed: web 5w (added)",
    ),
    (
        ("search.yaml", "title: Search", "title: Search\ndelivered: 2026-12"),
        "“Search” now has a delivery date: 2026-12",
    ),
    (
        (*START[:2], START[2] + "holidays: [2027-01-06]"),
        "2027-01-06 is now a holiday",
    ),
    (
        (*START[:2], START[2] + "balance: {needs: 40, customer: 20}"),
        "`balance` changed: needs 50 → 40, customer 10 → 20",
    ),
    (
        (*START[:2], START[2] + "minimise: makespan"),
        "`minimise` changed from cost-of-delay to makespan",
    ),
]


@pytest.mark.parametrize(("edit", "sentence"), SAYINGS, ids=[s for _, s in SAYINGS])
def test_an_edit_is_said_in_words(edit: Replaced, sentence: str) -> None:
    assert said(SHOP, edited(SHOP, edit)) == [sentence]


def test_the_same_files_have_no_edit() -> None:
    assert said(SHOP, SHOP) == []


def test_another_name_of_a_file_is_no_edit() -> None:
    old = SHOP | {"tax.yaml": "id: tax\neffort: {web: 1w}\n"}
    new = SHOP | {"taxes.yaml": "id: tax\neffort: {web: 1w}\n"}

    assert said(old, new) == []


def test_comments_and_the_order_of_keys_are_no_edit() -> None:
    new = edited(SHOP, ("search.yaml", "title: Search\neffort: {web: 4w}",
                        "effort: {web: 4w}  # a guess\ntitle: Search"))  # fmt: skip

    assert said(SHOP, new) == []


def test_a_title_can_move_nothing() -> None:
    new = edited(SHOP, ("search.yaml", "title: Search", "title: Find"))

    assert [edit.inert for edit in changes(portfolio(SHOP), portfolio(new))] == [True]


@pytest.mark.parametrize("key", NOTED)
def test_what_a_tracker_notes_can_move_nothing(key: str) -> None:
    new = edited(SHOP, ("search.yaml", "title: Search", f"title: Search\n{key}"))

    assert [edit.inert for edit in changes(portfolio(SHOP), portfolio(new))] == [True]


def test_a_fact_that_changes_or_goes_is_told_with_both_sides() -> None:
    old = edited(SHOP, ("search.yaml", "title: Search", "title: Search\nkind: bug"))
    new = edited(old, ("search.yaml", "kind: bug", "kind: feature"))

    assert said(old, new) == ["the kind of “Search” changed from bug to feature"]
    assert said(old, SHOP) == ["“Search” no longer has a kind (it was bug)"]


def test_owner_and_owners_say_the_same_of_one_name() -> None:
    old = edited(SHOP, ("search.yaml", "title: Search", "title: Search\nowner: Ana"))
    new = edited(old, ("search.yaml", "owner: Ana", "owners: [Ana]"))

    assert said(old, new) == []


def test_another_meaning_of_a_word_is_one_edit_of_the_portfolio() -> None:
    words = START[2] + "status_words: {Review: in_progress}"
    old = edited(SHOP, (*START[:2], words),
                 ("search.yaml", "title: Search", "title: Search\nstatus: review"),
                 ("refunds.yaml", "title: Refunds", "title: Refunds\nstatus: Review"),
                 )  # fmt: skip
    new = edited(old, ("portfolio.yaml", "Review: in_progress", "Review: paused"))
    unused = edited(SHOP, (*START[:2], words))
    (edit,) = changes(portfolio(old), portfolio(new))

    assert said(old, new) == ["`status_words` changed: Review in_progress → paused"]
    assert not edit.inert
    assert [change.inert for change in changes(portfolio(SHOP), portfolio(unused))] == [
        True
    ]


def test_a_teams_word_in_place_of_ours_is_no_edit() -> None:
    words = (*START[:2], START[2] + "status_words: {Later: paused}")
    old = edited(SHOP, words, ("search.yaml", "title: S", "status: paused\ntitle: S"))
    new = edited(SHOP, words, ("search.yaml", "title: S", "status: LATER\ntitle: S"))

    assert said(old, new) == []


def test_ten_days_for_two_weeks_can_move_nothing() -> None:
    new = edited(SHOP, ("refunds.yaml", "web: 2w", "web: 10d"))

    assert [edit.inert for edit in changes(portfolio(SHOP), portfolio(new))] == [True]


def test_another_size_is_one_edit_of_the_portfolio() -> None:
    sized = edited(SHOP, (*START[:2], START[2] + "sizes: {M: 3w}"),
                   ("refunds.yaml", "2w", "M"), ("search.yaml", "4w", "M"))  # fmt: skip
    new = edited(sized, ("portfolio.yaml", "M: 3w", "M: 4w"))

    assert said(sized, new) == ["size M grew from 3 weeks to 4 weeks"]


def test_another_default_effort_is_one_edit_of_the_portfolio() -> None:
    old = SHOP | {f"{name}.yaml": "team: web\n" for name in ("more", "most")}
    new = edited(old, (*START[:2], START[2] + "default_effort: 1w"))

    assert said(old, new) == ["the assumed effort changed from web 4w to web 1w"]


def test_what_is_new_and_what_is_gone() -> None:
    new = {name: text for name, text in SHOP.items() if name != "search.yaml"}
    new["tax.yaml"] = "effort: {web: 1w}\n"

    assert said(SHOP, new) == ["“Search” was removed", "“tax” was added"]


def test_one_key_of_a_need_is_told_with_its_numbers() -> None:
    old = SHOP | {"needs.yaml": "calm: {importance: 6, satisfaction: 5}\n"}
    new = edited(old, ("needs.yaml", "importance: 6", "importance: 9.5"))

    assert said(old, new) == ["the importance of need calm rose from 6 to 9.5"]


@pytest.mark.parametrize(
    "change",
    [edit for edit, _ in SAYINGS],
    ids=[sentence for _, sentence in SAYINGS],
)
def test_an_edit_as_a_value_is_the_edit_made_in_the_files(change: Replaced) -> None:
    other = edited(SHOP, ("invoices.yaml", "data: 2w", "data: 7w"))
    old, new = portfolio(SHOP), portfolio(edited(other, change))
    found = changes(old, new)
    wanted = changes(old, portfolio(edited(SHOP, change)))
    (number,) = [n for n, edit in enumerate(found) if edit in wanted]

    mixed = Between(old, new, found).applied([number])

    assert same(mixed, portfolio(edited(SHOP, change)))


def test_all_edits_of_an_example_lead_from_one_side_to_the_other() -> None:
    old, new = portfolio(EXAMPLE), portfolio(SHOP)
    found = changes(old, new)

    mixed = Between(old, new, (*found, found[0])).applied(range(len(found)))

    assert same(mixed.initiatives, new.initiatives)
    assert mixed.calendar == new.calendar


RESULTS = {
    "portfolio.yaml": """\
start: 2027-01-04
needs: {n: {statement: Know, surveys: [{date: 2025-09-30, satisfaction: 3}]}}
objectives: {o: {title: Keep, key_results: [{metric: kept, baseline: 8, target: 9}]}}
evidence: {e: {kind: survey, says: Yes}}
""",
    "a.yaml": "title: A\ncontributes_to: {o: high}\n",
}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        (
            "satisfaction: 3}]",
            "satisfaction: 3}, {date: 2026-09-30, satisfaction: 4}]",
            "surveys",
        ),
        ("statement: Know", "statement: Know, anticipated: true", "anticipated"),
        ("target: 9}", "target: 9, actual: {date: 2026-12-31, value: 8.5}}", "key_results"),
        ("says: Yes", "says: Yes, from: [Board]", "from"),
    ],
)
def test_results_are_told_by_their_keys(old: str, new: str, key: str) -> None:
    before = portfolio(RESULTS)
    after = portfolio(edited(RESULTS, ("portfolio.yaml", old, new)))

    (change,) = changes(before, after)
    assert [detail.route for detail in change.details] == [(key,)]
    assert change.inert == (key == "from")


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ("{M: 2w..4w, L: 2w}", ["size M changed from 1w..5w to 2w..4w"]),
        ("{M: 1w..6w, L: 2w}", ["size M grew from 3 weeks to 3.5 weeks"]),
        (
            "{M: 2w..4w, L: 3w}",
            [
                "size L grew from 2 weeks to 3 weeks and "
                "size M changed from 1w..5w to 2w..4w"
            ],
        ),
        ("{M: 5d..25d, L: 2w}", []),
    ],
)
def test_a_size_that_changed_never_reads_alike_on_both_sides(
    sizes: str, said: list[str]
) -> None:
    def sized(sizes: str) -> dict[str, str]:
        own = SHOP["portfolio.yaml"] + f"sizes: {sizes}\n"
        return edited(
            SHOP | {"portfolio.yaml": own},
            ("search.yaml", "web: 4w", "web: M"),
            ("invoices.yaml", "data: 2w", "data: L"),
        )

    found = between(sized("{M: 1w..5w, L: 2w}"), sized(sizes))

    assert [phrase(change, names_of(found)) for change in found.changes] == said


def test_of_days_away_only_those_that_differ_are_told() -> None:
    summer = "{from: 2027-08-02, to: 2027-08-20, people: 1}"
    away = [
        edited(
            SHOP, ("portfolio.yaml", "web: {people: 1,", f"web: {{people: 1, away: [{it}],")
        )
        for it in (summer, f"{summer}, {{from: 2027-03-01, to: 2027-03-05}}")
    ]
    added = "everybody away 2027-03-01 to 2027-03-05"
    assert said(*away) == [f"team web changed: {added} (added)"]
    assert said(*reversed(away)) == [f"team web changed: {added} (removed)"]


def test_other_people_for_the_same_work_are_told_by_their_number() -> None:
    two, three, default = (
        edited(SHOP, ("refunds.yaml", "web: 2w", f"web: {it}"))
        for it in ("{work: 2w, people: 2}", "{work: 2w, people: 3}", "2w")
    )
    assert said(two, three) == ["“Refunds” now takes 3 people instead of 2"]
    assert said(two, default) == [
        "“Refunds” now takes the default number of people instead of 2 people"
    ]
