"""A lever, and what it does to everything else, in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.figures import brief
from roadmap.studies.effects import TELLING, EffectKind, ScenarioEffect
from roadmap.studies.levers import Lever, LeverKind
from roadmap.views.answer import Answer
from roadmap.views.lever_plans import LeverPlan
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import quoted
from roadmap.views.phrases.spans import in_weeks, moved


def change_text(portfolio: Portfolio, lever: Lever, id: str = "") -> str:
    """A lever, on the page of an initiative if named: `one more person in web`."""
    match lever.kind:
        case LeverKind.PERSON:
            return f"one more person in {_team(portfolio, lever.team)}"
        case LeverKind.DROP:
            return f"without {quoted(portfolio, lever.id)}"
        case LeverKind.ASIDE:
            return f"with {quoted(portfolio, lever.id)} set aside"
        case LeverKind.PIN:
            return "pinned to go first"
        case LeverKind.LESS:
            where = "here" if lever.id == id else f"in {quoted(portfolio, lever.id)}"
            team = _team(portfolio, lever.team)
            return f"less work for {team} {where} ({_weeks(portfolio, lever)})"


def effect_text(
    answer: Answer, lever_plan: LeverPlan, effect: ScenarioEffect
) -> Iterator[str]:
    """What a lever does to everything else, as sentences; none where it costs nothing."""
    portfolio = answer.portfolio
    days = -effect.days if effect.gain else effect.days
    match effect.kind:
        case EffectKind.WAIT:
            way = "sooner" if effect.gain else "later"
            what = "value" if _keeps_all(lever_plan) else "the rest of the value"
            yield f"{what} arrives {in_weeks(effect.amount)} {way} on average"
        case EffectKind.FINISH:
            yield f"the final delivery comes {moved(portfolio, days)}"
        case EffectKind.DATES | EffectKind.GIVEN_UP:
            yield from _dates(answer, lever_plan, effect)
        case EffectKind.ADDED:
            names = listed([quoted(portfolio, id) for id in effect.ids])
            yield f"{names} would be done too"
        case EffectKind.DROPPED:
            yield from _given_up(answer, lever_plan.lever, effect)
        case EffectKind.DELIVERIES:
            others = int(effect.amount) - 1
            end = "ends" if others == 1 else "end"
            more = f", and {count(others, 'other')} {end} later too" if others else ""
            yield f"{quoted(portfolio, effect.ids[0])} ends {moved(portfolio, days)}{more}"


def _dates(answer: Answer, lever_plan: LeverPlan, effect: ScenarioEffect) -> Iterator[str]:
    """Dates that are missed, and those of what is not done any more."""
    every = dict.fromkeys(date[0] for date in effect.dates)
    placed = lever_plan.difference.new.plan.slots
    late = [quoted(answer.portfolio, id) for id in every if id in placed]
    gone = [quoted(answer.portfolio, id) for id in every if id not in placed]
    if late:
        yield f"{listed(late)} would miss {'their dates' if late[1:] else 'its date'}"
    if gone:
        dates, verb = ("date", "counts") if len(gone) == 1 else ("dates", "count")
        yield f"the {dates} of {listed(gone)} no longer {verb}"


def _keeps_all(lever_plan: LeverPlan) -> bool:
    """Whether all that was scheduled still is."""
    old, new = lever_plan.difference.old.plan, lever_plan.difference.new.plan
    return old.slots.keys() <= new.slots.keys()


def _given_up(answer: Answer, lever: Lever, effect: ScenarioEffect) -> Iterator[str]:
    """What is not done any more, and its value."""
    value = f"{brief(effect.amount)} {answer.framework.unit or 'of value'}"
    others = [quoted(answer.portfolio, id) for id in effect.ids if id != lever.id]
    if others:
        yield f"{listed(others)} would not be done either, {value} in all"
    elif effect.amount >= TELLING:
        aside = lever.kind is LeverKind.ASIDE
        yield f"this {'puts off' if aside else 'gives up'} {value}"


def _weeks(portfolio: Portfolio, lever: Lever) -> str:
    """`9.8 person-weeks instead of 13`."""
    parts = portfolio.initiatives[lever.id].parts
    now = sum((it.work.middle for it in parts if it.team == lever.team), Fraction(0))
    then = lever.part.work.middle if lever.part else Fraction(0)
    left = count(portfolio.weeks(then), "person-week")
    return f"{left} instead of {brief(portfolio.weeks(now))}"


def _team(portfolio: Portfolio, id: str) -> str:
    return portfolio.teams[id].title or id
