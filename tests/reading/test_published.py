"""published.yaml: what people were told, read with a place for every fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from roadmap.reading.located import Files
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Texts
from roadmap.scoring.catalogue import words

LINE = "{start: 2027-01-04, end: 2027-01-15, shown: Jan 2027, until: 2027-01-31}"
TOLD = f"as_of: 2027-01-04\ninitiatives:\n  pay: {LINE}\n"


def opened(files: Mapping[str, str]) -> Read:
    texts = {name: text.encode() for name, text in files.items()}
    return read(Texts(texts), words(), date(2027, 1, 4))


def beside(text: str, **files: str) -> Read:
    own = {"portfolio.yaml": "format: 1\n", "pay.yaml": "title: Pay\n"}
    return opened({**own, "published.yaml": text, **files})


def faults(was_read: Read) -> list[tuple[str, int, int, str]]:
    files = Files(was_read.sources)
    found = []
    for fault in was_read.diagnostics:
        assert fault.place is not None
        span = files.located(fault.place).span
        line, column = (span.line, span.column) if span else (0, 0)
        found.append((fault.place.file, line, column, fault.message))
    return found


def test_what_was_told_is_read_by_id() -> None:
    was_read = beside(TOLD)
    published = was_read.portfolio.published

    assert was_read.diagnostics == ()
    assert list(was_read.portfolio.initiatives) == ["pay"]
    assert published is not None
    assert (published.as_of, published.framework) == (date(2027, 1, 4), "customer-value")
    told = published.dates["pay"]
    assert (told.start, told.end) == (date(2027, 1, 4), date(2027, 1, 15))
    assert (told.shown, told.until) == ("Jan 2027", date(2027, 1, 31))


def test_without_the_file_nothing_was_told() -> None:
    assert opened({"portfolio.yaml": "format: 1\n"}).portfolio.published is None
    assert beside("").portfolio.published is None


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        (
            f"initiatives:\n  pay: {LINE.replace('04', '99')}",
            2,
            16,
            "`start`: `2027-01-99`",
        ),
        ("initiatives:\n  pay: {start: 2027-01-04}", 2, 8, "`end` is missing"),
        ("initiatives:\n  pay:\n", 2, 3, "`pay` has no value"),
        (f"initiatives:\n  pay: {LINE[:-1]}, by: Ana}}", 2, 81, "unknown key `by`"),
        (f"initiatives:\n  - {LINE}", 2, 3, "`initiatives`: expected a mapping"),
        ("- pay", 1, 1, "this file must be a mapping"),
        (
            f"initiatives:\n  pay: {LINE.replace('2027-01-15', '2027-01-01')}",
            2,
            33,
            "`end` is before `start`",
        ),
        (
            f"initiatives:\n  pay: {LINE.replace('01-31', '01-14')}",
            2,
            69,
            "`until` is before `end`",
        ),
    ],
)
def test_a_fault_is_found_at_its_line_and_column(
    text: str, line: int, column: int, message: str
) -> None:
    found = faults(beside(text))

    assert [each[:3] for each in found[:1]] == [("published.yaml", line, column)]
    assert found[0][3].startswith(message)


def test_a_faulty_line_hides_no_other() -> None:
    was_read = beside(f"{TOLD}  ship: {{start: soon}}\n")

    assert was_read.portfolio.published is not None
    assert list(was_read.portfolio.published.dates) == ["pay"]


def test_elsewhere_it_is_misplaced_and_no_initiative() -> None:
    for name, others in (
        ("published.yaml", {}),
        ("a/published.yaml", {"portfolio.yaml": ""}),
    ):
        was_read = opened({name: TOLD, **others})

        assert [diagnostic.rule.name for diagnostic in was_read.diagnostics] == [
            "misplaced-file"
        ]
        assert not was_read.portfolio.initiatives


def test_of_two_files_of_that_name_the_first_one_counts() -> None:
    was_read = beside(TOLD, **{"published.yml": "initiatives: {}\n"})

    assert [diagnostic.rule.name for diagnostic in was_read.diagnostics] == [
        "duplicate-section"
    ]
    assert was_read.portfolio.published is not None
    assert "pay" in was_read.portfolio.published.dates


def test_an_initiative_of_that_name_may_lie_anywhere_else() -> None:
    was_read = opened({"portfolio.yaml": "", "a/published.yaml": "title: A book\n"})

    assert was_read.diagnostics == ()
    assert list(was_read.portfolio.initiatives) == ["published"]
