"""All frameworks, found by looking, and the YAML that they understand."""

from __future__ import annotations

from collections.abc import Mapping

import roadmap.scoring.frameworks as room
from roadmap.families import members
from roadmap.model.words import Words
from roadmap.scoring.framework import Framework


def frameworks() -> Mapping[str, Framework]:
    """Every framework by name, in alphabetical order of their files."""
    return {each.name: each for each in members(room, Framework, "FRAMEWORK")}


def words() -> Words:
    """What all frameworks together add to the files."""
    each_ones = [framework.words for framework in frameworks().values()]
    return Words(
        portfolio=tuple(word for words in each_ones for word in words.portfolio),
        initiative=tuple(word for words in each_ones for word in words.initiative),
    )
