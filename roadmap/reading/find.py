"""Find a portfolio: the named folder, or the nearest one above."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap.reading.bounds import git_top
from roadmap.reading.endings import is_yaml
from roadmap.reading.merged import PORTFOLIO

USUAL = "initiatives"


def portfolio_folder(named: Path) -> Path:
    """The portfolio of a named folder: the folder itself, or its `initiatives/`."""
    if _holds_portfolio(named) or not (named / USUAL).is_dir():
        return named
    return named / USUAL


def nearest_portfolio(here: Path) -> Path | None:
    """The portfolio of a folder, or of one above it, up to the git root.

    Without one, `here` itself if it has a YAML file; otherwise None.
    """
    for folder in _upwards(here):
        if _holds_portfolio(folder) or (folder / USUAL).is_dir():
            return portfolio_folder(folder)
    return here if any(is_yaml(path.name) for path in here.iterdir()) else None


def _upwards(here: Path) -> Iterator[Path]:
    yield here
    top, full = git_top(here), here.absolute()
    if top is None or full == top:
        return
    above = here
    for parent in full.parents:
        above = above / ".."
        yield above
        if parent == top:
            return


def _holds_portfolio(folder: Path) -> bool:
    try:
        names = [path.name for path in folder.iterdir() if path.name.lower() in PORTFOLIO]
    except OSError:
        return False
    return any((folder / name).is_file() for name in names)
