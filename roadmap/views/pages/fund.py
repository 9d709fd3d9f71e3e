"""The fund page: what to fund within the limits, and what falls below the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from roadmap.sequencing.trade_offs import TradeOffs
from roadmap.views.answer import Answer
from roadmap.views.blocks.below_the_line import below_the_line
from roadmap.views.blocks.funded import (
    forced_price,
    funded_table,
    late_lines,
    limits_table,
    verdict,
)
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.blocks.trade_offs import breakpoints, curve
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Page
from roadmap.views.phrases.dates import whole


def page(
    answer: Answer, others: TradeOffs, late: Mapping[str, int], free: bool = False
) -> Page:
    """The fund page of an answer that has a selection."""
    title = headed(answer, f"funding as of {whole(answer.portfolio.as_of)}")
    blocks = (*notices(answer), *_blocks(answer, others, late, free))
    return Page(title, blocks, envelope(answer, fund=_data(answer, others, late)))


def _blocks(
    answer: Answer, others: TradeOffs, late: Mapping[str, int], free: bool
) -> Iterator[Block]:
    selection = answer.selection
    if selection is None:
        return
    yield verdict(answer, selection)
    yield funded_table(answer, selection)
    yield from below_the_line(answer)
    yield from breakpoints(answer, selection, others)
    yield from limits_table(answer, selection, others)
    yield from forced_price(selection, others, free)
    yield from late_lines(answer, late)
    yield from curve(answer, selection, others)


def _data(answer: Answer, others: TradeOffs, late: Mapping[str, int]) -> dict[str, Any]:
    calendar = answer.portfolio.calendar
    return {
        "breakpoints": [
            {
                "limit": each.limit,
                "more": each.more,
                "added": list(each.added),
                "dropped": list(each.dropped),
                "value": each.value,
            }
            for each in others.breakpoints
        ],
        "curve": [
            {
                "share": point.share,
                "amount": point.amount,
                "value": point.value,
                "count": point.count,
            }
            for point in others.curve
        ],
        "varied": list(others.varied),
        "costs": [
            {"limits": list(cost.limits), "value": cost.value} for cost in others.costs
        ],
        "forced_cost": others.forced_cost,
        "committed_cost": others.committed_cost,
        "late": [
            {"id": id, "end": calendar.date_of(late[id]).isoformat()} for id in sorted(late)
        ],
    }
