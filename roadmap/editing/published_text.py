"""What was published, as the text of its file: a line for each initiative."""

from __future__ import annotations

from functools import lru_cache

from roadmap.model.published import Published, PublishedDates
from roadmap.reading.yaml_text import yaml_text

_text = lru_cache(maxsize=1024)(yaml_text)


def published_text(published: Published, comment: str) -> str:
    """The text of `published.yaml`, sorted by id, so that changes are lines.

    `comment` stands above it.
    """
    lines = [f"# {comment}\n", "format: 1\n"]
    if published.as_of:
        lines.append(f"as_of: {published.as_of}\n")
    lines.append(f"framework: {_text(published.framework)}\n")
    lines.append("initiatives:\n" if published.dates else "initiatives: {}\n")
    lines.extend(_line(published.dates[id]) for id in sorted(published.dates))
    return "".join(lines)


def _line(dates: PublishedDates) -> str:
    said = (
        f"start: {dates.start}, end: {dates.end}, "
        f"shown: {_text(dates.shown)}, until: {dates.until}"
    )
    return f"  {_text(dates.id)}: {{{said}}}\n"
