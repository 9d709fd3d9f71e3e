"""A rule is selected, ignored or allowed that does not exist, so nothing changes.

Rules are named under `check` and in comments such as `# roadmap: allow[stale-evidence]`.

Bad:   check: {ignore: [stale-evidnce]}
Good:  check: {ignore: [stale-evidence]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.settings import KEY, meant, stated
from roadmap.diagnostics import Diagnostic, Edit, Place, Rule, Severity
from roadmap.reading.near import Names, Near
from roadmap.reading.quoting import shown

RULE = Rule("RM115", "unknown-rule", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each name that is not a rule's."""
    from roadmap.checks.catalogue import rules

    known = rules()
    names = Names([each for rule in known for each in (rule.name, rule.code)])
    for key, name in stated(subject.portfolio).names():
        if not any(meant(name, rule) for rule in known):
            place = Place(subject.portfolio.file) / KEY / key / name
            near = names.near(name)
            yield _unknown(place.key if key == "severity" else place, name, near, True)
    for allowance in subject.allowances.all():
        if any(allowance.means(rule) for rule in known):
            continue
        if any(meant(allowance.name, rule) for rule in known):
            yield _group(allowance.place, allowance.name)
        else:
            yield _unknown(
                allowance.place, allowance.name, names.near(allowance.name), False
            )


def _unknown(place: Place, name: str, near: Near | None, edit: bool) -> Diagnostic:
    did = f"; did you mean `{near.name}`?" if near else ""
    edits = (Edit(place, near.name, near.certain),) if near and near.sure and edit else ()
    return Diagnostic(
        RULE,
        f"no rule {shown(name)}{did}",
        place,
        cure=f"write `{near.name}`" if near else "run `roadmap rule` for a list",
        edits=edits,
    )


def _group(place: Place, name: str) -> Diagnostic:
    return Diagnostic(
        RULE,
        f"{shown(name)} means several rules, and a comment allows them one by one",
        place,
        cure="name each of them, run `roadmap rule` for a list",
    )


CHECK = Check(RULE, find, needs="files")
