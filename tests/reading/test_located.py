"""Places become lines, columns and excerpts, and findings keep their fingerprints."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.diagnostics import Diagnostic, Located, Place, Rule, Severity, Span
from roadmap.model.words import Words
from roadmap.reading.findings import fingerprints, located_findings
from roadmap.reading.located import Files
from roadmap.reading.read import read
from roadmap.reading.sources import Texts

RULE = Rule("RM999", "odd-place", Severity.NOTE, "")
TEXT = """\
id: forecast
title: Größe 🌍 "so" # a comment
effort:
  web: 6w
  data: {work: 2w,
         people: 1}
depends_on:
  - ledger
  - "books"
summary: |
  Several
  lines
owner:
outcomes:
  - need: know-my-bill
    impact: high
  - {need: fear-no-bill}
"""


def look(place: Place, text: str | bytes = TEXT) -> Located:
    data = text if isinstance(text, bytes) else text.encode()
    return Files(Texts({"a.yaml": data}, "initiatives/")).located(place)


def underlined(*route: str | int, on_key: bool = False, text: str = TEXT) -> str:
    found = look(Place("a.yaml", route, on_key=on_key), text)
    assert found.span is not None
    if found.span.line == found.span.end_line:
        return found.lines[0][found.span.column - 1 : found.span.end_column - 1]
    return "\n".join(found.lines)


@pytest.mark.parametrize(
    ("route", "seen"),
    [
        (("id",), "forecast"),
        (("title",), 'Größe 🌍 "so"'),
        (("effort", "web"), "6w"),
        (("depends_on", 0), "ledger"),
        (("depends_on", "ledger"), "ledger"),
        (("depends_on", "books"), '"books"'),
        (("outcomes", 1, "need"), "fear-no-bill"),
        (("outcomes", 1), "{need: fear-no-bill}"),
    ],
)
def test_a_value_is_underlined_exactly(route: tuple[str | int, ...], seen: str) -> None:
    assert underlined(*route) == seen


def test_a_key_is_underlined_where_the_key_is_meant() -> None:
    assert underlined("effort", "web", on_key=True) == "web"


@pytest.mark.parametrize(
    ("route", "seen"),
    [
        ((), "id: forecast"),
        (("effort",), "web: 6w"),
        (("depends_on",), "- ledger"),
        (("outcomes",), "- need: know-my-bill"),
        (("outcomes", 0), "need: know-my-bill"),
        (("summary",), "|"),
    ],
)
def test_of_a_block_only_the_first_line_is_underlined(
    route: tuple[str | int, ...], seen: str
) -> None:
    assert underlined(*route) == seen


def test_a_flow_mapping_is_shown_over_its_lines() -> None:
    found = look(Place("a.yaml", ("effort", "data")))

    assert found.span == Span(5, 9, 6, 20)
    assert found.lines == ("  data: {work: 2w,", "         people: 1}")


def test_an_excerpt_has_three_lines_at_most() -> None:
    found = look(Place("a.yaml", ("a",)), "a: [\n 1,\n 2,\n 3,\n 4\n]\n")

    assert found.lines == ("a: [", " 1,", " 2,")


def test_a_value_that_is_empty_is_shown_by_its_key() -> None:
    assert underlined("owner") == "owner"


def test_steps_that_lead_nowhere_are_skipped() -> None:
    assert underlined("effort", "nobody", "web") == "6w"
    assert underlined("depends_on", 7) == "- ledger"


def test_a_path_is_as_its_reader_knows_it() -> None:
    assert look(Place("a.yaml")).path == "initiatives/a.yaml"


def test_a_file_that_is_not_there_has_no_lines() -> None:
    assert look(Place("b.yaml", ("id",))) == Located("initiatives/b.yaml")


def test_an_empty_file_has_no_line_to_point_at() -> None:
    assert look(Place("a.yaml"), "").span is None


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(ending: str) -> None:
    found = look(Place("a.yaml", ("effort", "web")), TEXT.replace("\n", ending))

    assert found.span == Span(4, 8, 4, 10)
    assert found.lines == ("  web: 6w",)


def test_signs_that_only_yaml_takes_for_line_breaks_are_none() -> None:
    found = look(Place("a.yaml", ("id",)), 'title: "a\u2028 b\u0085 c"\nid: ledger\n')

    assert found.span == Span(2, 5, 2, 11)
    assert found.lines == ("id: ledger",)


def test_a_byte_order_mark_takes_no_column() -> None:
    found = look(Place("a.yaml", ("id",)), b"\xef\xbb\xbfid: ledger\n")

    assert found.span == Span(1, 5, 1, 11)


def test_the_second_document_has_places_of_its_own() -> None:
    found = look(Place("a.yaml", ("id",), 1), "id: a\n---\nid: b\n")

    assert found.span == Span(3, 5, 3, 6)


def test_a_finding_knows_where_it_is_and_where_its_related_places_are() -> None:
    files = Files(Texts({"a.yaml": TEXT.encode()}, "initiatives/"))
    own, other = Place("a.yaml", ("id",)), Place("a.yaml", ("owner",))
    circle = Diagnostic(RULE, "circle", own, ((own, "one"), (other, "another")))
    (found,) = located_findings(files, [circle], "initiatives/portfolio.yaml")

    assert (found.at, found.label) == (files.located(own), "one")
    assert found.related == ((files.located(other), "another"),)
    assert found.fingerprint


def test_a_finding_about_the_whole_portfolio_is_at_its_file() -> None:
    (found,) = located_findings(Files(Texts({})), [Diagnostic(RULE, "")], "portfolio.yaml")

    assert not found.placed
    assert found.at == Located("portfolio.yaml")


def test_places_in_one_line_share_its_text() -> None:
    files = Files(Texts({"a.yaml": b"{id: a, title: b}"}))
    one, other = (
        files.located(Place("a.yaml", (key,))).lines[0] for key in ("id", "title")
    )

    assert one is other


def prints(text: str, wanted: str = "RM") -> list[str]:
    was_read = read(Texts({"a.yaml": text.encode()}), Words(), date(2027, 1, 4))
    assert all(
        diagnostic.rule.code.startswith(wanted) for diagnostic in was_read.diagnostics
    )
    return list(fingerprints(Files(was_read.sources), was_read.diagnostics))


def test_a_fingerprint_stays_when_lines_move() -> None:
    text = "id: a\neffort: soon\nholiday: 1\n"

    assert prints(text) == prints("# a comment\n\n" + text)


def test_a_fingerprint_stays_when_items_move() -> None:
    one = "- {id: a, outcomes: [{need: bill, reach: 1}]}\n"
    other = "- {id: b, outcomes: [{need: calls}, {need: bill, reach: 1}]}\n"

    assert sorted(prints(one + other)) == sorted(prints(other + one))


def test_a_fingerprint_stays_when_documents_move() -> None:
    one, other = "id: a\neffort: soon\n", "id: b\neffort: soon\n"

    assert prints(f"{one}---\n{other}") == prints(f"{other}---\n{one}")[::-1]


def test_a_fingerprint_changes_with_rule_file_initiative_and_key() -> None:
    places = [
        Place("a.yaml", ("id",)),
        Place("b.yaml", ("id",)),
        Place("a.yaml", ("title",)),
    ]
    found = [Diagnostic(RULE, "", place) for place in places]
    found += [Diagnostic(RULE, "", places[0], initiative="a"), Diagnostic(RULE, "")]

    assert len(set(fingerprints(Files(Texts({})), found))) == len(found)


def test_equal_findings_are_counted() -> None:
    twice = [Diagnostic(RULE, "", Place("a.yaml", ("id",)))] * 2

    assert len(set(fingerprints(Files(Texts({})), twice))) == 2


def test_a_fingerprint_is_indifferent_to_the_message() -> None:
    place = Place("a.yaml", ("id",))
    files = Files(Texts({}))

    assert fingerprints(files, [Diagnostic(RULE, "one", place)]) == fingerprints(
        files, [Diagnostic(RULE, "other", place)]
    )
