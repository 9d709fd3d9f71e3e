"""Sources of files: a folder, or texts in memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Protocol

from roadmap.reading.endings import is_yaml
from roadmap.reading.once import once

LARGEST = 4 * 1024 * 1024
"""Bytes of the largest file that is read."""
SCENARIOS = "scenarios"
"""The folder beside portfolio.yaml that holds no initiatives, but scenarios."""


class Sources(Protocol):
    """Files of a portfolio by relative path with forward slashes, in sorted order."""

    def names(self) -> tuple[list[str], dict[str, str]]:
        """The YAML files, and the links that leave the folder with where they lead."""

    def scenarios(self) -> list[str]:
        """The scenario files, beside the others: `scenarios/NAME.yaml`, sorted."""

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises OSError where it cannot be read or is too large."""

    def shown(self, name: str) -> str:
        """The path that a reader of findings knows the file by."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Files held in memory."""

    files: Mapping[str, bytes]
    prefix: str = ""

    def names(self) -> tuple[list[str], dict[str, str]]:
        """The YAML files that count."""
        return sorted(name for name in self.files if counts(name)), {}

    def scenarios(self) -> list[str]:
        """The scenario files."""
        return sorted(filter(is_scenario, self.files))

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
    _known: set[str] = field(default_factory=set, compare=False, repr=False)

    def names(self) -> tuple[list[str], dict[str, str]]:
        """The YAML files below the folder, and the links that leave it.

        Links are followed inside it. What is there under a name of its own keeps that name.
        """
        files, outside = _walked(str(self.path))
        kept = once(files)
        self._known.update(kept)
        return sorted(kept), dict(sorted(outside.items()))

    def scenarios(self) -> list[str]:
        """The scenario files; none where there is no such folder."""
        try:
            entries = _entries(f"{self.path}{os.sep}{SCENARIOS}")
        except OSError:
            return []
        names = (f"{SCENARIOS}/{entry.name}" for entry in entries)
        return [name for name in names if is_scenario(name)]

    def read(self, name: str) -> bytes:
        """A file's bytes; OSError where it is no file in the folder, or too large."""
        path = f"{self.path}{os.sep}{name}"
        if name in self._known or self._holds(path):
            return file_bytes(path)
        raise OSError("not in the portfolio's folder")

    def _holds(self, path: str) -> bool:
        return _inside(os.path.realpath(path), os.path.realpath(self.path))

    def shown(self, name: str) -> str:
        """The path relative to the git top level or the working directory."""
        path = Path(os.path.abspath(self.path)) / name  # noqa: PTH100 links stay as named
        return Path(os.path.relpath(path, self.base)).as_posix()


def _walked(top: str) -> tuple[dict[str, str], dict[str, str]]:
    """The YAML files below a folder by name, and the links that leave it.

    Each comes with what it leads to. Linked folders are walked last, and only where
    nothing has led to them yet.
    """
    root = os.path.realpath(top)
    files: dict[str, str] = {}
    outside: dict[str, str] = {}
    seen: set[str] = set()
    todo, linked = [(root, "")], deque[tuple[str, str]]()
    while todo or linked:
        folder, prefix = todo.pop() if todo else linked.popleft()
        if folder in seen:
            continue
        seen.add(folder)
        try:
            entries = _entries(folder)
        except OSError:  # reading it will say why
            files[prefix.rstrip("/") or "."] = _below(folder, root) or "."
            continue
        for entry in entries:
            if not kept(entry.name, prefix):
                continue
            name, link = prefix + entry.name, entry.is_symlink()
            real = os.path.realpath(entry.path) if link else entry.path
            if link and not _inside(real, root):
                if is_yaml(entry.name) or _is_folder(entry):
                    outside[name] = os.readlink(entry.path)  # noqa: PTH115
            elif _is_folder(entry):
                (linked if link else todo).append((real, f"{name}/"))
            elif is_yaml(entry.name):
                files[name] = _below(real, root)
    return files, outside


def file_bytes(path: str) -> bytes:
    """A file's bytes; OSError where it is not a file or too large.

    Devices and pipes are never opened, as they may have no end.
    """
    # No Path for each of thousands of files, and no buffer for more than they hold.
    status = os.stat(path)  # noqa: PTH116
    if S_ISDIR(status.st_mode):
        _entries(path)
    if not S_ISREG(status.st_mode):
        raise OSError("not a file")
    with open(path, "rb") as file:  # noqa: PTH123
        data = file.read(min(status.st_size or LARGEST, LARGEST) + 1)
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
    return not name.startswith((".", "_")) and not (name == SCENARIOS and not prefix)


def counts(name: str) -> bool:
    """Whether a file of this relative path belongs to a portfolio."""
    parts = name.split("/")
    skipped = any(part.startswith((".", "_")) for part in parts) or parts[0] == SCENARIOS
    return is_yaml(name) and not skipped


def is_scenario(name: str) -> bool:
    """Whether a file of this relative path is a scenario.

    >>> is_scenario("scenarios/a.yaml"), is_scenario("scenarios/old/a.yaml")
    (True, False)
    """
    folder, _, file = name.partition("/")
    return folder == SCENARIOS and counts(file) and "/" not in file


def _inside(real: str, root: str) -> bool:
    """Whether a path is in a folder, and not in what git keeps there for itself."""
    if real == root:
        return True
    below = _below(real, root)
    return below != real and ".git" not in below.lower().split("/")


def _below(real: str, root: str) -> str:
    """A path relative to a folder, as a name; the path itself where it is not in it."""
    start = root.rstrip(os.sep) + os.sep
    return real.removeprefix(start).replace(os.sep, "/") if real.startswith(start) else real
