"""The score page: initiatives by stand-alone score."""

from __future__ import annotations

from roadmap.views.answer import Answer
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.blocks.score_table import score_blocks
from roadmap.views.blocks.worth_testing import worth_testing
from roadmap.views.envelope import envelope
from roadmap.views.page import Page, Prose


def page(answer: Answer) -> Page:
    """The score page of an answer that has scores."""
    *table, key = score_blocks(answer)
    tests = tuple(worth_testing(answer))
    blocks = (*notices(answer), *table, *((Prose(tests),) if tests else ()), key)
    return Page(headed(answer, "initiatives by score"), blocks, envelope(answer))
