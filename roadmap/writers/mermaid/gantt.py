"""A timeline as a Gantt chart in Mermaid: own ids, absolute dates, ends exclusive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from roadmap.views.page import Bar, Timeline
from roadmap.writers.mermaid.diagram import (
    MOST_SIGNS,
    Diagram,
    Drawing,
    bundles,
    numbered,
)
from roadmap.writers.mermaid.text import label
from roadmap.writers.text.width import columns

_REMARKS = {"running": "in progress", "assumed": "effort assumed"}
"""Said rather than coloured: in the dark, the text of an active task cannot be read."""
DIRECTIVE = '%%{init: {"gantt": {"useWidth": '
WIDTH = 980
"""Pixels of a chart: without them, a narrow window cuts what stands beside the bars."""
HEAD = "gantt\n    dateFormat YYYY-MM-DD"
MONTHS_APART = (1, 3, 6, 12)
MOST_TICKS = 12
MOST_BARS = 200
"""Bars of one chart; more than these nobody reads."""
HEADING_ROOM = 2000
USUAL_PADDING, MOST_PADDING, PER_COLUMN = 75, 260, 8
"""Pixels beside the bars, and of a column of text there."""


def gantt(timeline: Timeline) -> Drawing:
    """The chart of a timeline, or one for each group; none where a date is unknown."""
    groups = [(group.title, group.bars) for group in timeline.groups if group.bars]
    days = {day for _, bars in groups for bar in bars for day in _days(bar)}
    if not groups or not days <= timeline.dates.keys():
        return Drawing(())
    head = "\n".join([*_padding(title for title, _ in groups), *_head(timeline)])
    ids = (f"t{number}" for number in _counting())
    tasks = [
        (title, [task for bar in bars for task in _tasks(bar, timeline, ids)])
        for title, bars in groups
    ]
    text = "\n".join([head, *(line for group in tasks for line in _section(*group))])
    if len(text) < MOST_SIGNS and sum(len(bars) for _, bars in groups) <= MOST_BARS:
        return Drawing((Diagram(text + "\n"),))
    note = "The plan is too large for one diagram, so there are several."
    return Drawing(tuple(_split(head, tasks)), note)


def _split(head: str, groups: list[tuple[str, list[str]]]) -> Iterator[Diagram]:
    room = MOST_SIGNS - len(head) - HEADING_ROOM
    for title, tasks in groups:
        cut = list(bundles(tasks, len, room, MOST_BARS))
        for number, some in enumerate(cut, 1):
            text = "\n".join([head, *_section(title, some)]) + "\n"
            yield Diagram(text, numbered(title, number, len(cut)))


def _padding(titles: Iterable[str]) -> Iterator[str]:
    """How wide it is, with room for the names of sections beside the bars."""
    wide = min(PER_COLUMN * max(map(columns, titles)), MOST_PADDING)
    room = f', "leftPadding": {wide}' if wide > USUAL_PADDING else ""
    yield f"{DIRECTIVE}{WIDTH}{room}}}}}}}%%"


def _head(timeline: Timeline) -> Iterator[str]:
    yield HEAD
    if timeline.often:
        yield f"    title {label(f'Where bars end ({timeline.often}) stands beside them')}"
    first, last = (timeline.dates[day] for day in (timeline.first_day, timeline.last_day))
    months = (last.year - first.year) * 12 + last.month - first.month
    apart = next((n for n in MONTHS_APART if months <= MOST_TICKS * n), MONTHS_APART[-1])
    yield f"    axisFormat {'%b' if first.year == last.year else '%b %Y'}"
    yield f"    tickInterval {apart}month"
    yield "    todayMarker off"


def _section(title: str, tasks: list[str]) -> Iterator[str]:
    if title:
        yield f"    section {label(title)}"
    yield from tasks


def _tasks(bar: Bar, timeline: Timeline, ids: Iterator[str]) -> Iterator[str]:
    """A bar's line, and one for each date that it should keep."""
    name = label(bar.title)
    start = timeline.dates[bar.start_day]
    end = start if bar.kind == "milestone" else _after(timeline.dates[bar.end_day - 1])
    said = label(bar.title + _remark(bar, timeline))
    yield _task(said, _tags(bar), next(ids), start, end)
    for day, kind in bar.marks:
        when = timeline.dates.get(day)
        if when is not None and day < timeline.last_day:
            tags = "crit, milestone, " if kind == "deadline" else "milestone, "
            said = f"{'Deadline' if kind == 'deadline' else 'Commitment'}#58; {name}"
            yield _task(said, tags, next(ids), _after(when), _after(when))


def _remark(bar: Bar, timeline: Timeline) -> str:
    """What is said behind a title: ` (in progress, ends 7 – 12 Jan)`."""
    ends = f"ends {bar.ends}" if timeline.often and bar.likely else ""
    said = ", ".join(filter(None, [_REMARKS.get(bar.kind, ""), ends]))
    return f" ({said})" if said else ""


def _tags(bar: Bar) -> str:
    late = any(_days(bar)[1] > day for day, _ in bar.marks)
    return ("crit, " if late else "") + ("milestone, " * (bar.kind == "milestone"))


def _task(name: str, tags: str, id: str, start: date, end: date) -> str:
    return f"    {name} :{tags}{id}, {start.isoformat()}, {end.isoformat()}"


def _days(bar: Bar) -> tuple[int, int]:
    return bar.start_day, max(bar.end_day - 1, bar.start_day)


def _after(when: date) -> date:
    return when if when == date.max else when + timedelta(days=1)


def _counting() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number
