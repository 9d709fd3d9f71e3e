"""A comment lets a finding pass on its line, or on the next one when it stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.checks.allowances import Allowances
from roadmap.checks.run import findings
from roadmap.checks.settings import Settings
from roadmap.cli.load import words
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.reading.comments import comments
from roadmap.reading.located import Files
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from tests.checks.faulty_portfolios import FAULTY, NAMES, opened, own_findings
from tests.checks.reading import TODAY, was_read

JUDGED = Settings(select=("RM010", "RM011", "RM101", "RM115", "RM201", "RM301"))
BEYOND_COMMENTS = {
    "duplicate-id", "duplicate-key", "text-cut-by-comment", "undeclared-dependencies",
    "unusable-id", "unused-allowance", "yaml-syntax",
}  # fmt: skip
"""Faulty portfolios whose findings no comment can reach."""
LOST = {"RM001", "RM002", "RM003", "RM006", "RM007", "RM008", "RM009", "RM011", "RM113"}
"""Faults that a comment cannot reach, that speak of comments, or that gather many."""


def codes(text: str) -> list[str]:
    found = findings(was_read({"a.yaml": text}), settings=JUDGED)
    return [diagnostic.rule.code for diagnostic in found]


def meant(text: str) -> list[tuple[str, int]]:
    return [(comment.text, comment.line) for comment in comments(text.encode())]


def test_a_comment_means_the_line_that_it_stands_on() -> None:
    assert meant("a: 1\nb: 2  # roadmap: allow[x] why\nc: 3") == [("allow[x] why", 2)]
    assert meant("\ufeffa: 1 #roadmap:allow[x]") == [("allow[x]", 1)]


def test_a_comment_on_a_line_of_its_own_means_the_next_that_says_something() -> None:
    assert meant("a: 1\n  # roadmap: allow[x]\n\n# more\nb: 2") == [("allow[x]", 5)]
    assert meant("a: 1\r\n# roadmap: allow[x]\r\nb: 2\r\n") == [("allow[x]", 3)]


@pytest.mark.parametrize(
    "text",
    [
        'a: "# roadmap: allow[x]"',
        "a: '\n  # roadmap: allow[x]'",
        "a: |\n  # roadmap: allow[x]\nb: 2",
        "a: >-\n  text\n  # roadmap: allow[x]",
        "a: b# roadmap: allow[x]",
        "a: # a remark on roadmap: allow[x]",
        "a: [# roadmap: allow[x]",
    ],
)
def test_what_is_no_comment_allows_nothing(text: str) -> None:
    assert meant(text) == []


def test_a_comment_after_a_block_of_text_is_one() -> None:
    assert meant("a: |\n  text\n# roadmap: allow[x]\nb: 2") == [("allow[x]", 4)]
    assert meant("a: >-  # roadmap: allow[x]\n  text\n") == [("allow[x]", 1)]


def test_one_comment_may_allow_several_rules_by_code_or_name() -> None:
    text = "{id: a, depends_on: [b, b]}  # roadmap: allow[%s] why"

    assert codes(text % "nothing") == ["RM010", "RM201", "RM301", "RM101", "RM115"]
    assert codes(text % "RM010, missing-effort,purposeless-initiative") == ["RM101"]
    assert codes(text % "rm010,MISSING-EFFORT,RM301,RM101") == []


def test_a_comment_that_allows_a_finding_is_meant_as_one_without_a_space_too() -> None:
    text = "title: A  #roadmap: allow[RM101] why\neffort: 1w  #2 weeks at most\n"
    (found,) = findings(was_read({"a.yaml": text}), settings=Settings(select=("RM013",)))

    assert "`#2 weeks at most`" in found.message


def test_a_comment_allows_no_group_of_rules() -> None:
    text = "title: A\neffort: 1w  # roadmap: allow[RM3] all\ndepends_on: []\n"
    every = findings(was_read({"a.yaml": text}), settings=JUDGED)
    found = {diagnostic.rule.code: diagnostic for diagnostic in every}

    assert found.keys() == {"RM115", "RM301"}
    assert found["RM115"].message == (
        "`RM3` means several rules, and a comment allows them one by one"
    )
    assert found["RM115"].cure == "name each of them, run `roadmap rule` for a list"


def test_an_allowance_reaches_no_other_line_and_no_other_rule() -> None:
    text = "title: A\neffort: 1w\ncontributes_to: {growth: low}\ndepends_on:\n"

    assert codes(text + "  - b  # roadmap: allow[unknown-dependency]\n  - c") == ["RM101"]
    assert codes(text + "  - b  # roadmap: allow[missing-title]\n") == ["RM101", "RM011"]


def test_what_has_no_place_is_allowed_by_no_comment() -> None:
    was = was_read({"a.yaml": "title: A  # roadmap: allow[RM101]"})
    allowances = Allowances(Files(was.sources), was.noted)

    assert not allowances.cover(Rule("RM101", "a-rule", Severity.ERROR, ""), None)


def test_one_who_has_not_looked_can_be_allowed_without_the_others() -> None:
    text = "title: A\neffort: 1w\ncontributes_to: {growth: low}\n"
    allowed = text.replace("A\n", "A  # roadmap: allow[undeclared-dependencies]\n")
    texts = {"a.yaml": allowed, "b.yaml": text, "c.yaml": text}
    (found,) = findings(was_read(texts), settings=Settings(select=("RM113",)))

    assert found.message == "dependencies not declared: `b` and 1 more"


@pytest.mark.parametrize("name", NAMES)
def test_allowing_a_finding_removes_exactly_that_one(name: str) -> None:
    was_read = opened(name)
    files = Files(was_read.sources)
    before = own_findings(name, was_read, files)
    assert before
    reached = [diagnostic for diagnostic in before if can_be_allowed(diagnostic)]
    assert bool(reached) is (name not in BEYOND_COMMENTS)
    for diagnostic in reached:
        assert diagnostic.place is not None
        span = files.span(diagnostic.place)
        assert span is not None
        texts = allowing(
            FAULTY / name, diagnostic.place.file, span.line, diagnostic.rule.code
        )
        again = read(Texts(texts), words(), TODAY)
        after = own_findings(name, again, Files(again.sources))
        there = (diagnostic.place.file, span.line)
        kept = [other.message for other in before if line_of(other, files) != there]

        assert [other.message for other in after] == kept


def can_be_allowed(diagnostic: Diagnostic) -> bool:
    span = diagnostic.place is None or diagnostic.place.span
    return diagnostic.rule.code not in LOST and not span


def allowing(folder: Path, name: str, line: int, code: str) -> dict[str, bytes]:
    """The files of a folder, a line of one of them with a comment that allows a rule."""
    texts = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*.yaml")
    }
    lines = texts[name].decode().split("\n")
    lines[line - 1] += f"  # roadmap: allow[{code}] known and accepted"
    return texts | {name: "\n".join(lines).encode()}


def line_of(diagnostic: Diagnostic, files: Files) -> tuple[str, int] | None:
    span = files.span(diagnostic.place) if diagnostic.place else None
    return (diagnostic.place.file, span.line) if diagnostic.place and span else None


def test_a_finding_without_a_line_is_not_allowed_by_a_comment() -> None:
    files = {"portfolio.yaml": "", "a.yaml": "title: A  # roadmap: allow[no-vision]\n"}
    sources = was_read(files).sources
    allowances = Allowances(Files(sources), ["gone.yaml", "a.yaml"])
    rule = Rule("RM000", "no-vision", Severity.NOTE, "")

    assert allowances.cover(rule, Place("a.yaml") / "title")
    assert not allowances.cover(rule, Place("a.yaml", ("nowhere",), document=7))
