"""reviewdog's Diagnostic Format, one result: proto/rdf/reviewdog.proto of reviewdog."""

from __future__ import annotations

from typing import Any

from roadmap.diagnostics import Finding, Located, Severity
from roadmap.views.page import Page
from roadmap.writers.text.json_text import json_data, json_text
from roadmap.writers.text.listed import listed, said
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import LISTS, Setting, Writer

SOURCE = {"name": "roadmap"}


def _write(page: Page, setting: Setting) -> str:
    findings = listed(page, Severity.WARNING)
    return json_text(
        {"source": SOURCE, "diagnostics": [_diagnostic(finding) for finding in findings]},
        setting,
    )


def _diagnostic(finding: Finding) -> dict[str, Any]:
    return {
        "message": said(finding),
        "location": {"path": plain(finding.at.path)} | _range(finding),
        "severity": finding.severity.word.upper(),
        "code": {"value": finding.rule.code},
    }


def _range(finding: Finding) -> dict[str, Any]:
    span = finding.at.span
    if span is None:
        return {}
    start = _position(finding.at, span.line, span.column)
    end = _position(finding.at, span.end_line, span.end_column)
    return {"range": {"start": start, "end": end}}


def _position(at: Located, line: int, column: int) -> dict[str, int]:
    """A line and, where its text is known, the byte of it that a column begins at."""
    number = line - at.first_line
    if not 0 <= number < len(at.lines):
        return {"line": line} if column > 1 else {"line": line, "column": 1}
    return {"line": line, "column": byte_column(at.lines[number], column)}


def byte_column(text: str, column: int) -> int:
    """A column in characters as one in bytes of UTF-8, both from 1.

    >>> byte_column("a𐐀b", 3), byte_column("abc", 3)
    (6, 3)
    """
    return len(text[: column - 1].encode("utf-8", "surrogatepass")) + 1


def _wrote(text: str) -> bool:
    data = json_data(text)
    return isinstance(data, dict) and data.get("source") == SOURCE


WRITER = Writer("rdjson", LISTS, _write, _wrote)
