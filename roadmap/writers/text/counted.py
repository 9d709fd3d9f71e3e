"""How many findings there are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from roadmap.diagnostics import Diagnostic, Severity
from roadmap.views.phrases.english import count


def counted(diagnostics: Iterable[Diagnostic], files: int | None) -> str:
    """The last line of a check: `2 errors, 1 warning, 3 notes in 14 files`.

    >>> counted([], 1), counted([], None)
    ('no findings in 1 file', 'no findings')
    """
    said = ", ".join(_kinds(diagnostics)) or "no findings"
    return said if files is None else f"{said} in {count(files, 'file')}"


def brief_count(diagnostics: Iterable[Diagnostic]) -> str:
    """How many findings there are, and how to see them."""
    found = tuple(diagnostics)
    them = "it" if len(found) == 1 else "them"
    return f"{', '.join(_kinds(found))}; `roadmap check` shows {them}."


def _kinds(diagnostics: Iterable[Diagnostic]) -> list[str]:
    found = Counter(each.severity for each in diagnostics)
    worst_first = sorted(Severity, reverse=True)
    return [count(found[each], each.word) for each in worst_first if found[each]]
