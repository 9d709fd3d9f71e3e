"""Findings with the lines and columns that a reader of a file wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from roadmap.diagnostics import Diagnostic, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic whose place was looked up.

    `path` is as it is printed, None where the finding is about the whole portfolio;
    `span` is None where there is no line to point at. `fingerprint` stays the same when
    lines move.
    """

    diagnostic: Diagnostic
    path: str | None = None
    span: Span | None = None
    fingerprint: str = ""


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as plain data, every key present."""
    diagnostic, span = finding.diagnostic, finding.span
    return {
        "code": diagnostic.rule.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.severity.word,
        "message": diagnostic.message,
        "help": diagnostic.cure or None,
        "path": finding.path,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "initiative": diagnostic.initiative,
        "fingerprint": finding.fingerprint,
    }
