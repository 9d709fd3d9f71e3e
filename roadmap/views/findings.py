"""Findings as plain data."""

from __future__ import annotations

from typing import Any

from roadmap.diagnostics import Finding


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as plain data, every key present."""
    span = finding.at.span
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.word,
        "message": finding.message,
        "help": finding.cure or None,
        "path": finding.at.path if finding.placed else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "initiative": finding.initiative,
        "fingerprint": finding.fingerprint,
    }
