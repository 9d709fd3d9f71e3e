"""The summary, for leaders who read nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.addressed_needs import addressed_needs
from roadmap.views.answer import Answer
from roadmap.views.blocks.summary import summary
from roadmap.views.horizons import Horizon
from roadmap.views.page import Block, Line, Prose
from roadmap.views.part import Audience, ReportPart
from roadmap.views.phrases.english import count, listed


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield summary(answer, plan)


def _for_customers(answer: Answer, plan: Plan) -> Iterator[Block]:
    """How many of the things that customers told us we act on now, next and later."""
    addressed = addressed_needs(answer, plan)
    every = [when for each in addressed for when in each.titles]
    said = [f"{every.count(when)} {when.value}" for when in Horizon if when in every]
    if said:
        things = count(len(addressed), "thing")
        twice = "; some appear more than once" if len(every) > len(addressed) else ""
        split = f": {listed(said)}" if said[1:] else ""
        text = f"We are working on {things} that you told us about{split}{twice}."
        yield Prose((Line(text),), "Summary")


PART = ReportPart("summary", 10, _blocks, _for_customers, tuple(Audience))
