"""Writing files: whole or not at all, and nobody else's without being told to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop

if TYPE_CHECKING:
    from roadmap.writers.writer import Writer

MARK = "<!-- roadmap: written by `roadmap"


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Replace a file at once; one that we did not write only with `force`."""
    refuse_foreign(path, text, force=force)
    try:
        _replace(path, text)
    except OSError as error:
        stop(f"cannot write `{path}`: {error.strerror}")


def refuse_foreign(path: Path, text: str, by: Writer | None = None, *, force: bool) -> None:
    """Leave where a file may not become a text of a format, before anything is written."""
    if path.is_dir():
        stop(f"`{path}` is a folder; name a file")
    if not path.exists() or force or ours(path, text, by):
        return
    why = "was not written by roadmap"
    if by is not None and by.name == "terminal":
        why = "is there already, and plain text does not tell who wrote it"
    stop(f"`{path}` {why}; --force replaces it")


def ours(path: Path, text: str, by: Writer | None = None) -> bool:
    """Whether a file holds an earlier output of ours: by its mark, shape or headings."""
    from roadmap.writers.catalogue import writers

    try:
        before = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    if not before or before.startswith(MARK):
        return True
    headed = by is not None and by.by_head and _head(before) == _head(text)
    return headed or any(writer.wrote(before) for writer in writers().values())


def _head(text: str) -> str:
    return text.removeprefix("\ufeff").partition("\n")[0].rstrip("\r")


def _replace(path: Path, text: str) -> None:
    from tempfile import mkstemp

    target = Path(os.path.realpath(path))
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    handle, name = mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).chmod(_usual_mode() if mode is None else mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
