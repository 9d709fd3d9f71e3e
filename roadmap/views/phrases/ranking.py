"""An initiative's place in the sequence, said in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmap.model.initiative import Status
from roadmap.sequencing.results import Unplaced, UnplacedKind
from roadmap.views.answer import Answer
from roadmap.views.phrases.english import and_more, ordinal
from roadmap.views.phrases.reasons import unplaced_text
from roadmap.views.sequence_position import Others, Standing, standings

NOT_PLANNED = {
    UnplacedKind.IDEA: "an idea",
    UnplacedKind.PAUSED: "paused",
    UnplacedKind.DROPPED: "dropped",
}


@dataclass(frozen=True, slots=True)
class Order:
    """Where everything stands in the sequence, and what has no place in it."""

    standing: Mapping[str, Standing] = field(default_factory=dict)
    unplaced: Mapping[str, Unplaced] = field(default_factory=dict)


def order_of(answer: Answer) -> Order:
    """The order of an answer; nothing without scores and a sequence."""
    if answer.sequence is None or answer.scores is None:
        return Order()
    found = standings(answer.portfolio, answer.scores, answer.sequence)
    return Order(found, {each.id: each for each in answer.sequence.unplaced})


def in_order(answer: Answer, order: Order, id: str) -> str:
    """Where an initiative comes in the sequence, and why there."""
    standing = order.standing.get(id)
    if standing is None:
        return not_in_order(order, id)
    place = ordinal(standing.position)
    if not standing.step.number:
        running = answer.portfolio.initiatives[id].status is Status.IN_PROGRESS
        return f"{place}, in progress" if running else f"{place}, pinned"
    if standing.lifted_by:
        verb = "need" if standing.lifted_by.number > 1 else "needs"
        return f"{place}, because {named(standing.lifted_by)} {verb} it"
    if standing.pays_for:
        return f"{place}, after {named(standing.pays_for)}"
    return place


def not_in_order(order: Order, id: str) -> str:
    """Why an initiative has no place in the sequence."""
    left = order.unplaced.get(id)
    if left is None:
        return ""
    if left.kind in NOT_PLANNED:
        return f"not in it: {NOT_PLANNED[left.kind]}"
    return f"not in it: it {unplaced_text(order.unplaced, id)}"


def named(others: Others) -> str:
    """The first of some initiatives by its id, and how many there are beside it."""
    return and_more(others.first, others.number - 1)
