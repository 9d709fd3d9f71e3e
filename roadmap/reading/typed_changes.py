"""Changes typed on a command line: `--set PATH=VALUE` and `--drop ID`, as an overlay."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap.diagnostics import Place
from roadmap.reading.overlay import AS_WRITTEN, Assignment, Drop, Overlay, Supposition
from roadmap.reading.refusals import Unreadable
from roadmap.reading.tree import tree

SET, DROP = "--set", "--drop"
ONLY_SUPPOSED = "only in this what-if"
"""Why something is dropped, where an option says so."""


def typed_changes(settings: Iterable[str], drops: Iterable[str]) -> Overlay:
    """What a command line changes; raises Unreadable, its message with the option."""
    assignments = tuple(map(_assignment, settings))
    dropped = tuple(Drop(id, Place(f"{DROP} {id}")) for id in drops)
    if not assignments and not dropped:
        return AS_WRITTEN
    return Overlay((Supposition(ONLY_SUPPOSED, assignments, dropped),))


def _assignment(text: str) -> Assignment:
    path, sign, value = text.partition("=")
    option = f"{SET} {text}"
    if not sign or not path.strip():
        raise Unreadable(
            f"{option}: expected a path and a value", "write it as teams.data.people=3"
        )
    parsed = tree(option, value.encode("utf-8", "surrogatepass"))
    for fault in parsed.faults:
        raise Unreadable(f"{option}: {fault.message}", fault.cure)
    if len(parsed.documents) > 1:
        raise Unreadable(f"{option}: this is more than one value", "set one value")
    said = parsed.documents[0] if parsed.documents else None
    return Assignment(path.strip(), said, Place(option), value.strip())
