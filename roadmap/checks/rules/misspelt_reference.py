"""A `parent` or a relation names no initiative, but is almost the id of one.

Both may refer to something outside the portfolio, such as an epic in a tracker. So the rule
reports only what looks like a typo: different capitals, `_` for `-`, or one wrong letter. A
different number is never taken for a typo, because trackers number their items.

Bad:   parent: calm_biling
Good:  parent: calm-billing
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Edit, Place, Rule, Severity
from roadmap.model.initiative import Initiative
from roadmap.reading.quoting import shown

RULE = Rule("RM123", "misspelt-reference", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each parent and each relation that is a slip away from the id of an initiative."""
    for initiative in subject.portfolio.initiatives.values():
        for name, place in _references(initiative):
            id = _meant(subject, name)
            if id is not None and not subject.left_out(name, initiative.place.file):
                message = f"no initiative {shown(name)}; did you mean `{id}`?"
                cure = f"write `{id}` if it is meant"
                edits = (Edit(place, id, safe=False),)
                yield Diagnostic(RULE, message, place, (), cure, initiative.id, edits)


def _references(initiative: Initiative) -> Iterator[tuple[str, Place]]:
    if initiative.parent:
        yield initiative.parent, initiative.place / "parent"
    for word, names in initiative.relations.items():
        place = initiative.place / "relations" / word
        alone = len(names) == 1
        yield from ((name, place if alone else place / name) for name in names)


def _meant(subject: Subject, name: str) -> str | None:
    """The id that was probably meant; None where the name is one, or is near none."""
    names = subject.names["initiatives"]
    near = None if name in names.known else names.near(name)
    slip = near is not None and near.sure and _digits(near.name) == _digits(name)
    return near.name if near is not None and slip else None


def _digits(name: str) -> list[str]:
    return re.findall("[0-9]+", name)


CHECK = Check(RULE, find)
