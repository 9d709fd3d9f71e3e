"""Exports that are named on the command line: their bytes, and nothing beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop

if TYPE_CHECKING:
    from roadmap.importers.source import Raw

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest export."""
MOST_FILES = 20_000
"""Files of the largest folder."""


def raw_export(path: Path) -> Raw:
    """What is in an export's file, or in all files of its folder, without links."""
    from roadmap.importers.source import Raw

    try:
        if path.is_dir():
            return Raw(path.name or path.resolve().name, dict(_folder(path)), folder=True)
        return Raw(path.name, {path.name: _bytes(path)})
    except (OSError, ValueError) as error:
        stop(f"cannot read `{path}`: {getattr(error, 'strerror', None) or error}")


def _bytes(path: Path) -> bytes:
    if not path.exists():
        stop(f"no file `{path}`")
    if not path.is_file():
        stop(f"`{path}` is neither a file nor a folder")
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        _too_large(path)
    return data


def _folder(top: Path) -> Iterator[tuple[str, bytes]]:
    """The files below a folder in the order of their names; links are not followed."""
    found, size = 0, 0
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if name.startswith(".") or path.is_symlink() or not path.is_file():
                continue
            data = _bytes(path)
            found, size = found + 1, size + len(data)
            if found > MOST_FILES:
                stop(f"`{top}` holds more than {MOST_FILES} files; name the export itself")
            if size > LARGEST:
                _too_large(top)
            yield path.relative_to(top).as_posix(), data


def _too_large(path: Path) -> None:
    most = LARGEST // 1024 // 1024
    stop(f"`{path}` is larger than {most} MiB; export fewer columns or rows")
