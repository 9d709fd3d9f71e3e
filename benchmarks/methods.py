"""Methods: our engines and every rival, each with the processor time that it takes."""

from __future__ import annotations

import os
from dataclasses import dataclass

import roadmap
from benchmarks import rivals
from benchmarks.cases import Case, Times
from benchmarks.rivals import Rival
from roadmap.families import members
from roadmap.model.portfolio import Engine
from roadmap.sequencing.engines import EngineMissing
from roadmap.sequencing.plan import plan
from roadmap.sequencing.search.search import searched

LONGER = 4
"""So many times the steps of `fast`: not for a rival, but for the best that is known."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method reaches: days late, value × days or the last end, and CPU seconds."""

    late: int
    aim: int
    seconds: float


def every_method(*, exact: bool) -> list[Rival]:
    """Our engines, then the rivals in the order of their files."""
    own = [FAST, *([EXACT] if exact else []), REFERENCE]
    return [*own, *members(rivals, Rival, "RIVAL")]


def outcome(method: Rival, case: Case, units: float) -> Outcome | None:
    """What a method reaches on a case; None where it cannot say it or finds nothing.

    A plan that breaks a rule ends everything, unless the method is known to.
    """
    began = _seconds()
    times = method.plan(case, units)
    seconds = _seconds() - began
    if times is None:
        return None
    broken = [] if method.relaxed else case.broken(times)
    if broken:
        raise SystemExit(f"{method.name}, {case.instance.name}: {broken[0]}")
    return Outcome(*case.aims(times), seconds)


def _seconds() -> float:
    return sum(os.times()[:4])


def _engine(engine: Engine) -> Rival:
    def times(case: Case, units: float) -> Times | None:
        instance = case.instance
        try:
            found = plan(
                instance.portfolio, instance.scores, case.order, engine=engine, units=units
            )
        except EngineMissing:
            return None
        slots = (found.slots[id] for id in case.problem.ids)
        return {i: (slot.start_day, slot.end_day) for i, slot in enumerate(slots)}

    return Rival(engine.value, lambda: f"roadmap {roadmap.__version__}", times)


def _longer(case: Case, units: float) -> Times | None:
    if case.instance.best:
        return None
    table = searched(case.problem, case.fixed, effort=LONGER).table
    return dict(enumerate(zip(table.start, table.end, strict=True)))


FAST, EXACT = _engine(Engine.FAST), _engine(Engine.EXACT)
REFERENCE = Rival(f"fast × {LONGER}", lambda: "", _longer)
