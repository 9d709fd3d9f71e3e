"""The symbols of bars and marks, and what a legend calls them."""

from __future__ import annotations

from roadmap.writers.text.glyphs import Glyphs

KINDS = ("planned", "running", "assumed", "milestone", "deadline", "promise")
WORDS = {"running": "in progress", "assumed": "effort assumed", "promise": "commitment"}

LIKELY = "ends by here 9 times in 10"
"""What the line behind a bar says."""


def symbol(kind: str, glyphs: Glyphs) -> tuple[str, str]:
    """The symbol of a bar or mark, and its style; a commitment's for unknown kinds."""
    name = kind if kind in KINDS else "promise"
    return getattr(glyphs, name), name
