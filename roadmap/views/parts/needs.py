"""Needs: unaddressed opportunities first, then the needs that work addresses."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Block
from roadmap.views.pages.needs import need_blocks
from roadmap.views.part import Part


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    return need_blocks(answer, titles=True)


PART = Part("needs", 50, _blocks)
