"""Mandatory work counted back from its deadlines: the latest start of each link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from roadmap.model.initiative import Initiative
from roadmap.sequencing.schedule.presence import Presence
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Number, Row, Table
from roadmap.views.phrases.commitments import deadline
from roadmap.views.phrases.dates import short, stated
from roadmap.views.phrases.english import ordinal

COLUMNS = (
    Column("Mandatory work and its prerequisites", shrink=1, wrap=True),
    Column("Effort", right=True),
    Column("Ranking", right=True),
    Column("Latest start"),
)


@dataclass(frozen=True, slots=True)
class LatestStart:
    """The last working day on which one link of a chain can start, below 0 before day 0.

    `late`: it has passed, and the link is not in progress.
    """

    id: str
    day: int
    late: bool
    running: bool


Chains = Sequence[tuple[Initiative, tuple[LatestStart, ...]]]
"""Mandatory work by deadline, each with the links of its chain."""


def mandatory_chains(answer: Answer) -> Chains:
    """The mandatory work of an answer that has a deadline, with its prerequisites."""
    if answer.sequence is None or answer.scores is None:
        return ()
    placed = set(answer.sequence.ids)
    musts = [it for it in answer.open if it.must and it.deadline and it.id in placed]
    if not musts:
        return ()
    facts = problem(answer.portfolio, answer.scores, answer.sequence)
    return [(it, tuple(latest_starts(facts, it.id))) for it in sorted(musts, key=_when)]


def mandatory_table(answer: Answer, chains: Chains) -> tuple[Table, ...]:
    """A group of rows for each deadline of mandatory work; no table without any."""
    if not chains or answer.sequence is None:
        return ()
    place = {id: number for number, id in enumerate(answer.sequence.ids, 1)}
    groups = tuple(_group(answer, must, links, place) for must, links in chains)
    return (Table("musts", COLUMNS, groups, "Mandatory work"),)


def latest_starts(facts: Problem, must: str) -> Iterator[LatestStart]:
    """The chain of prerequisites that mandatory work ends, first things first.

    Durations follow the teams' real presence, as if each link had its people.
    """
    last = facts.ids.index(must)
    limit = {last: facts.due[last] + 1}
    starts = []
    for link in range(last, -1, -1):
        if link not in limit:
            continue
        start = _latest(facts, link, limit[link])
        running = link in facts.running
        day = start if facts.holds[link] else start - 1
        late = start < facts.today and not running
        starts.append(LatestStart(facts.ids[link], day, late, running))
        for wanted in facts.before[link]:
            limit[wanted] = min(limit.get(wanted, start), start)
    yield from reversed(starts)


def _latest(facts: Problem, link: int, limit: int) -> int:
    """The last day on which work can start that has to end by a day, exclusive."""
    sure, never = min(limit, 0), limit + 1
    while _end(facts, link, sure) > limit:
        sure -= limit - sure + 1
    while never - sure > 1:
        middle = (sure + never) // 2
        if _end(facts, link, middle) <= limit:
            sure = middle
        else:
            never = middle
    while sure >= 0 and not _staffed(facts, link, sure):
        sure -= 1
    return sure


def _end(facts: Problem, link: int, start: int) -> int:
    holds = facts.holds[link]
    ends = [_ended(facts.crews[hold.crew].presence, start, hold.need) for hold in holds]
    return max(ends, default=start)


def _ended(presence: Presence, start: int, need: int) -> int:
    """The day after the last one of some work; before day 0 everybody counts as present."""
    if start >= 0:
        return presence.end(start, need)
    left = need + start * presence.full
    return presence.end(0, left) if left > 0 else start - (-need // presence.full)


def _staffed(facts: Problem, link: int, day: int) -> bool:
    crews = (facts.crews[hold.crew] for hold in facts.holds[link])
    return all(crew.presence.open(day) == day for crew in crews)


def _when(must: Initiative) -> tuple[str, str]:
    return (must.deadline.last.isoformat() if must.deadline else ""), must.id


def _group(
    answer: Answer,
    must: Initiative,
    links: tuple[LatestStart, ...],
    place: Mapping[str, int],
) -> Group:
    due = stated(answer.portfolio, must.deadline) if must.deadline else ""
    note = f": {must.must.note}" if must.must and must.must.note else ""
    rows = tuple(_row(answer, link, place) for link in links)
    return Group(f"{deadline(must).capitalize()}, due {due}{note}", rows)


def _row(answer: Answer, link: LatestStart, place: Mapping[str, int]) -> Row:
    score = answer.score(link.id)
    size = Number(score.size) if score else None
    when = short(answer.portfolio, answer.portfolio.calendar.date_of(link.day))
    at_last = f"{when}, too late already" if link.late else when
    if link.running:
        at_last = "in progress"
    cells = (answer.title(link.id), size, ordinal(place[link.id]), at_last)
    return Row(cells, strong=link.late)
