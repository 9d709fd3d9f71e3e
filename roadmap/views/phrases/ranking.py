"""Where an initiative ranks, in a few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from roadmap.model.initiative import Status
from roadmap.sequencing.results import Unplaced, UnplacedKind
from roadmap.views.answer import Answer
from roadmap.views.phrases.english import ordinal
from roadmap.views.phrases.names import quoted, quoted_others
from roadmap.views.phrases.reasons import unplaced_text
from roadmap.views.sequence_position import SequencePosition, sequence_positions

FORWARD, PREREQUISITES = "▲", "▼"
NOT_SCHEDULED = {
    UnplacedKind.IDEA: "an idea",
    UnplacedKind.PAUSED: "paused",
    UnplacedKind.DROPPED: "dropped",
}


@dataclass(frozen=True, slots=True)
class Order:
    """Where everything ranks in the sequence, and what is not scheduled."""

    positions: Mapping[str, SequencePosition] = field(default_factory=dict)
    unplaced: Mapping[str, Unplaced] = field(default_factory=dict)


def order_of(answer: Answer) -> Order:
    """The ranking of an answer; nothing without scores and a sequence."""
    if answer.sequence is None or answer.scores is None:
        return Order()
    positions = sequence_positions(answer.portfolio, answer.scores, answer.sequence)
    return Order(
        positions, {unplaced.id: unplaced for unplaced in answer.sequence.unplaced}
    )


def in_order(answer: Answer, order: Order, id: str) -> str:
    """Where an initiative ranks, and why there."""
    position = order.positions.get(id)
    if position is None:
        return _unranked(answer, order, id)
    place = ordinal(position.number)
    if not position.bundle.number:
        running = answer.portfolio.initiatives[id].status is Status.IN_PROGRESS
        return f"{place}, in progress" if running else f"{place}, pinned"
    return ", ".join([place, *(text for _, text in pulls(answer, position))])


def pulls(answer: Answer, position: SequencePosition) -> Iterator[tuple[str, str]]:
    """Why an initiative ranks above or below its stand-alone score, each with its sign."""
    portfolio = answer.portfolio
    if position.pulled_by:
        others = quoted_others(portfolio, position.pulled_by)
        yield FORWARD, f"pulled forward to unblock {others}"
    if position.includes:
        others = quoted_others(portfolio, position.includes)
        yield PREREQUISITES, f"includes prerequisite effort ({others})"


def _unranked(answer: Answer, order: Order, id: str) -> str:
    """Why an initiative is not ranked."""
    left = order.unplaced.get(id)
    if left is None:
        return ""
    if left.kind in NOT_SCHEDULED:
        return f"not scheduled: {NOT_SCHEDULED[left.kind]}"
    named = partial(quoted, answer.portfolio)
    return f"not scheduled: {unplaced_text(order.unplaced, id, named)}"
