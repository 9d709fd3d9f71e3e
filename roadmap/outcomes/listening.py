"""Where and to whom we listen: fresh sources by journey stage and segment."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from roadmap.model.customers import Evidence
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.constants import CLASSES, constants
from roadmap.scoring.evidence import OBLIGATION, Weakness, weight
from roadmap.scoring.survey_history import history

YEAR = timedelta(days=366)
MONTH = Fraction(365, 12)
HEARD = tuple(name for name in CLASSES if name not in ("hunch", OBLIGATION))
"""Classes of evidence in which customers are heard."""


@dataclass(frozen=True, slots=True)
class Listening:
    """A journey stage and a segment, and how many fresh sources there are, by class.

    Either is None where the portfolio has none.
    """

    stage: str | None
    segment: str | None
    sources: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many sources there are."""
        return sum(self.sources.values())


def listening(portfolio: Portfolio) -> tuple[Listening, ...]:
    """Every stage with every segment, in the portfolio's order; the blind spots too.

    A source without a stage is about the stages of the needs it supports, otherwise about
    none; one without segments is about all of them.
    """
    stages: list[str | None] = [*portfolio.journey] or [None]
    segments: list[str | None] = [*portfolio.segments] or [None]
    counts: dict[tuple[str | None, str | None], Counter[str]] = defaultdict(Counter)
    of_all: dict[str | None, Counter[str]] = defaultdict(Counter)
    of_needs = _stages_of(portfolio)
    for evidence in portfolio.evidence.values():
        if evidence.kind in HEARD and is_fresh(portfolio, evidence):
            about = {evidence.stage} if evidence.stage else of_needs.get(evidence.id, set())
            for stage in about or ({None} if stages == [None] else set()):
                for segment in evidence.segments:
                    counts[stage, segment][evidence.kind] += 1
                if not evidence.segments:  # so that many of each are not multiplied
                    of_all[stage][evidence.kind] += 1
    return tuple(
        Listening(stage, segment, of_all[stage] + counts[stage, segment])
        for stage in stages
        for segment in segments
    )


def is_fresh(portfolio: Portfolio, evidence: Evidence) -> bool:
    """Whether evidence exists by `as_of`, and is not too old to count in full."""
    if evidence.date is not None and evidence.date > portfolio.as_of:
        return False
    found = weight(evidence, portfolio.as_of, constants(portfolio), obliges=True)
    return all(downgrade.weakness is not Weakness.OLD for downgrade in found.downgrades)


def _stages_of(portfolio: Portfolio) -> dict[str, set[str | None]]:
    """The stages of the needs that each evidence supports."""
    found: dict[str, set[str | None]] = {}
    for need in portfolio.needs.values():
        if need.stage:
            for id in need.evidence:
                found.setdefault(id, set()).add(need.stage)
            for survey in need.surveys:
                if survey.evidence:
                    found.setdefault(survey.evidence, set()).add(need.stage)
    return found


def surveyed_lately(portfolio: Portfolio) -> tuple[int, int]:
    """How many needs customers were asked about within a year, and how many there are."""
    recent = 0
    for need in portfolio.needs.values():
        days = [asked.day for asked in history(portfolio, need) if asked.day is not None]
        recent += bool(days) and portfolio.as_of - max(days) <= YEAR
    return recent, len(portfolio.needs)


def months_to_start(portfolio: Portfolio) -> Fraction | None:
    """The median months from the first evidence to the start of work, if known."""
    found = [*_waits(portfolio)]
    return Fraction(median(found)) if found else None


def _waits(portfolio: Portfolio) -> Iterator[Fraction]:
    for initiative in portfolio.initiatives.values():
        if initiative.started is None or initiative.started > portfolio.as_of:
            continue
        first = _first_heard(portfolio, initiative)
        if first is not None and initiative.started > first:
            yield (initiative.started - first).days / MONTH


def _first_heard(portfolio: Portfolio, initiative: Initiative) -> date | None:
    claims = (*initiative.outcomes, *initiative.contributions)
    ids = [*initiative.evidence, *(id for claim in claims for id in claim.evidence)]
    known = (portfolio.evidence[id] for id in ids if id in portfolio.evidence)
    return min(
        (evidence.date for evidence in known if evidence.date is not None), default=None
    )
