"""How forecasts moved over the commits, initiative by initiative, as a table."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap.studies.history import Trail
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Row, Table
from roadmap.views.phrases.dates import short
from roadmap.views.phrases.names import clipped
from roadmap.views.phrases.spans import moved
from roadmap.views.phrases.sparklines import days_line
from roadmap.views.titles import title_of

_LONGEST = 60
_BACK = "back to baseline"
_AS_TOLD = "as published"
TRAILS = (
    Column("Initiative", shrink=1, wrap=True),
    Column("Trend"),
    Column("Baseline"),
    Column("Now"),
    Column("Moved"),
    Column("Commitment", optional=True),
    Column("Score rank", right=True, optional=True),
)


def trails_table(answer: Answer, trails: Iterable[Trail]) -> Table:
    """A row for each initiative, those that slip most first."""
    rows = tuple(_trail(answer, trail) for trail in trails)
    return Table("trails", TRAILS, (Group("", rows),), "How forecasts moved")


def moves(trail: Trail) -> bool:
    """Whether its forecast is not the same in all commits, or slips."""
    return len({end for end in trail.ends if end}) > 1 or trail.slip > 0


def trail_title(answer: Answer, trail: Trail) -> str:
    """Its title; with its id where another has the same, if it still exists."""
    known = trail.id in answer.portfolio.initiatives
    return title_of(answer.portfolio, trail.id) if known else trail.title


def _trail(answer: Answer, trail: Trail) -> Row:
    portfolio = answer.portfolio
    known = [end for end in trail.ends if end]
    promised = [short(portfolio, day) if day else None for day in trail.promised]
    return Row(
        (
            clipped(trail_title(answer, trail), _LONGEST),
            days_line(trail.ends),
            trail.told.shown if trail.told else short(portfolio, known[0]),
            short(portfolio, known[-1]) if trail.ends[-1] else "not scheduled",
            _moved(answer, trail),
            _pair(promised),
            _pair([None if rank is None else str(rank) for rank in trail.ranks]),
        )
    )


def _moved(answer: Answer, trail: Trail) -> str:
    if trail.slip:
        return moved(answer.portfolio, trail.slip)
    return _AS_TOLD if trail.told else _BACK


def _pair(texts: list[str | None]) -> str | None:
    """The first and the last of some texts; one text if they are the same."""
    known = [text for text in texts if text is not None]
    if not known:
        return None
    return known[0] if known[0] == known[-1] else f"{known[0]} → {known[-1]}"
