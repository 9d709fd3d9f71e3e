"""A known word in other letters: recognised everywhere, and safe to put right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from roadmap.reading.declared import extended
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.kinds import Kind
from roadmap.reading.portfolio_file import PortfolioFile
from roadmap.reading.record import Record
from roadmap.reading.word_advice import advice
from roadmap.scoring.catalogue import words
from tests.reading.cures import cures, written


def variants(word: str) -> Iterator[str]:
    for apart in {word, *(word.replace(sign, each) for sign in "-_" for each in "-_ ")}:
        yield from {apart.upper(), apart.title(), apart.capitalize(), apart} - {word}


def choices(record: type[Record]) -> Iterator[tuple[str, ...]]:
    for key in record.KEYS.values():
        yield from _within(key.kind)


def _within(kind: Kind) -> Iterator[tuple[str, ...]]:
    if kind.choices:
        yield kind.choices
    if kind.record is not None:
        yield from choices(kind.record)
    for inner in (*kind.forms, *([kind.of] if kind.of else ())):
        yield from _within(inner)


@pytest.mark.parametrize("record", [InitiativeFile, PortfolioFile])
def test_every_choice_knows_its_words_in_other_letters(record: type[Record]) -> None:
    declared = words().initiative if record is InitiativeFile else words().portfolio
    met = {*choices(extended(record, declared))}
    assert met
    for known in met:
        for word in known:
            for variant in variants(word):
                assert advice(variant, known, "").write == word, variant
                assert advice(variant, known, "").safe, variant


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("status: In Progress", "in_progress"),
        ("status: IN-PROGRESS", "in_progress"),
        ("must: {why: Law}", "law"),
        ("outcomes: {n: High}", "high"),
        ("outcomes: {n: -MASSIVE}", "-massive"),
        ("outcomes: {n: {confidence: MEDIUM}}", "medium"),
        ("contributes_to: {o: Low}", "low"),
        ("effort: 6W", "6w"),
        ("effort: 2W..5W", "2w..5w"),
        ("deadline: 2027-q3", "2027-Q3"),
        ("deadline: 2027-h1", "2027-H1"),
        ("internal: True", "true"),
        ("outcomes: {n: {protects: FALSE}}", "false"),
    ],
)
def test_other_letters_are_put_right_without_asking(text: str, right: str) -> None:
    assert cures(text) == [f"write `{right}`"]
    assert written(text) == [(right, True)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("minimise: Cost of delay", "cost-of-delay"),
        ("engine: Fast", "fast"),
        ("week: [Mon]", "mon"),
        ("evidence: {a: {kind: Survey}}", "survey"),
        ("objectives: {a: {kind: Commercial}}", "commercial"),
        ("horizons: {now: 4W}", "4w"),
    ],
)
def test_other_letters_in_the_portfolio_are_put_right_too(text: str, right: str) -> None:
    assert written(portfolio=text) == [(right, True)]


def test_a_size_in_other_letters_is_put_right() -> None:
    assert written("effort: m", "sizes: {S: 1w, M: 3w}") == [("M", True)]


def test_a_slip_of_the_finger_is_written_only_when_asked_for() -> None:
    assert written("status: propsed") == [("proposed", False)]
