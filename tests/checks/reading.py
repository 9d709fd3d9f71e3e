"""Small portfolios in memory, read with all words of the format."""

from __future__ import annotations

from datetime import date

from roadmap.cli.load import words
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Texts

TODAY = date(2027, 1, 4)


def was_read(files: dict[str, str]) -> Read:
    """What files say, by name."""
    return read(
        Texts({name: text.encode() for name, text in files.items()}), words(), TODAY
    )
