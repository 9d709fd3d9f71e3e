"""How customer-centric a portfolio is: six ratios, each with what it counts.

Built on market orientation (Kohli, Jaworski & Kumar, 1993: generate, spread and respond to
what customers say) and on Shah et al., 2006. There is no open standard formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from roadmap.model.initiative import Claim, Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.commitments import Told, Verdict, overdue, settled
from roadmap.outcomes.concordance import concordance
from roadmap.outcomes.deliveries import is_delivered
from roadmap.outcomes.measurements import latest
from roadmap.outcomes.needs import need_forecasts
from roadmap.scoring.constants import CLASSES
from roadmap.scoring.framework import Leaf, Score

SURE = frozenset(CLASSES[CLASSES.index("survey") :])
"""Classes of evidence that say how many customers think so."""
PERSPECTIVES = ("customer", "commercial", "operational")
NOTHING = Fraction(0)


class Habit(StrEnum):
    """What a customer-centric organisation does."""

    KNOW = "know"
    RESPOND = "respond"
    MEASURE = "measure"
    TOGETHER = "together"
    DECIDE = "decide"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Ratio:
    """One ratio: numerator ÷ denominator, in whatever it counts.

    `lacking` are the ids that the numerator lacks, those that would help most first:
    initiatives, needs for `respond`. `share` is None where there is nothing to count.
    """

    habit: Habit
    numerator: Fraction
    denominator: Fraction
    lacking: tuple[str, ...] = ()

    @property
    def share(self) -> Fraction | None:
        """The ratio, from 0 to 1; None with an empty denominator."""
        return self.numerator / self.denominator if self.denominator else None


def centricity(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    ends: Mapping[str, int],
    told: Told | None = None,
) -> tuple[Ratio, ...]:
    """The six ratios; `ends` is the day on which each planned initiative is delivered."""
    planned = [portfolio.initiatives[id] for id in ends if id in portfolio.initiatives]
    return (
        _know(planned, scores),
        _respond(portfolio),
        _measure(portfolio, scores),
        _together(planned, scores),
        _decide(planned, scores, ends),
        _keep(portfolio, told),
    )


def headline(ratios: Sequence[Ratio]) -> Fraction | None:
    """The plain mean of the ratios that have something to count; None without any."""
    shares = [ratio.share for ratio in ratios if ratio.share is not None]
    return sum(shares, NOTHING) / len(shares) if shares else None


def _know(planned: Iterable[Initiative], scores: Mapping[str, Score]) -> Ratio:
    """Planned value on fresh evidence of class survey or better ÷ planned value."""
    sure, every, lacking = NOTHING, NOTHING, {}
    for initiative in planned:
        leaves = _gains(scores.get(initiative.id))
        known = sum((leaf.points for leaf in leaves if _sure(leaf)), NOTHING)
        total = sum((leaf.points for leaf in leaves), NOTHING)
        sure, every = sure + known, every + total
        lacking[initiative.id] = total - known
    return Ratio(Habit.KNOW, sure, every, _most(lacking))


def _sure(leaf: Leaf) -> bool:
    return leaf.evidence_class in SURE


def _gains(score: Score | None) -> list[Leaf]:
    return [leaf for leaf in score.leaves if leaf.points > 0] if score else []


def _respond(portfolio: Portfolio) -> Ratio:
    """Opportunity × affected that planned work addresses ÷ that of all needs."""
    met, every, lacking = NOTHING, NOTHING, {}
    for need in need_forecasts(portfolio):
        size = need.opportunity * need.affected
        every += size
        if any(it.planned and it.closed + it.kept for it in need.effects):
            met += size
        else:
            lacking[need.id] = size
    return Ratio(Habit.RESPOND, met, every, _most(lacking))


def _measure(portfolio: Portfolio, scores: Mapping[str, Score]) -> Ratio:
    """Measurable claims ÷ all claims, of decided, running and delivered work."""
    counted, every, lacking = 0, 0, {}
    decided = (Status.COMMITTED, Status.IN_PROGRESS)
    for initiative in portfolio.initiatives.values():
        done = is_delivered(portfolio, initiative)
        if not done and initiative.status not in decided:
            continue
        claims = (*initiative.outcomes, *initiative.contributions)
        met = sum(
            1 for claim in claims if _measured(portfolio, initiative, claim, done=done)
        )
        counted, every = counted + met, every + len(claims)
        if met < len(claims):
            score = scores.get(initiative.id)
            lacking[initiative.id] = 1 + (score.weight if score else NOTHING)
    return Ratio(Habit.MEASURE, Fraction(counted), Fraction(every), _most(lacking))


def _measured(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, *, done: bool
) -> bool:
    """Whether baseline, target and date are stated; of delivered work, an actual."""
    if done:
        return latest(portfolio, initiative, claim) is not None
    it = claim.measure
    return it is not None and None not in (it.baseline, it.target, it.by)


def _together(planned: Iterable[Initiative], scores: Mapping[str, Score]) -> Ratio:
    """Planned value that all three perspectives have looked at ÷ planned value."""
    seen, every, lacking = NOTHING, NOTHING, {}
    for initiative in planned:
        score = scores.get(initiative.id)
        value = score.weight if score else NOTHING
        every += value
        looked = dict(initiative.perspectives)
        if all(looked.get(name) for name in PERSPECTIVES):
            seen += value
        else:
            lacking[initiative.id] = value
    return Ratio(Habit.TOGETHER, seen, every, _most(lacking))


def _decide(
    planned: Iterable[Initiative], scores: Mapping[str, Score], ends: Mapping[str, int]
) -> Ratio:
    """Pairs in which more points on needs end earlier ÷ pairs that differ in both."""
    points = {
        initiative.id: sum(
            (
                leaf.points
                for leaf in _gains(scores.get(initiative.id))
                if leaf.kind == "need"
            ),
            NOTHING,
        )
        for initiative in planned
    }
    agreeing, every = concordance([(points[id], ends[id]) for id in points])
    return Ratio(Habit.DECIDE, Fraction(agreeing), Fraction(every), _late(points, ends))


def _late(points: Mapping[str, Fraction], ends: Mapping[str, int]) -> tuple[str, ...]:
    """Initiatives that end later than their points on needs would have them."""
    wanted = sorted(points, key=lambda id: (-points[id], ends[id], id))
    place = {id: n for n, id in enumerate(sorted(points, key=lambda id: (ends[id], id)))}
    behind = {id: Fraction(place[id] - n) for n, id in enumerate(wanted) if points[id]}
    return _most({id: by for id, by in behind.items() if by > 0})


def _keep(portfolio: Portfolio, told: Told | None) -> Ratio:
    """Commitments kept ÷ commitments due: judged, dropped when due, or open and overdue."""
    missed = {id: Fraction(late) for id, late in overdue(portfolio, told)}
    kept = 0
    for it in settled(portfolio, told):
        if not it.commitment or it.verdict is Verdict.UNKNOWN:
            continue
        if it.verdict is Verdict.KEPT:
            kept += 1
        elif it.days_late is not None or it.due.last < portfolio.as_of:
            missed[it.id] = Fraction(it.days_late or 1)
    return Ratio(Habit.KEEP, Fraction(kept), Fraction(kept + len(missed)), _most(missed))


def _most(lacking: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Ids by how much they lack, those that lack nothing left out."""
    some = (id for id in lacking if lacking[id] > 0)
    return tuple(sorted(some, key=lambda id: (-lacking[id], id)))
