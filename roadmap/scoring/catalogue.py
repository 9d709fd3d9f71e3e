"""All frameworks in the folder `frameworks`, with the YAML keys they understand."""

from __future__ import annotations

from collections.abc import Mapping

import roadmap.scoring.frameworks as room
from roadmap.families import members
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.scoring.framework import Framework, Score


def frameworks() -> Mapping[str, Framework]:
    """Every framework by name, sorted by file."""
    return {member.name: member for member in members(room, Framework, "FRAMEWORK")}


def scores(portfolio: Portfolio, framework: str) -> Mapping[str, Score]:
    """The stand-alone score of every initiative, whatever its status, by id.

    `framework` is the name of one that exists.
    """
    score = frameworks()[framework].score
    return {
        id: score(portfolio, initiative) for id, initiative in portfolio.initiatives.items()
    }


def words() -> Words:
    """The keys that all frameworks add to the files."""
    declared = [framework.words for framework in frameworks().values()]
    return Words(
        portfolio=tuple(word for words in declared for word in words.portfolio),
        initiative=tuple(word for words in declared for word in words.initiative),
    )
