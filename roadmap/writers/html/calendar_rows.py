"""A timeline as rows of a table: where bars lie, as shares of the width that they have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from roadmap.views.page import Bar, Load, Timeline
from roadmap.views.phrases.english import count
from roadmap.writers.text.symbols import KINDS, WORDS

STEPS = (1, 3, 6, 12)
"""Months from one name on the calendar to the next."""
NAME = 58
"""The room that the name of a month takes."""
WIDE, NARROW = 760, 330
"""The width of a calendar on a desk and on a phone."""
TALL = 16


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month.

    `rank` says where it is named: empty everywhere, `m` on wide screens, `n` zoomed.
    """

    x: str
    name: str
    rank: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar in its row; no width for a milestone.

    `before` is where it lay on the other side of a comparison; `likely` where it ends
    8 times in 10, and whether that is still on the calendar. `marks` are (where, kind,
    what is said of it, whether it is so late that its flag flies to the left).
    """

    id: str
    title: str
    kind: str
    x: str
    width: str
    before: tuple[str, str] | None
    likely: tuple[str, str, bool] | None
    ends: str
    note: str
    text: str
    marks: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading."""

    title: str
    bars: tuple[BarRow, ...]


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A team's utilisation as an area, a unit wide for each day."""

    title: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class CalendarRows:
    """A timeline as rows; `now` is where today stands, `kinds` are what the legend says."""

    days: int
    tall: int
    ticks: tuple[Tick, ...]
    groups: tuple[RowGroup, ...]
    loads: tuple[LoadRow, ...]
    now: str
    kinds: tuple[tuple[str, str], ...]


def calendar_rows(timeline: Timeline) -> CalendarRows:
    """The rows of a timeline."""
    groups = tuple(
        RowGroup(group.title, tuple(_row(timeline, bar) for bar in group.bars))
        for group in timeline.groups
    )
    bars = [bar for group in groups for bar in group.bars]
    kinds = {bar.kind for bar in bars} | {kind for b in bars for _, kind, *_ in b.marks}
    known = [(kind, WORDS.get(kind, kind)) for kind in KINDS if kind in kinds]
    if any(bar.before for bar in bars):
        known.append(("before", "before"))
    if any(bar.likely for bar in bars):
        known.append(("likely", "ends here 8 times in 10"))
    now = [day for day, when in timeline.dates.items() if when == timeline.as_of]
    return CalendarRows(
        max(1, timeline.last_day - timeline.first_day),
        TALL,
        tuple(_ticks(timeline)),
        groups,
        tuple(_load(timeline, load) for load in timeline.loads),
        _at(timeline, now[0]) if now and timeline.first_day <= now[0] else "",
        tuple(known),
    )


def grid(timeline: Timeline) -> str:
    """The style that draws months and today behind the rows of a timeline."""
    rows = calendar_rows(timeline)
    lines = [("--line", tick.x, 1) for tick in rows.ticks if tick.rank != "n"]
    if rows.now:
        lines.insert(0, ("--warn", rows.now, 2))
    drawn = ",".join(
        f"linear-gradient(var({colour}),var({colour})) {x} 0/{wide}px 100% no-repeat"
        for colour, x, wide in lines
    )
    rule = f"background:{drawn};background-origin:content-box"
    return f".grid-{timeline.id} td.chart{{{rule}}}\n" if drawn else ""


def _share(timeline: Timeline, days: int) -> str:
    """So many days as a share of the width.

    >>> _share(Timeline("plan", 0, 30, (), ()), 10)
    '33.33%'
    """
    whole = max(1, timeline.last_day - timeline.first_day)
    hundredths = round(Fraction(days * 10000, whole))
    return f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".") + "%"


def _at(timeline: Timeline, day: int) -> str:
    return _share(timeline, max(0, day - timeline.first_day))


def _row(timeline: Timeline, bar: Bar) -> BarRow:
    milestone = bar.kind == "milestone"
    return BarRow(
        bar.id,
        bar.title,
        bar.kind,
        _at(timeline, bar.start_day),
        "" if milestone else _share(timeline, bar.end_day - bar.start_day),
        _span(timeline, bar.before),
        _whisker(timeline, bar.likely),
        bar.ends,
        bar.note,
        _said(timeline, bar),
        tuple(_marks(timeline, bar)),
    )


def _span(timeline: Timeline, days: tuple[int, int] | None) -> tuple[str, str] | None:
    if days is None:
        return None
    return _at(timeline, days[0]), _share(timeline, days[1] - days[0])


def _whisker(
    timeline: Timeline, likely: tuple[int, int] | None
) -> tuple[str, str, bool] | None:
    """A range up to the edge of the calendar, and whether it ends before that."""
    if likely is None:
        return None
    first, last = (min(day, timeline.last_day) for day in likely)
    return _at(timeline, first), _at(timeline, last), likely[1] <= timeline.last_day


def _said(timeline: Timeline, bar: Bar) -> str:
    """What a bar shows, in words."""
    teams = (load.title for load in timeline.loads if load.team in bar.teams)
    start = timeline.dates.get(bar.start_day)
    starts = f"starts {start:%B %Y}" if start and bar.kind != "milestone" else ""
    dates = (f"{WORDS.get(kind, kind)} {day:%d %b %Y}" for kind, day in bar.stated.items())
    word = WORDS.get(bar.kind, bar.kind)
    often = f" ({timeline.often})" if timeline.often else ""
    delivers = f"delivers {bar.ends}{often}"
    return ", ".join(filter(None, [word, starts, delivers, *teams, *dates]))


def _marks(timeline: Timeline, bar: Bar) -> Iterator[tuple[str, str, str, bool]]:
    """Where the dates to keep stand: just behind the last day that keeps them."""
    for day, kind in bar.marks:
        if timeline.first_day <= day < timeline.last_day:
            stated = bar.stated.get(kind)
            word = WORDS.get(kind, kind)
            text = f"{word} {stated:%d %b %Y}" if stated else word
            late = 20 * (timeline.last_day - day) < timeline.last_day - timeline.first_day
            yield _at(timeline, day + 1), kind, text, late


def _ticks(timeline: Timeline) -> Iterator[Tick]:
    """Months by name, with the year where it begins; as many as there is room for."""
    days = max(1, timeline.last_day - timeline.first_day)
    steps = _step(days, WIDE), _step(days, NARROW)
    clear = NAME * days // NARROW
    for number, (day, name) in enumerate(timeline.ticks):
        when = timeline.dates.get(day)
        month = when.month - 1 if when else number
        near = 0 < day - timeline.ticks[0][0] < clear
        rank = "" if not number or not (month % steps[1] or near) else "m"
        if rank and (month % steps[0] or day - timeline.ticks[0][0] < NAME * days // WIDE):
            rank = "n"
        year = f" {when.year}" if when and (not number or month == 0) else ""
        yield Tick(_at(timeline, day), f"{name}{year}", rank)


def _step(days: int, width: int) -> int:
    """Months between names that do not run into each other."""
    return next((n for n in STEPS if n * 21 * width >= NAME * days), STEPS[-1])


def _load(timeline: Timeline, load: Load) -> LoadRow:
    staff = load.title
    if load.people is not None:
        staff = f"{load.title}, {count(load.people, 'person', 'people')}"
    there = [share for share in load.held if share is not None]
    used = round(100 * sum(there, Fraction(0)) / len(there)) if there else 0
    return LoadRow(load.title, f"{staff}: {used} % used on average", _area(load))


def _area(load: Load) -> str:
    """The area below the share of people held; a day without people is a gap."""
    pieces, begun = [], 0
    held = [*load.held, None]
    for day in range(1, len(held)):
        if day < len(load.held) and held[day] == held[begun]:
            continue
        share = held[begun]
        if share:
            tall = max(1, round(TALL * min(Fraction(1), share)))
            pieces.append(f"M{begun} {TALL}v-{tall}H{day}v{tall}z")
        begun = day
    return "".join(pieces)
