"""Where the bytes come from: a folder, or texts held in memory."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Protocol

ENDINGS = (".yaml", ".yml")
LARGEST = 16 * 1024 * 1024
"""Bytes of the largest file that is read."""


class Sources(Protocol):
    """Files of a portfolio by relative path with forward slashes, in sorted order."""

    def names(self) -> tuple[list[str], list[str]]:
        """The YAML files, and the links that leave the folder."""

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises OSError where it cannot be read or is too large."""

    def shown(self, name: str) -> str:
        """The path that a reader of findings knows the file by."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Files held in memory."""

    files: Mapping[str, bytes]
    prefix: str = ""

    def names(self) -> tuple[list[str], list[str]]:
        """The YAML files that count."""
        return sorted(name for name in self.files if counts(name)), []

    def read(self, name: str) -> bytes:
        """A file's bytes."""
        return self.files[name]

    def shown(self, name: str) -> str:
        """The path with the prefix."""
        return f"{self.prefix}{name}"


@dataclass(frozen=True, slots=True)
class Folder:
    """The files below a folder; `base` is what shown paths are relative to."""

    path: Path
    base: Path

    def names(self) -> tuple[list[str], list[str]]:
        """The YAML files below the folder, and the links that leave it."""
        found: list[str] = []
        outside: list[str] = []
        root = os.path.realpath(self.path)
        seen = {root}
        todo = [(str(self.path), "")]
        while todo:
            folder, prefix = todo.pop()
            try:
                entries = _entries(folder)
            except OSError:  # reading it will say why
                found.append(prefix.rstrip("/") or ".")
                continue
            for entry in entries:
                name = prefix + entry.name
                if not kept(entry.name, prefix):
                    continue
                if entry.is_symlink() and not _inside(entry.path, root):
                    if entry.name.endswith(ENDINGS) or _is_folder(entry):
                        outside.append(name)
                elif _is_folder(entry):
                    real = os.path.realpath(entry.path)
                    if real not in seen:
                        seen.add(real)
                        todo.append((entry.path, name + "/"))
                elif entry.name.endswith(ENDINGS):
                    found.append(name)
        return sorted(found), sorted(outside)

    def read(self, name: str) -> bytes:
        """A file's bytes; OSError where it is not a file or too large."""
        return file_bytes(f"{self.path}{os.sep}{name}")

    def shown(self, name: str) -> str:
        """The path relative to the git top level or the working directory."""
        path = Path(os.path.abspath(self.path)) / name  # noqa: PTH100 links stay as named
        return Path(os.path.relpath(path, self.base)).as_posix()


def file_bytes(path: str) -> bytes:
    """A file's bytes; OSError where it is not a file or too large.

    Devices and pipes are never opened, as they may have no end.
    """
    # No Path for each of thousands of files, and no buffer for more than they hold.
    found = os.stat(path)  # noqa: PTH116
    if S_ISDIR(found.st_mode):
        _entries(path)
    if not S_ISREG(found.st_mode):
        raise OSError("not a file")
    with open(path, "rb") as file:  # noqa: PTH123
        data = file.read(min(found.st_size or LARGEST, LARGEST) + 1)
    if len(data) > LARGEST:
        raise OSError(f"larger than {LARGEST // 1024 // 1024} MiB")
    return data


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def kept(name: str, prefix: str) -> bool:
    """Whether a file or folder below some folders is looked at."""
    return not name.startswith((".", "_")) and not (name == "scenarios" and not prefix)


def counts(name: str) -> bool:
    """Whether a file of this relative path belongs to a portfolio."""
    parts = name.split("/")
    skipped = any(part.startswith((".", "_")) for part in parts) or parts[0] == "scenarios"
    return name.endswith(ENDINGS) and not skipped


def _inside(path: str, root: str) -> bool:
    real = os.path.realpath(path)
    return real == root or real.startswith(root + os.sep)
