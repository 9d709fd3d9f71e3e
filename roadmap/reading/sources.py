"""Where the bytes come from: a folder, or texts held in memory."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
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
        return sorted(name for name in self.files if _counts(name)), []

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
            for entry in _entries(folder):
                name = prefix + entry.name
                if not _kept(entry.name, prefix):
                    continue
                if entry.is_symlink() and not _inside(entry.path, root):
                    outside.append(name)
                elif entry.is_dir():
                    real = os.path.realpath(entry.path)
                    if real not in seen:
                        seen.add(real)
                        todo.append((entry.path, name + "/"))
                elif entry.name.endswith(ENDINGS):
                    found.append(name)
        return sorted(found), sorted(outside)

    def read(self, name: str) -> bytes:
        """A file's bytes; OSError where it is not a file or too large."""
        path = self.path / name
        if not path.is_file():
            raise OSError("not a file" if path.exists() else "no such file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise OSError(f"larger than {LARGEST // 1024 // 1024} MiB")
        return data

    def shown(self, name: str) -> str:
        """The path relative to the git top level or the working directory."""
        path = Path(os.path.abspath(self.path)) / name  # noqa: PTH100 links stay as named
        return Path(os.path.relpath(path, self.base)).as_posix()


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return


def _kept(name: str, prefix: str) -> bool:
    return not name.startswith((".", "_")) and not (name == "scenarios" and not prefix)


def _counts(name: str) -> bool:
    parts = name.split("/")
    skipped = any(part.startswith((".", "_")) for part in parts) or parts[0] == "scenarios"
    return name.endswith(ENDINGS) and not skipped


def _inside(path: str, root: str) -> bool:
    real = os.path.realpath(path)
    return real == root or real.startswith(root + os.sep)
