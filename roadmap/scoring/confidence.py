"""Confidence: what was stated, capped by the best evidence after its sample and age."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from roadmap.model.amounts import Level
from roadmap.model.customers import Evidence, Need
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.constants import CLASSES, Constants, constants
from roadmap.scoring.evidence import VOICES, Downgrade, unvoiced, weight
from roadmap.scoring.remembered import remembered

TESTABLE = CLASSES[:-1]
"""The classes that research can reach; an obligation exists or does not."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best evidence on a claim.

    `cap` is the confidence that it supports, `stated_kind` its class in the files, `kind`
    the class that it counts as after its `downgrades`. Without evidence `id` and the
    classes are None. `inherited`: it is the need's own. `following` is the lowest class
    that can be reached and supports more.
    """

    cap: Fraction
    id: str | None = None
    kind: str | None = None
    stated_kind: str | None = None
    downgrades: tuple[Downgrade, ...] = ()
    inherited: bool = False
    following: str | None = None


@dataclass(frozen=True, slots=True)
class Confidence:
    """The confidence in a claim; all amounts are shares of 1.

    `counted` is what counts, `stated` what the files say (None: nothing), `best` the
    evidence that caps it (None: no cap). `following` is the lowest class of evidence that
    would raise the cap, and `confirmed` what would count then.
    """

    counted: Fraction
    stated: Fraction | None = None
    best: Best | None = None
    following: str | None = None
    confirmed: Fraction | None = None

    def assumptions(self, claim: Claim) -> tuple[Assumption, ...]:
        """That the cap of the evidence counts, unless a confidence is stated."""
        if self.stated is not None:
            return ()
        of, best = (claim.target,), self.best
        if best is None:
            return (Assumption(Fact.HARM, of, self.counted),)
        kind, inherited = best.kind or "", best.inherited
        return (Assumption(Fact.CONFIDENCE, of, self.counted, kind, inherited),)


def confidence(
    portfolio: Portfolio,
    initiative: Initiative,
    claim: Claim,
    need: Need | None = None,
    *,
    harms: bool = False,
    when: date | None = None,
) -> Confidence:
    """The confidence that counts for a claim on a need, or on an objective without one.

    The evidence of the claim counts; without any, that of the initiative; without any,
    that of the need, which supports the problem rather than the solution. An obligation
    supports what is done for an objective or to protect a need. Harm is never capped, and
    counts in full unless a confidence is stated. Evidence on an anticipated need is a
    hunch until an interview or better voices the need. `when` asks what counted on an
    earlier day, from evidence dated by then.
    """
    settled = constants(portfolio)
    stated = _stated(claim.confidence, settled)
    if harms:
        return Confidence(Fraction(1) if stated is None else stated, stated)
    inherited = () if need is None else need.evidence
    obliges = need is None or claim.protects
    named = claim.evidence, initiative.evidence, inherited
    anticipated = need is not None and need.anticipated
    best = _best(portfolio, named, obliges, anticipated, when)
    more = None if best.following is None else settled.caps[best.following]
    confirmed = None if more is None else _least(stated, more)
    return Confidence(_least(stated, best.cap), stated, best, best.following, confirmed)


def _least(stated: Fraction | None, cap: Fraction) -> Fraction:
    return cap if stated is None else min(stated, cap)


@remembered
def _best(
    portfolio: Portfolio,
    named: tuple[tuple[str, ...], ...],
    obliges: bool,
    anticipated: bool,
    when: date | None,
) -> Best:
    """The best evidence of a claim, or of its initiative, or of its need."""
    settled = constants(portfolio)
    *owners, needs = named
    own = _first_known(portfolio, when, *owners)
    inherited = () if own else _first_known(portfolio, when, needs)
    limit = settled.inherited_cap if inherited else Fraction(1)
    best = Best(settled.caps[CLASSES[0]])
    for evidence in own or inherited:
        counts = weight(evidence, when or portfolio.as_of, settled, obliges=obliges)
        counts = unvoiced(counts) if anticipated else counts
        cap = min(settled.caps[counts.kind], limit)
        if best.id is None or cap > best.cap:
            classes = (counts.kind, evidence.kind, counts.downgrades)
            best = Best(cap, evidence.id, *classes, inherited=bool(inherited))
    wanted = [kind for kind in TESTABLE if not anticipated or kind in VOICES]
    more = (kind for kind in wanted if settled.caps[kind] > best.cap)
    return replace(best, following=next(more, None))


def _first_known(
    portfolio: Portfolio, when: date | None, *named: tuple[str, ...]
) -> tuple[Evidence, ...]:
    """The evidence of the first group of ids that has any known one, dated by `when`."""
    known = portfolio.evidence
    groups = (tuple(known[id] for id in ids if id in known) for ids in named)
    done = (
        tuple(evidence for evidence in group if _done(evidence, when)) for group in groups
    )
    return next(filter(None, done), ())


def _done(evidence: Evidence, when: date | None) -> bool:
    return when is None or evidence.date is None or evidence.date <= when


def _stated(level: Level | None, settled: Constants) -> Fraction | None:
    if level is None:
        return None
    if level.share is not None:
        return level.share.middle
    return settled.confidence.get(level.word or "")
