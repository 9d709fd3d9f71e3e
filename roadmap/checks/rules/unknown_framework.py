"""The portfolio asks for a framework that does not exist, so nothing can be scored.

Bad:   framework: ricee
Good:  framework: rice
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Edit, Place, Rule, Severity
from roadmap.reading.near import Names

RULE = Rule("RM108", "unknown-framework", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The portfolio's framework, where it is unknown."""
    from roadmap.scoring.catalogue import frameworks

    name, known = subject.portfolio.framework, list(frameworks())
    if name in known:
        return
    place = Place(subject.portfolio.file) / "framework"
    near = Names(known).near(name)
    did = f"; did you mean `{near.name}`?" if near else ""
    edits = (Edit(place, near.name, near.certain),) if near and near.sure else ()
    *others, last = (f"`{each}`" for each in sorted(known))
    cure = f"write {', '.join(others)} or {last}"
    yield Diagnostic(RULE, f"no framework `{name}`{did}", place, cure=cure, edits=edits)


CHECK = Check(RULE, find)
