"""Fold many findings of one rule into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roadmap.diagnostics import Finding, Severity
from roadmap.writers.text.listed import path_of

MOST = 5
"""Findings of one rule about one key that are shown one by one."""
LINES = 20
"""Errors of one rule that are shown one by one, and keys of one rule that get a line."""
_Kind = tuple[Severity, str, str]


@dataclass(frozen=True, slots=True)
class Fold:
    """Findings of a rule, of an error about one key: the first, and how many there are.

    `more`: others of the rule are shown, and these are the rest, about any key.
    """

    first: Finding
    count: int
    more: bool = False


def folded(findings: Iterable[Finding], all: bool) -> tuple[list[Finding], list[Fold]]:
    """Findings that are shown one by one, and folds of the rest, the worst first."""
    found = list(findings)
    kinds: dict[_Kind, list[Finding]] = defaultdict(list)
    for finding in found:
        kinds[_kind(finding)].append(finding)
    many = {kind: hits for kind, hits in kinds.items() if len(hits) > MOST and not all}
    single = [finding for finding in found if _kind(finding) not in many]
    rest = {} if all else _rest(single, many)
    left = {id(hit) for hits in rest.values() for hit in hits}
    shown = [kind for kind, hits in many.items() if id(hits[0]) not in left]
    folds = [(kind, Fold(many[kind][0], len(many[kind]))) for kind in shown]
    folds += [(kind, Fold(hits[0], len(hits), more=True)) for kind, hits in rest.items()]
    worst_first = sorted(
        folds, key=lambda fold: (-fold[0][0], fold[0][1], fold[1].more, fold[0][2])
    )
    return [finding for finding in single if id(finding) not in left], [
        fold for _, fold in worst_first
    ]


def _rest(
    single: list[Finding], many: Mapping[_Kind, list[Finding]]
) -> dict[_Kind, list[Finding]]:
    """What is not shown of a rule whose errors are about too many keys to name."""
    rest: dict[_Kind, list[Finding]] = defaultdict(list)
    alone: dict[_Kind, list[Finding]] = defaultdict(list)
    for finding in single:
        alone[_rule(_kind(finding))].append(finding)
    for rule, hits in alone.items():
        rest[rule] += hits[MOST:] if len(hits) > LINES else []
    keys: dict[_Kind, list[_Kind]] = defaultdict(list)
    for kind in sorted(many, key=lambda kind: -len(many[kind])):
        keys[_rule(kind)].append(kind)
    for rule, kinds in keys.items():
        for kind in kinds[LINES - 1 :] if len(kinds) > LINES else []:
            rest[rule] += many[kind]
    return {rule: hits for rule, hits in rest.items() if hits}


def _rule(kind: _Kind) -> _Kind:
    """A kind without its key."""
    return kind[0], kind[1], ""


def _kind(finding: Finding) -> _Kind:
    """What is folded into one: a rule's findings; of errors, those about one key."""
    place = finding.diagnostic.place
    key = str(place.route[-1]) if place is not None and place.route else ""
    about = key if finding.severity is Severity.ERROR else ""
    return finding.severity, finding.rule.code, about


def fold_text(fold: Fold) -> str:
    """The message for many findings of one rule: how many, and where the first is."""
    first = f", first in `{path_of(fold.first.at)}`" if fold.first.placed else ""
    key = "" if fold.more else _kind(fold.first)[2]
    about = f" about `{key}`" if key else ""
    more = "more " if fold.more else ""
    what = f"{fold.count} {more}findings of `{fold.first.rule.name}`{about}"
    return f"{what}{first}; `--all` lists them"
