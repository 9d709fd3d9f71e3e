"""Errors under what options suppose, on stderr: `check` reads files, so it finds none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from roadmap.cli.exits import left_out, say

if TYPE_CHECKING:
    from roadmap.diagnostics import Finding

MOST = 5
"""Messages that are listed; further ones are counted."""


def say_what_if_errors(errors: Sequence[Finding]) -> None:
    """Say how many errors leave something out, then each message, at its first place."""
    alike: dict[str, list[Finding]] = {}
    for error in errors:
        alike.setdefault(error.message, []).append(error)
    say(f"{left_out(len(errors))} of this what-if:")
    for first, *others in list(alike.values())[:MOST]:
        more = f" (and {len(others)} more like this)" if others else ""
        say(f"{_place(first)}{first.message}; {first.cure}{more}")
    if len(alike) > MOST:
        say(f"and {len(alike) - MOST} other messages")


def _place(error: Finding) -> str:
    if not error.placed:
        return ""
    return (
        f"{error.at.path}:{error.at.span.line}: " if error.at.span else f"{error.at.path}: "
    )
