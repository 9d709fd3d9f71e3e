"""Many findings of one rule, folded into one, as nobody would read them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.diagnostics import Finding, Severity
from roadmap.writers.text.listed import path_of

MOST = 5
"""Findings of one rule that are shown one by one; errors always are."""


@dataclass(frozen=True, slots=True)
class Fold:
    """All findings of a rule: the first of them, and how many there are."""

    first: Finding
    count: int


def folded(findings: Iterable[Finding], all: bool) -> tuple[list[Finding], list[Fold]]:
    """Findings that are shown one by one, and folds of the rest, the worst first."""
    found = list(findings)
    kinds: dict[tuple[Severity, str], list[Finding]] = defaultdict(list)
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


def fold_text(fold: Fold) -> str:
    """What is said of many findings of one rule: how many, and where the first is."""
    first = f", first in `{path_of(fold.first.at)}`" if fold.first.placed else ""
    return f"{fold.count} findings of `{fold.first.rule.name}`{first}; `--all` lists them"
