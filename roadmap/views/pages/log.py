"""The log page: how the roadmap moved over its commits, and what waits longest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from roadmap.scoring.figures import figure
from roadmap.studies.history import NeedWait, Snapshot, Trail, need_waits, trails
from roadmap.views.answer import Answer
from roadmap.views.blocks.notices import headed
from roadmap.views.findings import finding_data
from roadmap.views.page import Block, Column, Group, Line, Number, Page, Prose, Row, Table
from roadmap.views.phrases.causes import stretch
from roadmap.views.phrases.changes import clipped
from roadmap.views.phrases.dates import short, whole
from roadmap.views.phrases.english import count, listed
from roadmap.views.portfolio import FORMAT, portfolio_data

SIGNS = "▁▂▃▄▅▆▇"
NOWHERE = "·"
_LONGEST = 60
_BACK = "as it was"
_NEEDS = 10
TRAILS = (
    Column("Initiative", shrink=1),
    Column("First to last"),
    Column("First said"),
    Column("Now"),
    Column("Slips"),
    Column("Promised", optional=True),
    Column("Rank", right=True, optional=True),
)
COMMITS = (
    Column("Date"),
    Column("Commit"),
    Column("What", shrink=1),
    Column("Planned", right=True),
    Column("Value", right=True),
    Column("Mean wait, weeks", right=True),
)
WAITS = (Column("Need", shrink=1), Column("Since"), Column("Until"), Column("Waited"))


@dataclass(frozen=True, slots=True)
class History:
    """The moments that were taken, of `there` commits; `lost` could not be read."""

    moments: tuple[Snapshot, ...]
    there: int
    lost: tuple[str, ...] = ()


def page(answer: Answer, history: History) -> Page:
    """The history of a portfolio; `answer` holds it as the last commit has it."""
    every = trails(history.moments, answer.portfolio.calendar)
    found = tuple(each for each in every if answer.shows(each.id))
    title = headed(answer, f"how it moved over {count(history.there, 'commit')}")
    blocks = tuple(_blocks(answer, history, found))
    return Page(title, blocks, _data(answer, history, found))


def _blocks(answer: Answer, history: History, found: tuple[Trail, ...]) -> Iterator[Block]:
    yield Prose(tuple(_summary(answer, history, found)))
    moved = found if answer.all else tuple(each for each in found if _moves(each))
    rows = tuple(_trail(answer, each) for each in moved)
    yield Table("trails", TRAILS, (Group("", rows),), "How forecasts moved")
    still = len(found) - len(moved)
    if still:
        yield Prose((Line(f"{count(still, 'forecast')} never moved.", "faint"),))
    yield from _needs(answer, history)
    rows = tuple(_commit(answer, each) for each in reversed(history.moments))
    yield Table("commits", COMMITS, (Group("", rows),), "The commits", folded=True)


def _summary(answer: Answer, history: History, found: tuple[Trail, ...]) -> Iterator[Line]:
    first, last = history.moments[0], history.moments[-1]
    taken = len(history.moments) + len(history.lost)
    if taken < history.there:
        said = f"{taken} of {history.there} commits are looked at, at even distances."
        yield Line(said, "faint")
    for commit in history.lost:
        yield Line(f"Left out: nothing of {commit} can be read.", "warning")
    yield Line(_went(first, last))
    if found and found[0].slip > 0:
        most = [each for each in found if each.slip == found[0].slip]
        yield Line(_slips(answer, most), "strong")


def _slips(answer: Answer, most: list[Trail]) -> str:
    """Who slips most, and by how much; all that slip as far."""
    far = stretch(answer.portfolio, most[0].slip)
    names = listed([clipped(each.title, _LONGEST) for each in most])
    if len(most) > 1:
        return f"{names} slip most: {far} each."
    return f"{names} slips most: {far}, having gone later {_times(most[0].slips)}."


def _went(first: Snapshot, last: Snapshot) -> str:
    """How value and mean wait went from the first commit to the last."""
    when = f"From {whole(first.when)} to {whole(last.when)}"
    if first.when == last.when:
        when = f"On {whole(last.when)}"
    said = [_change("the value of what is planned", figure(first.value, 0),
                    figure(last.value, 0), "")]  # fmt: skip
    if first.mean_wait is not None and last.mean_wait is not None:
        waits = figure(first.mean_wait), figure(last.mean_wait)
        said.append(_change("the mean wait", *waits, " weeks"))
    return f"{when} {listed(said)}."


def _change(what: str, before: str, after: str, unit: str) -> str:
    if before == after:
        return f"{what} was {after}{unit} throughout"
    return f"{what} went from {before} to {after}{unit}"


def _times(number: int) -> str:
    """How often.

    >>> _times(1), _times(2), _times(3)
    ('once', 'twice', '3 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _moves(trail: Trail) -> bool:
    return len({end for end in trail.ends if end}) > 1


def _trail(answer: Answer, trail: Trail) -> Row:
    known = [end for end in trail.ends if end]
    sign = "+" if trail.slip > 0 else "−" if trail.slip < 0 else ""
    return Row(
        (
            clipped(trail.title, _LONGEST),
            sparkline(trail.ends),
            short(answer.portfolio, known[0]),
            short(answer.portfolio, known[-1]) if trail.ends[-1] else "not planned",
            f"{sign}{stretch(answer.portfolio, abs(trail.slip))}" if trail.slip else _BACK,
            _pair(
                [short(answer.portfolio, day) if day else None for day in trail.promised]
            ),
            _pair([None if rank is None else str(rank) for rank in trail.ranks]),
        )
    )


def sparkline(days: tuple[date | None, ...]) -> str:
    """Dates as a line that rises with them; a dot where there is none.

    >>> sparkline((date(2027, 1, 1), None, date(2027, 1, 7), date(2027, 1, 4)))
    '▁·▇▄'
    """
    known = [day.toordinal() for day in days if day]
    low, high = min(known, default=0), max(known, default=0)
    span = max(high - low, 1)
    return "".join(
        NOWHERE if day is None else SIGNS[(day.toordinal() - low) * 6 // span]
        for day in days
    )


def _pair(said: list[str | None]) -> str | None:
    """The first and the last of what was said; once where they are the same."""
    known = [each for each in said if each is not None]
    if not known:
        return None
    return known[0] if known[0] == known[-1] else f"{known[0]} → {known[-1]}"


def _needs(answer: Answer, history: History) -> Iterator[Table]:
    found = need_waits(history.moments)
    kept = found if answer.all else tuple(each for each in found if each.days)[:_NEEDS]
    rows = tuple(_wait(answer, each) for each in kept)
    if rows:
        yield Table("waits", WAITS, (Group("", rows),), "Needs that wait longest")


def _wait(answer: Answer, wait: NeedWait) -> Row:
    until = short(answer.portfolio, wait.until) if wait.until else "still waits"
    since = short(answer.portfolio, wait.since)
    return Row((clipped(wait.statement, _LONGEST), since, until, _weeks(wait.days)))


def _weeks(days: int) -> str:
    """Days of the calendar, in weeks from two on."""
    return count(days, "day") if days < 14 else count(Fraction(days, 7), "week")


def _commit(answer: Answer, moment: Snapshot) -> Row:
    planned = sum(said.end is not None for said in moment.forecasts.values())
    return Row(
        (
            short(answer.portfolio, moment.when),
            moment.commit[:10],
            clipped(moment.subject, _LONGEST),
            planned,
            Number(moment.value, 0),
            None if moment.mean_wait is None else Number(moment.mean_wait),
        )
    )


def _data(answer: Answer, history: History, found: tuple[Trail, ...]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "portfolio": portfolio_data(answer),
        "findings": [finding_data(finding) for finding in answer.findings],
        "log": {
            "commits": [_commit_data(each) for each in history.moments],
            "commits_there": history.there,
            "commits_left_out": list(history.lost),
            "initiatives": [
                _trail_data(each) for each in sorted(found, key=lambda each: each.id)
            ],
            "needs": [_wait_data(each) for each in need_waits(history.moments)],
        },
    }


def _commit_data(moment: Snapshot) -> dict[str, Any]:
    return {
        "commit": moment.commit,
        "date": moment.when.isoformat(),
        "subject": moment.subject,
        "planned": sum(said.end is not None for said in moment.forecasts.values()),
        "value": moment.value,
        "cost": moment.cost,
        "mean_wait_weeks": moment.mean_wait,
    }


def _trail_data(trail: Trail) -> dict[str, Any]:
    return {
        "id": trail.id,
        "title": trail.title,
        "ends": [day and day.isoformat() for day in trail.ends],
        "promised": [day and day.isoformat() for day in trail.promised],
        "ranks": list(trail.ranks),
        "slip_days": trail.slip,
        "slips": trail.slips,
    }


def _wait_data(wait: NeedWait) -> dict[str, Any]:
    return {
        "id": wait.need,
        "since": wait.since.isoformat(),
        "until": wait.until.isoformat() if wait.until else None,
        "days": wait.days,
    }
