"""How many findings there are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from roadmap.diagnostics import Finding, Severity
from roadmap.views.phrases.english import count


def counted(findings: Iterable[Finding], files: int | None) -> str:
    """The last line of a check: `2 errors, 1 warning, 3 notes in 14 files`.

    >>> counted([], 1), counted([], None)
    ('no findings in 1 file', 'no findings')
    """
    said = ", ".join(_kinds(findings)) or "no findings"
    return said if files is None else f"{said} in {count(files, 'file')}"


def brief_count(findings: Iterable[Finding]) -> str:
    """How many findings there are, and how to see them."""
    found = tuple(findings)
    them = "it" if len(found) == 1 else "them"
    return f"{', '.join(_kinds(found))}; `roadmap check` shows {them}."


def _kinds(findings: Iterable[Finding]) -> list[str]:
    counts = Counter(finding.severity for finding in findings)
    worst_first = sorted(Severity, reverse=True)
    return [
        count(counts[severity], severity.word)
        for severity in worst_first
        if counts[severity]
    ]
