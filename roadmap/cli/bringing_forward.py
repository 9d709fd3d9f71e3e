"""What would bring work forward: levers that are planned in full, each as a what-if."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmap.cli.options import AsOf, Inside, Ordering, Planning, Scoring
from roadmap.cli.query import Query
from roadmap.cli.supposing import Supposed, Supposing

if TYPE_CHECKING:
    from roadmap.cli.output import Target
    from roadmap.model.portfolio import Portfolio
    from roadmap.reading.read import PortfolioReader, Read
    from roadmap.studies.levers import Lever
    from roadmap.studies.outlook import Outlook
    from roadmap.views.answer import Answer
    from roadmap.views.lever_plans import LeverPlan

BEST = 3
"""Levers that are planned in full, besides one more: if possible, one that is expected
to help and changes nothing."""
TEAMS, MOST = 2, 100
"""Teams that get one more person in `plan`, up to so many initiatives."""


@dataclass(frozen=True, kw_only=True)
class _PlanAgain(Inside, AsOf, Supposing, Scoring, Ordering, Planning):
    """The options of `plan` that its dates rest on."""


def with_levers(query: Query, answer: Answer, id: str, where: Iterable[Target]) -> Answer:
    """An answer with the best levers of an initiative, each planned in full."""
    from roadmap.studies.lever_trials import trials

    at = _outlook(answer)
    if at is None or not _is_told(where):
        return answer
    try:
        tried, planner = trials(at, id), _Planner(query, at)
        helpful = [trial.lever for trial in tried if trial.days > 0]
        best = planner.first(helpful, BEST)
        told = {lever_plan.lever for lever_plan in best}
        rest = [trial.lever for trial in tried if trial.idle]
        if sum(lever_plan.helps(id) for lever_plan in best) < BEST:
            rest += helpful  # no plan is left unused
        last = planner.first((lever for lever in rest if lever not in told), 1)
    except KeyboardInterrupt:
        return _interrupted(answer)
    return replace(answer, levers=(*best, *last))


def with_one_more(query: Query, answer: Answer, where: Iterable[Target]) -> Answer:
    """An answer with one more person in each of the two teams most waited for."""
    from roadmap.studies.levers import one_more_person

    at = _outlook(answer)
    if at is None or len(at.plan.slots) > MOST or not _is_told(where):
        return answer
    try:
        levers = _Planner(query, at).first(one_more_person(at, TEAMS), TEAMS)
    except KeyboardInterrupt:
        return _interrupted(answer)
    return replace(answer, levers=tuple(levers))


def _is_told(where: Iterable[Target]) -> bool:
    """Whether a format shows levers: prose, or the answer itself."""
    from roadmap.views.page import Prose
    from roadmap.writers.catalogue import writer
    from roadmap.writers.writer import DATA

    formats = (writer(target.name) for target in where)
    return any(format and format.shows & {Prose, DATA} for format in formats)


def _outlook(answer: Answer) -> Outlook | None:
    from roadmap.studies.outlook import Outlook

    scores, sequence, plan = answer.scores, answer.sequence, answer.plan
    if scores is None or sequence is None or plan is None or plan.interrupted:
        return None
    return Outlook(answer.portfolio, answer.framework.name, scores, sequence, plan)


def _interrupted(answer: Answer) -> Answer:
    from roadmap.sequencing.results import SolveStatus

    if answer.plan is None:
        return answer
    return replace(answer, plan=replace(answer.plan, status=SolveStatus.INTERRUPTED))


class _Planner:
    """Plans levers in full, by the rules of a query, from files that are parsed once."""

    def __init__(self, query: Query, at: Outlook) -> None:
        from roadmap.studies.outlook import OutlookOptions

        self.query, self.at = query, at
        self.options = OutlookOptions(
            query.framework, query.engine, query.ideas, query.units, free=query.free
        )
        self.reader: PortfolioReader | None = None

    def first(self, levers: Iterable[Lever], most: int) -> list[LeverPlan]:
        """The first levers that can be set, each with its plan."""
        from roadmap.writers.terminal.progress import progress

        lever_plans: list[LeverPlan] = []
        with progress("planning what would help", most) as advance:
            for lever in levers:
                if len(lever_plans) == most:
                    break
                lever_plans += self._planned(lever)
                advance(1)
        return lever_plans

    def _planned(self, lever: Lever) -> Iterator[LeverPlan]:
        from roadmap.studies.difference import compared
        from roadmap.studies.outlook import outlook
        from roadmap.views.lever_plans import LeverPlan

        for supposed in _settings(self.query.supposed, self.at.portfolio, lever):
            read = self._read(supposed)
            if _takes(read, lever):
                after = outlook(read.portfolio, self.options, self.at, tight=False)
                moved = compared(self.at, after, self.options, most=0)
                yield LeverPlan(lever, _command(self.query, supposed), moved)
                return

    def _read(self, supposed: Supposed) -> Read:
        from roadmap.cli.compute import engaged
        from roadmap.cli.load import portfolio_at, reader_of, sources_of
        from roadmap.cli.supposing import overlay_of

        if self.reader is None:
            folder = sources_of(portfolio_at(self.query.folder))
            self.reader = reader_of(folder, self.query.as_of, kept=True)
        read = self.reader.read(overlay_of(self.reader.files, supposed))
        return engaged(self.query, read)


def _takes(read: Read, lever: Lever) -> bool:
    """Whether what was read says what a lever is to make of it, without a fault."""
    from roadmap.cli.supposing import faulty_option
    from roadmap.studies.levers import is_pulled

    faulty = any(faulty_option(fault, read.overlay) for fault in read.diagnostics)
    return not faulty and is_pulled(read.portfolio, lever)


def _settings(said: Supposed, portfolio: Portfolio, lever: Lever) -> Iterator[Supposed]:
    """What to suppose besides to pull a lever, in all forms that files may take."""
    from roadmap.studies.levers import LeverKind

    if lever.kind is LeverKind.DROP:
        yield replace(said, drops=(*said.drops, lever.id))
        return
    for setting in _typed(portfolio, lever):
        yield said.with_setting(setting)


def _typed(portfolio: Portfolio, lever: Lever) -> Iterator[str]:
    """Values of `--set`. A key of portfolio.yaml comes before an id of the same name."""
    from roadmap.studies.levers import LeverKind

    if lever.kind is LeverKind.PERSON:
        yield f"teams.{lever.team}.people={_number(lever.people)}"
        return
    for path in (lever.id, f"initiatives.{lever.id}"):
        if lever.kind is LeverKind.ASIDE:
            yield f"{path}.status=paused"
        elif lever.kind is LeverKind.PIN:
            yield f"{path}.pin={{why: what if}}"
        elif lever.part is not None:
            yield from _less(portfolio, lever, path)


def _less(portfolio: Portfolio, lever: Lever, path: str) -> Iterator[str]:
    """Less work for a team: below its name, or, where it is the only one, in its place."""
    from roadmap.model.initiative import Status

    part, initiative = lever.part, portfolio.initiatives[lever.id]
    if part is None:
        return
    running = initiative.status is Status.IN_PROGRESS and initiative.remaining is not None
    key = f"{path}.{'remaining' if running else 'effort'}"
    work = f"{_number(portfolio.weeks(part.work.middle))}w"
    if part.people is None:
        yield f"{key}.{lever.team}={work}"
    else:
        people = _number(part.people)
        yield f"{key}.{lever.team}={{work: {work}, people: {people}}}"
    if len(initiative.parts) == 1:
        yield f"{key}={work}"


def _number(number: Fraction) -> str:
    from roadmap.scoring.figures import brief

    return brief(number, 6)


def _command(query: Query, supposed: Supposed) -> str:
    """`plan` with all that its dates rest on, as typed where the query was asked."""
    from roadmap.cli.retyped import retyped

    again = _PlanAgain(
        inside=query.folder,
        as_of=query.as_of,
        scenario=supposed.scenario,
        settings=list(supposed.settings) or None,
        drops=list(supposed.drops) or None,
        framework=query.framework,
        ideas=query.ideas,
        engine=query.engine.value if query.engine else None,
        units=query.units,
        free=query.free,
    )
    return retyped("plan", again)
