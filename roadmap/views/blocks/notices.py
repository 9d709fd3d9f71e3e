"""What a page says first: what was left out, what is assumed, when the plan starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.diagnostics import Finding, Severity
from roadmap.views.answer import Answer
from roadmap.views.blocks.assumed import OpenFacts, all_assumptions, banner
from roadmap.views.page import Block, Line, Prose
from roadmap.views.phrases.dates import MONTHS, whole
from roadmap.views.phrases.english import listed
from roadmap.views.phrases.names import quoted

NAMED = 3
"""What was left out that a page names; the rest is a count."""
_LOSING = ("unusable-id", "duplicate-id", "unknown-target", "scenario-cycle")
"""Rules whose findings leave a whole initiative out, or a part of a scenario."""


def notices(answer: Answer, notes: OpenFacts | None = None) -> tuple[Block, ...]:
    """The lines before everything else; none when there is nothing to say."""
    common = banner(answer, all_assumptions(answer) if notes is None else notes)
    dates = (*_before_day_0(answer), *fiscal_year(answer))
    lines = (*left_out(answer), *common, *dates, *nothing(answer))
    return (Prose(lines),) if lines else ()


def left_out(answer: Answer) -> tuple[Line, ...]:
    """What could not be read, and dependencies that do not exist, in a line each."""
    texts = (
        *lost_files(answer).values(),
        *_lost_initiatives(answer),
        *_lost_dependencies(answer),
    )
    return left_out_lines(texts)


def left_out_lines(texts: Sequence[str]) -> tuple[Line, ...]:
    """A line for each of the first things left out, and one that counts the rest."""
    shown = texts if len(texts) <= NAMED else texts[:NAMED]
    lines = [f"Left out: {text}" for text in shown]
    if more := len(texts) - len(shown):
        lines.append(f"Left out: {more} more; `roadmap check` lists them")
    return tuple(Line(text, "warning") for text in lines)


def lost_files(answer: Answer) -> dict[str, str]:
    """The files that could not be used at all, each with its line and the reason."""
    said: dict[str, str] = {}
    for finding in answer.findings:
        place = finding.diagnostic.place
        if place is not None and finding.severity is Severity.ERROR:
            said.setdefault(place.file, _at(finding))
    return {name: said.get(name, name) for name in answer.left_out}


def _at(finding: Finding) -> str:
    line = f":{finding.at.span.line}" if finding.at.span else ""
    return f"{finding.at.path}{line}: {finding.message}"


def _lost_initiatives(answer: Answer) -> Iterator[str]:
    for finding in answer.findings:
        if finding.rule.name in _LOSING:
            yield _at(finding)


def _lost_dependencies(answer: Answer) -> Iterator[str]:
    every = answer.portfolio.initiatives
    for id in sorted(every):
        lost = [
            f"`{wanted}`" for wanted in every[id].depends_on or () if wanted not in every
        ]
        if lost:
            verb = "does" if len(lost) == 1 else "do"
            title = quoted(answer.portfolio, id)
            yield f"{listed(lost)}, which {title} depends on, {verb} not exist"


def _before_day_0(answer: Answer) -> Iterator[Line]:
    """Where a plan starts that is made as of a day before its calendar."""
    calendar = answer.portfolio.calendar
    if answer.plan and answer.plan.slots and answer.portfolio.as_of < calendar.start:
        starts = f"The calendar starts on {whole(calendar.date_of(0))}"
        yield Line(f"{starts}: the plan and its horizons, now and next, count from there.")


def fiscal_year(answer: Answer) -> Iterator[Line]:
    """What the name of a fiscal year stands for, as both customs are common."""
    fiscal = answer.portfolio.fiscal_year
    if answer.plan and answer.plan.slots and not fiscal.is_calendar:
        year = fiscal.quarter_of(answer.portfolio.as_of)[0]
        ends = fiscal.quarter(year, 1)[0], fiscal.quarter(year, 4)[1]
        first, last = (f"{MONTHS[end.month - 1]} {end.year}" for end in ends)
        yield Line(f"FY{year} is {first} to {last}.", "faint")


def nothing(answer: Answer) -> tuple[Line, ...]:
    """A line where there are no initiatives, or none that match the filters."""
    if not answer.portfolio.initiatives:
        return (Line("There are no initiatives here yet."),)
    if not answer.initiatives:
        return (Line("No initiative matches the filters."),)
    return ()


def headed(answer: Answer, what: str) -> str:
    """The title of a page: the portfolio's, and what the page shows."""
    title = answer.portfolio.title
    return f"{title}: {what}" if title else what[:1].upper() + what[1:]
