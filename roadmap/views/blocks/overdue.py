"""Mandatory work that had to start before today, which the plan brings forward."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmap.sequencing.results import RankedSequence
from roadmap.views.answer import Answer
from roadmap.views.blocks.latest_starts import Chains
from roadmap.views.page import Line
from roadmap.views.phrases.dates import short
from roadmap.views.phrases.english import listed
from roadmap.views.phrases.names import quoted

Overdue = Mapping[str, str]
"""By id, the day on which work had to start, in words."""


def overdue(answer: Answer, chains: Chains) -> Overdue:
    """What had to start before today, each since the earliest day that a chain asks for."""
    days: dict[str, int] = {}
    for _, links in chains:
        for link in links:
            if link.late:
                days[link.id] = min(days.get(link.id, link.day), link.day)
    date_of = answer.portfolio.calendar.date_of
    return {id: short(answer.portfolio, date_of(day)) for id, day in days.items()}


def brought_forward(
    answer: Answer, sequence: RankedSequence, chains: Chains, late: Overdue
) -> Iterator[Line]:
    """A line for each mandatory deadline that makes the plan depart from the ranking."""
    for must, links in chains:
        free = [link.id for link in links if not link.running]
        first = next((link.id for link in links if link.late), None)
        if first is None or not _overtakes(sequence, free, late):
            continue
        titles = listed([quoted(answer.portfolio, id) for id in free])
        yield Line(
            f"The plan starts {titles} ahead of this ranking: "
            f"{quoted(answer.portfolio, must.id)} is mandatory, and "
            f"{quoted(answer.portfolio, first)} had to start by {late[first]}.",
            "warning",
        )


def _overtakes(sequence: RankedSequence, free: list[str], late: Overdue) -> bool:
    """Whether something ranks above an overdue chain that is not overdue itself."""
    chain = {*free, *late, *sequence.prefix}
    ahead = sequence.ids[: max(map(sequence.ids.index, free))]
    return not chain.issuperset(ahead)
