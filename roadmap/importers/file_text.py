"""A new initiative as the text of its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmap.importers.draft import SOURCE
from roadmap.importers.reconciling import Reconciliation
from roadmap.reading.yaml_text import yaml_text, yaml_value

LONGEST_LINE = 92


def file_text(source: str, outcome: Reconciliation) -> str:
    """The whole file: what the source says, and below what it said, for the next time."""
    draft = outcome.draft
    origin = {"system": source, "key": draft.key, "url": draft.url}
    lines = [
        *_entry("id", outcome.id),
        *(line for name, value in outcome.said.items() for line in _entry(name, value)),
        f"{SOURCE}:",
        *(f"  {line}" for name, value in origin.items() if value
          for line in _entry(name, value)),
        "  last:",
        *(f"    {line}" for name, value in draft.fields.items()
          for line in _entry(name, value)),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _entry(name: str, value: Any) -> Iterator[str]:
    """A key and its value: on one line, or a list line by line where that is too long."""
    line = f"{yaml_text(name)}: {yaml_value(value)}"
    if len(line) > LONGEST_LINE and isinstance(value, list):
        yield f"{yaml_text(name)}:"
        yield from (f"  - {yaml_value(each)}" for each in value)
    else:
        yield line
