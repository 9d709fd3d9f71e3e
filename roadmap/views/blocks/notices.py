"""What a page says first: what was left out or is assumed, and when a plan begins."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.diagnostics import Finding, Severity
from roadmap.views.answer import Answer
from roadmap.views.blocks.assumed import Notes, all_assumptions, banner
from roadmap.views.page import Block, Line, Prose
from roadmap.views.phrases.dates import whole


def notices(answer: Answer, notes: Notes | None = None) -> tuple[Block, ...]:
    """The lines that come before everything else; none when there is nothing to say."""
    common = banner(answer, all_assumptions(answer) if notes is None else notes)
    lines = (*left_out(answer), *common, *_before_day_0(answer), *nothing(answer))
    return (Prose(lines),) if lines else ()


def left_out(answer: Answer) -> tuple[Line, ...]:
    """What could not be read, and dependencies that lead nowhere, each in a line."""
    texts = (
        *lost_files(answer).values(),
        *_lost_initiatives(answer),
        *_lost_dependencies(answer),
    )
    return tuple(Line(f"Left out: {text}", "warning") for text in texts)


def lost_files(answer: Answer) -> dict[str, str]:
    """The files of which nothing could be used, each with its line and the reason."""
    said: dict[str, str] = {}
    for each in answer.findings:
        place = each.diagnostic.place
        if place is not None and each.severity is Severity.ERROR:
            said.setdefault(place.file, _at(each))
    return {name: said.get(name, name) for name in answer.left_out}


def _at(finding: Finding) -> str:
    line = f":{finding.at.span.line}" if finding.at.span else ""
    return f"{finding.at.path}{line}: {finding.message}"


def _lost_initiatives(answer: Answer) -> Iterator[str]:
    for each in answer.findings:
        if each.rule.name in ("unusable-id", "duplicate-id"):
            yield _at(each)


def _lost_dependencies(answer: Answer) -> Iterator[str]:
    every = answer.portfolio.initiatives
    for id in sorted(every):
        lost = [
            f"`{wanted}`" for wanted in every[id].depends_on or () if wanted not in every
        ]
        if lost:
            yield f"what `{id}` depends on and nobody can find: {', '.join(lost)}"


def _before_day_0(answer: Answer) -> Iterator[Line]:
    """From when a plan counts that is made as of a day before the calendar."""
    calendar = answer.portfolio.calendar
    if answer.plan and answer.plan.slots and answer.portfolio.as_of < calendar.start:
        begins = f"The calendar begins on {whole(calendar.date_of(0))}"
        yield Line(f"{begins}: all is planned, and now and next count, from there.")


def nothing(answer: Answer) -> tuple[Line, ...]:
    """A line where there is no initiative at all, or none that the filters let through."""
    if not answer.portfolio.initiatives:
        return (Line("There are no initiatives here yet."),)
    if not answer.initiatives:
        return (Line("No initiative matches the filters."),)
    return ()


def headed(answer: Answer, what: str) -> str:
    """A page's title: whose roadmap, and what about it."""
    title = answer.portfolio.title
    return f"{title}: {what}" if title else what[:1].upper() + what[1:]
