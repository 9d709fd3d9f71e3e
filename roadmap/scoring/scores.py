"""The scores of a whole portfolio, each of them alone."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.catalogue import frameworks
from roadmap.scoring.framework import Score


def scores(portfolio: Portfolio, framework: str) -> Mapping[str, Score]:
    """The score of every initiative, of every status, by id.

    `framework` is the name of one that exists.
    """
    score = frameworks()[framework].score
    return {id: score(portfolio, each) for id, each in portfolio.initiatives.items()}
