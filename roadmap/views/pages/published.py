"""The page of `diff published`: the dates that people were told, and today's plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from roadmap.sequencing.results import Plan
from roadmap.studies.published_shifts import (
    PublishedShift,
    published_shifts,
    unpublished,
)
from roadmap.studies.since_published import SincePublished
from roadmap.views.answer import Answer
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.blocks.published_dates import (
    kept_dates,
    moves_table,
    not_published,
    within_table,
)
from roadmap.views.blocks.since_published import causes_of, since_lines
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Line, Page, Prose
from roadmap.views.phrases.dates import whole
from roadmap.views.published_data import published_data

NONE_LEFT = "All that was published is delivered or dropped; no date is left to keep."


def page(answer: Answer, plan: Plan, since: SincePublished | None = None) -> Page:
    """Published dates against the plan of an answer; `since` is what moved them."""
    shifts = published_shifts(answer.portfolio, plan)
    new = unpublished(answer.portfolio, plan)
    title = headed(answer, f"plan against the dates{_published(answer)}")
    causes = causes_of(since, shifts) if since else {}
    blocks = (*notices(answer), *_blocks(answer, plan, shifts, new, since, causes))
    alone = causes_of(since, shifts, alone=True) if since else {}
    data = published_data(answer.portfolio, shifts, new, since, alone)
    return Page(title, blocks, envelope(answer, published=data))


def _published(answer: Answer) -> str:
    published = answer.portfolio.published
    as_of = published.as_of if published else None
    return f" published as of {whole(as_of)}" if as_of else " that were published"


def _blocks(
    answer: Answer,
    plan: Plan,
    shifts: Sequence[PublishedShift],
    new: Sequence[str],
    since: SincePublished | None,
    causes: Mapping[str, str],
) -> Iterator[Block]:
    told = since_lines(since) if since else ()
    kept = tuple(kept_dates(answer, plan)) or (Line(NONE_LEFT),)
    yield Prose((*_other_framework(answer), *kept, *told))
    yield from moves_table(answer, shifts, causes)
    yield not_published(answer, new)
    yield from within_table(answer, shifts)


def _other_framework(answer: Answer) -> Iterator[Line]:
    """That the dates were planned by another framework, which moves what counts more."""
    published, mine = answer.portfolio.published, answer.framework.name
    if published and published.framework not in ("", mine):
        yield Line(
            f"Published by `{published.framework}`; today's plan is by `{mine}`.", "warning"
        )
