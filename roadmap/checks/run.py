"""All rules on what was read: every finding, in the order of the files."""

from __future__ import annotations

from collections.abc import Iterator

import roadmap.checks
from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule
from roadmap.families import members
from roadmap.reading import faults
from roadmap.reading.located import Files
from roadmap.reading.read import Read


def checks() -> tuple[Check, ...]:
    """Every check, by its rule's code."""
    found = members(roadmap.checks, Check, "CHECK")
    return tuple(sorted(found, key=lambda check: check.rule.code))


def rules() -> tuple[Rule, ...]:
    """Every rule by code, those that reading itself reports among them."""
    own = (check.rule for check in checks())
    return tuple(sorted((*faults.RULES, *own), key=lambda rule: rule.code))


def findings(
    read: Read, *, plan: bool = False, files: Files | None = None
) -> tuple[Diagnostic, ...]:
    """What is wrong, by file, line, column and code.

    Rules that need a plan run only where `plan` asks for them.
    """
    found = [*read.diagnostics, *_judged(Subject(read), plan)]
    return in_order(found, files or Files(read.sources))


def in_order(found: list[Diagnostic], files: Files) -> tuple[Diagnostic, ...]:
    """Findings by file, line, column and code; those without a place first."""
    return tuple(sorted(found, key=lambda each: _standing(each, files)))


def _judged(subject: Subject, plan: bool) -> Iterator[Diagnostic]:
    for check in checks():
        if plan or check.needs != "plan":
            yield from check.find(subject)


def _standing(each: Diagnostic, files: Files) -> tuple[str, int, int, str, str]:
    if each.place is None:
        return "", 0, 0, each.rule.code, each.message
    span = files.span(each.place)
    line, column = (span.line, span.column) if span else (0, 0)
    return each.place.file, line, column, each.rule.code, each.message
