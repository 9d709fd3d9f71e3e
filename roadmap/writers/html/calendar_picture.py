"""Where everything on a timeline stands, in units of the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmap.views.page import Bar, Load, Timeline
from roadmap.views.phrases.english import count
from roadmap.writers.html.letters import fitted
from roadmap.writers.text.symbols import KINDS, WORDS

LEFT, LABEL, CHART, ROW, HEAD, LANE, GAP = 12, 320, 860, 26, 30, 22, 12
ROOM = LABEL - LEFT - 10
"""The width that a title has beside the chart."""
LEAST_WIDTH = 5
LETTER = 8
"""The width of a letter in the legend."""


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar: where it lies, and what it is called. A milestone has no width."""

    id: str
    title: str
    label: str
    kind: str
    x: int
    y: int
    width: int
    text: str
    whisker: str
    marks: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class DrawnGroup:
    """A heading with its bars."""

    title: str
    y: int
    bars: tuple[DrawnBar, ...]


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A team's utilisation: an area over the days."""

    label: str
    title: str
    y: int
    path: str


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """A timeline laid out: `ticks` are (x, name), `now` is where today stands.

    `bottom` is where the chart ends and the legend begins: (x, kind, word).
    """

    width: int
    height: int
    left: int
    bottom: int
    ticks: tuple[tuple[int, str], ...]
    groups: tuple[DrawnGroup, ...]
    lanes: tuple[DrawnLane, ...]
    lanes_y: int
    now: int | None
    legend: tuple[tuple[int, str, str], ...]
    legend_y: int


def calendar_picture(timeline: Timeline) -> CalendarPicture:
    """A timeline with a place for everything on it."""
    groups, y = _groups(timeline)
    lanes_y = y + GAP + 6
    lanes = tuple(_lanes(timeline, lanes_y + 22))
    end = lanes_y + 22 + LANE * len(lanes) if lanes else y
    legend = tuple(_legend(groups))
    return CalendarPicture(
        LABEL + CHART + 20,
        end + GAP + (ROW if legend else 0),
        LEFT,
        end,
        tuple(_ticks(timeline)),
        groups,
        lanes,
        lanes_y,
        _now(timeline),
        legend,
        end + GAP,
    )


def _legend(groups: tuple[DrawnGroup, ...]) -> Iterator[tuple[int, str, str]]:
    """Where each kind of bar and mark is explained."""
    bars = [bar for group in groups for bar in group.bars]
    used = {bar.kind for bar in bars} | {kind for b in bars for _, kind, _ in b.marks}
    x = LEFT
    for kind in KINDS:
        if kind in used:
            word = WORDS.get(kind, kind)
            yield x, kind, word
            x += 50 + LETTER * len(word)
    if any(bar.whisker for bar in bars):
        yield x, "likely", "ends here 8 times in 10"


def at(timeline: Timeline, day: int) -> int:
    """Where the beginning of a day stands."""
    days = max(1, timeline.last_day - timeline.first_day)
    return LABEL + round(Fraction((day - timeline.first_day) * CHART, days))


def _groups(timeline: Timeline) -> tuple[tuple[DrawnGroup, ...], int]:
    groups, y = [], HEAD + 10
    for group in timeline.groups:
        top = y
        y += ROW if group.title else 0
        bars = []
        for bar in group.bars:
            bars.append(_bar(timeline, bar, y))
            y += ROW
        groups.append(DrawnGroup(group.title, top, tuple(bars)))
        y += GAP
    return tuple(groups), y


def _bar(timeline: Timeline, bar: Bar, y: int) -> DrawnBar:
    x = at(timeline, bar.start_day)
    width = max(LEAST_WIDTH, at(timeline, bar.end_day) - x)
    teams = ", ".join(load.title for load in timeline.loads if load.team in bar.teams)
    word = WORDS.get(bar.kind, bar.kind)
    ends = f"ends {bar.ends}" + (f" ({timeline.often})" if timeline.often else "")
    text = ", ".join(filter(None, [bar.title, word, ends, teams]))
    return DrawnBar(
        bar.id,
        bar.title,
        fitted(bar.title, ROOM),
        bar.kind,
        x,
        y,
        0 if bar.kind == "milestone" else width,
        text,
        _whisker(timeline, bar, y + 12),
        tuple(_marks(timeline, bar)),
    )


def _whisker(timeline: Timeline, bar: Bar, y: int) -> str:
    """Where it ends 8 times in 10; without its end where that is past the chart."""
    if bar.likely is None:
        return ""
    first, last = (at(timeline, min(day, timeline.last_day)) for day in bar.likely)
    end = "m0-4v8" if bar.likely[1] <= timeline.last_day else ""
    return f"M{first} {y - 4}v8m0-4H{last}{end}"


def _marks(timeline: Timeline, bar: Bar) -> Iterator[tuple[int, str, str]]:
    """Where the dates to keep stand: just behind the last day that keeps them."""
    for day, kind in bar.marks:
        if timeline.first_day <= day < timeline.last_day:
            stated = bar.stated.get(kind)
            word = f"{WORDS.get(kind, kind)} {stated:%d %b %Y}" if stated else kind
            yield at(timeline, day + 1), kind, word


def _ticks(timeline: Timeline) -> Iterator[tuple[int, str]]:
    """Months by name, the first of each year with the year; none too near another."""
    last, year = -100, None
    for day, name in timeline.ticks:
        when: date | None = timeline.dates.get(day)
        named = f"{name} {when.year}" if when and when.year != year else name
        x = at(timeline, day)
        if x - last >= 8 * len(named):
            year = when.year if when else year
            yield x, named
            last = x


def _now(timeline: Timeline) -> int | None:
    days = [day for day, when in timeline.dates.items() if when == timeline.as_of]
    return at(timeline, days[0]) if days else None


def _lanes(timeline: Timeline, y: int) -> Iterator[DrawnLane]:
    for number, load in enumerate(timeline.loads):
        staff = load.title
        if load.people is not None:
            staff = f"{load.title}, {count(load.people, 'person', 'people')}"
        top = y + LANE * number
        yield DrawnLane(fitted(staff, ROOM), staff, top, _area(timeline, load, top))


def _area(timeline: Timeline, load: Load, top: int) -> str:
    """The area below the share of people held, as steps; a day without people is a gap."""
    pieces, begun = [], timeline.first_day
    held = [*load.held, None]
    for number, share in enumerate(held):
        if number and (number == len(load.held) or share != held[number - 1]):
            before = held[number - 1]
            day = timeline.first_day + number
            if before:
                tall = max(1, round((LANE - 6) * min(Fraction(1), before)))
                x, end = at(timeline, begun), at(timeline, day)
                pieces.append(f"M{x} {top + LANE - 4}v-{tall}H{end}v{tall}z")
            begun = day
    return "".join(pieces)
