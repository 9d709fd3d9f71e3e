"""A page: what to show, as values; writers decide how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from roadmap.diagnostics import Finding
from roadmap.views.pictures import Board, Landscape


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the digits it deserves: decimals, or significant digits if given.

    `assumed`: it rests on something that nobody stated.
    """

    value: Fraction
    decimals: int = 1
    significant: int | None = None
    sign: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of 1, shown as a percentage."""

    value: Fraction
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Something written elsewhere: what it is called, and its address, empty if unknown."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Several links in one cell."""

    links: tuple[Link, ...]


Cell = str | int | Number | Percent | Links | date | None
"""None shows as nothing. User text is plain str; writers escape it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, alignment, and whether it may be shortened or dropped.

    `shrink` greater than 0: shortened with … on a narrow terminal, the greatest first.
    `optional`: dropped when even that does not fit. `wrap`: goes on below instead of
    being shortened. `brief`: a shorter heading for a narrow terminal. Nothing is cut in
    pipes or Markdown. `sparse`: pages leave it out where no row fills it; `data`: they
    always do, so that only CSV has it.
    """

    title: str
    right: bool = False
    shrink: int = 0
    optional: bool = False
    wrap: bool = False
    brief: str = ""
    sparse: bool = False
    data: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `rule` draws a line above it (a sum); `faint` is said quietly.

    `mark` stands before the row: a bracket piece (`┌│└`) for rows that travel together.
    `id` is the initiative that it is about, if it is about one.
    """

    cells: tuple[Cell, ...]
    rule: bool = False
    faint: bool = False
    strong: bool = False
    mark: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; an empty heading shows none."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `id` names it for formats that show one table a file.

    `folded`: Markdown shows it on a click, under its title. `repeated` is above 0 where
    columns are compared side by side: those that do not fit beside the first `repeated`
    ones stand beside them again in a further table below.
    """

    id: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    title: str = ""
    folded: bool = False
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of prose.

    `kind`: text, strong, good, warning, faint, heading, item or command; a command is to
    be copied in one piece, so it stands on a line of its own that is never wrapped.
    `indent` counts levels. `lead` stands before the text, in bold. The text is plain; user
    text may stand in it unescaped.
    """

    text: str
    kind: str = "text"
    indent: int = 0
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs under an optional heading."""

    lines: tuple[Line, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """An initiative on the timeline: days as numbered by the plan, end exclusive.

    `kind` is planned, running, assumed or milestone. `teams` are team ids, in order;
    `ends` is the date as precise as it deserves; `marks` are (day, kind), kind deadline
    or promise, `day` the last day that still keeps it; `stated` are the dates themselves,
    by kind, which may be days off. `before` is where it lay in the older of two plans
    (start and end), `note` what is said below its title. `likely` are the days between
    which it ends 8 times in 10, None where that is not forecast.
    `p85` is the date by which 85 of 100 draws end, None likewise.
    """

    id: str
    title: str
    kind: str
    start_day: int
    end_day: int
    teams: tuple[str, ...]
    ends: str
    marks: tuple[tuple[int, str], ...] = ()
    stated: Mapping[str, date] = field(default_factory=dict)
    before: tuple[int, int] | None = None
    note: str = ""
    p85: date | None = None
    likely: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars under one heading ("NOW, starts by 12 February")."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """A team's line: `held` is the share of its people held, by day from `first_day`.

    None on a day on which nobody of them is there. `people` is how many they are, None
    where that is not said.
    """

    team: str
    title: str
    letter: str
    held: tuple[Fraction | None, ...]
    people: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The calendar. Days run from `first_day` to `last_day` (exclusive).

    `ticks` are the first days of months (day, "Jan"), `dates` maps a day to its date.
    `as_of` is where the portfolio stands, None where that is not said. `drawn`: a diagram
    rather than a table, where a format has one. `often` says how often bars end in the
    ranges that their `ends` are (`8 in 10`), empty where these are dates.
    """

    id: str
    first_day: int
    last_day: int
    ticks: tuple[tuple[int, str], ...]
    groups: tuple[BarGroup, ...]
    loads: tuple[Load, ...] = ()
    dates: Mapping[int, date] = field(default_factory=dict)
    title: str = ""
    as_of: date | None = None
    drawn: bool = False
    often: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """Dependencies: nodes (id, title, group) and edges (what comes first, what waits).

    `drawn`: a diagram rather than a list, where a format has one.
    """

    id: str
    nodes: tuple[tuple[str, str, str], ...]
    edges: tuple[tuple[str, str], ...]
    title: str = ""
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings in full, or (`brief`) as a count; of how many files, where that is said."""

    findings: tuple[Finding, ...]
    brief: bool = False
    files: int | None = None


Block = Table | Prose | Timeline | Graph | Findings | Board | Landscape


def empty(block: Block) -> bool:
    """Whether there is nothing in a block; it still says what kind of page it is on."""
    match block:
        case Table():
            return not any(group.rows for group in block.groups)
        case Prose():
            return not block.lines
        case Timeline():
            return not any(group.bars for group in block.groups)
        case Graph():
            return not block.edges
        case Findings():
            return False
        case Board() | Landscape():
            return block.empty


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a name, which a page may show one at a time."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one initiative; `facets` are what it can be found by."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A title, blocks in order, and the answer itself as plain data for JSON.

    `data` holds only dict, list, str, int, Fraction, bool and None; ids or places sort
    its lists. `sections` and `dossiers` are for formats that can show one at a time, in
    the place of `blocks`. `condition` is what the page supposes, if it is not about the
    portfolio as it is; the blocks say so too, for formats that show prose.
    """

    title: str
    blocks: tuple[Block, ...]
    data: Mapping[str, Any] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    subtitle: str = ""
    condition: str = ""
