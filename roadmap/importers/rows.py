"""A table's rows as items: which columns hold what, and what is done with the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from roadmap.importers.amounts import amount
from roadmap.importers.days import DayReader
from roadmap.importers.export import Dropped, Export, Lost, Missing, Refusal, Remark, notes
from roadmap.importers.headers import columns, plain
from roadmap.importers.item import Estimate, EstimateUnit, Item, Relation
from roadmap.importers.name_lists import NAMING, with_names_apart
from roadmap.importers.source import Wishes
from roadmap.importers.tables import Sheet
from roadmap.model.initiative import Status

MOST_HEADERS = 12
DATES = ("created", "updated", "started", "finished", "starts", "due")
AMOUNTS = ("estimate", "remaining", "spent")
FIELDS = (
    "title", "key", "aliases", "url", "description", "kind", "status", "priority", *AMOUNTS,
    "owners", "labels", "theme", *DATES, "parent", "depends_on", "blocks",
)  # fmt: skip
"""What a column can hold; `--map` takes these names."""
OUR_NAMES = {
    "id": "key", "owner": "owners", "effort": "estimate", "deadline": "due",
    "tags": "labels", "not_before": "starts", "delivered": "finished",
    "summary": "description", "links": "url",
}  # fmt: skip
"""What files call these fields; `--map` takes those names too."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A column of amounts of work, and what a plain number in it counts."""

    position: int
    unit: EstimateUnit


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns hold what, by position.

    `columns` are those of each field, `amounts` the estimates in order of trust,
    `relations` links that order nothing, by their word. `commas` are fields whose cells
    hold several values between commas; of those that name items, and of relations
    (`related`), titles with commas stay whole. `why` says of a column that holds no field
    why it is not carried over; NO_PLACE where nothing is said.
    """

    columns: Mapping[str, tuple[int, ...]]
    amounts: Mapping[str, tuple[Amount, ...]] = field(default_factory=dict)
    relations: Mapping[int, str] = field(default_factory=dict)
    commas: frozenset[str] = frozenset()
    why: Mapping[int, Lost] = field(default_factory=dict)

    def used(self) -> set[int]:
        """The columns that an item carries."""
        several = [*self.columns.values()]
        amounts = [each.position for found in self.amounts.values() for each in found]
        return {*amounts, *self.relations, *(at for found in several for at in found)}


def arranged(
    header: Sequence[str],
    names: Mapping[str, Sequence[str]],
    wishes: Wishes,
    *,
    amounts: Mapping[str, Mapping[str, EstimateUnit]],
    relations: Mapping[str, str] = MappingProxyType({}),
    commas: frozenset[str] = frozenset({"labels", *NAMING}),
    personal: Iterable[str] = (),
) -> Layout:
    """The layout of a tracker whose headers are known: by field, the likeliest first.

    What the user maps wins.
    """
    found = {name: columns(header, several) for name, several in names.items()}
    found |= {name: columns(header, [plain(to)]) for name, to in wishes.columns.items()}
    return Layout(
        found,
        {
            name: tuple(
                Amount(at, unit)
                for word, unit in units.items()
                for at in columns(header, [word])
            )
            for name, units in amounts.items()
        },
        {at: word for name, word in relations.items() for at in columns(header, [name])},
        commas,
        {at: Lost.PERSONAL for name in personal for at in columns(header, [name])},
    )


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row, by the fields that its columns hold."""

    layout: Layout
    cells: list[str]

    def at(self, position: int) -> str:
        """The text of a cell; empty where the row ends before it."""
        return self.cells[position] if position < len(self.cells) else ""

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, in order, none twice."""
        found = (self.at(position) for position in self.layout.columns.get(name, ()))
        if name in self.layout.commas and name not in NAMING:
            found = (part.strip() for text in found for part in re.split("[,;\n]", text))
        return tuple(dict.fromkeys(text for text in found if text))

    def one(self, name: str) -> str:
        """The first value of a field, empty where it has none."""
        return next(iter(self.all(name)), "")

    def line(self, name: str) -> str:
        """The first value of a field, on one line."""
        return " ".join(self.one(name).split())


StateOf = Callable[[SheetRow], Status | None]
LevelOf = Callable[[SheetRow], int | None]


def exported(
    source: str,
    table: Sheet,
    layout: Layout,
    wishes: Wishes,
    *,
    state: StateOf = lambda row: None,
    level: LevelOf = lambda row: None,
    key: Callable[[SheetRow], str] = lambda row: row.line("key"),
) -> Export | Refusal:
    """A table's rows as an export.

    A row without a key is known by its title; a key that stands twice gets a number.
    """
    if not layout.columns.get("title"):
        return Refusal(Missing.TITLE, table.header[:MOST_HEADERS])
    reader = _ItemReader(table, layout, wishes)
    items: dict[str, Item] = {}
    for record in reader.records():
        title = record.line("title")
        name = reader.free(key(record) or title, items)
        item = reader.item(record, name, title, state(record), level(record))
        items[name.casefold()] = item
    if not items:
        return Refusal(Missing.ITEMS, table.header[:MOST_HEADERS])
    remarks = (*table.notes, *notes(*reader.remarks()))
    whole = tuple(with_names_apart(tuple(items.values()), layout.commas))
    return Export(source, whole, tuple(reader.dropped()), remarks)


class _ItemReader:
    """Rows to items, and what of them is lost."""

    def __init__(self, table: Sheet, layout: Layout, wishes: Wishes) -> None:
        self.table, self.layout = table, layout
        self.days = DayReader(wishes.day_first)
        positions = [at for name in DATES for at in layout.columns.get(name, ())]
        self.days.learn(
            row[at] for row in table.sample for at in positions if at < len(row)
        )
        self.unread: list[str] = []
        self.repeated: list[str] = []
        self.numbers: Counter[str] = Counter()
        self.untitled = 0
        kept = {name.casefold() for name in wishes.keep}
        others = set(range(len(table.header))) - layout.used()
        self.kept = sorted(at for at in others if table.header[at].casefold() in kept)
        self.lost = sorted(others - set(self.kept))
        self.counts: Counter[int] = Counter()

    def records(self) -> Iterator[SheetRow]:
        """The rows that have a title; the others, and what is lost, are counted."""
        for cells in self.table.rows():
            width = len(cells)
            self.counts.update([at for at in self.lost if at < width and cells[at]])
            record = SheetRow(self.layout, cells)
            if record.one("title"):
                yield record
            else:
                self.untitled += 1

    def free(self, name: str, taken: Mapping[str, Item]) -> str:
        """A key that no item has yet."""
        if name.casefold() not in taken:
            return name
        self.repeated.append(name)
        number = self.numbers[name.casefold()] + 2
        while f"{name} ({number})".casefold() in taken:
            number += 1
        self.numbers[name.casefold()] = number - 1
        return f"{name} ({number})"

    def remarks(self) -> Iterator[tuple[Remark, int, Sequence[str]]]:
        """What was left out or could not be read, once all rows are."""
        unread, ambiguous = self.days.unread, self.days.ambiguous
        columns = self.layout.columns
        linked = columns.get("depends_on") or columns.get("blocks")
        yield Remark.WITHOUT_TITLE, self.untitled, ()
        yield Remark.REPEATED_KEY, len(self.repeated), self.repeated
        yield Remark.DAY_OR_MONTH, len(ambiguous), ambiguous
        yield Remark.UNREAD_DATE, len(unread), [*dict.fromkeys(unread)]
        yield Remark.UNREAD_ESTIMATE, len(self.unread), [*dict.fromkeys(self.unread)]
        yield Remark.NO_LINKS, int(not linked), ()

    def dropped(self) -> Iterator[Dropped]:
        """The columns that are not carried over, columns of one name together."""
        values: Counter[str] = Counter()
        why: dict[str, Lost] = {}
        for at in self.lost:
            name = self.table.header[at] or f"column {at + 1}"
            values[name] += self.counts[at]
            why.setdefault(name, self.layout.why.get(at, Lost.NO_PLACE))
        for name, count in values.items():
            yield Dropped(name, count, why[name] if count else Lost.EMPTY)

    def item(
        self, row: SheetRow, key: str, title: str, state: Status | None, level: int | None
    ) -> Item:
        """A row as an item."""
        dates = {name: self.days.day(row.one(name)) for name in DATES}
        done = state is Status.DELIVERED or state is None
        return Item(
            key,
            title,
            url=row.one("url"),
            description=row.one("description"),
            kind=row.line("kind"),
            level=level,
            status=row.line("status"),
            state=state,
            priority=row.line("priority"),
            estimate=self._amount(row, "estimate"),
            remaining=self._amount(row, "remaining"),
            spent=self._amount(row, "spent"),
            owners=row.all("owners"),
            labels=row.all("labels"),
            theme=row.line("theme"),
            created=dates["created"],
            updated=dates["updated"],
            started=dates["started"],
            finished=_only(dates["finished"], done),
            starts=dates["starts"],
            due=dates["due"],
            parent=row.line("parent"),
            depends_on=row.all("depends_on"),
            blocks=row.all("blocks"),
            relations=tuple(self._relations(row)),
            aliases=row.all("aliases"),
            extra=tuple(
                (self.table.header[at], row.at(at)) for at in self.kept if row.at(at)
            ),
        )

    def _amount(self, row: SheetRow, name: str) -> Estimate | None:
        """The first amount above zero; what is no amount is counted."""
        for column in self.layout.amounts.get(name, ()):
            text = row.at(column.position)
            found = amount(text, column.unit) if text else None
            if isinstance(found, Estimate):
                return found
            if text and found is None:
                self.unread.append(text)
        return None

    def _relations(self, row: SheetRow) -> Iterator[Relation]:
        for at, word in self.layout.relations.items():
            if to := row.at(at):
                yield Relation(word, to)


def _only(day: date | None, counts: bool) -> date | None:
    return day if counts else None
