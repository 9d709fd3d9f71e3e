"""The folder that a command line names."""

from __future__ import annotations

from pathlib import Path

from roadmap.cli.exits import stop


def folder_of(plain: Path | None, option: Path | None) -> Path | None:
    """The folder that was named, plainly or with -C; one of the two."""
    if plain is not None and option is not None:
        stop("name the folder once: as FOLDER or with -C")
    return option if plain is None else plain
