"""Ranks by stand-alone score, ties sharing one."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.scoring.constants import constants
from roadmap.scoring.ranking import ranks
from roadmap.scoring.remembered import remembered
from roadmap.views.answer import OPEN, Answer


@remembered
def ranked(answer: Answer) -> Mapping[str, int]:
    """The rank by own score of everything that is neither delivered nor dropped."""
    every, scores = answer.portfolio.initiatives, answer.scores or {}
    kept = (score for id, score in scores.items() if every[id].status in OPEN)
    return ranks(kept, constants(answer.portfolio).tie)
