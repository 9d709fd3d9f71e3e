"""Findings: how many problems the files have."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Block, Findings
from roadmap.views.part import ReportPart


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield Findings(answer.findings, brief=True)


PART = ReportPart("findings", 110, _blocks, idle=True)
