"""An initiative's place in the sequence, said in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.model.initiative import Status
from roadmap.views.answer import Answer
from roadmap.views.phrases import and_more, ordinal
from roadmap.views.standing import Others, Standing, standings


def standings_of(answer: Answer) -> Mapping[str, Standing]:
    """Where everything stands; nothing without scores and a sequence."""
    if answer.sequence is None or answer.scores is None:
        return {}
    return standings(answer.portfolio, answer.scores, answer.sequence)


def in_order(answer: Answer, found: Mapping[str, Standing], id: str) -> str:
    """Where an initiative comes in the sequence, and why there."""
    standing = found.get(id)
    if standing is None:
        return not_in_order(answer, id)
    place = ordinal(standing.position)
    if not standing.step.number:
        running = answer.portfolio.initiatives[id].status is Status.IN_PROGRESS
        return f"{place}, in progress" if running else f"{place}, pinned"
    if standing.lifted_by:
        verb = "need" if standing.lifted_by.number > 1 else "needs"
        return f"{place}, because {named(standing.lifted_by)} {verb} it"
    if standing.pays_for:
        return f"{place}, after {named(standing.pays_for)}, which it needs"
    return place


def not_in_order(answer: Answer, id: str) -> str:
    """Why an initiative has no place in the sequence."""
    left = answer.sequence.unplaced if answer.sequence else ()
    return next((f"not in it: it {each.reason}" for each in left if each.id == id), "")


def named(others: Others) -> str:
    """The first of some initiatives by its id, and how many there are beside it."""
    return and_more(others.first, others.number - 1)
