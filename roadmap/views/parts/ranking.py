"""The ranking: initiatives by score, with the arithmetic and the bundle of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.score_table import score_blocks
from roadmap.views.page import Block
from roadmap.views.part import ReportPart


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield from score_blocks(replace(answer, sort="score"), "Ranking")


PART = ReportPart("ranking", 35, _blocks, usual=())
