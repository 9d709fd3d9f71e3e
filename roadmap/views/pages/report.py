"""The report page: the roadmap as a document, in the parts that its readers want."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import roadmap.views.parts
from roadmap.families import members
from roadmap.views.answer import Answer
from roadmap.views.blocks.notices import fiscal_year, notices
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Line, Page, Prose, empty
from roadmap.views.part import Audience, ReportPart
from roadmap.views.public import public
from roadmap.views.titles import roadmap_title


def parts() -> Mapping[str, ReportPart]:
    """Every part by its name, in the order of a whole report."""
    report_parts = members(roadmap.views.parts, ReportPart, "PART")
    return {
        each.name: each
        for each in sorted(report_parts, key=lambda report_part: report_part.order)
    }


def names_for(audience: Audience) -> list[str]:
    """The names of all parts that an audience can ask for."""
    return [name for name, part in parts().items() if part.shown_to(audience)]


def page(
    answer: Answer,
    views: Sequence[str] = (),
    audience: Audience = Audience.TEAM,
) -> Page:
    """The report of an answer that has a plan; by default, its audience's usual views."""
    blocks = tuple(_document(answer, views, audience))
    data = {} if audience is Audience.CUSTOMER else envelope(answer)
    return Page(roadmap_title(answer.portfolio), blocks, data)


def _document(answer: Answer, views: Sequence[str], audience: Audience) -> Iterator[Block]:
    if answer.portfolio.vision:
        yield Prose((Line(answer.portfolio.vision, "strong"),))
    yield from region(answer, views, audience)


def region(answer: Answer, views: Sequence[str], audience: Audience) -> Iterator[Block]:
    """The blocks of some views by name, for one audience; a sentence if there are none."""
    blocks = tuple(_blocks(answer, views, audience))
    if all(map(empty, blocks)):
        return iter((*blocks, Prose((Line(_nothing(answer, audience)),))))
    return iter(blocks)


def _nothing(answer: Answer, audience: Audience) -> str:
    """What a reader learns where there is nothing to see."""
    if audience is Audience.CUSTOMER and not public(answer).initiatives:
        return "Nothing is decided yet. What we commit to will appear here."
    return "There is nothing to show here yet."


def _blocks(answer: Answer, views: Sequence[str], audience: Audience) -> Iterator[Block]:
    if audience is Audience.CUSTOMER:
        answer = public(answer)
        if legend := tuple(fiscal_year(answer)):
            yield Prose(legend)
    else:
        yield from notices(answer)
    for part in _chosen(views, audience):
        blocks = part.shown_to(audience)
        for block in blocks(answer, answer.plan) if blocks and answer.plan else ():
            if part.idle or answer.portfolio.initiatives or empty(block):
                yield block


def _chosen(views: Sequence[str], audience: Audience) -> list[ReportPart]:
    known = parts()
    if views:
        return [known[name] for name in dict.fromkeys(views)]
    return [part for part in known.values() if audience in part.usual]
