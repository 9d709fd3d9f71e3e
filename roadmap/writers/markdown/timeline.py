"""The plan in Markdown: a table with a column for each month, quarter or year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.scoring.figures import percent
from roadmap.views.page import Bar, Column, Load, Timeline
from roadmap.views.phrases.english import count
from roadmap.writers.markdown.parts import MarkdownPart
from roadmap.writers.markdown.table import grid
from roadmap.writers.markdown.text import escaped
from roadmap.writers.text.glyphs import UNICODE
from roadmap.writers.text.months import MonthSpan, stretches
from roadmap.writers.text.symbols import KINDS, LIKELY, WORDS, symbol


def timeline_parts(timeline: Timeline) -> Iterator[MarkdownPart]:
    """All bars in one table, then a legend, then team utilisation."""
    bars = [bar for group in timeline.groups for bar in group.bars]
    if not bars:
        return
    parts = stretches(timeline)
    months = [Column(part.name) for part in parts]
    often = f" ({timeline.often})" if timeline.often else ""
    heads = [Column("Initiative"), Column("Teams"), *months, Column(f"Ends{often}")]
    yield MarkdownPart(
        "table", grid(heads, list(_rows(timeline, parts)), range(len(heads)))
    )
    yield MarkdownPart("paragraph", _legend(bars, parts))
    loads = [_load(load, timeline.first_day, parts) for load in timeline.loads]
    if loads:
        heads = [Column("Team utilisation"), *(Column(m.title, right=True) for m in months)]
        yield MarkdownPart("table", grid(heads, loads, range(len(heads))))


def _rows(timeline: Timeline, parts: tuple[MonthSpan, ...]) -> Iterator[list[str]]:
    titles = {load.team: load.title for load in timeline.loads}
    for group in timeline.groups:
        if group.title:
            yield [f"**{escaped(group.title)}**", *[""] * (len(parts) + 2)]
        for bar in group.bars:
            cells = [_cell(bar, part) for part in parts]
            teams = escaped(", ".join(titles.get(team, team) for team in bar.teams))
            yield [escaped(bar.title), teams, *cells, escaped(bar.ends)]


def _cell(bar: Bar, part: MonthSpan) -> str:
    stays = bar.start_day < part.end_day and part.first_day < bar.end_day
    if bar.start_day == bar.end_day:
        stays = part.first_day <= bar.start_day < part.end_day
    symbols = [symbol(bar.kind, UNICODE)[0]] if stays else []
    if not stays and _likely(bar, part):
        symbols = [UNICODE.likely]
    symbols += [
        symbol(kind, UNICODE)[0]
        for day, kind in sorted(bar.marks)
        if part.first_day <= day < part.end_day
    ]
    return " ".join(symbols)


def _likely(bar: Bar, part: MonthSpan) -> bool:
    """Whether a bar may reach a month that it does not lie in: 9 times in 10 no later."""
    if bar.likely is None:
        return False
    return bar.end_day <= part.first_day < bar.likely[1]


def _legend(bars: list[Bar], parts: tuple[MonthSpan, ...]) -> str:
    kinds = {bar.kind for bar in bars} | {kind for bar in bars for _, kind in bar.marks}
    there = {symbol(kind, UNICODE)[1] for kind in kinds}
    said = [
        f"{symbol(kind, UNICODE)[0]} {WORDS.get(kind, kind)}"
        for kind in KINDS
        if kind in there
    ]
    if any(_likely(bar, part) for bar in bars for part in parts):
        said.append(f"{UNICODE.likely} {LIKELY}")
    return ", ".join(said)


def _load(load: Load, first_day: int, parts: tuple[MonthSpan, ...]) -> list[str]:
    people = "" if load.people is None else f", {count(load.people, 'person', 'people')}"
    held = [
        load.held[max(part.first_day - first_day, 0) : part.end_day - first_day]
        for part in parts
    ]
    return [escaped(load.title + people), *map(_share, held)]


def _share(held: tuple[Fraction | None, ...]) -> str:
    there = [share for share in held if share is not None]
    return percent(sum(there, Fraction(0)) / len(there), 0) if any(there) else ""
