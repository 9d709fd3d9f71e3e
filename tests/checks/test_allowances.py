"""A comment lets a finding pass on its line, or on the next one when it stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from roadmap.checks.allowances import Allowances
from roadmap.checks.run import findings
from roadmap.cli.load import words
from roadmap.diagnostics import Rule, Severity
from roadmap.reading.comments import comments
from roadmap.reading.located import Files
from roadmap.reading.read import read
from roadmap.reading.sources import Folder, Texts
from tests.checks.reading import TODAY, was_read

FAULTY = Path(__file__).parent / "faulty"
LOST = {"RM001", "RM002", "RM003", "RM006", "RM007", "RM008", "RM009", "RM011", "RM113"}
"""Faults that a comment cannot reach, that speak of comments, or that gather many."""


def codes(text: str) -> list[str]:
    return [each.rule.code for each in findings(was_read({"a.yaml": text}))]


def meant(text: str) -> list[tuple[str, int]]:
    return [(each.text, each.line) for each in comments(text.encode())]


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


def test_a_comment_allows_no_group_of_rules() -> None:
    text = "title: A\neffort: 1w  # roadmap: allow[RM3] all\ndepends_on: []\n"
    found = {each.rule.code: each for each in findings(was_read({"a.yaml": text}))}

    assert found.keys() == {"RM115", "RM301"}
    assert found["RM115"].message == (
        "a comment allows single rules, and `RM3` means several"
    )
    assert found["RM115"].cure == "name them, `roadmap rule` lists all"


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
    (found,) = findings(was_read({"a.yaml": allowed, "b.yaml": text, "c.yaml": text}))

    assert found.message == "nobody has looked at what `b` and 1 more may depend on"


def each_finding() -> list[ParameterSet]:
    found = []
    for folder in sorted(FAULTY.iterdir()):
        was = read(Folder(folder, folder), words(), TODAY)
        every = findings(was, plan=True)
        for number, each in enumerate(every):
            if each.rule.code not in LOST and each.place and not each.place.span:
                found.append(
                    pytest.param(folder.name, number, id=f"{folder.name}-{number}")
                )
    return found


@pytest.mark.parametrize(("name", "number"), each_finding())
def test_allowing_a_finding_removes_exactly_that_one(name: str, number: int) -> None:
    folder = FAULTY / name
    texts = {
        file.name: file.read_bytes() for file in folder.iterdir() if file.suffix == ".yaml"
    }
    was = read(Texts(texts), words(), TODAY)
    before = findings(was, plan=True)
    place = before[number].place
    assert place is not None
    span = Files(was.sources).span(place)
    assert span is not None
    lines = texts[place.file].decode().split("\n")
    code = before[number].rule.code
    lines[span.line - 1] += f"  # roadmap: allow[{code}] so be it"
    after = findings(
        read(Texts(texts | {place.file: "\n".join(lines).encode()}), words(), TODAY),
        plan=True,
    )
    files = Files(was.sources)
    kept = [
        (each.rule.code, each.message)
        for each in before
        if not (
            each.rule.code == code
            and each.place
            and each.place.file == place.file
            and (at := files.span(each.place))
            and at.line == span.line
        )
    ]

    assert [(each.rule.code, each.message) for each in after] == kept
