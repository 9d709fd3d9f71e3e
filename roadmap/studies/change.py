"""A change: one thing that differs between two portfolios, as a pure replacement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

INITIATIVES, PORTFOLIO, CALENDAR = "initiatives", "portfolio", "calendar"
ENTRIES = ("teams", "segments", "needs", "objectives", "evidence")
"""The sections of a portfolio whose members have ids."""


class ChangeKind(StrEnum):
    """What happened to a key or to an entry."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Detail:
    """One key that differs: its route below the change's own key; None: not there."""

    route: tuple[str, ...]
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Patch:
    """What a change replaces: fields of one value, or a whole entry of a section.

    `section` is a mapping of the portfolio, `calendar`, or `portfolio` for its own
    fields. `values` holds the fields of `id` that are replaced. Without `values`, `entry`
    takes the place of `id`; without `entry` too, `id` is removed.
    """

    section: str
    id: str = ""
    values: Mapping[str, Any] | None = None
    entry: Any = None


@dataclass(frozen=True, slots=True)
class Change:
    """One key of an initiative, one entry of a section, or one key of portfolio.yaml.

    `key` is empty where a whole entry is meant. `inert`: it cannot move anything (a
    title, an owner, another word for the same amount).
    """

    section: str
    id: str
    key: str
    kind: ChangeKind
    details: tuple[Detail, ...] = ()
    patches: tuple[Patch, ...] = ()
    inert: bool = field(default=False, compare=False)

    @property
    def whole(self) -> bool:
        """Whether a whole initiative or entry was added or removed."""
        return not self.key and self.kind is not ChangeKind.CHANGED
