"""Every fault seeded in the example is found at its exact place, and nothing else is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from roadmap.checks.run import findings
from roadmap.diagnostics import Diagnostic, Severity
from roadmap.reading.located import Files
from tests.checks.mutations import Mutation, example, mutations
from tests.checks.reading import was_read

SEEDED = mutations()
EXAMPLE = example()
Place = tuple[str, int, int, int]


def found(files: dict[str, str]) -> dict[tuple[str, str, str], Place]:
    """Each finding, by code, file and message, with its line and columns."""
    read = was_read(files)
    located = Files(read.sources)
    every = {}
    for each in findings(read, files=located):
        assert each.place
        span = located.span(each.place)
        assert span
        at = (each.place.file, span.line, span.column, span.end_column)
        every[each.rule.code, *_lasting(each)] = at
    return every


def _lasting(each: Diagnostic) -> tuple[str, str]:
    """What stays of a finding that counts, names a need, or speaks of the first of many."""
    if each.rule.code in ("RM113", "RM512") or not each.place:
        return "", ""
    return each.place.file, re.sub(r"\d+ claims? rel(y|ies)", "", each.message)


CLEAN = found(EXAMPLE)
SUMS = {"RM308", "RM310"}
"""Rules that add up claims: an impact that cannot be read counts as medium there."""


def test_there_are_more_than_four_hundred() -> None:
    assert len(SEEDED) >= 400
    assert len({each.text for each in SEEDED}) == len(SEEDED)


def test_the_example_has_no_error() -> None:
    assert all(each.severity < Severity.ERROR for each in findings(was_read(EXAMPLE)))


def rounds() -> dict[str, list[Mutation]]:
    """Mutations of one kind in files of their own, so that one reading finds them all."""
    turns = Counter[tuple[str, str]]()
    together: dict[str, list[Mutation]] = {}
    for each in SEEDED:
        turns[each.seed, each.file] += 1
        turn = turns[each.seed, each.file]
        together.setdefault(f"{each.seed}, {turn}", []).append(each)
    return together


ROUNDS = rounds()


@pytest.mark.parametrize("kind", ROUNDS)
def test_seeded_faults_are_found_where_they_are_and_nothing_else(kind: str) -> None:
    seeded = ROUNDS[kind]
    codes = {each.code for each in seeded}
    every = found(EXAMPLE | {each.file: each.text for each in seeded})
    new = [
        (key[0], at)
        for key, at in every.items()
        if key not in CLEAN and key[0] not in SUMS - codes
    ]

    assert sorted(new) == sorted(
        (each.code, (each.file, each.line, each.column, each.end_column)) for each in seeded
    )


HOSTILE = {
    "sixty thousand brackets": ("a.yaml", "[" * 60_000, "RM001"),
    "sixty thousand braces": ("a.yaml", "title: " + "{a: " * 60_000, "RM001"),
    "sixty thousand dashes": ("a.yaml", "- " * 60_000, "RM001"),
    "an id that is a comment's sign": ("a.yaml", 'id: "#12"\ntitle: A', "RM006"),
    "a file name in another Unicode form": (
        f"{unicodedata.normalize('NFD', 'Müll')}.yaml",
        "title: A",
        "RM006",
    ),
    "an id in another Unicode form": (
        "a.yaml",
        f"id: {unicodedata.normalize('NFD', 'é')}\ntitle: A",
        "RM006",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_answered_with_a_finding(case: str) -> None:
    name, text, code = HOSTILE[case]

    assert [each.rule.code for each in findings(was_read({name: text}))] == [code]
