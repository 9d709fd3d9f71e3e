"""Names whose colon was forgotten: `{know-my-bill high}` names a need without a level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import WRONG_VALUE
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import impact

_CLAIMS = ("outcomes", "contributes_to")


def without_colons(
    data: dict[str, Any], place: Place
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """An initiative without names that swallowed a level, and a finding for each.

    >>> without_colons({"outcomes": {"calls high": None}}, Place("a.yaml"))[0]
    {'outcomes': {}}
    """
    faults: list[Diagnostic] = []
    sound = data
    for key in _CLAIMS:
        said = data.get(key)
        if not isinstance(said, dict):
            continue
        swallowed = dict(_swallowed(said))
        for name, cure in swallowed.items():
            message, at = f"`{name}` has no level", (place / key / name).key
            faults.append(Diagnostic(WRONG_VALUE, message, at, cure=cure))
        if swallowed:
            kept = {name: each for name, each in said.items() if name not in swallowed}
            sound = {**sound, key: kept}
    return sound, faults


def valueless(section: Mapping[str, Any], place: Place, example: str) -> list[Diagnostic]:
    """A finding for each name in a section that needs a value and has none."""
    return [
        Diagnostic(
            WRONG_VALUE,
            f"`{name}` has no value",
            (place / name).key,
            cure=f"write `{name}: {example}`, or remove it",
        )
        for name, value in section.items()
        if value is None
    ]


def _swallowed(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    names = []
    for name, value in said.items():
        head, _, level = name.rpartition(" ")
        if value is None and head.strip() and _is_level(level):
            names.append((name, f"write `{head.strip(' =')}: {level}`"))
    return names


def _is_level(text: str) -> bool:
    try:
        impact(text)
    except Unreadable:
        return False
    return True
