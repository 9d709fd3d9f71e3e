"""Any table with a column of titles: a spreadsheet, or a tracker that nobody knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from roadmap.importers.export import Export, Missing, Refusal
from roadmap.importers.headers import amount_words, columns, plain, positions
from roadmap.importers.item import EstimateUnit
from roadmap.importers.name_lists import NAMING
from roadmap.importers.rows import (
    AMOUNTS,
    FIELDS,
    MOST_HEADERS,
    Amount,
    Layout,
    SheetRow,
    exported,
)
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.importers.statuses import usual
from roadmap.importers.tables import Sheet
from roadmap.model.initiative import Status

_LISTS = frozenset({"labels", *NAMING})
_SECTION = "section/column"
FEWEST_DIGITS = 3
"""Digits of the shortest day, such as `1.2.27`; `Yes` and `0` are none."""
_SPENT = ("time spent", "spent", "actual effort", "actual")
_REMAINING = ("remaining estimate", "remaining", "remaining effort")
_LOGS = (
    {"from", "to"},
    {"from status", "to status"},
    {"old value", "new value"},
    {"fromstring", "tostring"},
    {"from string", "to string"},
    {"old status", "new status"},
)


def _recognises(raw: Raw) -> int:
    return 10 if raw.sheet else 0


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    table = raw.sheet
    if table is None:
        return Refusal(Missing.BROKEN)
    if any(log <= {plain(name) for name in table.header} for log in _LOGS):
        return Refusal(Missing.TRANSITIONS, table.header[:MOST_HEADERS])
    layout = _layout(table, wishes.columns)
    asana = bool(columns(table.header, [_SECTION])) and bool(layout.columns["finished"])

    def completed(row: SheetRow) -> Status | None:
        """A row that says when it was completed, and no status, is done.

        In Asana a section is no more than a place, so there the day decides.
        """
        day = sum(map(str.isdigit, row.one("finished"))) >= FEWEST_DIGITS
        return Status.DELIVERED if day and (asana or not row.one("status")) else None

    return exported("csv", table, layout, wishes, state=completed)


def _layout(table: Sheet, mapped: Mapping[str, str]) -> Layout:
    """The columns that the user maps, then each field's likeliest; none holds two."""
    header = table.header
    found = {name: columns(header, [plain(mapped[name])]) for name in mapped}
    taken = {at for several in found.values() for at in several}
    amounts = {} if "estimate" in mapped else _estimates(header)
    for name in FIELDS:
        if name not in found and name not in (*AMOUNTS, "aliases"):
            found[name] = tuple(at for at in positions(header, name) if at not in taken)
            if name == "title":
                found[name] = tuple(at for at in found[name] if _says_something(table, at))
            taken.update(found[name])
    for at in columns(header, [_SECTION]):
        field = "status" if _says_states(table, at) else "theme"
        if at not in taken and not found[field]:
            found[field] = (at,)
            taken.add(at)
    amounts = {
        name: tuple(amount for amount in several if amount.position not in taken)
        for name, several in amounts.items()
    }
    for name in AMOUNTS:
        if name in mapped:
            amounts[name] = tuple(Amount(at, EstimateUnit.POINTS) for at in found.pop(name))
    titles = {} if not found.get("title") else {"aliases": found["title"]}
    return Layout(found | titles, amounts, commas=_LISTS)


def _says_something(table: Sheet, at: int) -> bool:
    """Whether a column can hold titles: numbers and dates alone are none."""
    cells = [row[at] for row in table.sample if at < len(row) and row[at]]
    words = sum(1 for cell in cells if any(letter.isalpha() for letter in cell))
    return not cells or 10 * words >= len(cells)


def _says_states(table: Sheet, at: int) -> bool:
    """Whether most cells of a column are words for a status."""
    cells = [row[at] for row in table.sample if at < len(row) and row[at]]
    return 2 * sum(usual(cell) is not None for cell in cells) > len(cells)


def _estimates(header: Sequence[str]) -> dict[str, tuple[Amount, ...]]:
    """The columns of estimates; a plain number without a unit counts points."""
    stated = (
        Amount(at, unit)
        for unit in EstimateUnit
        for at in columns(header, amount_words(unit.value))
    )
    spent = columns(header, _SPENT)
    remaining = columns(header, _REMAINING)
    return {
        "estimate": tuple(stated),
        "spent": tuple(Amount(at, EstimateUnit.SECONDS) for at in spent),
        "remaining": tuple(Amount(at, EstimateUnit.SECONDS) for at in remaining),
    }


SOURCE = Source("csv", "a table", _recognises, _read)
