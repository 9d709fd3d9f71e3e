"""Write files atomically, and replace other people's files only with `force`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.destination import Destination, destination, refuse_read_only
from roadmap.cli.exits import stop

if TYPE_CHECKING:
    from roadmap.writers.writer import Writer

MARK = "<!-- roadmap: written by `roadmap"


def write_text(
    path: Path, text: str, *, force: bool = False, within: Path | None = None
) -> None:
    """Replace a file at once; one that we did not write only with `force`.

    Below `within` no link that leads out of it is followed. Devices and pipes are written
    to as they are.
    """
    place = refuse_foreign(path, text, force=force, within=within)
    refuse_read_only(place)
    data = text.encode("utf-8", "backslashreplace")
    try:
        if place.stream:
            _pour(place, data)
        else:
            _replace(place, data)
    except OSError as error:
        stop(f"cannot write `{path}`: {error.strerror}")


def refuse_foreign(
    path: Path,
    text: str,
    by: Writer | None = None,
    *,
    force: bool,
    within: Path | None = None,
) -> Destination:
    """Leave where a file may not become a text of a format, before anything is written."""
    place = destination(path, within)
    if place.mode is None or place.stream or force or ours(path, text, by):
        return place
    why = "was not written by roadmap"
    if by is not None and by.name == "terminal":
        why = "is there already, and plain text does not tell who wrote it"
    stop(f"`{path}` {why}; --force replaces it")


def ours(path: Path, text: str, by: Writer | None = None) -> bool:
    """Whether a file holds an earlier output of ours: by its mark, shape or headings."""
    from roadmap.reading.sources import file_bytes
    from roadmap.writers.catalogue import writers

    try:
        before = file_bytes(str(path)).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    if not before or before.startswith(MARK):
        return True
    headed = by is not None and by.by_head and _head(before) == _head(text)
    return headed or any(writer.wrote(before) for writer in writers().values())


def _head(text: str) -> str:
    return text.removeprefix("\ufeff").partition("\n")[0].rstrip("\r")


def _replace(place: Destination, data: bytes) -> None:
    from tempfile import mkstemp

    target, mode = place.real, place.mode
    handle, name = mkstemp(prefix=".roadmap-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(usual_mode() if mode is None else mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _pour(place: Destination, data: bytes) -> None:
    """Write to a device or pipe; a pipe without a reader is an error, not a wait."""
    waits = getattr(os, "O_NONBLOCK", 0)
    handle = os.open(place.path, os.O_WRONLY | waits | getattr(os, "O_NOCTTY", 0))
    with os.fdopen(handle, "wb") as stream:
        if waits:
            os.set_blocking(handle, True)
        stream.write(data)


def usual_mode() -> int:
    """The permissions that new files get here."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
