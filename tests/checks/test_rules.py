"""Every rule finds what is marked in its own portfolio, and nothing else there."""

from __future__ import annotations

import re

import pytest

from roadmap.checks.catalogue import planned, rules
from roadmap.checks.run import findings
from roadmap.diagnostics import Diagnostic, Located
from roadmap.reading.located import Files
from tests.checks.faulty_portfolios import FAULTY, NAMES, opened, own_findings

UNMARKABLE = {"unreadable-file", "outside-link", "duplicate-section"}
MARK = re.compile(r"# (RM\d{3})(?: \1)*$")
CODES = {rule.name: rule.code for rule in rules()}
Found = tuple[str, int, str]


def marked(name: str) -> list[Found]:
    return [
        (file.relative_to(FAULTY / name).as_posix(), number, code)
        for file in sorted((FAULTY / name).rglob("*.yaml"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if (mark := MARK.search(line))
        for code in mark[0].split()[1:]
    ]


def found(name: str) -> list[Found]:
    was_read = opened(name)
    files = Files(was_read.sources)
    every = own_findings(name, was_read, files)
    return [(*at(diagnostic, files), diagnostic.rule.code) for diagnostic in every]


def at(diagnostic: Diagnostic, files: Files) -> tuple[str, int]:
    assert diagnostic.place is not None
    located = files.located(diagnostic.place)
    return located.path, located.span.line if located.span else 0


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_finds_exactly_the_lines_marked_with_its_code(name: str) -> None:
    assert sorted(found(name)) == sorted(marked(name))


def test_a_portfolio_marks_only_its_own_rule() -> None:
    codes = {name: {code for _, _, code in marked(name)} for name in NAMES}
    assert codes == {name: {CODES[name]} for name in NAMES}


def test_a_rule_has_a_portfolio_that_breaks_it() -> None:
    assert {rule.name for rule in rules()} - {*NAMES, *UNMARKABLE} == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_finding_underlines_the_name_that_it_is_about(name: str) -> None:
    was_read = opened(name)
    files = Files(was_read.sources)
    for finding in own_findings(name, was_read, files):
        named = re.match(r"no [a-z]+ `(.*?)`|unknown key `(.*?)`", finding.message)
        if named and finding.place:
            assert underlined(files.located(finding.place)) == (named[1] or named[2])


def underlined(located: Located) -> str:
    span = located.span
    assert span is not None
    return located.lines[0][span.column - 1 : span.end_column - 1]


def test_rules_that_need_a_plan_wait_until_they_are_asked() -> None:
    was_read = opened("must-late-by-pin")

    assert planned().isdisjoint(finding.rule for finding in findings(was_read))
    assert planned().isdisjoint(
        finding.rule for finding in findings(was_read, lenient=False)
    )
    assert "RM403" in {finding.rule.code for finding in findings(was_read, plan=True)}
