"""The finding about a name that its section does not list."""

from __future__ import annotations

from roadmap.checks.check import Subject
from roadmap.diagnostics import Diagnostic, Edit, Place, Rule
from roadmap.reading.quoting import shown


def unknown(
    subject: Subject,
    rule: Rule,
    what: str,
    section: str,
    name: str,
    place: Place,
    initiative: str | None = None,
) -> Diagnostic:
    """The finding about an unknown name, with a suggestion."""
    near = subject.names[section].near(name)
    add = "add an initiative" if section == "initiatives" else f"add it to `{section}`"
    if near is None:
        message, cure = f"no {what} {shown(name)}", f"{add}, or remove the name here"
        return Diagnostic(rule, message, place, (), cure, initiative)
    message = f"no {what} {shown(name)}; did you mean `{near.name}`?"
    edits = (Edit(place, near.name, near.certain),) if near.sure else ()
    cure = f"write `{near.name}`, or {add}"
    return Diagnostic(rule, message, place, (), cure, initiative, edits)
