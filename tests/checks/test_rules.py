"""Every rule finds what is marked in its portfolio, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from roadmap.checks.catalogue import rules
from roadmap.checks.run import findings
from roadmap.cli.load import words
from roadmap.diagnostics import Diagnostic, Located, Rule
from roadmap.reading.located import Files
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Folder

FAULTY = Path(__file__).parent / "faulty"
PORTFOLIOS = sorted(folder.name for folder in FAULTY.iterdir())
UNMARKABLE = {"unreadable-file", "outside-link", "duplicate-section"}
MARK = re.compile(r"# (RM\d{3}(?: RM\d{3})*)$")
Found = tuple[str, int, str]


def opened(name: str) -> Read:
    return read(Folder(FAULTY / name, FAULTY / name), words(), date(2027, 1, 4))


def marked(name: str) -> list[Found]:
    return [
        (file.name, number, code)
        for file in sorted((FAULTY / name).iterdir())
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if (mark := MARK.search(line))
        for code in mark[1].split()
    ]


def found(name: str) -> list[Found]:
    was_read = opened(name)
    files = Files(was_read.sources)
    every = findings(was_read, plan=True, files=files)
    return [(*at(each, files), each.rule.code) for each in every]


def at(each: Diagnostic, files: Files) -> tuple[str, int]:
    assert each.place is not None
    located = files.located(each.place)
    return located.path, located.span.line if located.span else 0


@pytest.mark.parametrize("name", PORTFOLIOS)
def test_exactly_the_marked_lines_are_found_fault_with(name: str) -> None:
    assert sorted(found(name)) == sorted(marked(name))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_has_a_portfolio_that_breaks_it(rule: Rule) -> None:
    if rule.name not in UNMARKABLE:
        assert rule.code in {code for _, _, code in marked(rule.name)}


@pytest.mark.parametrize("name", PORTFOLIOS)
def test_a_finding_underlines_the_name_that_it_is_about(name: str) -> None:
    was_read = opened(name)
    files = Files(was_read.sources)
    for each in findings(was_read):
        named = re.match(r"no [a-z]+ `(.*?)`|unknown key `(.*?)`", each.message)
        if named and each.place:
            assert underlined(files.located(each.place)) == (named[1] or named[2])


def underlined(located: Located) -> str:
    span = located.span
    assert span is not None
    return located.lines[0][span.column - 1 : span.end_column - 1]


def test_rules_that_need_a_plan_wait_until_they_are_asked() -> None:
    assert findings(opened("must-late-by-pin")) == ()
    assert findings(opened("must-late-by-pin"), lenient=False) == ()
    assert len(findings(opened("must-late-by-pin"), plan=True)) == 2
