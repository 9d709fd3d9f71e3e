"""The plan on the terminal: bars over months, and how much of each team they use."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from roadmap.views.page import Bar, Load, Timeline, empty
from roadmap.views.phrases.english import count
from roadmap.writers.terminal.chart import bar_cells, likely_cells, load_cells
from roadmap.writers.terminal.pieces import Piece, Pieces, line
from roadmap.writers.terminal.prose import READABLE
from roadmap.writers.terminal.scale import Scale, named_months, scale
from roadmap.writers.text.glyphs import Glyphs, glyphs, shown
from roadmap.writers.text.symbols import KINDS, LIKELY, WORDS, symbol
from roadmap.writers.text.width import columns, cut, padded
from roadmap.writers.writer import Setting

PIPED = 60
"""Cells of the chart where the width is unlimited."""
FEW = 8
"""Up to this many teams, each has its own place in the column of letters."""
TITLE_SHARE = 0.36
LEAST_TITLE, LEAST_CHART = 12, 10
ENDS, UTILISATION = "ends", "Team utilisation"


def timeline_lines(timeline: Timeline, setting: Setting) -> Iterator[Pieces]:
    """Months, bars under their headings, team utilisation and a legend."""
    return iter(()) if empty(timeline) else _Drawing(timeline, setting).lines()


class _Drawing:
    """A timeline laid out for one width."""

    def __init__(self, timeline: Timeline, setting: Setting) -> None:
        self._timeline, self._setting = timeline, setting
        self._glyphs: Glyphs = glyphs(setting)
        self._bars = [bar for group in timeline.groups for bar in group.bars]
        letters = [self._letters(bar.teams) for bar in self._bars]
        self._teams = max(4, *map(columns, letters)) if timeline.loads and letters else 0
        often = f" ({timeline.often})" if timeline.often else ""
        self._heading = ENDS + self._text(often)
        ends = [self._heading, *(self._text(bar.ends) for bar in self._bars)]
        self._ends = max(map(columns, ends))
        self._title, self._scale = self._laid_out()
        self._ticks = named_months(timeline, self._scale)

    def lines(self) -> Iterator[Pieces]:
        """All of it, from top to bottom."""
        yield self._months()
        for group in self._timeline.groups:
            if group.title:
                yield line(self._text(group.title), "heading")
            for bar in group.bars:
                yield self._bar(bar)
        if self._timeline.loads:
            yield self._ground()
        for load in self._timeline.loads:
            cells = load_cells(load, self._scale, self._glyphs)
            letters = self._letters([load.team])
            yield self._row(self._staff(load), letters, (Piece(cells, "planned"),))
        yield from self._legend()

    def _text(self, text: str) -> str:
        return shown(text, self._setting)

    def _laid_out(self) -> tuple[int, Scale]:
        """The width of titles, and the scale; titles get what the chart leaves."""
        texts = [self._text(bar.title) for bar in self._bars]
        texts += [self._staff(load) for load in self._timeline.loads]
        longest = max(map(columns, texts), default=0)
        if self._setting.width is None:
            return longest, scale(self._timeline, PIPED)
        room = self._setting.width - self._teams - self._ends - 5
        share = int(self._setting.width * TITLE_SHARE)
        title = min(longest, max(share, LEAST_TITLE), max(room - LEAST_CHART, LEAST_TITLE))
        fitted = scale(self._timeline, room - title)
        return min(longest, max(room - fitted.cells, title)), fitted

    def _row(self, title: str, teams: str, chart: Pieces, ends: str = "") -> Pieces:
        label = padded(cut(title, self._title, self._glyphs.ellipsis), self._title)
        letters = Piece(f" {label} {padded(teams, self._teams)} ")
        return (letters, *chart, Piece(" " + padded(ends, self._ends, right=True)))

    def _ground(self) -> Pieces:
        """The line between bars and teams, and what the lines below it show."""
        room = self._title + self._teams + 1
        title = padded(cut(UTILISATION, room, self._glyphs.ellipsis), room)
        ground = self._glyphs.line * self._scale.cells
        return (Piece(title, "heading"), Piece(" "), Piece(f" {ground}", "faint"))

    def _months(self) -> Pieces:
        text, room = "", self._scale.cells + 1
        for cell, name in sorted(self._ticks.items()):
            if cell + columns(name) <= room:
                text = padded(text, cell) + self._text(name)
        teams = "team" if self._timeline.loads else ""
        row = self._row("", teams, line(padded(text, room)), self._heading)
        return tuple(Piece(piece.text, "faint") for piece in row)

    def _bar(self, bar: Bar) -> Pieces:
        chart = bar_cells(bar, self._scale, self._ticks, self._glyphs)
        ends = self._text(bar.ends)
        return self._row(self._text(bar.title), self._letters(bar.teams), chart, ends)

    def _letters(self, teams: Collection[str]) -> str:
        """The letters of some teams, each in its own place while the teams are few."""
        loads, none = self._timeline.loads, self._glyphs.nobody
        held = [load.letter if load.team in teams else none for load in loads]
        kept = held if len(loads) <= FEW else [each for each in held if each != none]
        return self._text("".join(kept))

    def _staff(self, load: Load) -> str:
        if load.people is None:
            return self._text(load.title)
        people = count(load.people, "person", "people")
        return self._text(f"{load.title}, {people}")

    def _legend(self) -> Iterator[Pieces]:
        """What the symbols on this chart mean."""
        kinds = {bar.kind for bar in self._bars}
        last = self._timeline.last_day
        kinds |= {kind for bar in self._bars for day, kind in bar.marks if day < last}
        there = {symbol(kind, self._glyphs)[1] for kind in kinds}
        parts: list[Pieces] = [
            (Piece(*symbol(kind, self._glyphs)), Piece(f" {WORDS.get(kind, kind)}"))
            for kind in KINDS
            if kind in there
        ]
        if any(likely_cells(bar, self._scale) for bar in self._bars):
            parts.append((Piece(self._glyphs.likely, "faint"), Piece(f" {LIKELY}")))
        if self._timeline.loads and not self._setting.unicode:
            parts.append((Piece("1-9", "planned"), Piece(" utilisation (9 is full)")))
        yield from _flowing(parts, self._setting.width or READABLE)


def _flowing(parts: list[Pieces], width: int) -> Iterator[Pieces]:
    row: Pieces = ()
    used = 0
    for part in parts:
        needed = 2 + sum(columns(piece.text) for piece in part)
        if row and used + needed > width:
            yield row
            row, used = (), 0
        row, used = (*row, Piece("  " if row else " "), *part), used + needed
    if row:
        yield row
