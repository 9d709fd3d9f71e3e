"""The plan page: the calendar, how long value waits, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.answer import Answer
from roadmap.views.bottleneck import bottleneck
from roadmap.views.dates import whole
from roadmap.views.envelope import envelope
from roadmap.views.notices import headed, notices
from roadmap.views.out_of_order import out_of_order
from roadmap.views.page import Block, Page, Prose
from roadmap.views.prices import prices_prose
from roadmap.views.promises import kept_table
from roadmap.views.timeline import timeline
from roadmap.views.trouble import trouble
from roadmap.views.unplaced import unplaced_prose
from roadmap.views.waits import of_all, waits


def page(answer: Answer) -> Page:
    """The plan page of an answer that has a plan."""
    title = headed(answer, f"the plan as of {whole(answer.portfolio.as_of)}")
    return Page(title, (*notices(answer), *_blocks(answer)), envelope(answer))


def _blocks(answer: Answer) -> Iterator[Block]:
    plan = answer.plan
    if plan is None:
        return
    yield timeline(answer, plan)
    if any(answer.shows(id) for id in plan.slots):
        yield Prose(
            (
                *of_all(answer, plan, "The load above and the figures here"),
                *waits(answer, plan),
                *trouble(answer, plan),
                *bottleneck(answer, plan),
            )
        )
        yield from kept_table(answer, plan)
        yield from prices_prose(answer, plan)
        yield from out_of_order(answer, plan)
    yield from unplaced_prose(answer, plan)
