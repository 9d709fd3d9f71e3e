"""What goes back to a tracker: the roadmap's initiatives, in order, with their dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from roadmap.importers.tables import computed
from roadmap.importers.texts import harmless
from roadmap.model.initiative import Status

OWN_ID = "Roadmap id"
"""The column by which `roadmap import` knows its own files again."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One initiative on its way out.

    `key` is what the tracker calls it, empty where it has not been there. `rank` counts
    from 1, None where it is not ranked; `weeks` is effort in person-weeks. `start` and
    `end` are those of the plan, None where it is not scheduled.
    """

    id: str
    title: str
    status: Status
    key: str = ""
    url: str = ""
    summary: str = ""
    kind: str = ""
    priority: str = ""
    owners: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    theme: str = ""
    parent: str = ""
    depends_on: tuple[str, ...] = ()
    rank: int | None = None
    weeks: Fraction | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a form, and of files beside it, by what their names end with."""

    text: str
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """A way out: its name for `--to`, and how it writes the initiatives, ranked first.

    `hours` is how long a working day is; `days_a_week` the portfolio's working week.
    """

    name: str
    write: Callable[[Sequence[Outgoing], int], Written]


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV in which no cell is a formula; lines end in a line feed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([neutral(harmless(cell)) for cell in row] for row in rows)
    return text.getvalue()


def neutral(cell: str) -> str:
    """A cell that a spreadsheet does not compute: a `'` stands before its sign.

    >>> neutral("=1+1"), neutral(" =1+1"), neutral("Pay - later")
    ("'=1+1", "' =1+1", 'Pay - later')
    """
    return f"'{cell}" if computed(cell) else cell


def listed(names: Iterable[str]) -> str:
    """Several names in a cell; one that holds a semicolon stands in quotes.

    >>> listed(["Ana", "Ben; Co"])
    'Ana; "Ben; Co"'
    """
    return "; ".join(map(_one_of_several, names))


def _one_of_several(name: str) -> str:
    plain = ";" not in name and '"' not in name
    return name if plain else f'"{name.replace(chr(34), 2 * chr(34))}"'


def in_list(cell: str) -> tuple[str, ...]:
    """The names in a cell that `listed` wrote.

    >>> in_list('Ana; "Ben; Co"')
    ('Ana', 'Ben; Co')
    """
    rows = csv.reader([cell], delimiter=";", skipinitialspace=True)
    return tuple(name.strip() for row in rows for name in row if name.strip())


def amount(weeks: Fraction) -> str:
    """Person-weeks with a decimal where they need one.

    >>> amount(Fraction(6)), amount(Fraction(7, 2))
    ('6', '3.5')
    """
    return f"{float(round(weeks, 1)):g}"


def day(when: date | None) -> str:
    """A date as trackers read it, empty where there is none."""
    return when.isoformat() if when else ""
