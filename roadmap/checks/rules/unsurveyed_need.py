"""A need has no figures for importance and satisfaction.

It counts as 5 of 10 for both: an opportunity of 0.25, low enough that asking customers pays
off. Needs that only outcomes name share one finding.

Bad:   know-my-bill: {statement: Know what I will pay before the bill arrives}
Good:  know-my-bill: {statement: …, importance: 8.7, satisfaction: 3.4}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.customers import Need
from roadmap.scoring.survey_history import Answers, answers, asked_alone

RULE = Rule("RM501", "unsurveyed-need", Severity.NOTE, __doc__)
_KEYS = ("importance", "satisfaction", "by_segment", "surveys", "surveyed")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each described need without survey figures, and one for all those merely named."""
    needs = subject.portfolio.needs.values()
    for need in needs:
        if not need.named_only and not _asked(need, subject):
            if subject.doubted(need.place, *_KEYS):
                continue
            yield _unsurveyed(need, 0)
    named = [
        need
        for need in needs
        if need.named_only and not subject.allows(RULE, need.place.key)
    ]
    if named and "needs" not in subject.read.unread:
        yield _unsurveyed(named[0], len(named) - 1)


def _asked(need: Need, subject: Subject) -> bool:
    portfolio = subject.portfolio
    if _complete(answers(portfolio, need)):
        return True
    if not asked_alone(portfolio, need):
        return False
    segments = [
        segment.id for segment in portfolio.segments.values() if segment.weight != 0
    ]
    own = (_complete(answers(portfolio, need, id)) for id in segments)
    return bool(segments) and all(own)


def _complete(asked: Answers) -> bool:
    return asked.importance is not None and asked.satisfaction is not None


def _unsurveyed(need: Need, others: int) -> Diagnostic:
    who = f"`{need.id}` and {others} more have" if others else f"`{need.id}` has"
    return Diagnostic(
        RULE,
        f"{who} no survey figures: importance 5 and satisfaction 5 assumed",
        need.place.key,
        cure="survey customers for `importance` and `satisfaction`, 0 to 10",
    )


CHECK = Check(RULE, find)
