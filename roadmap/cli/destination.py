"""Where a file may be written: checked before anything is computed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG

from roadmap.cli.exits import stop

_WRITABLE = 0o222
"""The bits of a mode that let anybody write."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A place that may be written to.

    `path` is as named, `real` where its links lead. `mode` is that of the file that is
    there, None where there is none. A `stream` is a device or a pipe.
    """

    path: Path
    real: Path
    mode: int | None = None
    stream: bool = False


def destination(path: Path, within: Path | None = None) -> Destination:
    """Where a path leads; ends the command where nothing may be written there.

    Links below `within`, a folder that the user chose, may not lead out of it. Otherwise
    links in a checkout may not lead out of it, nor into its `.git`; without git the
    current folder counts as the checkout.
    """
    from roadmap.reading.bounds import leaving

    try:
        link = leaving(path, within)
        status = _stat(path)
    except (OSError, ValueError) as error:  # too long, a circle of links, not a path
        stop(f"cannot write `{path}`: {getattr(error, 'strerror', None) or error}")
    if link is not None:
        place = "the checkout" if within is None else f"`{within}`"
        stop(f"`{link}` is a link that leads out of {place}; name the file itself")
    real = Path(os.path.realpath(path))
    if status is None:
        return Destination(path, real)
    mode = status.st_mode
    if S_ISDIR(mode):
        stop(f"`{path}` is a folder; name a file")
    if S_ISCHR(mode) or S_ISFIFO(mode):
        return Destination(path, real, mode & 0o777, stream=True)
    if not S_ISREG(mode) or not _is_at(real, status):
        stop(f"`{path}` is no file that can be replaced")
    return Destination(path, real, mode & 0o777)


def refuse_read_only(place: Destination) -> None:
    """Stop if a file is read-only.

    Root may write to any. For root a file is read-only where it alone is marked so; in a
    folder that is marked as well, the marks are those of a copy and protect nothing.
    """
    if place.mode is None or place.stream:
        return
    alone = not place.mode & _WRITABLE and place.real.parent.stat().st_mode & _WRITABLE
    if alone or not os.access(place.path, os.W_OK):
        stop(f"`{place.path}` is read-only; nothing was written")


def same_place(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, which need not exist."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is_at(real: Path, found: os.stat_result) -> bool:
    """Whether a file is where its links seem to lead; a deleted one is not."""
    there = _stat(real)
    return there is not None and os.path.samestat(there, found)
