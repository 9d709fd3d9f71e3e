"""Workflow commands, read back as GitHub's runner reads them."""

from __future__ import annotations

import re

from roadmap.diagnostics import Located, Place, Severity, Span
from roadmap.writers.text.safe import plain
from tests.writers.listed_pages import HARMFUL, at, finding, harmful, page, written

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """The kind, the properties and the message of a command."""
    found = COMMAND.fullmatch(line)
    assert found is not None, line
    facts = (each.partition("=") for each in found[2].split(","))
    return (
        found[1],
        {name: unescaped(value) for name, _, value in facts},
        unescaped(found[3]),
    )


def unescaped(text: str) -> str:
    pairs = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    return re.sub("|".join(pairs), lambda found: pairs[found[0]], text)


def test_a_finding_is_a_command_with_its_place_and_its_cure() -> None:
    place, places = at()
    found = finding("50% off: a, b", Severity.WARNING, place, cure="mend it")

    assert written("github", page(found, places=places)) == (
        "::warning title=RM102 some-warning,file=plans/a.yaml,line=5,endLine=5,"
        "col=8,endColumn=11::50%25 off: a, b%0Ahelp: mend it\n"
        "1 warning in 3 files\n"
    )


def test_columns_are_left_out_where_the_end_is_on_another_line() -> None:
    place = Place("a.yaml")
    places = {place: Located("a.yaml", Span(2, 3, 4, 1))}
    _, facts, _ = parsed(
        written("github", page(finding(place=place), places=places)).splitlines()[0]
    )

    assert (facts["line"], facts["endLine"]) == ("2", "4")
    assert facts.keys().isdisjoint({"col", "endColumn"})


def test_a_finding_without_a_place_is_shown_on_the_portfolio_file() -> None:
    _, facts, _ = parsed(written("github", page(finding())).splitlines()[0])

    assert (facts["file"], facts["line"]) == ("plans/portfolio.yaml", "1")


def test_ten_of_a_kind_are_annotated_and_all_are_counted() -> None:
    errors = [finding(f"error {n}") for n in range(13)]
    warnings = [finding(f"warning {n}", Severity.WARNING) for n in range(11)]
    notes = [finding("note", Severity.NOTE)] * 2
    *lines, count = written("github", page(*warnings, *notes, *errors)).splitlines()
    found = [(kind, said) for kind, _, said in map(parsed, lines)]

    assert found == [("error", f"error {n}") for n in range(10)] + [
        ("warning", f"warning {n}") for n in range(10)
    ]
    assert count == (
        "13 errors, 11 warnings, 2 notes in 3 files; "
        "the first 10 of each kind are annotated"
    )


def test_nothing_wrong_is_said_in_a_line() -> None:
    assert written("github", page()) == "no findings in 3 files\n"


def test_harmful_text_reads_back_as_it_was_and_starts_no_other_command() -> None:
    for text in HARMFUL:
        place, places = at(path=text.replace("\x00", "") or "empty")
        found = finding(text, place=place, cure="mend it")
        command, count = written("github", page(found, places=places)).splitlines()
        kind, facts, said = parsed(command)

        assert (kind, said) == ("error", f"{plain(text)}\nhelp: mend it")
        assert facts["file"] == plain(text.replace("\x00", "") or "empty")
        assert not count.startswith("::")


def test_no_line_is_broken_by_what_stands_in_it() -> None:
    lines = written("github", harmful()).split("\n")

    assert [line.startswith("::") for line in lines] == [True] * 20 + [False] * 2
