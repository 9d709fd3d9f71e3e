"""Steadiness: how many dates move when an edit has nothing to do with them.

`python -m benchmarks.steadiness` writes what published dates do about it; `--quick` takes
fewer roadmaps.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from statistics import mean

from benchmarks.cases import Case
from benchmarks.instances import Instance, roadmap
from benchmarks.kept_dates import kept_dates
from benchmarks.methods import FAST
from benchmarks.rivals import Rival
from benchmarks.rivals.cpsat import RIVAL as CPSAT
from roadmap.diagnostics import Place
from roadmap.model.amounts import Range
from roadmap.model.initiative import Initiative, Part
from roadmap.scoring.framework import Score

COUNT, TEAMS = 60, 5
ADDED = "x0000"
DAYS = Fraction(5)
QUICK, USUAL = 3, 12
"""Roadmaps in which dates are published."""

Days = Mapping[str, tuple[int, int]]


def main(arguments: Sequence[str]) -> None:
    """Print the table of published dates as Markdown."""
    quick = "--quick" in arguments
    words = ["python -m benchmarks.steadiness", *(["--quick"] if quick else [])]
    print(f"# Published dates against edits\n\n`{' '.join(words)}`:", end=" ")
    for line in kept_dates(QUICK if quick else USUAL):
        print(line, flush=True)


def steadiness(seeds: int, units: float) -> Iterator[str]:
    """A table: the dates of others that move, by edit and method."""
    methods = [rival for rival in (FAST, CPSAT) if rival.version() is not None]
    moved: dict[tuple[str, str], list[int]] = {}
    for seed in range(1, seeds + 1):
        instance = roadmap(COUNT, TEAMS, seed)
        small = _late_and_small(instance)
        for method in methods:
            before = _days(instance, method, units)
            for name, edit in EDITS.items():
                after = _days(edit(instance, small), method, units)
                others = before.keys() - ({small} if name == LONGER else set())
                count = sum(before[id] != after[id] for id in others)
                moved.setdefault((name, method.name), []).append(count)
    yield f"Initiatives that move though another was edited, of {COUNT}: mean (most)"
    yield f"in {seeds} roadmaps.\n"
    yield f"| edit | {' | '.join(method.name for method in methods)} |"
    yield f"|{' --- |' * (len(methods) + 1)}"
    for name in EDITS:
        counts = (moved[name, method.name] for method in methods)
        cells = (f"{mean(each):.1f} ({max(each)})" for each in counts)
        yield f"| {name} | {' | '.join(cells)} |"


def _days(instance: Instance, method: Rival, units: float) -> Days:
    """Start and end by id; empty where no plan was found."""
    case = Case(instance)
    times = method.plan(case, units) or {}
    return {case.problem.ids[each]: days for each, days in times.items()}


def _late_and_small(instance: Instance) -> str:
    """Of the last quarter of the sequence, the least work that nothing waits for."""
    ids = Case(instance).order.ids
    waited_for = instance.portfolio.dependents()
    late = [id for id in ids[-len(ids) // 4 :] if not waited_for[id]]
    return min(late, key=lambda id: (instance.scores[id].size, id))


def _with_one_more(instance: Instance, small: str, value: int = 0) -> Instance:
    """A week of work for one team that nothing waits for."""
    whole = instance.portfolio
    part = Part(next(iter(whole.teams)), Range(DAYS, DAYS))
    added = Initiative(ADDED, ADDED, Place(f"{ADDED}.yaml"), effort=(part,), depends_on=())
    portfolio = replace(whole, initiatives={**whole.initiatives, ADDED: added})
    score = Score(ADDED, Fraction(value), portfolio.size(added))
    return replace(instance, portfolio=portfolio, scores={**instance.scores, ADDED: score})


def _with_one_of_little_value(instance: Instance, small: str) -> Instance:
    return _with_one_more(instance, small, 1)


def _retitled(instance: Instance, small: str) -> Instance:
    return _with(instance, replace(instance.portfolio.initiatives[small], title="Other"))


def _a_day_longer(instance: Instance, small: str) -> Instance:
    """A day of every person longer, so that its end moves by a day."""
    before = instance.portfolio.initiatives[small]
    first, *rest = before.effort
    work = first.work.middle + instance.portfolio.teams[first.team].share
    longer = replace(first, work=Range(work, work))
    return _with(instance, replace(before, effort=(longer, *rest)))


def _with(instance: Instance, changed: Initiative) -> Instance:
    whole = instance.portfolio
    portfolio = replace(whole, initiatives={**whole.initiatives, changed.id: changed})
    score = replace(instance.scores[changed.id], size=portfolio.size(changed))
    scores = {**instance.scores, changed.id: score}
    return replace(instance, portfolio=portfolio, scores=scores)


LONGER = "a late, small one takes a day longer"
EDITS: Mapping[str, Callable[[Instance, str], Instance]] = {
    "one without value is added": _with_one_more,
    "one of a hundredth of the most value is added": _with_one_of_little_value,
    "a title is changed": _retitled,
    LONGER: _a_day_longer,
}

if __name__ == "__main__":
    main(sys.argv[1:])
