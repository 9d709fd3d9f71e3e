"""Published dates against edits: what moves, and what keeping them costs.

Every roadmap is planned, published as `roadmap publish` does, and edited. Then it is
planned afresh, from the order of the plan before (as `roadmap diff` does), and with its
published dates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from statistics import mean, median

from benchmarks.instances import Instance, roadmap
from roadmap.diagnostics import Place
from roadmap.model.amounts import Range
from roadmap.model.initiative import Initiative, Part
from roadmap.model.portfolio import Portfolio
from roadmap.model.published import Published, PublishedDates
from roadmap.scoring.framework import Score
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan
from roadmap.sequencing.sequence import sequence
from roadmap.views.phrases.dates import dates_of
from roadmap.views.phrases.told_dates import told_date

COUNT, TEAMS = 60, 5
ADDED = "x0000"
Edited = tuple[Instance, str]
"""An instance after an edit, and the initiative that was edited."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an edit does to a plan: dates of others that move, and those told that break.

    `dearer` is the cost above that of planning afresh, as a share.
    """

    moved: int
    broken: int
    dearer: float


def kept_dates(seeds: int) -> Iterator[str]:
    """A table for each edit: what moves by each way of planning."""
    effects: dict[tuple[str, str], list[Effect]] = {}
    for seed in range(1, seeds + 1):
        before = roadmap(COUNT, TEAMS, seed)
        made = _planned(before)
        for name, edit in EDITS.items():
            after, edited = edit(before, Random(f"{name} {seed}"))
            for way, effect in _effects(before.portfolio, made, after, edited):
                effects.setdefault((name, way), []).append(effect)
    yield f"{seeds} roadmaps of {COUNT} initiatives: median (most).\n"
    yield "| edit | planned | dates of others that move | broken | dearer than afresh |"
    yield "| --- | --- | --: | --: | --: |"
    for (name, way), found in effects.items():
        cells = (
            _spread([effect.moved for effect in found]),
            _spread([effect.broken for effect in found]),
            f"{_percent(mean(it.dearer for it in found))} "
            f"({_percent(max(it.dearer for it in found))})",
        )
        yield f"| {name} | {way} | {' | '.join(cells)} |"
    yield "\n*Broken*: dates that end after what was told. *Dearer*: mean (most)."


def _spread(counts: Sequence[int]) -> str:
    return f"{median(counts):g} ({max(counts)})"


def _percent(share: float) -> str:
    return f"{100 * share:.2f} %".replace("-0.00", "0.00")


def _effects(
    before: Portfolio, made: Plan, after: Instance, edited: str
) -> Iterator[tuple[str, Effect]]:
    told = _published(before, made)
    stays = {id: (slot.start_day, slot.last_day) for id, slot in made.slots.items()}
    kept = replace(after.portfolio, published=told, steadiness=None)
    steady = replace(after.portfolio, published=told)
    ways = {
        "afresh": _planned(replace(after, portfolio=kept)),
        "from the plan before": _planned(replace(after, portfolio=kept), stays),
        "with published dates": _planned(replace(after, portfolio=steady)),
    }
    fresh = ways["afresh"].cost
    for way, found in ways.items():
        others = made.slots.keys() & found.slots.keys() - {edited}
        moved = sum(_days(made, id) != _days(found, id) for id in others)
        broken = found.published.moved if found.published else 0
        yield way, Effect(moved, broken, float(found.cost / fresh - 1))


def _planned(
    instance: Instance, stays: Mapping[str, tuple[int, int]] | None = None
) -> Plan:
    order = sequence(instance.portfolio, instance.scores)
    return plan(instance.portfolio, instance.scores, order, before=stays)


def _days(made: Plan, id: str) -> tuple[int, int]:
    return made.slots[id].start_day, made.slots[id].end_day


def _published(portfolio: Portfolio, made: Plan) -> Published:
    dates = {}
    for id, slot in made.slots.items():
        start, end = dates_of(portfolio, slot)
        shown = told_date(portfolio, end)
        place = Place("published.yaml")
        dates[id] = PublishedDates(id, start, end, shown.text, shown.last, place)
    return Published(portfolio.as_of, "", dates)


def _of_value(instance: Instance, draw: Random) -> str:
    """One of those that have value."""
    return draw.choice([id for id, score in instance.scores.items() if score.value])


def _valued(factor: Fraction) -> Callable[[Instance, Random], Edited]:
    def edit(instance: Instance, draw: Random) -> Edited:
        id = _of_value(instance, draw)
        score = instance.scores[id]
        raised = replace(score, value=(score.value or Fraction(0)) * factor)
        return replace(instance, scores={**instance.scores, id: raised}), id

    return edit


def _longer(factor: Fraction) -> Callable[[Instance, Random], Edited]:
    def edit(instance: Instance, draw: Random) -> Edited:
        whole = instance.portfolio
        id = draw.choice(sorted(whole.initiatives))
        one = whole.initiatives[id]
        return _with(instance, replace(one, effort=tuple(_times(one.effort, factor)))), id

    return edit


def _times(parts: Sequence[Part], factor: Fraction) -> Iterator[Part]:
    for part in parts:
        work = part.work.middle * factor
        yield replace(part, work=Range(work, work))


def _with_half_of_all_value(instance: Instance, draw: Random) -> Edited:
    """Three weeks of work in one team, worth as much as all others together."""
    team, days = draw.choice(sorted(instance.portfolio.teams)), Fraction(15)
    added = Initiative(
        ADDED,
        ADDED,
        Place(f"{ADDED}.yaml"),
        effort=(Part(team, Range(days, days)),),
        depends_on=(),
    )
    value = sum((score.weight for score in instance.scores.values()), Fraction(0))
    scores = {**instance.scores, ADDED: Score(ADDED, value, days / 5)}
    return _with(replace(instance, scores=scores), added), ADDED


def _with(instance: Instance, changed: Initiative) -> Instance:
    whole = instance.portfolio
    initiatives = dict(sorted({**whole.initiatives, changed.id: changed}.items()))
    portfolio = replace(whole, initiatives=initiatives)
    score = replace(instance.scores[changed.id], size=portfolio.size(changed))
    scores = {**instance.scores, changed.id: score}
    return replace(instance, portfolio=portfolio, scores=scores)


EDITS: Mapping[str, Callable[[Instance, Random], Edited]] = {
    "the value of one rises by 1 %": _valued(Fraction(101, 100)),
    "the work of one grows by 1 %": _longer(Fraction(101, 100)),
    "the value of one doubles": _valued(Fraction(2)),
    "the work of one grows by half": _longer(Fraction(3, 2)),
    "one of half of all value is added": _with_half_of_all_value,
}
