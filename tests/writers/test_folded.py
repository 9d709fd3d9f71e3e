from __future__ import annotations

import pytest

from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.views.page import Findings, Page
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import LISTS, Setting
from tests.writers.sample_pages import located

LISTING = sorted(name for name, each in writers().items() if each.shows == LISTS)


def page(severity: Severity, hits: int) -> Page:
    rule = Rule("RM502", "overstated-confidence", severity, "One line.\n")
    every = [Diagnostic(rule, f"hit {n}", Place(f"{n}.yaml")) for n in range(hits)]
    found = [located(each) for each in every]
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
