"""From a query to an answer: read, score, sequence and plan, as far as needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop, unknown
from roadmap.cli.foretold import foretold
from roadmap.cli.load import opened
from roadmap.cli.supposing import refuse_options
from roadmap.model.portfolio import Engine

if TYPE_CHECKING:
    from roadmap.checks.settings import Settings
    from roadmap.cli.query import Query
    from roadmap.diagnostics import Diagnostic
    from roadmap.model.portfolio import Portfolio
    from roadmap.reading.read import Read
    from roadmap.scoring.framework import Framework, Score
    from roadmap.sequencing.results import Plan, RankedSequence
    from roadmap.sequencing.selection.selection import Selection
    from roadmap.studies.outlook import OutlookOptions
    from roadmap.views.answer import Answer


def answered(query: Query, upto: int) -> Answer:
    """The answer to a query, computed up to scores, sequence or plan."""
    from roadmap.cli.query import PLAN, SEQUENCE, refuse_unknown
    from roadmap.scoring.catalogue import scores

    read = engaged(query, opened(query.folder, query.as_of, query.supposed))
    portfolio = read.portfolio
    refuse_unknown(query.filters, portfolio)
    answer = checked(read, framework_of(query.framework or portfolio.framework))
    scored = scores(portfolio, answer.framework.name)
    ordered = planned = chosen = None
    if upto >= SEQUENCE:
        from roadmap.sequencing.sequence import sequence

        ordered = sequence(portfolio, scored, query.ideas)
    if upto >= PLAN and ordered is not None:
        chosen = _selection(query, portfolio, scored)
        if chosen is not None and chosen.below:
            gone = {below.id for below in chosen.below}
            ordered = sequence(portfolio, scored, query.ideas, gone)
        planned = _planned(query, read, scored, ordered)
    answer = replace(answer, scores=scored, sequence=ordered, plan=planned)
    return replace(
        foretold(query, answer),
        selection=chosen,
        shown=shown(query, read),
        statuses=frozenset(query.filters.status),
        exact=query.exact,
        all=query.all,
        by=query.by,
        sort=query.sort,
    )


def engaged(query: Query, read: Read) -> Read:
    """What was read, with the engine that plans it, and dates to keep only if wanted."""
    engine = query.engine or read.portfolio.engine
    if query.units is not None and engine is not Engine.EXACT:
        stop("--units says how much the engine `exact` may work: add --engine exact")
    steadiness = None if query.free else read.portfolio.steadiness
    planned = replace(read.portfolio, engine=engine, steadiness=steadiness)
    return replace(read, portfolio=planned)


def outlook_options(query: Query, *, warm: bool = False) -> OutlookOptions:
    """How to plan the portfolios of a query; `warm`: each from the order of the first."""
    from roadmap.studies.outlook import OutlookOptions

    return OutlookOptions(
        framework=query.framework,
        engine=query.engine,
        ideas=query.ideas,
        units=query.units,
        free=query.free,
        warm=warm and not query.fresh,
    )


def checked(
    read: Read,
    framework: Framework | None = None,
    settings: Settings | None = None,
    more: Iterable[Diagnostic] = (),
) -> Answer:
    """What was read, with its findings; a framework that is unknown is the usual one.

    With `settings` rules are judged by them; without, as the portfolio says, but for what
    leaves something out of the answer, and for what would need a plan. `more` are findings
    in files that are not read with the others.
    """
    from roadmap.checks.run import findings, in_order
    from roadmap.reading.findings import located_findings
    from roadmap.scoring.catalogue import frameworks
    from roadmap.views.answer import Answer

    known = frameworks()
    usual = known.get(read.portfolio.framework, known["customer-value"])
    files = read.located
    plan = settings is not None and settings.plan
    lenient = settings is not None
    diagnostics = findings(read, settings=settings, plan=plan, lenient=lenient, files=files)
    if more := list(more):
        diagnostics = in_order([*diagnostics, *more], files)
    found = located_findings(files, diagnostics, _home(read))
    refuse_options(found, read.overlay)
    return Answer(
        portfolio=read.portfolio,
        framework=framework or usual,
        findings=found,
        files=len(read.files),
        left_out=read.left_out,
        overlay=read.overlay,
    )


def _home(read: Read) -> str:
    """The portfolio's file as printed; where there is none, the first file."""
    own = read.portfolio.file
    return read.sources.shown(own if own in read.files or not read.files else read.files[0])


def framework_of(name: str) -> Framework:
    """The framework of that name; ends the command where there is none."""
    from roadmap.scoring.catalogue import frameworks

    known = frameworks()
    return known[name] if name in known else unknown("framework", name, known)


def _selection(
    query: Query, portfolio: Portfolio, scored: Mapping[str, Score]
) -> Selection | None:
    """What the portfolio's own limits fund; None where it states none."""
    from roadmap.sequencing.funding import selection

    funding = portfolio.funding
    if funding is None or not funding.limits:
        return None
    engine = portfolio.engine
    return selection(portfolio, scored, funding, ideas=query.ideas, engine=engine)


def _planned(
    query: Query, read: Read, scored: Mapping[str, Score], ordered: RankedSequence
) -> Plan:
    from roadmap.sequencing.plan import plan
    from roadmap.writers.terminal.progress import progress

    done, engine = 0, read.portfolio.engine
    with progress("planning", 100) as advance:

        def told(share: float) -> None:
            nonlocal done
            advance(int(100 * share) - done)
            done = int(100 * share)

        return plan(
            read.portfolio, scored, ordered, engine=engine, units=query.units, progress=told
        )


def shown(query: Query, read: Read) -> frozenset[str] | None:
    """The ids that the filters choose; None where there are no filters."""
    if not query.filters:
        return None
    every = read.portfolio.initiatives.values()
    return frozenset(
        initiative.id for initiative in every if query.filters.keeps(initiative)
    )
