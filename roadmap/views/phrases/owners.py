"""The owners of an initiative in a line."""

from __future__ import annotations

from roadmap.model.initiative import Initiative


def owners_of(initiative: Initiative) -> str:
    """Its owners, between semicolons where a name holds a comma; empty without any."""
    commas = any("," in owner for owner in initiative.owners)
    return ("; " if commas else ", ").join(initiative.owners)
