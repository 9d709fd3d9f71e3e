from __future__ import annotations

import pytest

from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.views.page import Findings, Page
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import LISTS, Setting
from tests.writers.sample_pages import located

LISTING = sorted(name for name, writer in writers().items() if writer.shows == LISTS)


def page(severity: Severity, hits: int) -> Page:
    rule = Rule("RM502", "overstated-confidence", severity, "One line.\n")
    every = [Diagnostic(rule, f"hit {n}", Place(f"{n}.yaml")) for n in range(hits)]
    found = [located(diagnostic) for diagnostic in every]
    return Page("", (Findings(tuple(found), files=hits),))


def written(name: str, severity: Severity, hits: int, *, all: bool = False) -> str:
    return writers()[name].write(page(severity, hits), Setting(all=all))


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.NOTE])
@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_the_sixth_hit_of_a_rule_makes_one_line_of_all(
    name: str, severity: Severity
) -> None:
    five, six = written(name, severity, 5), written(name, severity, 6)

    assert [f"hit {n}" in five for n in range(5)] == [True] * 5
    assert "hit" not in six
    said = "6 findings of `overstated-confidence`, first in `0.yaml`; `--all` lists them"
    assert said in six


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_errors_about_one_key_are_folded_and_with_all_nothing_is(name: str) -> None:
    errors = written(name, Severity.ERROR, 40)
    every = written(name, Severity.ERROR, 40, all=True)

    assert "hit" not in errors
    assert "40 findings of" in errors
    assert [f"hit {n}" in every for n in range(40)] == [True] * 40


def test_the_count_still_counts_what_is_folded() -> None:
    assert written("terminal", Severity.NOTE, 40).endswith("40 notes in 40 files\n")


@pytest.mark.parametrize("name", [name for name in LISTING if name != "github"])
def test_every_other_format_lists_each(name: str) -> None:
    text = written(name, Severity.WARNING, 40)

    assert [f"hit {n}" in text for n in range(40)] == [True] * 40


def about(keys: list[str]) -> Page:
    rule = Rule("RM004", "unknown-key", Severity.ERROR, "One line.\n")
    places = [Place(f"{n}.yaml", (key,)) for n, key in enumerate(keys)]
    every = [located(Diagnostic(rule, f"hit {place.route[0]}.", place)) for place in places]
    return Page("", (Findings(tuple(every), files=len(keys)),))


def shown_of(keys: list[str], *, all: bool = False) -> str:
    return writers()["terminal"].write(about(keys), Setting(all=all))


def test_errors_about_more_keys_than_anyone_reads_are_counted() -> None:
    few, many = (shown_of([f"k{n:03}" for n in range(count)]) for count in (20, 600))

    assert few.count("hit k") == 20
    assert [f"hit k{n:03}." in many for n in (0, 4, 5)] == [True, True, False]
    assert "595 more findings of `unknown-key`, first in `5.yaml`" in many
    assert many.endswith("600 errors in 600 files\n")
    assert len(many.splitlines()) < 40


def test_the_keys_that_most_errors_are_about_get_a_line_each() -> None:
    keys = [f"k{n:03}" for n in range(30) for _ in range(6 + n)]
    text = shown_of(keys)

    assert [f"about `k{n:03}`" in text for n in (10, 11, 29)] == [False, True, True]
    assert f"{sum(6 + n for n in range(11))} more findings of `unknown-key`" in text


def test_with_all_every_error_about_every_key_is_listed() -> None:
    text = shown_of([f"k{n:03}" for n in range(600)], all=True)

    assert text.count("hit k") == 600
