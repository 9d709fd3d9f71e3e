"""From a question to an answer: read, score, sequence, plan, as far as it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.cli.asking import PLAN, SEQUENCE, Ask
from roadmap.cli.opening import opened
from roadmap.cli.stop import stop, unknown

if TYPE_CHECKING:
    from roadmap.reading.read import Read
    from roadmap.scoring.framework import Framework
    from roadmap.sequencing.answers import Plan
    from roadmap.views.answer import Answer
    from roadmap.views.findings import Finding


def answered(ask: Ask, upto: int) -> Answer:
    """The answer to a question, computed up to scores, sequence or plan."""
    from roadmap.scoring.scores import scores
    from roadmap.views.answer import Answer

    read = opened(ask.folder, ask.as_of)
    portfolio = read.portfolio
    framework = _framework(ask.framework or portfolio.framework)
    scored = scores(portfolio, framework.name)
    ordered = planned = None
    if upto >= SEQUENCE:
        from roadmap.sequencing.sequence import sequence

        ordered = sequence(portfolio, scored, ideas=ask.ideas)
    if upto >= PLAN and ordered is not None:
        planned = _planned(ask, read, scored, ordered)
    return Answer(
        portfolio=portfolio,
        framework=framework,
        scores=scored,
        sequence=ordered,
        plan=planned,
        findings=_findings(read),
        left_out=read.left_out,
        shown=_shown(ask, read),
        exact=ask.exact,
        all=ask.all,
        by=ask.by,
        sort=ask.sort,
    )


def _framework(name: str) -> Framework:
    from roadmap.scoring.frameworks import frameworks

    known = frameworks()
    return known[name] if name in known else unknown("framework", name, known)


def _planned(ask: Ask, read: Read, scored: object, ordered: object) -> Plan:
    from roadmap.sequencing.plan import EngineMissing, plan

    engine = ask.engine or read.portfolio.engine
    if engine not in ("fast", "exact"):
        unknown("engine", engine, ("fast", "exact"))
    try:
        return plan(read.portfolio, scored, ordered, engine=engine, ideas=ask.ideas)
    except EngineMissing as error:
        stop(str(error))


def _findings(read: Read) -> tuple[Finding, ...]:
    from roadmap.checks.run import findings

    return findings(read)


def _shown(ask: Ask, read: Read) -> frozenset[str] | None:
    if not ask.filters:
        return None
    every = read.portfolio.initiatives.values()
    return frozenset(each.id for each in every if ask.filters.keeps(each))
