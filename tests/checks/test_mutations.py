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
    for finding in findings(read, files=located):
        assert finding.place
        span = located.span(finding.place)
        assert span
        at = (finding.place.file, span.line, span.column, span.end_column)
        every[finding.rule.code, *_lasting(finding)] = at
    return every


def _lasting(diagnostic: Diagnostic) -> tuple[str, str]:
    """What stays of a finding that counts, names a need, or speaks of the first of many."""
    if diagnostic.rule.code in ("RM113", "RM512") or not diagnostic.place:
        return "", ""
    return diagnostic.place.file, re.sub(r"\d+ claims? rel(y|ies)", "", diagnostic.message)


CLEAN = found(EXAMPLE)
SUMS = {"RM308", "RM310"}
"""Rules that add up claims: an impact that cannot be read counts as medium there."""


def test_there_are_more_than_four_hundred() -> None:
    assert len(SEEDED) >= 400
    assert len({mutation.text for mutation in SEEDED}) == len(SEEDED)


def test_the_example_has_no_error() -> None:
    assert all(finding.severity < Severity.ERROR for finding in findings(was_read(EXAMPLE)))


def rounds() -> dict[str, list[Mutation]]:
    """Mutations of one kind in files of their own, so that one reading finds them all."""
    turns = Counter[tuple[str, str]]()
    together: dict[str, list[Mutation]] = {}
    for mutation in SEEDED:
        turns[mutation.seed, mutation.file] += 1
        turn = turns[mutation.seed, mutation.file]
        together.setdefault(f"{mutation.seed}, {turn}", []).append(mutation)
    return together


ROUNDS = rounds()


@pytest.mark.parametrize("kind", ROUNDS)
def test_seeded_faults_are_found_where_they_are_and_nothing_else(kind: str) -> None:
    seeded = ROUNDS[kind]
    codes = {mutation.code for mutation in seeded}
    every = found(EXAMPLE | {mutation.file: mutation.text for mutation in seeded})
    new = [
        (key[0], at)
        for key, at in every.items()
        if key not in CLEAN and key[0] not in SUMS - codes
    ]

    assert sorted(new) == sorted(
        (
            mutation.code,
            (mutation.file, mutation.line, mutation.column, mutation.end_column),
        )
        for mutation in seeded
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

    assert [finding.rule.code for finding in findings(was_read({name: text}))] == [code]
