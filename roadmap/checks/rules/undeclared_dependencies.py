"""Nobody has said what some initiatives depend on.

Leaving `depends_on` out says that nobody has looked; `[]` says that there is nothing to
wait for. A plan is only as good as the dependencies that it knows. All such initiatives
are reported in one line, at the first of them.

Bad:   {title: Checkout in one page}
Good:  {title: Checkout in one page, depends_on: []}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Edit, Rule, Severity

RULE = Rule("RM113", "undeclared-dependencies", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One finding for all initiatives whose dependencies nobody has looked at."""
    silent = [
        each
        for each in subject.judged
        if each.depends_on is None
        and not subject.doubted(each.place, "depends_on")
        and not subject.allows(RULE, each.place)
    ]
    if not silent:
        return
    first = min(silent, key=lambda each: (each.place.file, each.place.document, each.id))
    others = len(silent) - 1
    more = f" and {others} more" if others else ""
    yield Diagnostic(
        RULE,
        f"nobody has looked at what `{first.id}`{more} may depend on",
        first.place,
        cure="name what must come first, or write `depends_on: []`",
        initiative=first.id,
        edits=tuple(Edit(each.place / "depends_on", "[]", safe=False) for each in silent),
    )


CHECK = Check(RULE, find)
