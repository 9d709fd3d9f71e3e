"""Many findings of one rule, folded into one, as nobody would read them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.diagnostics import Finding, Severity
from roadmap.writers.text.listed import path_of

MOST = 5
"""Findings of one rule about one key that are shown one by one."""
_Kind = tuple[Severity, str, str]


@dataclass(frozen=True, slots=True)
class Fold:
    """Findings of a rule, of an error about one key: the first, and how many there are."""

    first: Finding
    count: int


def folded(findings: Iterable[Finding], all: bool) -> tuple[list[Finding], list[Fold]]:
    """Findings that are shown one by one, and folds of the rest, the worst first."""
    found = list(findings)
    kinds: dict[_Kind, list[Finding]] = defaultdict(list)
    for each in found:
        kinds[_kind(each)].append(each)
    many = {kind: hits for kind, hits in kinds.items() if len(hits) > MOST and not all}
    single = [each for each in found if _kind(each) not in many]
    worst_first = sorted(many, key=lambda kind: (-kind[0], kind[1:]))
    return single, [Fold(many[kind][0], len(many[kind])) for kind in worst_first]


def _kind(finding: Finding) -> _Kind:
    """What is folded into one: a rule's findings; of errors, those about one key."""
    place = finding.diagnostic.place
    key = str(place.route[-1]) if place is not None and place.route else ""
    about = key if finding.severity is Severity.ERROR else ""
    return finding.severity, finding.rule.code, about


def fold_text(fold: Fold) -> str:
    """What is said of many findings of one rule: how many, and where the first is."""
    first = f", first in `{path_of(fold.first.at)}`" if fold.first.placed else ""
    key = _kind(fold.first)[2]
    about = f" about `{key}`" if key else ""
    what = f"{fold.count} findings of `{fold.first.rule.name}`{about}"
    return f"{what}{first}; `--all` lists them"
