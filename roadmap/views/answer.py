"""An answer: what a command has computed, gathered for the view that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap.diagnostics import Finding
from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.reading.overlay import AS_WRITTEN, Overlay
from roadmap.views.titles import title_of

if TYPE_CHECKING:
    from roadmap.outcomes.commitments import Told
    from roadmap.scoring.framework import Framework, Score
    from roadmap.sequencing.results import Plan, RankedSequence
    from roadmap.sequencing.selection.selection import Selection
    from roadmap.simulation.results import PlanForecast
    from roadmap.views.lever_plans import LeverPlan

OPEN = (Status.IDEA, Status.PROPOSED, Status.COMMITTED, Status.IN_PROGRESS, Status.PAUSED)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command computed, and how it wants it shown.

    `scores`, `sequence`, `plan` and `forecast` are None where the command has no use for
    them; `forecast` also where nobody said how uncertain work is, and `selection` where
    nothing limits what is funded.
    `files` is how many files were read, `left_out` names what could not be read. `shown`
    are the ids that the filters chose, None when there is no filter; they never change
    what is computed. `statuses` are those that were asked for by name. `exact` dates are
    printed to the day, `all` shows what is otherwise collapsed. `overlay` is what the
    portfolio supposes that its files do not say. `told` are the dates that
    commitments are judged by, None for those in the files; `cut`: some may be missing.
    `levers` are changes that may bring work forward, with the plans that they lead to;
    None where nobody tried any.
    """

    portfolio: Portfolio
    framework: Framework
    scores: Mapping[str, Score] | None = None
    sequence: RankedSequence | None = None
    plan: Plan | None = None
    forecast: PlanForecast | None = None
    selection: Selection | None = None
    findings: tuple[Finding, ...] = ()
    files: int = 0
    left_out: tuple[str, ...] = ()
    shown: frozenset[str] | None = None
    statuses: frozenset[str] = frozenset()
    exact: bool = False
    all: bool = False
    by: str = "horizon"
    sort: str = "score"
    overlay: Overlay = AS_WRITTEN
    told: Told | None = None
    cut: bool = False
    levers: tuple[LeverPlan, ...] | None = None

    def shows(self, id: str) -> bool:
        """Whether the filters let an initiative through."""
        return self.shown is None or id in self.shown

    @property
    def initiatives(self) -> tuple[Initiative, ...]:
        """The initiatives that are shown, by id."""
        every = self.portfolio.initiatives
        return tuple(every[id] for id in sorted(every) if self.shows(id))

    @property
    def open(self) -> tuple[Initiative, ...]:
        """Those shown that are neither delivered nor dropped."""
        return tuple(
            initiative for initiative in self.initiatives if initiative.status in OPEN
        )

    def title(self, id: str) -> str:
        """The title of an initiative, with its id where another has the same title."""
        return title_of(self.portfolio, id)

    def score(self, id: str) -> Score | None:
        """The score of an initiative; None where nothing was scored."""
        return (self.scores or {}).get(id)
