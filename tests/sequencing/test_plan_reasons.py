from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from hypothesis import given, settings

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Team
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import InversionKind, OutOfOrder, Plan, Reason, ReasonKind
from roadmap.sequencing.sequence import sequence
from tests.sequencing.plan_portfolios import (
    CALENDAR,
    initiative,
    planned,
    portfolio,
    scores,
    team,
)

Case = tuple[Portfolio, dict[str, float]]


def laid(of: Portfolio, **values: float) -> Plan:
    known = scores(of, values)
    return plan(of, known, sequence(of, known))


def test_what_goes_ahead_by_choice_is_not_said_to_use_a_gap() -> None:
    of = portfolio(
        [
            initiative("first", {"web": 2}, deadline=1, must=True),
            initiative("second", {"web": 1}),
        ]
    )

    pairs = laid(of, first=1, second=9).out_of_order

    assert pairs == (OutOfOrder("first", "second", "web", InversionKind.CHOICE),)


def test_who_needs_nobody_of_the_busy_team_is_not_said_to_use_a_gap_in_it() -> None:
    of = portfolio(
        [
            initiative("busy", {"service": 4}, pin=True),
            initiative("star", {"web": 2, "service": 2}),
            initiative("small", {"web": 2}),
        ],
        [team("web"), team("service")],
    )

    pairs = laid(of, star=99, small=1).out_of_order

    assert pairs == (
        OutOfOrder("small", "star", "web", InversionKind.PEOPLE, lacking="service"),
    )


@settings(max_examples=40)
@given(planned(7))
def test_nothing_could_start_earlier_with_all_the_rest_where_it_is(case: Case) -> None:
    of, values = case
    found = laid(of, **values)

    for id in found.slots:
        assert not [day for day in days_before(of, found, id) if free(of, found, id, day)]


@settings(max_examples=40)
@given(planned(7))
def test_every_reason_is_a_fact(case: Case) -> None:
    of, values = case
    found = laid(of, **values)

    for id, reason in found.reasons.items():
        for each in reason.all:
            assert holds(of, found, id, each), (id, each)


@settings(max_examples=40)
@given(planned(7))
def test_all_that_holds_a_start_within_a_day_is_named(case: Case) -> None:
    of, values = case
    found = laid(of, **values)

    for id, reason in found.reasons.items():
        if reason.kind in (ReasonKind.DEPENDENCY, ReasonKind.TEAM, ReasonKind.NOT_BEFORE):
            assert all_that_binds(of, found, id) == {
                each.other if each.team is None else each.team for each in reason.all
            }


def test_of_work_in_a_busy_team_the_biggest_lever_is_named_first() -> None:
    """Without `last` its place goes to `before` until a day earlier."""
    of = portfolio(
        [
            initiative("long", {"web": 20}, status=Status.IN_PROGRESS),
            initiative("before", {"web": 14}, status=Status.IN_PROGRESS),
            initiative("last", {"web": 1}, ["before"]),
            initiative("star", {"web": 5}, ["gate"]),
            initiative("gate", {}, not_before=2),
        ],
        [team("web", 2, 2)],
    )

    reason = laid(of, last=99, star=1).reasons["star"]

    assert [each.other for each in reason.all] == ["long", "last"]
    assert [each.day for each in reason.all] == [15, 15]


def test_a_small_blocker_of_one_team_comes_after_a_large_one_of_another() -> None:
    of = portfolio(
        [
            initiative("queue", {"billing": 9}, status=Status.IN_PROGRESS),
            initiative("tiny", {"billing": 1}, ["queue"]),
            initiative("large", {"data": 10}, status=Status.IN_PROGRESS),
            initiative("star", {"billing": 3, "data": 3}),
        ],
        [team("billing"), team("data")],
    )

    reason = laid(of, tiny=99, star=1).reasons["star"]

    assert [each.other for each in reason.all] == ["large", "tiny"]


def test_who_is_needed_is_not_named_again_for_its_people() -> None:
    of = portfolio(
        [initiative("api", {"web": 4}), initiative("star", {"web": 2}, ["api"])],
        [team("web")],
    )

    reason = laid(of, star=1).reasons["star"]

    assert reason == Reason(ReasonKind.DEPENDENCY, 4, other="api")


@settings(max_examples=40)
@given(planned(7))
def test_every_reason_for_an_overtaking_is_a_fact(case: Case) -> None:
    of, values = case
    found = laid(of, **values)

    for pair in found.out_of_order:
        assert true_of(of, found, pair), pair


def holds(of: Portfolio, found: Plan, id: str, reason: Reason) -> bool:
    slot, each = found.slots[id], of.initiatives[id]
    match reason.kind:
        case ReasonKind.DEPENDENCY:
            ends = found.slots[str(reason.other)].end_day
            return ends == reason.day and reason.other in (each.depends_on or ())
        case ReasonKind.TEAM:
            return stands_in_the_way(of, found, id, reason)
        case ReasonKind.NOT_BEFORE:
            assert each.not_before
            stated = CALENDAR.day_on_or_after(each.not_before.first)
            return slot.start_day >= stated == reason.day > of.today
        case ReasonKind.PRESENCE:
            gone = presence(of, of.teams[str(reason.team)], slot.start_day - 1) == 0
            return gone and not any(
                open_on(of, id, day) for day in days_before(of, found, id)
            )
        case ReasonKind.RUNNING:
            return each.status is Status.IN_PROGRESS and slot.start_day == of.today
        case ReasonKind.START | ReasonKind.PINNED | ReasonKind.MILESTONE:
            return slot.start_day == of.today


def all_that_binds(of: Portfolio, found: Plan, id: str) -> set[str | None]:
    """The dependencies, teams and the date (None) that hold a start within a day."""
    start, each = found.slots[id].start_day, of.initiatives[id]
    tried = [day for day in range(of.today, start) if open_on(of, id, day)][-2:]
    first = min(tried, default=start - 1)
    needs = () if each.status is Status.IN_PROGRESS else each.depends_on or ()
    bound: set[str | None] = {one for one in needs if found.slots[one].end_day > first}
    dated = each.status is not Status.IN_PROGRESS and each.not_before
    if dated and CALENDAR.day_on_or_after(dated.first) > first:
        bound.add(None)
    for name in found.slots[id].parts:
        if not all(roomy(of, found, id, name, day, (id, *needs)) for day in tried):
            bound.add(name)
    return bound


def stands_in_the_way(of: Portfolio, found: Plan, id: str, reason: Reason) -> bool:
    """Whether who is named works in the team on the last day without room in it."""
    assert reason.team
    stay = found.slots[str(reason.other)].parts[reason.team]
    mine, last = found.slots[id].parts[reason.team].people, reason.day - 1
    full = held(found, reason.team, last, [id]) + mine > of.teams[reason.team].people
    return full and stay.start_day <= last < stay.end_day


def true_of(of: Portfolio, found: Plan, pair: OutOfOrder) -> bool:
    day, late = found.slots[pair.first].start_day, of.initiatives[pair.second]
    both = (pair.first, pair.second)
    match pair.kind:
        case InversionKind.DEPENDENCY:
            assert pair.other
            needed = pair.other in (late.depends_on or ())
            return needed and found.slots[pair.other].end_day > day
        case InversionKind.NOT_BEFORE:
            assert late.not_before
            stated = CALENDAR.day_on_or_after(late.not_before.first)
            return pair.day == stated and stated > day
        case InversionKind.PRESENCE:
            assert pair.lacking
            return pair.day == day and presence(of, of.teams[pair.lacking], day) == 0
        case InversionKind.GAP | InversionKind.PEOPLE:
            assert pair.lacking
            shared = pair.lacking in found.slots[pair.first].parts
            full = not roomy(of, found, pair.second, pair.lacking, day, both)
            return full and shared == (pair.kind is InversionKind.GAP)
        case InversionKind.CHOICE:
            return free(of, found, pair.second, day, both)


def days_before(of: Portfolio, found: Plan, id: str) -> range:
    """The days before an initiative's start on which no date and nobody else forbids it."""
    each = of.initiatives[id]
    if each.status is Status.IN_PROGRESS:
        return range(of.today, found.slots[id].start_day)
    ends = [found.slots[one].end_day for one in each.depends_on or ()]
    stated = [CALENDAR.day_on_or_after(each.not_before.first)] if each.not_before else []
    return range(max([of.today, *ends, *stated]), found.slots[id].start_day)


def free(
    of: Portfolio, found: Plan, id: str, day: int, without: Collection[str] = ()
) -> bool:
    """Whether an initiative could start on a day, all others but some where they are."""
    away = [id, *without]
    return open_on(of, id, day) and all(
        roomy(of, found, id, name, day, away) for name in found.slots[id].parts
    )


def open_on(of: Portfolio, id: str, day: int) -> bool:
    each = of.initiatives[id]
    return all(presence(of, of.teams[part.team], day) > 0 for part in each.parts)


def roomy(
    of: Portfolio, found: Plan, id: str, name: str, day: int, without: Collection[str]
) -> bool:
    """Whether a team has room for its part of an initiative from a day on."""
    crew, mine = of.teams[name], found.slots[id].parts[name].people
    left = sum(part.work.middle for part in of.initiatives[id].parts if part.team == name)
    while left > 0:
        if held(found, name, day, without) + mine > crew.people:
            return False
        left -= mine * crew.focus * presence(of, crew, day)
        day += 1
    return True


def held(found: Plan, name: str, day: int, without: Collection[str]) -> Fraction:
    stays = (
        slot.parts[name]
        for slot in found.slots.values()
        if name in slot.parts and slot.id not in without
    )
    there = (stay.people for stay in stays if stay.start_day <= day < stay.end_day)
    return sum(there, Fraction(0))


def presence(of: Portfolio, crew: Team, day: int) -> Fraction:
    when = of.calendar.date_of(day)
    if any(holiday.first <= when <= holiday.last for holiday in of.calendar.holidays):
        return Fraction(0)
    gone = sum(
        crew.people if absence.people is None else absence.people
        for absence in crew.away
        if absence.period.first <= when <= absence.period.last
    )
    return max(Fraction(0), crew.people - gone) / crew.people
