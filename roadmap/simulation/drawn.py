"""A plan's draws: the work of each part and the date of each outside delivery."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from roadmap.model.initiative import Initiative, Part
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.prices import retraced
from roadmap.sequencing.results import Plan, RankedSequence
from roadmap.sequencing.schedule.problem import Hold
from roadmap.simulation.courses import Course, Courses, DrawnDays
from roadmap.simulation.luck import Luck, SharedDraws
from roadmap.simulation.normal import P90
from roadmap.simulation.reference_class import ReferenceClass, reference_classes
from roadmap.simulation.replay import course, replay
from roadmap.simulation.settings import ForecastSettings, forecast_settings
from roadmap.simulation.spreads import PARTS, Spread, spread_of

EstimateKey = tuple[str, str | None]
"""An initiative's id, and the team whose work is estimated; None for a date."""


@dataclass(frozen=True)
class Drawn:
    """A plan as a course, and all that chance changes in it."""

    portfolio: Portfolio
    course: Course
    settings: ForecastSettings
    classes: Mapping[str | None, ReferenceClass]
    luck: Luck

    @cached_property
    def needs(self) -> list[list[DrawnDays]]:
        """The units of presence that each hold needs, by number, by hold, by draw."""
        every = enumerate(self.course.problem.holds)
        return [[self._needs(number, hold) for hold in holds] for number, holds in every]

    @cached_property
    def dates(self) -> list[DrawnDays | None]:
        """The earliest starts of outside deliveries, by number, by draw."""
        return [self._dates(number) for number in range(self.course.problem.count)]

    @cached_property
    def courses(self) -> Courses:
        """What becomes of the plan in every draw."""
        return replay(self.course, self.needs, self.dates, self.luck.count)

    def estimates(self) -> Iterator[tuple[EstimateKey, DrawnDays]]:
        """Everything that chance changes, with its draws: work, and dates with a range."""
        problem = self.course.problem
        for number, id in enumerate(problem.ids):
            for place, hold in enumerate(problem.holds[number]):
                if self.spread(number, hold).uncertain:
                    yield (id, self.team(hold)), self.needs[number][place]
            dates = self.dates[number]
            if dates is not None:
                yield (id, None), dates

    def without(self, certain: EstimateKey) -> Courses:
        """What becomes of the plan where an estimate is fixed at its median."""
        id, team = certain
        problem, needs, dates = self.course.problem, [*self.needs], [*self.dates]
        number = problem.ids.index(id)
        if team is None:
            dates[number] = [problem.earliest[number]] * self.luck.count
        else:
            needs[number] = [
                self._median(number, hold) if self.team(hold) == team else days
                for hold, days in zip(problem.holds[number], needs[number], strict=True)
            ]
        return replay(self.course, needs, dates, self.luck.count)

    def team(self, hold: Hold) -> str:
        """The team of a hold."""
        return self.course.problem.crews[hold.crew].id

    def _initiative(self, number: int) -> Initiative:
        return self.portfolio.initiatives[self.course.problem.ids[number]]

    def spread(self, number: int, hold: Hold) -> Spread:
        """How far a part may be off from what the plan counts."""
        initiative, part = self._initiative(number), self._part(number, hold)
        return spread_of(initiative, part.team, part.work, self.settings, self.classes)

    def ahead(self, number: int) -> tuple[tuple[int, str], ...]:
        """Those whose turn in one of its teams comes earlier, the nearest first."""
        place = self._place(number)
        mine = {crew for crew, _, _ in self.course.stages[place].holds}
        crews = self.course.problem.crews
        return tuple(
            (stage.number, crews[crew].id)
            for stage in reversed(self.course.stages[:place])
            for crew, _, _ in stage.holds
            if crew in mine
        )

    def opens(self, number: int, day: int) -> int:
        """The first day from `day` on with somebody there in all teams of an initiative."""
        opens = self.course.stages[self._place(number)].opens
        return opens[day] if day < len(opens) else day

    def part_end(self, number: int, team: str, draw: int) -> int:
        """The day on which a draw gives a team's people back (exclusive end)."""
        holds, needs = self.course.problem.holds[number], self.needs[number]
        start = self.courses.start[number][draw]
        hold, need = next(
            (hold, days[draw])
            for hold, days in zip(holds, needs, strict=True)
            if self.team(hold) == team
        )
        return self.course.problem.crews[hold.crew].presence.end(start, need)

    def _place(self, number: int) -> int:
        return next(n for n, it in enumerate(self.course.stages) if it.number == number)

    def _part(self, number: int, hold: Hold) -> Part:
        team = self.team(hold)
        return next(p for p in self._initiative(number).parts if p.team == team)

    def _needs(self, number: int, hold: Hold) -> DrawnDays:
        """The units of presence that a hold needs, draw by draw, rounded up."""
        spread = self.spread(number, hold)
        if not spread.uncertain:
            return self._median(number, hold)
        luck = self.luck.of_part(self._initiative(number).id, self.team(hold))
        return self._rounded_up(number, hold, spread.factors(luck))

    def _median(self, number: int, hold: Hold) -> DrawnDays:
        factors = self.spread(number, hold).factors([0.0])
        return self._rounded_up(number, hold, factors) * self.luck.count

    def _rounded_up(self, number: int, hold: Hold, factors: Sequence[int]) -> DrawnDays:
        """The whole units of presence that cover a hold's work times these factors."""
        team = self.portfolio.teams[self.team(hold)]
        scale = self.course.problem.crews[hold.crew].presence.scale
        work = self._part(number, hold).work.middle * team.people * scale
        exactly = work / (hold.people * team.focus)
        above, below = exactly.numerator, exactly.denominator * PARTS
        return [-(-above * factor // below) for factor in factors]

    def _dates(self, number: int) -> DrawnDays | None:
        """The earliest start of each draw where somebody else's delivery has a range."""
        initiative = self._initiative(number)
        period = initiative.not_before_range
        if period is None or number in self.course.problem.running:
            return None
        calendar = self.portfolio.calendar
        first, last = map(calendar.day_on_or_after, (period.first, period.last))
        middle = self.course.problem.earliest[number]
        below, above = max(0, middle - first) / P90, max(0, last - middle) / P90
        today = self.portfolio.today
        return [
            max(today, middle + round(z * (below if z < 0 else above)))
            for z in self.luck.of_date(initiative.id)
        ]


def drawn(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    sequence: RankedSequence,
    plan: Plan,
    settings: ForecastSettings | None = None,
    kept: SharedDraws | None = None,
) -> Drawn:
    """The draws of a plan; `settings` default to those of the portfolio.

    `kept` are draws that forecasts of other plans share.
    """
    table = retraced(portfolio, scores, sequence, plan)
    settings = settings or forecast_settings(portfolio)
    luck = Luck(settings, settings.draws_for(table.problem.count), kept)
    ranged = {
        number
        for number, id in enumerate(table.problem.ids)
        if portfolio.initiatives[id].not_before_range is not None
    }
    steps = course(table, ranged - {*table.problem.running})
    return Drawn(portfolio, steps, settings, reference_classes(portfolio), luck)
