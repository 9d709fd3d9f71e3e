"""Value ÷ effort: a stated value or the points of customer value, per person-week."""

from __future__ import annotations

from dataclasses import replace

from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import DURATION, NUMBER, Word, Words
from roadmap.scoring.claims import Counted, stated_leaf, total
from roadmap.scoring.framework import Framework, Score
from roadmap.scoring.frameworks import customer_value

NAME = "value-effort"


def score(portfolio: Portfolio, initiative: Initiative) -> Score:
    """The value that an initiative states, or its points of customer value."""
    terms = initiative.overrides.get(NAME, {})
    value, effort = terms.get("value"), terms.get("effort")
    size = None if effort is None else portfolio.weeks(effort)
    if value is not None:
        leaf = stated_leaf("value", value)
        return total(portfolio, initiative, [Counted(leaf)], (), size)
    points = customer_value.score(portfolio, initiative)
    if size is None:
        return points
    assumed = tuple(
        assumption for assumption in points.assumed if not assumption.fact.of_work
    )
    return replace(points, size=size, assumed=assumed)


FRAMEWORK = Framework(
    name=NAME,
    title="Value ÷ effort",
    measures="a number you state, or the points of customer value",
    fits="you already have values: from a workshop, from another tool, in money",
    unit="points",
    score=score,
    words=Words(
        initiative=(
            Word(
                NAME,
                "section",
                "the value and effort you state yourself",
                words=(
                    Word(
                        "value",
                        NUMBER,
                        "the value, in place of the points of customer value",
                        example="40",
                        at_least=-customer_value.MOST,
                        at_most=customer_value.MOST,
                    ),
                    Word(
                        "effort",
                        DURATION,
                        "person-time, in place of the initiative's effort",
                        example="6w",
                    ),
                ),
            ),
        ),
    ),
    page="value-effort.md",
)
