"""Many findings of one rule, folded into one, as nobody would read them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.diagnostics import Diagnostic, Severity

MOST = 5
"""Findings of one rule that are shown one by one; errors always are."""


@dataclass(frozen=True, slots=True)
class Fold:
    """All findings of a rule: the first of them, and how many there are."""

    first: Diagnostic
    count: int


def folded(
    diagnostics: Iterable[Diagnostic], all: bool
) -> tuple[list[Diagnostic], list[Fold]]:
    """Findings that are shown one by one, and folds of the rest, the worst first."""
    found = list(diagnostics)
    kinds: dict[tuple[Severity, str], list[Diagnostic]] = defaultdict(list)
    for each in found:
        kinds[each.severity, each.rule.code].append(each)
    many = {
        kind: hits
        for kind, hits in kinds.items()
        if len(hits) > MOST and kind[0] < Severity.ERROR and not all
    }
    single = [each for each in found if (each.severity, each.rule.code) not in many]
    worst_first = sorted(many, key=lambda kind: (-kind[0], kind[1]))
    return single, [Fold(many[kind][0], len(many[kind])) for kind in worst_first]
