"""How sure: what was stated, capped by the best evidence after its sample and age."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmap.model.amounts import Level
from roadmap.model.customers import Evidence, Need
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.constants import CLASSES, Constants, constants
from roadmap.scoring.figures import percent

HUNCH, REQUEST, OBLIGATION = CLASSES[0], CLASSES[1], CLASSES[-1]
TESTABLE = CLASSES[:-1]
"""The classes that looking can reach: an obligation exists or does not."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a claim counts as being; all amounts are shares of 1.

    `counted` is what counts, `stated` what was said (None: nothing). `allowed` is the cap
    of the `best` evidence and `kind` its class after sample and age; None: no cap.
    `inherited`: the evidence is the need's own. `following` is the lowest class that
    would allow more, and `confirmed` what would count then.
    """

    counted: Fraction
    stated: Fraction | None = None
    allowed: Fraction | None = None
    best: str | None = None
    kind: str | None = None
    inherited: bool = False
    following: str | None = None
    confirmed: Fraction | None = None

    @property
    def text(self) -> str:
        """It in words: what counts, what was stated, what the evidence allows."""
        if self.allowed is None and self.stated is None:
            return f"{percent(self.counted)}: harm is never discounted"
        if self.allowed is None:
            return f"{percent(self.counted)} as stated, without a cap"
        if self.stated is None:
            return f"{percent(self.counted)}, not stated: {self._allows}"
        if self.stated > self.allowed:
            instead = f"counted as {percent(self.counted)}, not {percent(self.stated)}"
            return f"{instead}: {self._allows}"
        return f"{percent(self.counted)} as stated; {self._allows}"

    @property
    def assumed(self) -> tuple[str, ...]:
        """What nobody stated, in words."""
        if self.stated is not None:
            return ()
        why = "harm" if self.allowed is None else self.kind or "no evidence"
        return (f"confidence {percent(self.counted)} ({why})",)

    @property
    def _allows(self) -> str:
        most = percent(self.allowed or Fraction(0))
        if self.best is None:
            return f"no evidence allows {most}"
        whose = "the need's own " if self.inherited else ""
        return f"{whose}{self.best} ({self.kind}) allows {most}"


def confidence(
    portfolio: Portfolio,
    initiative: Initiative,
    claim: Claim,
    need: Need | None = None,
    *,
    harms: bool = False,
) -> Confidence:
    """How sure a claim on a need, or else on an objective, counts as being.

    The claim's own evidence counts, else the initiative's, else the need's own, which
    proves the problem and not a cure. An obligation proves what is done for an objective
    or to protect a need. Harm is never capped, and certain when nobody says how sure.
    """
    settled = constants(portfolio)
    stated = _stated(claim.confidence, settled)
    if harms:
        return Confidence(Fraction(1) if stated is None else stated, stated)
    found = _best(portfolio, initiative, claim, need)
    within_reach = (kind for kind in TESTABLE if settled.caps[kind] > found.cap)
    following = next(within_reach, None)
    counted = found.cap if stated is None else min(stated, found.cap)
    more = None if following is None else settled.caps[following]
    confirmed = more if more is None or stated is None else min(stated, more)
    return Confidence(
        counted,
        stated,
        found.cap,
        found.id,
        found.kind,
        found.inherited,
        following,
        confirmed,
    )


def class_of(evidence: Evidence, as_of: date, settled: Constants) -> str:
    """Its kind; a class lower for a small sample, and one for its age; hunch at least."""
    lower = _small(evidence, settled) + _old(evidence, as_of, settled)
    return CLASSES[max(0, CLASSES.index(evidence.kind) - lower)]


@dataclass(frozen=True, slots=True)
class _Best:
    """The best evidence on a claim: what it allows, its id and class."""

    cap: Fraction
    id: str | None = None
    kind: str | None = None
    inherited: bool = False


def _best(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, need: Need | None
) -> _Best:
    settled = constants(portfolio)
    own = _first_known(portfolio, claim.evidence, initiative.evidence)
    inherited = () if own or need is None else _first_known(portfolio, need.evidence)
    limit = settled.inherited_cap if inherited else Fraction(1)
    obliges = need is None or claim.protects
    best = _Best(settled.caps[HUNCH])
    for each in own or inherited:
        kind = class_of(each, portfolio.as_of, settled)
        if kind == OBLIGATION and not obliges:
            kind = REQUEST
        cap = min(settled.caps[kind], limit)
        if best.id is None or cap > best.cap:
            best = _Best(cap, each.id, kind, bool(inherited))
    return best


def _first_known(portfolio: Portfolio, *named: tuple[str, ...]) -> tuple[Evidence, ...]:
    """The evidence of the first ids among which some are known."""
    known = portfolio.evidence
    found = (tuple(known[id] for id in ids if id in known) for ids in named)
    return next(filter(None, found), ())


def _stated(level: Level | None, settled: Constants) -> Fraction | None:
    if level is None:
        return None
    if level.share is not None:
        return level.share.middle
    return settled.confidence.get(level.word or "")


def _small(evidence: Evidence, settled: Constants) -> bool:
    enough = settled.samples.get(evidence.kind)
    return enough is not None and evidence.sample is not None and evidence.sample < enough


def _old(evidence: Evidence, as_of: date, settled: Constants) -> bool:
    fresh = settled.months.get(evidence.kind)
    if fresh is None or evidence.date is None:
        return False
    return as_of > _later(evidence.date, int(fresh))


def _later(when: date, months: int) -> date:
    """The same day so many months later; the last of a month that is too short."""
    years, month = divmod(when.month - 1 + months, 12)
    year = min(when.year + years, date.max.year)
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))
