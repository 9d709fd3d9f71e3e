"""What is said of a wrong value: what it is, what it should be, and how to write it."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.catalogue import words


def said(text: str, file: str = "initiative") -> list[tuple[str, str]]:
    was_read = read(Texts({f"{file}.yaml": text.encode()}), words(), date(2027, 1, 4))
    return [(diagnostic.message, diagnostic.cure) for diagnostic in was_read.diagnostics]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("outcomes: 5", "`outcomes`: expected a mapping or a list, not `5`"),
        ("effort: [web]", "`effort`: expected a mapping or a single value, not a list"),
        ("effort: 3", "`effort`: expected an effort, not `3`"),
        ("effort: {web: 3 weeks}", "`web`: `3 weeks` is not an effort"),
        ("depends_on: ledger", "`depends_on`: expected a list, not `ledger`"),
        ("depends_on: [ledger, ]\ntags: [~]", "`tags`: expected text, not an empty value"),
        ("cost: cheap", "`cost`: expected a number, not `cheap`"),
        ("cost: -1", "`cost`: `-1` is out of range"),
        ("internal: yes", "`internal`: expected `true` or `false`, not `yes`"),
        ("must: {note: x}", "`why` is missing"),
        (
            "deadline: 2027-13",
            "`deadline`: `2027-13` is not a date: month must be in 1..12",
        ),
        ("outcomes: {bill: 20}", "`bill`: expected an impact, not `20`"),
        ("outcomes: {bill: {reach: 0.6}}", "`reach`: expected a percentage, not `0.6`"),
    ],
)
def test_a_wrong_value_is_shown_beside_what_is_wanted(text: str, message: str) -> None:
    assert [each for each, _ in said(text)] == [message]


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("effort: 3", "say the unit: `3w` for weeks, `3d` for days"),
        ("effort: 3 weeks", "write it as `3w`"),
        ("outcomes: {bill: {reach: 0.6}}", "write it as `60%`"),
        ("status: in-progress", "write `in_progress`"),
        ("status: Idea", "write `idea`"),
        ("must: law", "write `must: {why: law}`"),
        ("must: regulatory", "write `must: {why: law}`"),
        ("must: contractual", "write `must: {why: contract}`"),
        ("must: safety", "write `must: {why: safety}`"),
        ("must: GDPR", "write `must: {why: law}`"),
        ("must: {why: regulatory}", "write `law`"),
        ("must: {why: contractual}", "write `contract`"),
        ("must: maybe", "write `must: {why: law, note: Order 2026-31}`"),
        ("pin: true", "write `pin: {why: the board wants it first, by: COO}`"),
        ("promised: 2027-Q2", "write `promised: {date: 2027-Q2}`"),
        ("outcomes: {a: {measure: contacts}}", "write `measure: {metric: contacts}`"),
        ("depends_on: ledger", "write `depends_on: [ledger]`"),
        ("depends_on: 'a, b'", "write a list: `[one, two]`"),
        ("x-a: 1\noutcomes: {a: high}\ntags: {a: b}", "write a list: `[one, two]`"),
    ],
)
def test_the_cure_is_what_was_meant_where_that_is_clear(text: str, cure: str) -> None:
    assert [each for _, each in said(text)] == [cure]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("depends-on: []", "depends_on"),
        ("Title: A", "title"),
        ("outcome: {bill: low}", "outcomes"),
        ("outcomes: {bill: {segment: [a]}}", "segments"),
        ("effort: {web: {work: 1w, peple: 1}}", "people"),
        ("rise: {reach: 3}", "rice"),
    ],
)
def test_an_unknown_key_is_told_the_nearest_that_is_known(text: str, key: str) -> None:
    messages = [message for message, _ in said(text)]

    assert len(messages) == 1
    assert messages[0].endswith(f"did you mean `{key}`?")


def test_a_value_is_found_fault_with_once() -> None:
    text = "- outcomes: [7, {need: a, reach: 7}, 7, {need: b, reach: 7}]"

    assert len(said(text)) == 4


def test_places_hold_where_items_before_them_were_left_out() -> None:
    text = "outcomes: [7, {need: bill, impact: low}, 7, {need: calls, impact: low}]"
    was_read = read(Texts({"a.yaml": text.encode()}), words(), date(2027, 1, 4))
    claims = was_read.portfolio.initiatives["a"].outcomes

    assert [(claim.target, claim.place.route) for claim in claims] == [
        ("bill", ("outcomes", 1)),
        ("calls", ("outcomes", 3)),
    ]


def test_long_values_are_shortened() -> None:
    message, _ = said("deadline: " + "x" * 500)[0]

    assert len(message) < 120


@pytest.mark.parametrize("text", ["effort: {web: {wrk: 3w}}", "promised: {dte: 2027}"])
def test_a_misspelt_key_that_is_needed_is_one_finding(text: str) -> None:
    (message,) = [each for each, _ in said(text)]

    assert message.startswith("unknown key `")


def test_a_key_that_is_needed_and_nowhere_to_be_seen_is_missing() -> None:
    assert [each for each, _ in said("effort: {web: {people: 3, colour: red}}")] == [
        "`work` is missing",
        "unknown key `colour`",
    ]


@pytest.mark.parametrize("text", ["tags:\n\t- a", "outcomes:\n  a: low\n\tb: low"])
def test_a_tab_is_to_be_spaces_however_the_parser_words_it(text: str) -> None:
    assert [cure for _, cure in said(text)] == ["indent with spaces, not with a tab"]
