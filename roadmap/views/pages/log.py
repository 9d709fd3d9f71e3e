"""The log page: how the roadmap moved over its commits, and which needs wait longest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmap.scoring.figures import apart
from roadmap.studies.history import NeedWait, Snapshot, Trail, need_waits, trails
from roadmap.views.answer import Answer
from roadmap.views.blocks.log_chances import chance_blocks, fell_most, shown_chances
from roadmap.views.blocks.log_trails import moves, trail_title, trails_table
from roadmap.views.blocks.notices import headed
from roadmap.views.log_data import log_data
from roadmap.views.page import Block, Column, Group, Line, Number, Page, Prose, Row, Table
from roadmap.views.phrases.chance_moves import ToldStep
from roadmap.views.phrases.dates import short, whole
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import clipped
from roadmap.views.phrases.spans import moved

_LONGEST = 60
_NEEDS = 10
_FEW = 3
COMMITS = (
    Column("Date"),
    Column("Commit"),
    Column("Subject", shrink=1, wrap=True),
    Column("Scheduled", right=True),
    Column("Value", right=True),
    Column("Time to value, weeks", right=True),
)
WAITS = (
    Column("Need", shrink=1, wrap=True),
    Column("Since"),
    Column("Until"),
    Column("Waited"),
)


@dataclass(frozen=True, slots=True)
class Former:
    """The folder that the portfolio was moved from, in a commit and on a day."""

    folder: str
    commit: str
    when: date


@dataclass(frozen=True, slots=True)
class History:
    """The snapshots that were taken, of `there` commits; `lost` could not be read.

    `cut`: a shallow clone lacks commits, those before `cut_day` if that is known.
    `whole`: all commits of the portfolio are there, and were asked for. `steps` are what
    moved chances, the oldest first.
    """

    snapshots: tuple[Snapshot, ...]
    there: int
    lost: tuple[str, ...] = ()
    whole: bool = True
    cut: bool = False
    cut_day: date | None = None
    former: Former | None = None
    steps: tuple[ToldStep, ...] = ()

    @property
    def gaps(self) -> bool:
        """Whether commits lie between the snapshots, or are not known in full."""
        fewer = len(self.snapshots) < self.there
        return fewer or any(snapshot.left_out for snapshot in self.snapshots)


def page(answer: Answer, history: History) -> Page:
    """The history of a portfolio; `answer` holds it as the last commit has it."""
    every = trails(history.snapshots, answer.portfolio.calendar)
    shown = tuple(trail for trail in every if answer.shows(trail.id))
    title = headed(answer, f"how the roadmap moved over {count(history.there, 'commit')}")
    data = log_data(
        answer,
        history.snapshots,
        history.there,
        history.lost,
        shown,
        shown_chances(answer, history.snapshots),
        history.steps,
        shallow=history.cut,
        former=history.former.folder if history.former else None,
    )
    return Page(title, tuple(_blocks(answer, history, shown)), data)


def _blocks(answer: Answer, history: History, shown: tuple[Trail, ...]) -> Iterator[Block]:
    chances = shown_chances(answer, history.snapshots)
    summary = (*_summary(answer, history, shown), *fell_most(answer, chances))
    yield Prose(summary)
    moving = shown if answer.all else tuple(trail for trail in shown if moves(trail))
    yield trails_table(answer, moving)
    still = len(shown) - len(moving)
    if still:
        said = f"{count(still, 'forecast')} {_never(history)}."
        yield Prose((Line(said, "faint"),))
    yield from chance_blocks(answer, history.snapshots, history.steps, chances)
    yield from _needs(answer, history)
    rows = tuple(_commit(answer, snapshot) for snapshot in reversed(history.snapshots))
    yield Table("commits", COMMITS, (Group("", rows),), "Commits", folded=True)


def _never(history: History) -> str:
    """How to say that a forecast never moved, as far as these commits tell."""
    if history.whole and not history.gaps and history.former is None:
        return "never moved"
    return "did not move between these commits"


def _before(history: History) -> Iterator[Line]:
    """What is not told of the time before the first commit."""
    if history.cut:
        day = history.cut_day
        which = f"commits before {whole(day)}" if day else "older commits"
        said = f"This clone is shallow: {which} are not here"
        cure = "`git fetch --unshallow` gets them. Baselines and waits start here."
        yield Line(f"{said}; {cure}", "warning")
    if history.former:
        it = history.former
        said = f"Until {whole(it.when)} (commit {it.commit[:10]}) the portfolio was in"
        yield Line(f"{said} “{it.folder}”; what it was there is not shown.", "warning")


def _left_out(history: History, *, all: bool) -> Iterator[Line]:
    """What could not be read, by commit; the first few if there are many."""
    said = [f"Left out: nothing of commit {commit} can be read." for commit in history.lost]
    for snapshot in history.snapshots:
        if snapshot.left_out:
            files = listed([clipped(name, _LONGEST) for name in snapshot.left_out[:_FEW]])
            rest = len(snapshot.left_out) - _FEW
            more = f" and {rest} more" if rest > 0 else ""
            said.append(f"Commit {snapshot.commit[:10]} has errors in {files}{more}.")
    kept = said if all else said[:_FEW]
    yield from (Line(text, "warning") for text in kept)
    if len(said) > len(kept):
        yield Line(f"{count(len(said) - len(kept), 'more commit')} with errors.", "warning")


def _summary(answer: Answer, history: History, shown: tuple[Trail, ...]) -> Iterator[Line]:
    yield from _before(history)
    taken = len(history.snapshots) + len(history.lost)
    if taken < history.there:
        said = f"{taken} of {history.there} commits are planned, evenly spaced."
        yield Line(said, "faint")
    yield from _left_out(history, all=answer.all)
    yield Line(_went(answer, history.snapshots[0], history.snapshots[-1]))
    if shown and shown[0].slip > 0:
        most = [trail for trail in shown if trail.slip == shown[0].slip]
        yield Line(_slipped(answer, most, history.gaps), "strong")


def _slipped(answer: Answer, most: list[Trail], gaps: bool) -> str:
    """What slipped most, and by how much; all that slipped as far."""
    far = moved(answer.portfolio, most[0].slip)
    names = listed([f"“{clipped(trail_title(answer, trail), _LONGEST)}”" for trail in most])
    if len(most) > 1:
        them = "both" if len(most) == 2 else "all"
        return f"{names} slipped most: {them} are {far} than their baselines."
    often = ("at least " if gaps else "") + _times(most[0].slips)
    return f"{names} slipped most: it is {far} than its baseline and moved later {often}."


def _went(answer: Answer, first: Snapshot, last: Snapshot) -> str:
    """How value and average time to value went from the first commit to the last."""
    when = f"From {whole(first.when)} to {whole(last.when)}"
    if not (first.dated and last.dated) and first is not last:
        when = f"From commit {first.commit[:10]} to {last.commit[:10]}"
    elif first.when == last.when:
        when = f"On {whole(last.when)}" if last.dated else f"In commit {last.commit[:10]}"
    verb = "was" if first is last else "stayed at"
    unit = answer.framework.unit
    values = apart(first.value, last.value, 0)
    said = [_change("the value of everything scheduled", values, unit, verb)]
    if first.mean_wait is not None and last.mean_wait is not None:
        waits = apart(first.mean_wait, last.mean_wait)
        said.append(_change("the average time to value", waits, "weeks", verb))
    return f"{when}, {listed(said)}."


def _change(what: str, sides: tuple[str, str], unit: str, verb: str) -> str:
    before, after = sides
    of = f" {unit}" if unit else ""
    if before == after:
        return f"{what} {verb} {after}{of}"
    return f"{what} went from {before} to {after}{of}"


def _times(number: int) -> str:
    """How often.

    >>> _times(1), _times(2), _times(3)
    ('once', 'twice', '3 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _needs(answer: Answer, history: History) -> Iterator[Table]:
    every = need_waits(history.snapshots)
    kept = every if answer.all else tuple(wait for wait in every if wait.days)[:_NEEDS]
    rows = tuple(_need(answer, wait) for wait in kept)
    if rows:
        title = "Needs that have waited longest for a delivery"
        yield Table("waits", WAITS, (Group("", rows),), title)


def _need(answer: Answer, wait: NeedWait) -> Row:
    until = short(answer.portfolio, wait.until) if wait.until else "still waiting"
    since = short(answer.portfolio, wait.since)
    return Row((clipped(wait.statement, _LONGEST), since, until, _weeks(wait.days)))


def _weeks(days: int) -> str:
    """Days of the calendar, in weeks from two on."""
    return count(days, "day") if days < 14 else count(Fraction(days, 7), "week")


def _commit(answer: Answer, snapshot: Snapshot) -> Row:
    return Row(
        (
            short(answer.portfolio, snapshot.when) if snapshot.dated else "unknown",
            snapshot.commit[:10] + (" !" if snapshot.left_out else ""),
            clipped(snapshot.subject, _LONGEST),
            snapshot.scheduled,
            Number(snapshot.value, 0),
            None if snapshot.mean_wait is None else Number(snapshot.mean_wait),
        )
    )
