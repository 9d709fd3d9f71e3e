"""Every number, date and duration of the format at its extremes: no command crashes.

Where they stand is taken from the records that reading knows, so that a new key is covered
as soon as it is declared.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.cli.load import words
from roadmap.reading.declared import extended
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.kinds import Kind
from roadmap.reading.portfolio_file import PortfolioFile
from roadmap.reading.record import Record
from tests.hostile import Surroundings, folder, ran
from tests.test_hostile_runs import is_sound

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes are others there")

HOLE = "@@{}@@"
EXTREMES = (
    "0", "-0", "-1", "1", "0.1", "1e308", "-1e308", "1e-308", "1e309", "5e-324", "9" * 400,
    "9" * 5000, "0." + "0" * 400 + "1", ".nan", "NaN", "nan", ".inf", "-.inf", "Infinity",
    "true", "false", "null", '""', "[]", "{}", "0d", "0w", "1w", "0.1d", "1040w", "1041w",
    "1e9w", "9999999999999q", "0.000000001d", "1w..1040w", "5w..1w", "1d..2d..1040w",
    "0d..0d", "1970-01-01", "1969-12-31", "2199-12-31", "2200-01-01", "9999-12-31",
    "9999-Q4", "0001-01-01", "0000-00-00", "2199-H2", "9999", "2027-02-30", "2027-13",
    "0%", "100%", "10%", "9.99%", "0.0000001%", "1e308%", "-100%", "0%..100%", "-massive",
    "massive", "²", "١٢", "0x10", "1_000", "1,000",
)  # fmt: skip
"""Values as they are written in YAML."""
DEPTH = 5
PLAIN = ("text", "flag", "choice")


def holes(record: type[Record], depth: int = DEPTH) -> Iterator[tuple[str, Any]]:
    """Mappings that a record may be, each with a hole for one value: its key, and it."""
    for name, key in record.KEYS.items():
        for whole in _holed(key.kind, depth):
            yield name, _needed(record) | {name: whole}


def _holed(kind: Kind, depth: int) -> Iterator[Any]:
    if depth == 0:
        return
    if kind.record is not None:
        yield from (whole for _, whole in holes(kind.record, depth - 1))
    elif kind.forms:
        for form in kind.forms:
            yield from _holed(form, depth)
    elif kind.name == "list" and kind.of:
        yield from ([each] for each in _holed(kind.of, depth - 1))
    elif kind.name == "map" and kind.of:
        yield from ({"a": each} for each in _holed(kind.of, depth - 1))
    elif kind.name not in PLAIN:
        yield HOLE


def _needed(record: type[Record]) -> dict[str, Any]:
    """Values for the keys that a record cannot do without."""
    return {name: "a" for name, key in record.KEYS.items() if key.required}


EVERY = {
    "portfolio": [*holes(extended(PortfolioFile, words().portfolio))],
    "initiative": [*holes(extended(InitiativeFile, words().initiative))],
}
COMMANDS = (
    ["check", "--plan", "p"], ["plan", "p"], ["list", "p"], ["score", "p"], ["needs", "p"],
    ["sequence", "p"], ["report", "p"], ["explain", "a", "-C", "p"],
    ["explain", "b", "-C", "p"], ["plan", "p", "--format", "json"],
    ["plan", "p", "--format", "ics"], ["list", "p", "--format", "csv"],
    ["report", "p", "--audience", "customer"], ["plan", "p", "--format", "mermaid"],
    ["diff", "p", "q"],
)  # fmt: skip


@st.composite
def said(draw: st.DrawFn, kind: str) -> str:
    """A mapping with one to three of its values at an extreme."""
    chosen = draw(st.lists(st.sampled_from(EVERY[kind]), min_size=1, max_size=3))
    whole = {name: value for _, each in chosen for name, value in each.items()}
    text = json.dumps(whole, ensure_ascii=False)
    while (hole := f'"{HOLE}"') in text:
        text = text.replace(hole, draw(st.sampled_from(EXTREMES)), 1)
    return text


def test_the_records_have_many_values_that_can_be_extreme() -> None:
    names = {kind: {name for name, _ in each} for kind, each in EVERY.items()}

    assert {"effort", "cost", "deadline", "outcomes", "rice"} <= names["initiative"]
    assert {"teams", "needs", "segments", "horizons", "holidays"} <= names["portfolio"]
    assert not {"title", "theme"} & names["initiative"]


@settings(max_examples=20)
@given(said("portfolio"), said("initiative"), st.sampled_from(COMMANDS))
def test_extremes_of_every_number_crash_no_command(
    home: str, one: str, command: list[str]
) -> None:
    files = {
        "p/portfolio.yaml": home,
        "p/a.yaml": one.replace("{", '{"id": "a", ', 1) if '"id"' not in one else one,
        "p/b.yaml": "title: B\neffort: {a: 1w}\ndepends_on: [a]\noutcomes: {a: high}\n",
        "q/b.yaml": "title: B\neffort: 2w\n",
    }
    with folder(files):
        done = ran(command, Surroundings({"SOURCE_DATE_EPOCH": "1799020800"}))

    assert is_sound(done), (done.code, done.err, files)
    if "json" in command and done.out:
        json.loads(done.out, parse_constant=pytest.fail)
