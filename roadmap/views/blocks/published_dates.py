"""Published dates against the plan: how many are kept, and which move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from roadmap.model.portfolio import Minimise
from roadmap.scoring.figures import figure
from roadmap.sequencing.results import Plan
from roadmap.studies.published_shifts import PublishedShift, PublishedStatus, kept_of
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Line, Prose, Row, Table
from roadmap.views.phrases.dates import dates_of, deserved
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import clipped
from roadmap.views.phrases.spans import moved

LONGEST, NAMED = 60, 10
NONE: Mapping[str, str] = {}
COLUMNS = (
    Column("Initiative", shrink=1, wrap=True),
    Column("Published"),
    Column("Plan now"),
    Column("Moved"),
    Column("Cause", shrink=1, wrap=True, sparse=True),
)


def kept_dates(answer: Answer, plan: Plan) -> Iterator[Line]:
    """How many published dates a plan keeps, and what planning freely would gain."""
    kept, every = kept_of(answer.portfolio, plan)
    if every:
        sooner = "".join(f"; planning freely would {it}" for it in _sooner(answer, plan))
        yield Line(f"{_kept(kept, every)}{sooner}.")


def _kept(kept: int, every: int) -> str:
    if kept == every:
        words = {1: "The published date is", 2: "Both published dates are"}
        return f"{words.get(kept, f'All {kept} published dates are')} kept"
    return f"{kept} of {count(every, 'published date')} kept"


def _sooner(answer: Answer, plan: Plan) -> Iterator[str]:
    """What planning as if nothing were published would do, where that gains anything."""
    published = plan.published
    if published is None or published.free_cost >= plan.cost:
        return
    if plan.minimises is Minimise.MAKESPAN:
        days = answer.portfolio.calendar.days_later(
            int(published.free_cost) - 1, int(plan.cost) - 1
        )
        yield f"finish {count(days, 'working day')} sooner"
        return
    mean, free = plan.mean_wait_weeks, published.free_mean_wait_weeks
    if mean is not None and free is not None and free < mean:
        weeks = Fraction(figure(mean - free))
        far = count(weeks, "week") if weeks else "less than 0.1 weeks"
        yield f"bring value {far} sooner"


def moves_table(
    answer: Answer, shifts: Iterable[PublishedShift], causes: Mapping[str, str] = NONE
) -> Iterator[Table]:
    """A row for every published date that is not kept; `causes` are texts by id."""
    broken = (shift for shift in shifts if shift.status is not PublishedStatus.KEPT)
    title = "Published dates that are not kept"
    yield from _table(answer, broken, "published-moves", title, causes)


def within_table(answer: Answer, shifts: Iterable[PublishedShift]) -> Iterator[Table]:
    """A row for every date that moves, and not beyond what people were shown."""
    kept = (shift for shift in shifts if shift.status is PublishedStatus.KEPT)
    within = (shift for shift in kept if shift.start or shift.end)
    title = "Moved within what was published"
    yield from _table(answer, within, "published-within", title, NONE, folded=True)


def _table(
    answer: Answer,
    shifts: Iterable[PublishedShift],
    id: str,
    title: str,
    causes: Mapping[str, str],
    *,
    folded: bool = False,
) -> Iterator[Table]:
    shown = (shift for shift in shifts if answer.shows(shift.told.id))
    rows = tuple(_row(answer, shift, causes.get(shift.told.id)) for shift in shown)
    if rows:
        yield Table(id, COLUMNS, (Group("", rows),), title, folded)


def _row(answer: Answer, shift: PublishedShift, cause: str | None) -> Row:
    id, portfolio = shift.told.id, answer.portfolio
    known = id in portfolio.initiatives
    cells = (
        clipped(answer.title(id) if known else id, LONGEST),
        shift.told.shown,
        _now(answer, shift),
        _moved(answer, shift),
        cause,
    )
    return Row(cells, id=id if known else "")


def _now(answer: Answer, shift: PublishedShift) -> str:
    if shift.slot is None:
        return shift.status.value
    portfolio, end = answer.portfolio, dates_of(answer.portfolio, shift.slot)[1]
    assumed = portfolio.initiatives[shift.told.id].effort_assumed
    return deserved(portfolio, end, assumed=assumed, exact=answer.exact)


def _moved(answer: Answer, shift: PublishedShift) -> str | None:
    """How far it ends beyond what people were shown; otherwise how far it moves."""
    days = shift.beyond or shift.end
    if days:
        return moved(answer.portfolio, days)
    return f"starts {moved(answer.portfolio, shift.start)}" if shift.start else None


def not_published(answer: Answer, ids: Iterable[str]) -> Prose:
    """What is scheduled and was not published, by title."""
    titles = [f"“{clipped(answer.title(id), LONGEST)}”" for id in ids if answer.shows(id)]
    if not titles:
        return Prose(())
    text = listed(titles, len(titles) if answer.all else NAMED)
    return Prose((Line(f"Not published yet: {text}."),))
