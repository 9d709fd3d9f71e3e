"""Mandatory work counted back from its deadlines: the latest start of each link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roadmap.model.initiative import Initiative
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
    """The last working day on which one link of a chain can start; None: it has passed."""

    id: str
    day: int | None
    running: bool


def mandatory_table(answer: Answer) -> tuple[Table, ...]:
    """A group of rows for each deadline of mandatory work; no table without any."""
    if answer.sequence is None or answer.scores is None:
        return ()
    placed = set(answer.sequence.ids)
    musts = [it for it in answer.open if it.must and it.deadline and it.id in placed]
    if not musts:
        return ()
    facts = problem(answer.portfolio, answer.scores, answer.sequence)
    groups = tuple(_group(answer, facts, must) for must in sorted(musts, key=_when))
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
        day = start if start is None or facts.holds[link] else start - 1
        starts.append(LatestStart(facts.ids[link], day, running))
        for wanted in facts.before[link]:
            until = facts.today if start is None else start
            limit[wanted] = min(limit.get(wanted, until), until)
    yield from reversed(starts)


def _latest(facts: Problem, link: int, limit: int) -> int | None:
    """The last day on which work can start that has to end by a day, exclusive."""
    sure, never = facts.today - 1, limit + 1
    while never - sure > 1:
        middle = (sure + never) // 2
        if _end(facts, link, middle) <= limit:
            sure = middle
        else:
            never = middle
    while sure >= facts.today and not _staffed(facts, link, sure):
        sure -= 1
    return sure if sure >= facts.today else None


def _end(facts: Problem, link: int, start: int) -> int:
    holds = facts.holds[link]
    ends = [facts.crews[hold.crew].presence.end(start, hold.need) for hold in holds]
    return max(ends, default=start)


def _staffed(facts: Problem, link: int, day: int) -> bool:
    crews = (facts.crews[hold.crew] for hold in facts.holds[link])
    return all(crew.presence.open(day) == day for crew in crews)


def _when(must: Initiative) -> tuple[str, str]:
    return (must.deadline.last.isoformat() if must.deadline else ""), must.id


def _group(answer: Answer, facts: Problem, must: Initiative) -> Group:
    due = stated(answer.portfolio, must.deadline) if must.deadline else ""
    note = f": {must.must.note}" if must.must and must.must.note else ""
    place = {id: number for number, id in enumerate(facts.ids, 1)}
    rows = tuple(_row(answer, link, place) for link in latest_starts(facts, must.id))
    return Group(f"{deadline(must).capitalize()}, due {due}{note}", rows)


def _row(answer: Answer, link: LatestStart, place: Mapping[str, int]) -> Row:
    score = answer.score(link.id)
    size = Number(score.size) if score else None
    at_last = "too late already"
    if link.running:
        at_last = "in progress"
    elif link.day is not None:
        at_last = short(answer.portfolio, answer.portfolio.calendar.date_of(link.day))
    late = link.day is None and not link.running
    cells = (answer.title(link.id), size, ordinal(place[link.id]), at_last)
    return Row(cells, strong=late)
