"""A product manager's spreadsheet: a preamble, odd headers, sizes, days of two kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.tables_made import data, files, imported_file

SHEET = """Feature backlog;;;;;;
Exported 12/01/2027 by Maria;;;;;;
;;;;;;
No.;What we build;Where it stands;PO;T-shirt;Go-live;Blocked by
1;Single sign-on;Doing;Maria;L;15/03/2027;
2;Invite, then remind;To do;Maria;S;31/03/2027;1
3;Roles;Idea;Jon;Medium;;1, 2
4;Audit log;Parked;Jon;XL;01/04/2027;Invite, then remind
5;Dark mode;To do;;?;;none
"""
MAPPED = [
    part
    for field in (
        "title=What we build",
        "status=Where it stands",
        "owner=PO",
        "deadline=Go-live",
    )
    for part in ("--map", field)
]
SIZES = [part for size in ("S=1w", "m=2w..4w", "L=8w") for part in ("--size", size)]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "backlog.csv"
    path.write_text(SHEET, encoding="cp1252")
    return path


def found(sheet: Path, *args: str) -> dict[str, object]:
    into = sheet.parent / "shop"
    said: dict[str, object] = data(
        imported_file(sheet, into, *MAPPED, "--format", "json", *args)
    )["import"]
    return said


def test_a_spreadsheet_is_counted_as_by_hand(sheet: Path) -> None:
    said = found(sheet)

    assert (said["items"], said["links"], said["estimates"], said["done"]) == (5, 4, 4, 0)
    assert said["unknown_statuses"] == {}
    assert said["unresolved"] == []


def test_sizes_are_work_once_somebody_says_how_much(sheet: Path) -> None:
    found(sheet, *SIZES, "--write")
    written = files(sheet.parent / "shop")

    assert "effort: 8w" in written["single-sign-on.yaml"]
    assert "effort: 1w" in written["invite-then-remind.yaml"]
    assert "effort: 3w" in written["roles.yaml"]
    assert "effort" not in written["audit-log.yaml"]


def test_sizes_that_nobody_explains_are_reported_by_their_names(sheet: Path) -> None:
    dropped = found(sheet, *SIZES)["dropped_columns"]

    assert {"column": "estimate XL", "values": 1, "why": "sizes"} in dropped  # type: ignore[operator]
    page = imported_file(sheet, sheet.parent / "shop", *MAPPED).stdout
    assert "estimate XL" in page
    assert "--size M=3w says it" in page


def test_sizes_of_the_portfolio_are_known(sheet: Path) -> None:
    into = sheet.parent / "shop"
    into.mkdir()
    sizes = "format: 1\nstart: 2027-01-01\nsizes: {S: 1w, M: 3w, L: 8w, XL: 20w}\n"
    (into / "portfolio.yaml").write_text(sizes, encoding="utf-8")

    found(sheet, "--write")

    assert "effort: 20w" in files(into)["audit-log.yaml"]


def test_sizes_that_are_explained_later_come_in_then(sheet: Path) -> None:
    found(sheet, "--write")

    assert found(sheet, *SIZES, "--write")["changed"] == 3
    assert found(sheet, *SIZES)["changed"] == 0
    assert found(sheet)["changed"] == 0


@pytest.mark.parametrize("size", ["M", "=3w", "M=soon"])
def test_a_size_without_work_is_refused_in_one_line(size: str, sheet: Path) -> None:
    outcome = imported_file(sheet, sheet.parent / "shop", *MAPPED, "--size", size)

    assert outcome.exit_code == 2
    assert len(outcome.stderr.splitlines()) == 1
    assert "--size" in outcome.stderr


def test_the_guess_of_a_delimiter_is_said_in_a_word(sheet: Path) -> None:
    page = imported_file(sheet, sheet.parent / "shop", *MAPPED).stdout

    assert "separated by semicolons." in page
