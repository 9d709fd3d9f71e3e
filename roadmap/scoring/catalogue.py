"""All frameworks, found by looking, and the YAML that they understand."""

from __future__ import annotations

from collections.abc import Mapping

import roadmap.scoring.frameworks as room
from roadmap.families import members
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.scoring.framework import Framework, Score


def frameworks() -> Mapping[str, Framework]:
    """Every framework by name, in alphabetical order of their files."""
    return {each.name: each for each in members(room, Framework, "FRAMEWORK")}


def scores(portfolio: Portfolio, framework: str) -> Mapping[str, Score]:
    """The stand-alone score of every initiative, whatever its status, by id.

    `framework` is the name of one that exists.
    """
    score = frameworks()[framework].score
    return {id: score(portfolio, each) for id, each in portfolio.initiatives.items()}


def words() -> Words:
    """What all frameworks together add to the files."""
    each_ones = [framework.words for framework in frameworks().values()]
    return Words(
        portfolio=tuple(word for words in each_ones for word in words.portfolio),
        initiative=tuple(word for words in each_ones for word in words.initiative),
    )
