"""The report page: the roadmap as a document for people who were not in the room."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.answer import Answer
from roadmap.views.dependencies import dependencies
from roadmap.views.envelope import envelope
from roadmap.views.needs import need_blocks
from roadmap.views.not_doing import not_doing
from roadmap.views.notices import notices
from roadmap.views.outlook import by_quarter, now_next_later
from roadmap.views.page import Block, Findings, Line, Page, Prose
from roadmap.views.promises import kept_table
from roadmap.views.summary import summary
from roadmap.views.unplaced import unplaced_titles


def page(answer: Answer) -> Page:
    """The report of an answer that has a plan."""
    title = answer.portfolio.title
    blocks = tuple(_blocks(answer))
    return Page(f"{title}: roadmap" if title else "Roadmap", blocks, envelope(answer))


def _blocks(answer: Answer) -> Iterator[Block]:
    portfolio, plan = answer.portfolio, answer.plan
    if portfolio.vision:
        yield Prose((Line(portfolio.vision, "strong"),))
    yield from notices(answer)
    if plan is not None and portfolio.initiatives:
        yield summary(answer, plan)
        yield from now_next_later(answer, plan)
        yield from by_quarter(answer, plan)
        yield from need_blocks(answer, titles=True)
        yield from dependencies(answer)
        yield from kept_table(answer, plan)
        yield from unplaced_titles(answer, plan)
    yield from not_doing(answer)
    diagnostics = tuple(finding.diagnostic for finding in answer.findings)
    yield Findings(diagnostics, brief=True)
