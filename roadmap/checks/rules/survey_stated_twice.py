"""A need has dated `surveys` and plain numbers as well, so the plain ones are ignored.

Nobody could tell which are newer. The plain numbers are one survey: give it a date and put
it in the list.

Bad:   know-my-bill: {satisfaction: 4.2, surveys: [{date: 2025-09-30, satisfaction: 3.4}]}
Good:  know-my-bill: {surveys: [{date: 2025-09-30, satisfaction: 3.4},
       {date: 2026-09-30, satisfaction: 4.2}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.customers import Need

RULE = Rule("RM118", "survey-stated-twice", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each need with surveys whose plain numbers are passed over."""
    for need in subject.portfolio.needs.values():
        if need.surveys and (key := _plain(need)):
            yield Diagnostic(
                RULE,
                f"`{key}` is ignored, because the need has `surveys`",
                (need.place / key).key,
                related=((need.surveys[0].place, "the first survey"),),
                cure="move it into `surveys`, with its `date`, or remove it",
            )


def _plain(need: Need) -> str:
    """The first plain key of a survey that a need has."""
    stated = {
        "importance": need.survey.importance,
        "satisfaction": need.survey.satisfaction,
        "by_segment": need.by_segment or None,
        "surveyed": need.surveyed,
    }
    return next((key for key, value in stated.items() if value is not None), "")


CHECK = Check(RULE, find)
