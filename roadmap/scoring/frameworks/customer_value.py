"""Customer value: how far an initiative meets customer needs and business objectives.

Customers × importance × missing satisfaction × impact × confidence, in points out of a
thousand, per person-week. Importance and satisfaction after Dan Olsen, The Lean Product
Playbook, 2015.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import NUMBER, Word, Words
from roadmap.scoring.claims import Counted, stated_leaf, total
from roadmap.scoring.constants import NAME, WORDS
from roadmap.scoring.figures import rounded
from roadmap.scoring.framework import NO_OUTCOME, Framework, Lack, Score, ScoreGap
from roadmap.scoring.need_leaf import need_leaf
from roadmap.scoring.objective_leaf import objective_leaf

MOST = 1e12
"""A bound on stated values, far beyond any that means something."""


def score(portfolio: Portfolio, initiative: Initiative) -> Score:
    """The points that the claims of an initiative add up to, or the points it states."""
    stated = initiative.overrides.get(NAME, {}).get("value")
    if stated is not None:
        points = rounded(stated)
        leaf = stated_leaf("value", points, "points")
        return total(portfolio, initiative, [Counted(leaf)], ())
    claims = list(_claims(portfolio, initiative))
    counted = [claim for claim in claims if isinstance(claim, Counted)]
    missing = [claim for claim in claims if isinstance(claim, ScoreGap)]
    return total(portfolio, initiative, counted, missing or _nothing(initiative))


def _claims(portfolio: Portfolio, initiative: Initiative) -> Iterator[Counted | ScoreGap]:
    """Every claim: as a leaf, or what it lacks to count."""
    for claim in initiative.outcomes:
        need = portfolio.needs.get(claim.target)
        if need is None:
            yield ScoreGap(Lack.NEED, claim.target)
        else:
            yield need_leaf(portfolio, initiative, claim, need)
    for claim in initiative.contributions:
        objective = portfolio.objectives.get(claim.target)
        if objective is None:
            yield ScoreGap(Lack.OBJECTIVE, claim.target)
        else:
            yield objective_leaf(portfolio, initiative, claim, objective) or (
                ScoreGap(Lack.KEY_RESULT, claim.target)
            )


def _nothing(initiative: Initiative) -> tuple[ScoreGap, ...]:
    return () if initiative.outcomes or initiative.contributions else (NO_OUTCOME,)


_VALUE = Word(
    "value", NUMBER, "points, in place of what its claims add up to",
    example="120", unit="points", at_least=-MOST, at_most=MOST,
)  # fmt: skip

FRAMEWORK = Framework(
    name=NAME,
    title="Customer value",
    measures="points: how far the initiative moves customers towards full satisfaction, "
    "and objectives towards their targets",
    fits="the default; you know your customers' needs, or want to start finding out",
    unit="points",
    score=score,
    words=Words(
        portfolio=(Word(NAME, "section", "the constants of customer value", words=WORDS),),
        initiative=(
            Word(NAME, "section", "the value you state yourself", words=(_VALUE,)),
        ),
    ),
    page="customer-value.md",
)
