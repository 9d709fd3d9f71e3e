"""Tables of plans: the gap to the best found and the seconds, by kind, size and method."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import mean

from benchmarks.cases import Case
from benchmarks.methods import FAST, Outcome, outcome
from benchmarks.rivals import Rival

SAME = 1e-4
"""Plans whose aims differ by less than this share are equally good."""
USUAL = {
    "best available": "always the best by score of what is ready",
    "pulled forward": "naive order (by score, prerequisites pulled forward)",
    "TaskJuggler": "as TaskJuggler plans it, which may interrupt work",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A case and what each method reaches, by name; `best` is what a gap is measured to."""

    case: Case
    outcomes: Mapping[str, Outcome | None]
    best: tuple[int, int]

    @staticmethod
    def of(case: Case, methods: Sequence[Rival], units: float) -> Measured:
        """Every method on a case; the best is the best known, else the best found."""
        outcomes = {method.name: outcome(method, case, units) for method in methods}
        real = [outcomes[method.name] for method in methods if not method.relaxed]
        best = min((each.late, each.aim) for each in real if each)
        known = case.instance.best
        return Measured(case, outcomes, (0, known) if known else best)

    def gap(self, method: str) -> float | None:
        """How far above the best, as a share; None without a plan or where it is later."""
        return _more(self.outcomes[method], *self.best)


Groups = Mapping[tuple[str, int], Sequence[Measured]]
"""Cases by kind and size."""
Cell = Callable[[Sequence[Measured], str], str]


def tables(groups: Groups, methods: Sequence[Rival]) -> Iterator[str]:
    """Gaps, then seconds."""
    if not groups:
        yield "The published projects are not here."
        return
    names = [
        f"{method.name} (relaxed)" if method.relaxed else method.name for method in methods
    ]
    yield from _table(groups, methods, names, _gaps)
    yield "\nProcessor seconds, mean:\n"
    yield from _table(groups, methods, names, _seconds)


def in_short(groups: Groups, methods: Sequence[Rival]) -> Iterator[str]:
    """What the naive orders and TaskJuggler cost more than the fast engine."""
    found = list(chain.from_iterable(groups.values()))
    sizes = [size for _, size in groups]
    yield f"{len(found)} portfolios of {min(sizes)} to {max(sizes)} initiatives."
    yield "More cost of delay than by `fast`, on average:\n"
    for method in methods:
        if method.name in USUAL:
            yield f"- {USUAL[method.name]}: {_dearer(found, method.name)}"


def progress(measured: Measured) -> str:
    """A line about one case."""
    cells = [f"{name} {_gaps([measured], name)}" for name in measured.outcomes]
    return f"{measured.case.instance.name}: {'; '.join(cells)}"


def _table(
    groups: Groups, methods: Sequence[Rival], names: Sequence[str], cell: Cell
) -> Iterator[str]:
    head = ["kind", "n", "cases", *names]
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for (kind, size), found in groups.items():
        cells = [cell(found, method.name) for method in methods]
        yield f"| {' | '.join([kind, str(size), str(len(found)), *cells])} |"


def _gaps(found: Sequence[Measured], method: str) -> str:
    """Mean / worst gap, how often best, and how often later than need be."""
    plans = [measured for measured in found if measured.outcomes[method]]
    gaps = [gap for plan in plans if (gap := plan.gap(method)) is not None]
    parts = []
    if gaps:
        best = sum(gap < SAME for gap in gaps)
        parts.append(f"{100 * mean(gaps):.2f} / {100 * max(gaps):.1f} % ({best})")
    if len(gaps) < len(plans):
        parts.append(f"{len(plans) - len(gaps)} later")
    if len(plans) < len(found):
        parts.append(f"{len(found) - len(plans)} –")
    return ", ".join(parts) if plans else "–"


def _seconds(found: Sequence[Measured], method: str) -> str:
    seconds = [plan.seconds for measured in found if (plan := measured.outcomes[method])]
    return f"{mean(seconds):.2f}" if seconds else "–"


def _dearer(found: Sequence[Measured], method: str) -> str:
    """How much more than the fast engine's plans, where musts are as little late."""
    said = [measured for measured in found if measured.outcomes[method]]
    gaps = []
    for measured in said:
        fast = measured.outcomes[FAST.name]
        more = _more(measured.outcomes[method], fast.late, fast.aim) if fast else None
        if more is not None:
            gaps.append(more)
    later = len(said) - len(gaps)
    where = "" if len(said) == len(found) else f" on the {len(said)} that it can express"
    return (
        f"{100 * mean(gaps):.0f} % (at most {100 * max(gaps):.0f} %){where}"
        f"{f'; on {later} more its musts are later' if later else ''}"
    )


def _more(found: Outcome | None, late: int, aim: int) -> float | None:
    """An aim above another, as a share; None where there is no plan or it is later."""
    return None if found is None or found.late > late else found.aim / aim - 1
