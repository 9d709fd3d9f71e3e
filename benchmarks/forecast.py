"""Whether forecasts hold, and what they cost.

    python -m benchmarks.forecast > benchmarks/forecast.md
    python -m benchmarks.forecast --seed 5000   # other portfolios, draws and executions

Generated plans are carried out by `event_simulator.py`, which shares no code with the
forecast, on random numbers of its own.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from random import Random
from time import process_time

from benchmarks.event_simulator import Simulator
from benchmarks.forecast_portfolios import Planned, planned, varied
from roadmap.simulation.forecast import last_days_of, summary_of

PORTFOLIOS, EXECUTIONS, SEED = 200, 10, 20_261_130
HOLDS = """# Do forecasts hold?

`python -m benchmarks.forecast` plans {} generated portfolios of 10 to 20 initiatives and
two to four teams, and carries out each plan {} times, day by day: {:,} ends. The
simulator knows the portfolio and the JSON of its plan, draws lengths of its own, and was
written from [the documents](../docs/forecast.md) without the code of the forecast.

Days are whole, so a little more than 85 % of draws are over by the 85 % date. Shares are
therefore compared with what the forecast's own draws say of the same days. Errors are
standard errors between portfolios, since the ends of one portfolio depend on each other.
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """Days of which a forecast says how often an end lies in them.

    They go from `first` (None: from the beginning) to `last`, both P10 to P90. Without
    the first day itself unless `whole`.
    """

    name: str
    first: str | None
    last: str
    whole: bool = False

    def days(self, quantiles: Mapping[str, int]) -> range:
        """Those days of one end."""
        first = 0 if self.first is None else quantiles[self.first] + (not self.whole)
        return range(first, quantiles[self.last] + 1)


CLAIMS = (
    Claim("by P10", None, "p10"),
    Claim("by P50", None, "p50"),
    Claim("by P85, the 85 % date", None, "p85"),
    Claim("by P90", None, "p90"),
    Claim("after P10 and by P90: 8 in 10", "p10", "p90"),
    Claim("from P10 to P90, both days included", "p10", "p90", whole=True),
)


@dataclass
class Tally:
    """By claim and portfolio, the share of ends that was foretold and that came true."""

    shares: dict[Claim, list[tuple[float, float]]] = field(
        default_factory=lambda: {claim: [] for claim in CLAIMS}
    )
    ends: int = 0


def experiment(portfolios: int, executions: int, seed: int = SEED) -> Tally:
    """Executions of generated plans against their forecasts."""
    tally = Tally()
    for number in range(seed, seed + portfolios):
        _one(varied(number), executions, Random(f"executed {number}"), tally)
    return tally


def _one(made: Planned, executions: int, random: Random, tally: Tally) -> None:
    """Carry out one plan, and note how many of its ends lie where its forecast says."""
    simulator = Simulator(made.portfolio, made.answer)
    quantiles = dict(_quantiles(made, simulator))
    rows = [
        (id, stays[id].done_day)
        for stays in (simulator.executed(random) for _ in range(executions))
        for id in quantiles
    ]
    drawn = last_days_of(made.drawn)
    for claim, shares in tally.shares.items():
        days = {id: claim.days(own) for id, own in quantiles.items()}
        foretold = _share(day in days[id] for id in days for day in drawn[id])
        shares.append((foretold, _share(day in days[id] for id, day in rows)))
    tally.ends += len(rows)


def _quantiles(made: Planned, simulator: Simulator) -> Iterator[tuple[str, dict[str, int]]]:
    """The days of P10 to P90 of every end that chance can move, by id."""
    for shown in made.answer["initiatives"]:
        if shown["forecast"] and shown["forecast"]["p10"] < shown["forecast"]["p90"]:
            yield (
                shown["id"],
                {
                    name: simulator.workdays.on_or_before(date.fromisoformat(when))
                    for name, when in shown["forecast"].items()
                    if name != "chance"
                },
            )


def _share(events: Iterable[bool]) -> float:
    return _mean([*events])


def _mean(values: list[float] | list[bool]) -> float:
    return sum(values) / len(values)


def error(pairs: list[tuple[float, float]]) -> float:
    """The standard error of what came true, between portfolios."""
    true = [happened for _, happened in pairs]
    mean = _mean(true)
    return sqrt(sum((each - mean) ** 2 for each in true) / (len(true) - 1) / len(true))


def cost(count: int, teams: int) -> tuple[float, float, float, int]:
    """Seconds of a plan and of its forecast, megabytes of the process, and draws."""
    started = process_time()
    made = planned(1, count, teams)
    planning = process_time() - started
    started = process_time()
    found = summary_of(made.drawn, made.plan)
    seconds = process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return planning, seconds, peak, found.draws


def table(seed: int = SEED) -> Iterator[str]:
    """The page of figures, line by line."""
    tally = experiment(PORTFOLIOS, EXECUTIONS, seed)
    yield HOLDS.format(PORTFOLIOS, EXECUTIONS, tally.ends)
    yield "| An end lies | Foretold | Executed |"
    yield "| --- | --- | --- |"
    for claim, pairs in tally.shares.items():
        told, true = (100 * _mean([*shares]) for shares in zip(*pairs, strict=True))
        yield f"| {claim.name} | {told:.1f} % | {true:.1f} ± {100 * error(pairs):.1f} % |"
    yield ""
    yield "# What do they cost?\n"
    yield "Processor time on one core, with the peak memory of the whole process.\n"
    yield "| Initiatives × teams | Draws | Plan | Forecast | Memory |"
    yield "| --- | --- | --- | --- | --- |"
    for count, teams in ((40, 3), (200, 5), (1000, 10)):
        planning, seconds, peak, draws = cost(count, teams)
        yield (
            f"| {count:,} × {teams} | {draws:,} | {planning:.1f} s | {seconds:.1f} s "
            f"| {peak:.0f} MB |"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=SEED, help="which portfolios and luck")
    for line in table(parser.parse_args().seed):
        sys.stdout.write(f"{line}\n")
