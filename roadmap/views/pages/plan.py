"""The plan page: the calendar, how soon it delivers value, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.studies.published_shifts import published_shifts
from roadmap.views.answer import Answer
from roadmap.views.blocks.below_the_line import below_the_line
from roadmap.views.blocks.bottleneck import bottleneck
from roadmap.views.blocks.commitments import commitments_table
from roadmap.views.blocks.constraints import cost_of_constraints
from roadmap.views.blocks.forecast_notes import forecast_notes
from roadmap.views.blocks.levers import one_more_person
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.blocks.out_of_order import out_of_order
from roadmap.views.blocks.published_dates import kept_dates, moves_table
from roadmap.views.blocks.time_to_value import time_to_value, whole_plan_note
from roadmap.views.blocks.timeline import timeline
from roadmap.views.blocks.trouble import trouble
from roadmap.views.blocks.unplaced import unplaced_prose
from roadmap.views.envelope import envelope
from roadmap.views.levers_data import one_more_data
from roadmap.views.page import Block, Page, Prose
from roadmap.views.phrases.dates import whole


def page(answer: Answer) -> Page:
    """The plan page of an answer that has a plan."""
    title = headed(answer, f"plan as of {whole(answer.portfolio.as_of)}")
    more = one_more_data(answer)
    data = envelope(answer, **({} if more is None else {"one_more_person": more}))
    return Page(title, (*notices(answer), *_blocks(answer)), data)


def _blocks(answer: Answer) -> Iterator[Block]:
    plan = answer.plan
    if plan is None:
        return
    yield timeline(answer, plan)
    if any(answer.shows(id) for id in plan.slots):
        yield Prose(
            (
                *whole_plan_note(answer, plan, "Team utilisation and the figures below"),
                *time_to_value(answer, plan),
                *kept_dates(answer, plan),
                *forecast_notes(answer),
                *trouble(answer, plan),
                *bottleneck(answer, plan),
                *one_more_person(answer),
            )
        )
        yield from commitments_table(answer, plan)
        yield from moves_table(answer, published_shifts(answer.portfolio, plan))
        yield from cost_of_constraints(answer, plan)
        yield from out_of_order(answer, plan)
    else:
        yield from commitments_table(answer, plan)
    yield from below_the_line(answer)
    yield from unplaced_prose(answer, plan)
