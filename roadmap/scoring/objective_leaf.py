"""A contribution's value: the objective's weight × progress to target × confidence."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from roadmap.model.customers import Objective
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.claims import Counted, leaf
from roadmap.scoring.confidence import confidence
from roadmap.scoring.constants import constants, scale
from roadmap.scoring.figures import brief, percent
from roadmap.scoring.framework import Term
from roadmap.scoring.impact import impact_on
from roadmap.scoring.remembered import remembered


def objective_leaf(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, objective: Objective
) -> Counted | None:
    """What a contribution is worth; None for a gain on an objective without a distance."""
    much = impact_on(objective, claim.impact, constants(portfolio))
    if much is None:
        return None
    sure = confidence(portfolio, initiative, claim, harms=much.share < 0)
    name = "progress lost" if much.share < 0 else "progress to target"
    terms = (
        _scale(portfolio, objective),
        _weight(portfolio, objective),
        Term(name, much.text, much.share, much.assumed),
    )
    found = leaf(claim, "objective", terms, sure)
    return Counted(found, (*much.unsaid(claim), *sure.unsaid(claim)))


def weight_share(portfolio: Portfolio, objective: Objective) -> Fraction:
    """An objective's share of the weight of its kind, 0 where the kind has no weight."""
    total = _weights(portfolio.objectives).get(objective.kind)
    return objective.weight / total if total else Fraction(0)


@remembered
def _weights(objectives: Mapping[str, Objective]) -> Mapping[str, Fraction]:
    """The weight of all objectives of each kind together."""
    found: dict[str, Fraction] = {}
    for each in objectives.values():
        found[each.kind] = found.get(each.kind, Fraction(0)) + each.weight
    return found


def _scale(portfolio: Portfolio, objective: Objective) -> Term:
    points = scale(portfolio, objective.kind)
    text = f"{brief(points, 2)} points for {objective.kind} objectives"
    return Term("scale", text, points)


def _weight(portfolio: Portfolio, objective: Objective) -> Term:
    share = weight_share(portfolio, objective)
    return Term("weight", f"{percent(share)} of {objective.kind} objectives", share)
