"""The plan as a timeline: bars under headings, and the utilisation of each team."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from roadmap.model.initiative import Initiative, Status
from roadmap.sequencing.results import Plan, Slot
from roadmap.views.answer import Answer
from roadmap.views.away import deserted
from roadmap.views.horizons import Horizon, horizon_of, last_day
from roadmap.views.page import Bar, BarGroup, Load, Timeline
from roadmap.views.phrases.dates import MONTHS, dates_of, deserved, spelled
from roadmap.views.phrases.forecasts import OFTEN, range_text
from roadmap.views.phrases.letters import letters


def timeline(answer: Answer, plan: Plan, *, until: bool = True) -> Timeline:
    """The timeline of a plan; without teams where nothing of it is shown.

    `until`: the headings of horizons say by when their work starts.
    """
    slots = [slot for id, slot in plan.slots.items() if answer.shows(id)]
    groups = tuple(_groups(answer, plan, sorted(slots, key=_start), until=until))
    first = min([answer.portfolio.today, *(slot.start_day for slot in slots)])
    last = _last_day(groups, first)
    calendar = answer.portfolio.calendar
    return Timeline(
        "plan",
        first,
        last,
        tuple(ticks(answer, first, last)),
        groups,
        tuple(_loads(answer, plan, first, last)) if slots else (),
        {day: calendar.date_of(day) for day in range(first, last + 1)},
        as_of=answer.portfolio.as_of,
        often=OFTEN if answer.forecast and not answer.exact else "",
    )


def _start(slot: Slot) -> tuple[int, int, str]:
    return slot.start_day, slot.end_day, slot.id


def _last_day(groups: tuple[BarGroup, ...], first: int) -> int:
    """Past the last bar, and past deadlines unless these lie much further away."""
    bars = [bar for group in groups for bar in group.bars]
    end = max([first + 1, *(bar.end_day for bar in bars)])
    far = end + (end - first) // 2
    marks = [day + 1 for bar in bars for day, _ in bar.marks if day < far]
    return max(end, *marks, first + 5)


def _groups(
    answer: Answer, plan: Plan, slots: list[Slot], *, until: bool
) -> Iterator[BarGroup]:
    groups: dict[str, list[Slot]] = {}
    for name in _headings(answer):
        groups[name] = []
    for slot in slots:
        for name in _under(answer, slot):
            groups.setdefault(name, []).append(slot)
    for name, those in groups.items():
        if those:
            bars = tuple(bar(answer, plan, slot) for slot in those)
            yield BarGroup(_heading(answer, name, until=until), bars)


def _headings(answer: Answer) -> list[str]:
    """The keys of all groups in order."""
    if answer.by == "team":
        return list(answer.portfolio.teams)
    if answer.by == "theme":
        return sorted({initiative.theme for initiative in answer.initiatives})
    return [horizon.value for horizon in Horizon]


def _under(answer: Answer, slot: Slot) -> list[str]:
    """The keys of the groups that a slot belongs to, one for each of its teams."""
    if answer.by == "team":
        return list(slot.parts) or [""]
    if answer.by == "theme":
        return [answer.portfolio.initiatives[slot.id].theme]
    return [horizon_of(answer.portfolio, slot).value]


def _heading(answer: Answer, name: str, *, until: bool) -> str:
    if answer.by == "team":
        team = answer.portfolio.teams.get(name)
        return (team.title or team.id) if team else "No team"
    if answer.by == "theme":
        return name or "No theme"
    horizon = Horizon(name)
    return _dated(answer, horizon) if until else horizon.capitalize()


def _dated(answer: Answer, horizon: Horizon) -> str:
    """A horizon and by when its work starts: `NOW (starts by 12 February)`."""
    if horizon is Horizon.LATER:
        return "LATER"
    portfolio = answer.portfolio
    last = portfolio.calendar.date_of(last_day(portfolio, horizon))
    return f"{horizon.upper()} (starts by {spelled(portfolio, last)})"


def bar(answer: Answer, plan: Plan, slot: Slot) -> Bar:
    """An initiative's bar, with its end as precise as it deserves."""
    portfolio = answer.portfolio
    initiative = portfolio.initiatives[slot.id]
    end = dates_of(portfolio, slot)[1]
    stated = dict(_stated(initiative))
    on_or_before = portfolio.calendar.day_on_or_before
    kind = _kind(initiative, slot)
    # A milestone stands on the day that is printed for it.
    day = on_or_before(end) if kind == "milestone" else None
    return Bar(
        slot.id,
        answer.title(slot.id),
        kind,
        slot.start_day if day is None else day,
        slot.end_day if day is None else day,
        tuple(team for team in portfolio.teams if team in slot.parts),
        _ends(answer, slot),
        tuple((on_or_before(last), kind) for kind, last in stated.items()),
        stated,
        likely=_likely(answer, slot),
        p85=_p85(answer, slot),
    )


def _p85(answer: Answer, slot: Slot) -> date | None:
    """The date by which 85 of 100 draws end it."""
    if answer.forecast is None:
        return None
    return answer.portfolio.calendar.date_of(answer.forecast.ranges[slot.id].p85)


def _likely(answer: Answer, slot: Slot) -> tuple[int, int] | None:
    """Where 8 in 10 draws end, as ends of days."""
    if answer.forecast is None or slot.start_day == slot.end_day:
        return None
    ends = answer.forecast.ranges[slot.id]
    return ends.p10 + 1, ends.p90 + 1


def _ends(answer: Answer, slot: Slot) -> str:
    """When it ends, as precise as that deserves: a date, or where 8 in 10 draws end."""
    portfolio = answer.portfolio
    assumed = portfolio.initiatives[slot.id].effort_assumed
    if answer.forecast and not answer.exact:
        return range_text(portfolio, answer.forecast.ranges[slot.id], assumed=assumed)
    end = dates_of(portfolio, slot)[1]
    return deserved(portfolio, end, assumed=assumed, exact=answer.exact)


def _kind(initiative: Initiative, slot: Slot) -> str:
    if slot.start_day == slot.end_day:
        return "milestone"
    if initiative.status is Status.IN_PROGRESS:
        return "running"
    return "assumed" if initiative.effort_assumed else "planned"


def _stated(initiative: Initiative) -> Iterator[tuple[str, date]]:
    """The last dates, days off too, that keep a deadline or a commitment."""
    if initiative.deadline:
        yield "deadline", initiative.deadline.last
    if initiative.promised:
        yield "promise", initiative.promised.period.last


def ticks(answer: Answer, first: int, last: int) -> Iterator[tuple[int, str]]:
    """The first working day of each month, with the name of the month."""
    calendar = answer.portfolio.calendar
    before = None
    for day in range(first, last):
        when = calendar.date_of(day)
        month = (when.year, when.month)
        if month != before and (before or when.day <= 7):
            yield day, MONTHS[when.month - 1][:3]
        before = month


def _loads(answer: Answer, plan: Plan, first: int, last: int) -> Iterator[Load]:
    letter = letters(answer.portfolio.teams)
    for team in answer.portfolio.teams.values():
        held = [Fraction(0)] * (last - first)
        for slot in plan.slots.values():
            part = slot.parts.get(team.id)
            if part is None:
                continue
            for day in range(max(part.start_day, first), min(part.end_day, last)):
                held[day - first] += part.people / team.people
        gone = deserted(answer.portfolio, team.id, range(first, last))
        there = (None if first + n in gone else share for n, share in enumerate(held))
        title = team.title or team.id
        yield Load(team.id, title, letter[team.id], tuple(there), team.people)
