"""An outlook: a portfolio scored, sequenced and planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from roadmap.model.portfolio import Engine, Portfolio
from roadmap.scoring.catalogue import frameworks
from roadmap.scoring.framework import Score
from roadmap.sequencing.funding import unfunded
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan, RankedSequence, uninterrupted
from roadmap.sequencing.sequence import sequence


@dataclass(frozen=True, slots=True)
class OutlookOptions:
    """How portfolios are computed; None: as each of them says itself.

    `ideas`: plan ideas too. `units`: how long the exact engine may search. `free`: plan as
    if no dates were published. `warm`: begin with the plan of a similar portfolio, and
    depart from it only for a reason, so that what is compared shows effects.
    """

    framework: str | None = None
    engine: Engine | None = None
    ideas: bool = False
    units: float | None = None
    free: bool = False
    warm: bool = False


AS_STATED = OutlookOptions()


@dataclass(frozen=True, slots=True)
class Outlook:
    """A portfolio with its scores, sequence and plan."""

    portfolio: Portfolio
    framework: str
    scores: Mapping[str, Score]
    sequence: RankedSequence
    plan: Plan

    def end(self, id: str) -> int | None:
        """The day on which an initiative has ended; None where it is not scheduled."""
        slot = self.plan.slots.get(id)
        return slot.end_day if slot else None

    def start(self, id: str) -> int | None:
        """The day on which an initiative starts; None where it is not scheduled."""
        slot = self.plan.slots.get(id)
        return slot.start_day if slot else None


def outlooks(
    today: Portfolio,
    others: Iterable[Portfolio],
    options: OutlookOptions = AS_STATED,
    advance: Callable[[int], None] = lambda _: None,
) -> Iterator[Outlook]:
    """Today's outlook, then those of what could be; each other is compared with today's.

    `advance` is called with 1 after each.
    """
    first = outlook(today, options, tight=False)
    advance(1)
    yield first
    for other in others:
        made = outlook(other, options, first, tight=False)
        advance(1)
        yield made


def outlook(
    portfolio: Portfolio,
    options: OutlookOptions = AS_STATED,
    similar: Outlook | None = None,
    *,
    tight: bool = True,
) -> Outlook:
    """Score, sequence and plan a portfolio; reuse what cannot differ from `similar`.

    `tight` is whether somebody will read the bound of the plan.
    """
    if options.free:
        portfolio = replace(portfolio, steadiness=None)
    name = _framework(options.framework or portfolio.framework)
    scores = _scores(portfolio, name, similar)
    if similar is not None and _planned_alike(portfolio, scores, similar):
        return Outlook(portfolio, name, scores, similar.sequence, similar.plan)
    gone = unfunded(portfolio, scores, options.ideas)
    ordered = sequence(portfolio, scores, options.ideas, gone)
    planned = plan(
        portfolio,
        scores,
        ordered,
        engine=options.engine or portfolio.engine,
        ideas=options.ideas,
        units=options.units,
        tight=tight,
        before=_days(portfolio, similar) if options.warm and similar else None,
    )
    return Outlook(portfolio, name, scores, ordered, uninterrupted(planned))


def _days(portfolio: Portfolio, similar: Outlook) -> Mapping[str, tuple[int, int]]:
    """First and last day of each initiative in another plan, in days of the portfolio."""
    old = similar.portfolio
    return {
        id: (
            day_of(portfolio, old, min(slot.start_day, slot.last_day)),
            day_of(portfolio, old, slot.last_day),
        )
        for id, slot in similar.plan.slots.items()
    }


def day_of(new: Portfolio, old: Portfolio, day: int) -> int:
    """A day of one portfolio's calendar as a day of another's."""
    one, two = old.calendar, new.calendar
    if (one.start, one.week) == (two.start, two.week):
        return day
    return two.day_on_or_after(one.date_of(day))


def _framework(name: str) -> str:
    return name if name in frameworks() else "customer-value"


_SCORED_BY = (
    "as_of", "calendar", "segments", "journey", "needs", "objectives", "evidence",
    "balance", "settings", "sections", "teams",
)  # fmt: skip


def _scores(
    portfolio: Portfolio, name: str, similar: Outlook | None
) -> Mapping[str, Score]:
    known: Mapping[str, Score] = {}
    if (
        similar is not None
        and similar.framework == name
        and _agree(portfolio, similar.portfolio, _SCORED_BY)
    ):
        before = similar.portfolio.initiatives
        every = portfolio.initiatives.items()
        known = {id: similar.scores[id] for id, it in every if before.get(id) is it}
    score = frameworks()[name].score
    return {
        id: known[id] if id in known else score(portfolio, initiative)
        for id, initiative in portfolio.initiatives.items()
    }


_PLANNED_BY = (
    "as_of", "calendar", "teams", "minimise", "engine", "published", "steadiness",
)  # fmt: skip
_SCHEDULED_BY = (
    "status", "effort", "remaining", "depends_on", "not_before", "deadline", "must",
    "pin", "started",
)  # fmt: skip
_LEFT_OUT_BY = ("status", "depends_on", "pin", "must")


def _planned_alike(
    portfolio: Portfolio, scores: Mapping[str, Score], similar: Outlook
) -> bool:
    """Whether a similar outlook's plan is this portfolio's too: all it rests on agrees.

    What is funded rests on everything, so under limits nothing is taken over.
    """
    if portfolio.funding or similar.portfolio.funding:
        return False
    one, other = portfolio.initiatives, similar.portfolio.initiatives
    scheduled = similar.plan.slots
    return (
        one.keys() == other.keys()
        and _agree(portfolio, similar.portfolio, _PLANNED_BY)
        and all(_weight(scores[id]) == _weight(similar.scores[id]) for id in scheduled)
        and all(
            it is other[id]
            or _agree(it, other[id], _SCHEDULED_BY if id in scheduled else _LEFT_OUT_BY)
            for id, it in one.items()
        )
    )


def _agree(one: object, other: object, names: tuple[str, ...]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _weight(score: Score) -> tuple[object, ...]:
    return score.value, score.size, score.tier
