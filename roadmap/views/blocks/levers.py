"""What would bring work forward: each lever with its date, its price and its command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roadmap.studies.effects import EffectKind, effects
from roadmap.views.answer import Answer
from roadmap.views.lever_plans import LeverPlan
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.dates import dates_of, deserved, spelled
from roadmap.views.phrases.english import sentence
from roadmap.views.phrases.levers import change_text, effect_text
from roadmap.views.phrases.spans import moved

TITLE = "What would bring it forward"
LEGEND = "Each line is a plan of its own; the command below it shows that plan in full."
APART = "Dates are those of the plan, not of the forecast."

FORWARD = (
    EffectKind.DROPPED,
    EffectKind.GIVEN_UP,
    EffectKind.ADDED,
    EffectKind.WAIT,
    EffectKind.DATES,
    EffectKind.DELIVERIES,
)
"""What a lever does to everything else, in the order in which it is said."""
WHOLE = (
    EffectKind.DROPPED,
    EffectKind.GIVEN_UP,
    EffectKind.ADDED,
    EffectKind.WAIT,
    EffectKind.FINISH,
    EffectKind.DATES,
    EffectKind.DELIVERIES,
)
"""What it does to a whole plan."""


def brought_forward(answer: Answer, id: str) -> tuple[Prose, ...]:
    """For one initiative: the levers that help, best first, then one that does not."""
    lines = [
        line for lever in told_levers(answer, id) for line in _lines(answer, lever, id)
    ]
    if not lines:
        return ()
    legend = LEGEND if answer.forecast is None else f"{LEGEND} {APART}"
    return (Prose((*lines, Line(legend, "faint")), TITLE),)


def told_levers(answer: Answer, id: str) -> list[LeverPlan]:
    """Those that help, the best first; then one that does not, the most expected."""
    placed = [
        lever for lever in answer.levers or () if id in lever.difference.new.plan.slots
    ]
    helpful = [
        lever_plan for lever_plan in placed if days_later(answer, lever_plan, id) < 0
    ]
    idle = [lever_plan for lever_plan in placed if lever_plan not in helpful]
    best_first = sorted(helpful, key=lambda lever_plan: days_later(answer, lever_plan, id))
    return [*best_first, *idle[-1:]]


def one_more_person(answer: Answer) -> Iterator[Line]:
    """For a whole plan: what one more person in each of the busiest teams brings."""
    for lever in answer.levers or ():
        first, *others = [*_effects(answer, lever, WHOLE)] or ["no change"]
        change = change_text(answer.portfolio, lever.lever)
        said = [f"{change}: {first}", *others]
        yield Line(" ".join(map(sentence, said)), "item")
        yield Line(lever.command, "command", 1)


def days_later(answer: Answer, lever_plan: LeverPlan, id: str) -> int:
    """Working days by which an initiative ends later with a lever, below 0 earlier."""
    now, then = (
        side.plan.slots[id]
        for side in (lever_plan.difference.old, lever_plan.difference.new)
    )
    return answer.portfolio.calendar.days_later(now.last_day, then.last_day)


def _lines(answer: Answer, lever_plan: LeverPlan, id: str) -> Iterator[Line]:
    portfolio, days = answer.portfolio, days_later(answer, lever_plan, id)
    change = change_text(portfolio, lever_plan.lever, id)
    if days < 0:
        slot = lever_plan.difference.new.plan.slots[id]
        when = _when(answer, dates_of(portfolio, slot)[1], id)
        said = [f"{change}: done {when}, {moved(portfolio, days)}"]
        said += _effects(answer, lever_plan, FORWARD)
    else:
        gone = f"no help, done {moved(portfolio, days)}" if days else "no change"
        said = [f"{change}: {gone}"]
    yield Line(" ".join(map(sentence, said)), "item")
    yield Line(lever_plan.command, "command", 1)


def _when(answer: Answer, when: date, id: str) -> str:
    """`on 7 June`; as precise as it deserves `in June` or `in Q3`."""
    portfolio = answer.portfolio
    if answer.exact:
        return f"on {spelled(portfolio, when)}"
    assumed = portfolio.initiatives[id].effort_assumed
    said = deserved(portfolio, when, assumed=assumed, full=True)
    return f"on {said}" if said[:1].isdigit() else f"in {said}"


def _effects(
    answer: Answer, lever_plan: LeverPlan, kinds: Sequence[EffectKind]
) -> Iterator[str]:
    """What else a lever does, gain or loss on average, but of dates only what is lost."""
    scenario_effects = effects(lever_plan.difference, answer.portfolio.as_of)
    for kind in kinds:
        average = kind in (EffectKind.WAIT, EffectKind.FINISH)
        for effect in scenario_effects:
            if effect.kind is kind and (average or not effect.gain):
                yield from effect_text(answer, lever_plan, effect)
