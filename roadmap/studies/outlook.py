"""An outlook: one portfolio scored, sequenced and planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.catalogue import frameworks
from roadmap.scoring.framework import Score
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan, Sequence, uninterrupted
from roadmap.sequencing.sequence import sequence


@dataclass(frozen=True, slots=True)
class Manner:
    """How portfolios are computed; None: as each of them says itself."""

    framework: str | None = None
    engine: str | None = None
    ideas: bool = False
    units: float | None = None


AS_STATED = Manner()


@dataclass(frozen=True, slots=True)
class Outlook:
    """A portfolio and what comes of it."""

    portfolio: Portfolio
    framework: str
    scores: Mapping[str, Score]
    sequence: Sequence
    plan: Plan

    def end(self, id: str) -> int | None:
        """The day on which an initiative has ended; None where it has no place."""
        slot = self.plan.slots.get(id)
        return slot.end_day if slot else None

    def start(self, id: str) -> int | None:
        """The day on which an initiative starts; None where it has no place."""
        slot = self.plan.slots.get(id)
        return slot.start_day if slot else None


def outlook(
    portfolio: Portfolio, manner: Manner = AS_STATED, like: Outlook | None = None
) -> Outlook:
    """What comes of a portfolio. Scores that cannot differ are taken from one `like` it."""
    name = _framework(manner.framework or portfolio.framework)
    found = _scores(portfolio, name, like)
    if like is not None and _planned_alike(portfolio, found, like):
        return Outlook(portfolio, name, found, like.sequence, like.plan)
    ordered = sequence(portfolio, found, ideas=manner.ideas)
    engine = manner.engine or portfolio.engine
    planned = plan(
        portfolio, found, ordered, engine=engine, ideas=manner.ideas, units=manner.units
    )
    return Outlook(portfolio, name, found, ordered, uninterrupted(planned))


def _framework(name: str) -> str:
    return name if name in frameworks() else "customer-value"


_SCORED_BY = ("as_of", "calendar", "segments", "journey", "needs", "objectives", "evidence",
              "balance", "settings", "sections", "teams")  # fmt: skip


def _scores(portfolio: Portfolio, name: str, like: Outlook | None) -> Mapping[str, Score]:
    score = frameworks()[name].score
    known: Mapping[str, Score] = {}
    if like and like.framework == name and _as_shared(portfolio, like.portfolio):
        before = like.portfolio.initiatives
        known = {id: like.scores[id] for id, each in portfolio.initiatives.items()
                 if before.get(id) is each}  # fmt: skip
    return {
        id: known[id] if id in known else score(portfolio, each)
        for id, each in portfolio.initiatives.items()
    }


_PLANNED_BY = ("as_of", "calendar", "teams", "minimise", "engine")
_PLACED_BY = (
    "status", "effort", "remaining", "depends_on", "not_before", "deadline", "must",
    "pin", "started",
)  # fmt: skip
_LEFT_OUT_BY = ("status", "depends_on", "pin", "must")


def _planned_alike(portfolio: Portfolio, found: Mapping[str, Score], like: Outlook) -> bool:
    """Whether an outlook's plan is that of a portfolio too: all that it rests on is."""
    one, other = portfolio.initiatives, like.portfolio.initiatives
    placed = like.plan.slots
    return (
        one.keys() == other.keys()
        and _agree(portfolio, like.portfolio, _PLANNED_BY)
        and all(_weight(found[id]) == _weight(like.scores[id]) for id in placed)
        and all(
            each is other[id]
            or _agree(each, other[id], _PLACED_BY if id in placed else _LEFT_OUT_BY)
            for id, each in one.items()
        )
    )


def _agree(one: object, other: object, names: tuple[str, ...]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _weight(score: Score) -> tuple[object, ...]:
    return score.value, score.size, score.tier


def _as_shared(one: Portfolio, other: Portfolio) -> bool:
    return _agree(one, other, _SCORED_BY)
