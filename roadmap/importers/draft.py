"""A draft: what a source says of one initiative, in our keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SOURCE = "x-source"
REFERENCES = ("parent", "depends_on", "relations")
"""Fields that name other items: by the tracker's keys here, by our ids in files."""
ORDER = (
    "title",
    "summary",
    "status",
    "kind",
    "priority",
    "owner",
    "owners",
    "team",
    "tags",
    "links",
    "theme",
    "parent",
    "outcomes",
    "effort",
    "remaining",
    "spent",
    "depends_on",
    "relations",
    "not_before",
    "started",
    "delivered",
    "deadline",
    "created",
    "x-items",
    "x-links",
)
"""The fields that a source owns, as files list them; columns that are kept follow."""
TOGETHER = (("owner", "owners"), ("status", "started", "delivered", "remaining", "spent"))
"""Fields that make sense only together: where one is in conflict, all are left alone."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One initiative as its source has it.

    `fields` are in the order of files and hold plain YAML values; those in REFERENCES
    hold the tracker's keys. What the source does not say is absent. `unclear` are fields
    of which it says something that nobody explained, or was asked for this time; `asked`
    are the columns that were asked for.
    """

    key: str
    title: str
    url: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    unclear: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()

    def leaves(self, name: str) -> bool:
        """Whether a field is to be left as it is, whatever stands there."""
        own = name.startswith("x-") and name not in ORDER
        return name in self.unclear or (own and name not in self.asked)

    @property
    def theme(self) -> str:
        """What it is grouped by; empty where the source groups nothing."""
        return str(self.fields.get("theme", ""))
