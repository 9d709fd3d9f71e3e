"""Importance and satisfaction of a need, by segment.

Value as importance × satisfaction: Dan Olsen, The Lean Product Playbook, 2015.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from roadmap.model.customers import Need
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.assumption import Assumption, Fact, assumed_affects
from roadmap.scoring.constants import Constants, constants
from roadmap.scoring.remembered import remembered
from roadmap.scoring.survey_history import Answers, answers, asked_alone, history
from roadmap.scoring.worth import assumed_of, worth_shares


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Segments that answered alike.

    `share` is their share of customer value; `importance` and `satisfaction` are 0 to 10.
    Without segments, one group stands for all customers.
    """

    segments: tuple[str, ...]
    share: Fraction
    importance: Fraction
    satisfaction: Fraction

    def distance(self, *, kept: bool = False) -> Fraction:
        """The opportunity, 0 to 1; or, if satisfaction is to be `kept`, what could be lost.

        >>> AnswerGroup((), Fraction(1), Fraction(8), Fraction(3)).distance()
        Fraction(14, 25)
        """
        short = self.satisfaction if kept else 10 - self.satisfaction
        return self.importance / 10 * short / 10


def groups(
    portfolio: Portfolio, need: Need, segments: tuple[str, ...] | None = None
) -> tuple[AnswerGroup, ...]:
    """The segments named (None: all of them), in groups that answered alike."""
    return _groups(portfolio, need.id, segments)


@remembered
def _groups(
    portfolio: Portfolio, id: str, segments: tuple[str, ...] | None
) -> tuple[AnswerGroup, ...]:
    need = portfolio.needs[id]
    settled = constants(portfolio)
    if not portfolio.segments:
        return (AnswerGroup((), Fraction(1), *_counted(answers(portfolio, need), settled)),)
    if not asked_alone(portfolio, need):
        ids, share = _everybody(portfolio, segments)
        alone = AnswerGroup(ids, share, *_counted(answers(portfolio, need), settled))
        return (alone,) if ids else ()
    shares = worth_shares(portfolio.segments)
    alike: dict[tuple[Fraction, Fraction], list[str]] = {}
    for id in served(portfolio, segments):
        alike.setdefault(_counted(answers(portfolio, need, id), settled), []).append(id)
    return tuple(
        AnswerGroup(tuple(ids), sum((shares[id] for id in ids), Fraction(0)), *answered)
        for answered, ids in alike.items()
    )


@remembered
def _everybody(
    portfolio: Portfolio, segments: tuple[str, ...] | None
) -> tuple[tuple[str, ...], Fraction]:
    """The segments that an outcome serves, and their share of customer value."""
    shares, ids = worth_shares(portfolio.segments), served(portfolio, segments)
    return ids, sum((shares[id] for id in ids), Fraction(0))


def meant(portfolio: Portfolio, segments: tuple[str, ...] | None) -> tuple[str, ...]:
    """The known segments among those that an outcome names; all if it names none."""
    named = portfolio.segments if segments is None else dict.fromkeys(segments)
    return tuple(id for id in named if id in portfolio.segments)


def served(portfolio: Portfolio, segments: tuple[str, ...] | None) -> tuple[str, ...]:
    """The named segments with customer value, without those we choose not to serve.

    All of them if none has any.
    """
    shares, ids = worth_shares(portfolio.segments), meant(portfolio, segments)
    return tuple(id for id in ids if shares[id]) or ids


def assumed(
    portfolio: Portfolio, need: Need, segments: tuple[str, ...] | None = None
) -> tuple[Assumption, ...]:
    """What is assumed about a need and the segments of an outcome."""
    return _assumed(portfolio, need.id, segments)


@remembered
def _assumed(
    portfolio: Portfolio, id: str, segments: tuple[str, ...] | None
) -> tuple[Assumption, ...]:
    need = portfolio.needs[id]
    ids = _everybody(portfolio, segments)[0] if portfolio.segments else ()
    own = asked_alone(portfolio, need)
    surveys = [answers(portfolio, need, id) for id in ids if id in own] if own else []
    if len(surveys) < len(ids) or not ids:
        surveys.append(answers(portfolio, need))
    settled = constants(portfolio).unsurveyed
    importance = any(survey.importance is None for survey in surveys)
    satisfaction = any(survey.satisfaction is None for survey in surveys)
    others = (*assumed_affects(need), *_segments_assumed(portfolio, segments))
    if importance and satisfaction:
        return (Assumption(Fact.SURVEY, (need.id,)), *others)
    unasked = {Fact.IMPORTANCE: importance, Fact.SATISFACTION: satisfaction}
    missing = [
        Assumption(fact, (need.id,), settled[fact]) for fact in unasked if unasked[fact]
    ]
    return (*missing, *others)


@remembered
def _segments_assumed(
    portfolio: Portfolio, segments: tuple[str, ...] | None
) -> tuple[Assumption, ...]:
    """What is assumed about the segments of an outcome."""
    ids = served(portfolio, segments) if portfolio.segments else ()
    return tuple(it for id in ids for it in assumed_of(portfolio.segments, id))


def unsurveyed(portfolio: Portfolio, need: Need) -> bool:
    """Whether importance, or satisfaction, is stated for nobody."""
    asked = history(portfolio, need)
    surveys = [it for each in asked for it in (each.everybody, *each.by_segment.values())]
    return any(
        all(getattr(survey, name) is None for survey in surveys)
        for name in ("importance", "satisfaction")
    )


def _counted(survey: Answers, settled: Constants) -> tuple[Fraction, Fraction]:
    usual = settled.unsurveyed
    return (
        usual["importance"] if survey.importance is None else survey.importance,
        usual["satisfaction"] if survey.satisfaction is None else survey.satisfaction,
    )
