"""Planned value rests on a survey that is more than a year old.

Needs change, and so does how well they are met. What is planned for a need is worth what
customers said about it then.

Bad:   know-my-bill: {surveys: [{date: 2025-09-30, …}]}   as of January 2027
Good:  another survey next to it, with its own date
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.customers import Need
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.constants import constants
from roadmap.scoring.evidence import months_later
from roadmap.scoring.survey_history import SURVEY, history

RULE = Rule("RM516", "outdated-survey", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each need that planned work claims, and that nobody was asked about for a year."""
    portfolio = subject.portfolio
    months = constants(portfolio).months.get(SURVEY)
    if months is None:
        return
    claimed = {
        claim.target for initiative in subject.serving for claim in initiative.outcomes
    }
    for need in portfolio.needs.values():
        asked = history(portfolio, need) if need.id in claimed else ()
        day = asked[0].day if asked else None
        place = _date_of(portfolio, need)
        if day and place and portfolio.as_of > months_later(day, int(months)):
            yield Diagnostic(
                RULE,
                f"customers were last asked about `{need.id}` on {day}, more than "
                f"{int(months)} months ago",
                place,
                cure="ask them again, and add the answers to `surveys` with their date",
            )


def _date_of(portfolio: Portfolio, need: Need) -> Place | None:
    """The place of the newest date; None if it is that of evidence, another finding."""
    if need.surveys:
        done = [survey for survey in need.surveys if portfolio.has_happened(survey.date)]
        newest = max(done, key=lambda survey: survey.date.last, default=None)
        return newest.place / "date" if newest else None
    return need.place / "surveyed" if need.surveyed else None


CHECK = Check(RULE, find)
