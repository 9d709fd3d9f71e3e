"""Several files written together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from roadmap.cli.destination import destination, refuse_read_only
from roadmap.cli.exits import stop
from roadmap.cli.files import usual_mode


@dataclass(slots=True)
class _Progress:
    """What has happened so far, so that it can be undone."""

    folders: list[Path] = field(default_factory=list)
    waiting: dict[Path, Path] = field(default_factory=dict)
    replaced: list[Path] = field(default_factory=list)


def write_together(
    files: Mapping[Path, bytes], before: Mapping[Path, bytes], within: Path
) -> None:
    """Write files below a folder; those in `before` replace what was read there.

    Each is written beside its place and then moved there. Where one cannot be written,
    everything is as it was.
    """
    for path in files:
        _refuse(path, before.get(path), within)
    done = _Progress()
    try:
        for path, data in files.items():
            _make(path.parent, done)
            done.waiting[path] = _beside(path, data)
        for path in files:
            done.waiting[path].replace(os.path.realpath(path))
            del done.waiting[path]
            done.replaced.append(path)
    except BaseException as error:
        _undo(done, before)
        if isinstance(error, OSError):
            why = error.strerror or error
            stop(f"cannot write `{error.filename or path}`: {why}; nothing was written")
        raise


def _refuse(path: Path, before: bytes | None, within: Path) -> None:
    """Leave where a file is not what was read, or is there though it was not read."""
    place = destination(path, within)
    if before is None:
        if place.mode is not None:
            stop(f"`{path}` exists; nothing was written")
        return
    refuse_read_only(place)
    if place.mode is None or path.read_bytes() != before:
        stop(f"`{path}` changed in the meantime; nothing was written, import again")


def _make(folder: Path, done: _Progress) -> None:
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir()
        done.folders.append(path)


def _beside(path: Path, data: bytes) -> Path:
    from tempfile import mkstemp

    real = Path(os.path.realpath(path))
    handle, name = mkstemp(prefix=".roadmap-", dir=real.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        made.chmod(real.stat().st_mode & 0o777 if real.exists() else usual_mode())
    except BaseException:  # a full disk leaves half a file
        made.unlink(missing_ok=True)
        raise
    return made


def _undo(done: _Progress, before: Mapping[Path, bytes]) -> None:
    for made in done.waiting.values():
        made.unlink(missing_ok=True)
    for path in reversed(done.replaced):
        if path in before:
            _beside(path, before[path]).replace(os.path.realpath(path))
        else:
            path.unlink(missing_ok=True)
    for folder in reversed(done.folders):
        with suppress(OSError):  # somebody else's file is in it by now
            folder.rmdir()
