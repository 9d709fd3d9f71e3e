"""Whether forecasts hold, and what they cost.

    python -m benchmarks.forecast > benchmarks/forecast.md

Generated plans are executed day by day by `executions.py`, which shares no code with the
forecast, on random numbers of its own.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import sqrt
from random import Random
from time import process_time

from benchmarks.executions import Execution, Luck
from roadmap.diagnostics import Place
from roadmap.model.amounts import Range
from roadmap.model.calendar import Calendar, Period
from roadmap.model.initiative import Initiative, Part, Status
from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Absence, Team
from roadmap.scoring.framework import Score
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan, RankedSequence
from roadmap.sequencing.sequence import sequence
from roadmap.simulation.drawn import Drawn, drawn
from roadmap.simulation.forecast import last_days_of, summary_of

PORTFOLIOS, EXECUTIONS = 200, 10
HOLDS = """# Do forecasts hold?

`python -m benchmarks.forecast` plans {} generated portfolios of 15 initiatives and three
teams, and executes each plan {} times, day by day: {:,} ends. The simulator shares no code
with the forecast. Days are whole, so a range is counted from the day after P10 to P90, and
shares are compared with what the forecast's own draws say of the same days. Errors are
standard errors between portfolios, since the ends of one portfolio depend on each other.
"""
CALENDAR = Calendar(
    date(2027, 1, 4),
    holidays=(
        Period(date(2027, 3, 26), date(2027, 3, 29)),
        Period(date(2027, 12, 24), date(2027, 12, 31)),
    ),
)
TEAMS = ("data", "ops", "web")
RANGES = (None, None, (0.8, 1.5), (0.7, 2.0), (0.5, 1.4))
"""How initiatives are estimated: single numbers, and ranges around the number drawn."""


@dataclass(frozen=True)
class Planned:
    """A portfolio and its plan."""

    portfolio: Portfolio
    scores: dict[str, Score]
    sequence: RankedSequence
    plan: Plan

    def drawn(self) -> Drawn:
        """The draws of its forecast."""
        return drawn(self.portfolio, self.scores, self.sequence, self.plan)

    def execution(self) -> Execution:
        """The plan, ready to be executed."""
        starts = {id: slot.start_day for id, slot in self.plan.slots.items()}
        ranking = {id: place for place, id in enumerate(self.sequence.ids)}
        return Execution(self.portfolio, starts, ranking)


def planned(seed: int, count: int = 15, teams: int = 3) -> Planned:
    """A plan drawn from a seed, with all that a forecast knows of."""
    random = Random(f"forecast {seed}")
    names = TEAMS if teams == len(TEAMS) else [f"team-{n}" for n in range(teams)]
    crews = {name: _team(random, name) for name in names}
    every = [_initiative(random, number, list(crews)) for number in range(count)]
    values = {each.id: Fraction(random.choice((0, 1, 2, 3, 5, 8, 13))) for each in every}
    portfolio = Portfolio(
        {each.id: each for each in every}, CALENDAR, CALENDAR.start, crews
    )
    scores = {
        each.id: Score(each.id, values[each.id], portfolio.size(each)) for each in every
    }
    ordered = sequence(portfolio, scores)
    return Planned(portfolio, scores, ordered, plan(portfolio, scores, ordered))


def _team(random: Random, name: str) -> Team:
    first = random.randrange(10, 120)
    away = Period(
        CALENDAR.date_of(first), CALENDAR.date_of(first + random.randrange(3, 15))
    )
    return Team(
        name,
        Fraction(random.choice((2, 3, 4))),
        Fraction(2),
        random.choice((Fraction(1), Fraction(4, 5))),
        (Absence(away, Fraction(random.choice((1, 2)))),),
    )


def _initiative(random: Random, number: int, teams: list[str]) -> Initiative:
    id = f"i{number:04}"
    outside = number % 12 == 5
    parts = (
        ()
        if outside
        else tuple(
            Part(team, _work(random))
            for team in sorted(random.sample(teams, random.choice((1, 1, 2))))
        )
    )
    first = CALENDAR.date_of(random.randrange(5, 60))
    wait = Period(first, CALENDAR.date_of(random.randrange(70, 110))) if outside else None
    half = wait and wait.first + (wait.last - wait.first) // 2
    needs = random.sample(
        range(max(0, number - 12), number), min(number, random.choice((0, 1, 2)))
    )
    return Initiative(
        id,
        id,
        Place(f"{id}.yaml"),
        status=Status.IN_PROGRESS if number == 0 else Status.PROPOSED,
        effort=parts,
        depends_on=tuple(f"i{one:04}" for one in sorted(needs)),
        not_before=Period(half, half) if half else None,
        not_before_range=wait,
    )


def _work(random: Random) -> Range:
    days = Fraction(random.choice((10, 15, 20, 30, 45, 60)))
    width = random.choice(RANGES)
    if width is None:
        return Range(days, days)
    return Range(days * Fraction(str(width[0])), days * Fraction(str(width[1])))


@dataclass
class Tally:
    """Executed ends against ranges; what is foretold of each, and what came true.

    Ends of one portfolio depend on each other, so that errors are those between
    portfolios.
    """

    inside: list[tuple[float, float]] = field(default_factory=list)
    safe: list[tuple[float, float]] = field(default_factory=list)
    ends: int = 0


def experiment(portfolios: int, executions: int, seed: int = 0) -> Tally:
    """Executions of generated plans against their forecasts."""
    tally = Tally()
    for number in range(portfolios):
        _one(planned(seed + number), executions, Random(f"executed {seed + number}"), tally)
    return tally


def _one(made: Planned, executions: int, random: Random, tally: Tally) -> None:
    found, execution = made.drawn(), made.execution()
    ranges, last = summary_of(found, made.plan).ranges, last_days_of(found)
    uncertain = [id for id in ranges if ranges[id].p10 < ranges[id].p90]
    rows = []
    for _ in range(executions):
        work, dates = Luck(random).drawn(made.portfolio, dict.fromkeys(made.plan.slots, 0))
        _, ends = execution.run(work, dates)
        for id in uncertain:
            day = ends[id] - 1 if made.portfolio.initiatives[id].effort else ends[id]
            rows.append((id, day))
    hits = [ranges[id].p10 < day <= ranges[id].p90 for id, day in rows]
    kept = [day <= ranges[id].p85 for id, day in rows]
    foretold = [_share(last[id], ranges[id].p10, ranges[id].p90) for id, _ in rows]
    safe = [_share(last[id], -1, ranges[id].p85) for id, _ in rows]
    tally.inside.append((_mean(foretold), _mean(hits)))
    tally.safe.append((_mean(safe), _mean(kept)))
    tally.ends += len(rows)


def _share(days: list[int], after: int, until: int) -> float:
    return sum(after < day <= until for day in days) / len(days)


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
    found = summary_of(made.drawn(), made.plan)
    seconds = process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return planning, seconds, peak, found.draws


def table() -> Iterator[str]:
    """The page of figures, line by line."""
    tally = experiment(PORTFOLIOS, EXECUTIONS)
    yield HOLDS.format(PORTFOLIOS, EXECUTIONS, tally.ends)
    yield "| | Foretold | Executed |"
    yield "| --- | --- | --- |"
    for name, pairs in (
        ("in the range, 8 in 10", tally.inside),
        ("by the 85 % date", tally.safe),
    ):
        foretold = 100 * _mean([told for told, _ in pairs])
        happened = 100 * _mean([true for _, true in pairs])
        yield f"| {name} | {foretold:.1f} % | {happened:.1f} ± {100 * error(pairs):.1f} % |"
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
    for line in table():
        sys.stdout.write(f"{line}\n")
