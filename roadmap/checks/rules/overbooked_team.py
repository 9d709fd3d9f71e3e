"""A team cannot finish what is due by a date, in whatever order it works.

The rule adds up all committed and in-progress work with a deadline or a committed date,
and everything it depends on. It compares the sum with all that the team can do from the
*as of* date on.

Bad:   20 person-weeks of `web` due by March, where `web` has 12 until then
Good:  commitments that leave room for what comes up
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from math import ceil

from roadmap.checks.check import Check, Subject
from roadmap.checks.deadlines import impossible
from roadmap.checks.estimates import units
from roadmap.checks.forecast import working_days
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM406", "overbooked-team", Severity.WARNING, __doc__)
MOST = 5
"""Initiatives that a finding points at, at most."""
_OVER = (Status.DELIVERED, Status.DROPPED)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each team that cannot finish what is due, at its worst date."""
    due = _due(subject)
    for team in subject.portfolio.teams.values():
        missed = list(_missed(subject.portfolio, team.id, due))
        if not missed:
            continue
        days, when, work = max(missed, key=lambda each: (each[0], each[1]))
        places = [subject.portfolio.initiatives[id].place for id in work]
        yield Diagnostic(
            RULE,
            f"`{team.id}` is overbooked: what is due by {when} takes the whole team "
            f"{working_days(days)} longer",
            team.place.key if team.place else places[0],
            related=tuple((place, "") for place in places[:MOST]),
            cure="commit to less by that date, or agree on a later one",
        )


def _due(subject: Subject) -> Mapping[date, tuple[str, ...]]:
    """What is due by each deadline and committed date."""
    own: dict[date, dict[str, None]] = {}
    for initiative in subject.committed:
        told = (
            initiative.deadline,
            initiative.promised.period if initiative.promised else None,
        )
        for period in filter(None, told):
            if period.last >= subject.portfolio.as_of:
                ids = own.setdefault(period.last, {})
                ids.update(dict.fromkeys(_needed(subject.portfolio, initiative)))
    by: dict[date, tuple[str, ...]] = {}
    before: dict[str, None] = {}
    for when in sorted(own):
        before |= own[when]
        by[when] = tuple(before)
    return by


def _needed(portfolio: Portfolio, initiative: Initiative) -> Iterator[str]:
    """An initiative and all unfinished work it depends on."""
    seen = {initiative.id}
    todo = [initiative]
    while todo:
        each = todo.pop()
        yield each.id
        running = each.status is Status.IN_PROGRESS
        for id in () if running else each.depends_on or ():
            wanted = portfolio.initiatives.get(id)
            if wanted and id not in seen and wanted.status not in _OVER:
                seen.add(id)
                todo.append(wanted)


def _missed(
    portfolio: Portfolio, team: str, due: Mapping[date, tuple[str, ...]]
) -> Iterator[tuple[int, date, tuple[str, ...]]]:
    for when, ids in due.items():
        work = [id for id in ids if _parts_of(portfolio, id, team)]
        last = portfolio.calendar.day_on_or_before(when)
        days = portfolio.calendar.days_later(last, _end(portfolio, team, work) - 1)
        if days > 0 and len(work) > 1 and not _alone(portfolio, work, when):
            yield days, when, tuple(work)


def _alone(portfolio: Portfolio, work: list[str], when: date) -> bool:
    """Whether one of them alone cannot be finished by then, which is another finding."""
    every = (portfolio.initiatives[id] for id in work)
    dated = (
        initiative
        for initiative in every
        if initiative.deadline and initiative.deadline.last <= when
    )
    return any(
        impossible(initiative, Period(when, when), portfolio) for initiative in dated
    )


def _end(portfolio: Portfolio, team: str, work: list[str]) -> int:
    """The day after the whole team finishes some work."""
    from roadmap.sequencing.schedule.presence import presence

    people = portfolio.teams[team].people
    there = presence(portfolio.teams[team], portfolio.calendar)
    need = sum(
        (
            units(portfolio, part, there.scale, people)
            for id in work
            for part in portfolio.initiatives[id].parts
            if part.team == team
        ),
        Fraction(0),
    )
    return there.end(there.open(portfolio.today), ceil(need))


def _parts_of(portfolio: Portfolio, id: str, team: str) -> bool:
    parts = portfolio.initiatives[id].parts
    return any(part.team == team and part.work.middle for part in parts)


CHECK = Check(RULE, find, needs="plan")
