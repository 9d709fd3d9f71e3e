"""An edit: one thing that differs between two portfolios, as a pure replacement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
INITIATIVES, PORTFOLIO, CALENDAR = "initiatives", "portfolio", "calendar"
ENTRIES = ("teams", "segments", "needs", "objectives", "evidence")
"""The sections of a portfolio whose members have ids."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One key that differs: its route below the edit's own key; None: not there."""

    route: tuple[str, ...]
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Patch:
    """What an edit replaces: fields of one value, or a whole entry of a section.

    `section` is a mapping of the portfolio, `calendar`, or `portfolio` for its own
    fields. `values` holds the fields of `id` that are replaced; None: `entry` is put in
    the place of `id`, or `id` goes where `entry` is None.
    """

    section: str
    id: str = ""
    values: Mapping[str, Any] | None = None
    entry: Any = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One key of an initiative, one entry of a section, or one key of portfolio.yaml.

    `kind` is added, removed or changed; `key` is empty where a whole entry is meant.
    `inert`: it can move nothing (a title, an owner, another word for the same amount).
    """

    section: str
    id: str
    key: str
    kind: str
    details: tuple[Detail, ...] = ()
    patches: tuple[Patch, ...] = ()
    inert: bool = field(default=False, compare=False)
