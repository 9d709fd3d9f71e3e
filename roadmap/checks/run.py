"""Run all rules on a portfolio and sort their findings by file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from roadmap.checks.allowances import Allowances
from roadmap.checks.catalogue import checks
from roadmap.checks.check import Subject
from roadmap.checks.kept import Kept
from roadmap.checks.settings import Settings, stated
from roadmap.diagnostics import Diagnostic, Severity
from roadmap.reading import faults
from roadmap.reading.located import Files
from roadmap.reading.read import Read

ALWAYS = frozenset((faults.UNREADABLE, faults.SYNTAX))
"""Faults that no setting hides: nobody knows what is in a file that was not read."""


def silent(settings: Settings) -> frozenset[str]:
    """The codes of the rules that do not run."""
    idle = {check.rule.code for check in checks() if not check.runs(settings)}
    deaf = {rule.code for rule in faults.RULES if not settings.counts(rule)}
    return frozenset(idle | deaf - {rule.code for rule in ALWAYS})


def findings(
    read: Read,
    *,
    settings: Settings | None = None,
    plan: bool = False,
    lenient: bool = True,
    files: Files | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong, by file, line, column and code.

    Without `settings` those of the portfolio count. Rules that need a plan run only with
    `plan`. Unless `lenient`, an error stays an error whatever is set or allowed, because it
    leaves something out of every answer.
    """
    files = files or read.located
    asked = stated(read.portfolio) if settings is None else settings
    subject = Subject(read, replace(asked, plan=plan), Allowances(files, read.noted))
    kept = Kept(files, read.aliased)
    told = read.origins.told
    first = chain(read.diagnostics, _judged(subject, lenient, last=False))
    weighed = list(kept.of(_weighed(map(told, first), subject, lenient)))
    last = _judged(subject, lenient, last=True)
    weighed += kept.of(_weighed(map(told, last), subject, lenient))
    return in_order([*weighed, *kept.rest()], files)


def in_order(diagnostics: list[Diagnostic], files: Files) -> tuple[Diagnostic, ...]:
    """Findings by file, line, column and code; those without a place first."""
    by_file = sorted(
        diagnostics,
        key=lambda diagnostic: diagnostic.place.file if diagnostic.place else "",
    )
    return tuple(sorted(by_file, key=lambda diagnostic: _standing(diagnostic, files)))


def _judged(subject: Subject, lenient: bool, last: bool) -> Iterator[Diagnostic]:
    for check in checks():
        firm = not lenient and check.rule.severity is Severity.ERROR
        if check.last is last and (firm or check.runs(subject.settings)):
            yield from check.find(subject)


def _weighed(
    diagnostics: Iterable[Diagnostic], subject: Subject, lenient: bool
) -> Iterator[Diagnostic]:
    """The findings that count, each with the severity that the settings give it."""
    for diagnostic in diagnostics:
        error = diagnostic.severity is Severity.ERROR
        if diagnostic.rule in ALWAYS or (error and not lenient):
            yield diagnostic
        elif subject.settings.counts(diagnostic.rule) and not subject.allowances.cover(
            diagnostic.rule, diagnostic.place
        ):
            yield _as_severe(diagnostic, subject.settings.weighed(diagnostic.rule))


def _as_severe(diagnostic: Diagnostic, severity: Severity) -> Diagnostic:
    if severity is diagnostic.severity:
        return diagnostic
    return replace(diagnostic, rule=replace(diagnostic.rule, severity=severity))


def _standing(diagnostic: Diagnostic, files: Files) -> tuple[str, int, int, str, str]:
    if diagnostic.place is None:
        return "", 0, 0, diagnostic.rule.code, diagnostic.message
    span = files.located(diagnostic.place).span
    line, column = (span.line, span.column) if span else (0, 0)
    return diagnostic.place.file, line, column, diagnostic.rule.code, diagnostic.message
