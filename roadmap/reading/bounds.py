"""Symbolic links that lead out of a checkout or folder.

A link in a checkout may have been committed by a stranger, so it must not reach files
elsewhere. A path that the user types may lead anywhere.
"""

from __future__ import annotations

import os
from pathlib import Path


def git_top(folder: Path) -> Path | None:
    """The top of the git checkout that contains a folder; None outside a checkout."""
    full = Path(os.path.abspath(folder))  # noqa: PTH100 links stay as named
    return next((path for path in (full, *full.parents) if (path / ".git").exists()), None)


def leaving(path: Path, within: Path | None = None) -> Path | None:
    """The first link on a path that leads out of bounds; None if there is none.

    Below `within`, a folder that the user chose, the bounds are that folder. Otherwise
    they are the checkout that a link lies in, or the current folder where there is no git.
    What git keeps in `.git` is always out of bounds.
    """
    named = within or Path(path.anchor)
    at = Path(os.path.realpath(named))
    bounds = None if within is None else at
    for name in Path(os.path.relpath(path, within)).parts if within else path.parts:
        named /= name
        link = at.parent if name == ".." else at / name
        if link.is_symlink():
            kept = bounds or _bounds(at)
            at = Path(os.path.realpath(link))
            if kept is not None and not _inside(at, kept):
                return named
        else:
            at = link
    return None


def leads_out(link: Path) -> bool:
    """Whether a link leads out of its checkout, or out of its folder without git."""
    if not link.is_symlink():
        return False
    home = Path(os.path.realpath(link.parent))
    bounds = Path(os.path.realpath(git_top(home) or home))
    return not _inside(Path(os.path.realpath(link)), bounds)


def _bounds(folder: Path) -> Path | None:
    """The folder that links may not leave: the checkout, or without git the current one."""
    if top := git_top(folder):
        return Path(os.path.realpath(top))
    here = Path.cwd()
    return here if folder.is_relative_to(here) else None


def _inside(real: Path, bounds: Path) -> bool:
    if not real.is_relative_to(bounds):
        return False
    return ".git" not in [name.lower() for name in real.relative_to(bounds).parts]
