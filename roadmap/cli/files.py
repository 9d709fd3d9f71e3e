"""Writing files: whole or not at all, and nobody else's without being told to."""

from __future__ import annotations

import os
from pathlib import Path

from roadmap.cli.stop import stop

MARK = "<!-- roadmap: written by `roadmap"


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Replace a file at once; one that we did not write only with `force`."""
    refuse_foreign(path, force=force)
    try:
        _replace(path, text)
    except OSError as error:
        stop(f"cannot write `{path}`: {error.strerror}")


def refuse_foreign(path: Path, *, force: bool = False) -> None:
    """Leave where a file may not be written, before anything is."""
    if path.is_dir():
        stop(f"`{path}` is a folder; name a file")
    if path.exists() and not force and not ours(path):
        stop(f"`{path}` was not written by roadmap; --force replaces it")


def ours(path: Path) -> bool:
    """Whether an earlier output of ours stands in a file: by its mark or its shape."""
    from roadmap.writers.formats import writers

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    known = any(writer.wrote(text) for writer in writers().values())
    return not text or text.startswith(MARK) or known


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
