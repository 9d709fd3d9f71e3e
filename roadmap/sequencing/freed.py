"""Without an obligation: a portfolio ranked and planned as if it had never been stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Engine, Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.results import (
    ObligationKind,
    Plan,
    RankedSequence,
    SolveStatus,
    UnplacedKind,
)
from roadmap.sequencing.schedule.calendar_end import without
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.sequencing.schedule.serial import Timetable, begun
from roadmap.sequencing.search.branch_and_bound import MOST as SMALL
from roadmap.sequencing.search.replanning import replanned
from roadmap.sequencing.search.resuming import SHARE, resumed
from roadmap.sequencing.search.search import budget, searched
from roadmap.sequencing.sequence import sequence as ranked
from roadmap.sequencing.steadiness import date_price, steadied, steadiest, with_told

POOL, WHOLE, FEW = 160_000, 70_000, 8_000
"""Steps for searches of a plan's obligations: in all, of a search that is made whole,
and what counts for one with a proof in reach."""
DISTANT = 20
"""With more slack than so many working days, a date is only looked at in passing."""


@dataclass(slots=True)
class Freed:
    """A plan and what it rests on; `left` are the steps left for searching again."""

    portfolio: Portfolio
    scores: Mapping[str, Score]
    sequence: RankedSequence
    plan: Plan
    left: int = POOL

    def problem(self, id: str, kind: ObligationKind) -> Problem:
        """The problem without an obligation of an initiative, in its own sequence."""
        initiatives = self.portfolio.initiatives
        if kind is ObligationKind.PIN:
            one = replace(initiatives[id], pin=None)
        else:
            one = replace(initiatives[id], deadline=None, must=None)
        freed = replace(self.portfolio, initiatives={**initiatives, id: one})
        statuses = {initiatives[each].status for each in self.sequence.ids}
        ordered = ranked(freed, self.scores, Status.IDEA in statuses, self._unfunded())
        gone = [each for each in ordered.ids if each not in self.plan.slots]
        return problem(freed, self.scores, without(freed, ordered, gone))

    def _unfunded(self) -> frozenset[str]:
        left = self.sequence.unplaced
        return frozenset(
            unplaced.id for unplaced in left if unplaced.kind is UnplacedKind.UNFUNDED
        )

    def planned(self, whole: Problem, kept: Timetable, slack: int) -> Timetable:
        """What `plan` would find, as far as steps go; after that what is near the plan.

        `kept` is the plan as it is, and `slack` is what its obligation has.

        Raises:
            KeyboardInterrupt: the search was interrupted.

        """
        count = whole.count
        most = FEW if count <= SMALL else budget(count)
        near = slack <= DISTANT or count <= SMALL
        if near and most <= min(WHOLE, self.left):
            self.left -= most
            return self._searched(whole, kept)
        told, price = with_told(self.portfolio, whole), date_price(self.portfolio, kept)
        again = [replanned(told, kept, price)]
        if near and most // SHARE <= self.left:
            self.left -= most // SHARE
            again.append(resumed(whole, kept))
        return steadiest(self.portfolio, [*again, kept])

    def _searched(self, whole: Problem, kept: Timetable) -> Timetable:
        """What the fast engine finds; after the exact one no worse than near its plan."""
        fixed = begun(whole)
        solution = steadied(self.portfolio, fixed, searched(whole, fixed))
        if solution.status is SolveStatus.INTERRUPTED:
            raise KeyboardInterrupt
        if self.portfolio.engine is Engine.EXACT:
            told, price = with_told(self.portfolio, whole), date_price(self.portfolio, kept)
            return steadiest(self.portfolio, [solution.table, replanned(told, kept, price)])
        return solution.table
