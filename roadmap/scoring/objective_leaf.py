"""A contribution's value: the objective's weight × progress to target × confidence."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from roadmap.model.customers import Objective
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.claims import Counted, leaf
from roadmap.scoring.confidence import confidence
from roadmap.scoring.constants import scale
from roadmap.scoring.impact import impact_on
from roadmap.scoring.remembered import remembered
from roadmap.scoring.term import PointsScale, Term, WeightShare


def objective_leaf(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, objective: Objective
) -> Counted | None:
    """The value of a contribution; None for a gain that no key result measures."""
    much = impact_on(portfolio, objective, claim.impact)
    if much is None:
        return None
    sure = confidence(portfolio, initiative, claim, harms=much.share < 0)
    name = "progress lost" if much.share < 0 else "progress to target"
    terms = (
        _scale(portfolio, objective),
        _weight(portfolio, objective),
        Term(name, much.share, much, much.assumed),
    )
    assumptions = (*much.assumptions(claim), *sure.assumptions(claim))
    return Counted(leaf(claim, "objective", terms, sure), assumptions)


def weight_share(portfolio: Portfolio, objective: Objective) -> Fraction:
    """The share of an objective in the weight of its kind; 0 if the kind has no weight."""
    total = _weights(portfolio.objectives).get(objective.kind)
    return objective.weight / total if total else Fraction(0)


@remembered
def _weights(objectives: Mapping[str, Objective]) -> Mapping[str, Fraction]:
    """The total weight of the objectives of each kind."""
    weights: dict[str, Fraction] = {}
    for objective in objectives.values():
        kind = objective.kind
        weights[kind] = weights.get(kind, Fraction(0)) + objective.weight
    return weights


def _scale(portfolio: Portfolio, objective: Objective) -> Term:
    return Term("scale", scale(portfolio, objective.kind), PointsScale(objective.kind))


def _weight(portfolio: Portfolio, objective: Objective) -> Term:
    share = weight_share(portfolio, objective)
    return Term("weight", share, WeightShare(objective.kind))
