"""Read a portfolio from a commit, without touching the working tree."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from roadmap.reading.endings import is_yaml
from roadmap.reading.git import Git
from roadmap.reading.linked import Listing
from roadmap.reading.once import once
from roadmap.reading.sources import LARGEST, is_scenario

_POINTER = b"version https://git-lfs.github.com/spec/"
_LINK, _FILE = "120000", ("100644", "100755")
_AT_ONCE = LARGEST
"""Bytes of the files that are asked for together, beyond the first of them."""
_LONGEST_LINK = 4096


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its mode and the object that holds its bytes."""

    mode: str
    object: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The YAML files of a portfolio in a commit, as a place to read from.

    `top` is the folder of the checkout, `prefix` where the portfolio lies below it.
    """

    git: Git
    top: Path
    prefix: str
    commit: str
    files: Mapping[str, Blob]
    _sizes: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    _held: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    _leads: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def names(self) -> tuple[list[str], dict[str, str]]:
        """The YAML files, and the links that leave the folder with where they lead."""
        targets = self._targets()
        found, outside = Listing(self.files, targets, targets.__getitem__).walked()
        kept = once(found)
        self._leads.update(kept)
        return sorted(kept), {name: targets.get(name, "") for name in sorted(outside)}

    def scenarios(self) -> list[str]:
        """The scenario files."""
        return sorted(filter(is_scenario, self.files))

    def read(self, name: str) -> bytes:
        """A file's bytes; OSError where it is not a file or too large."""
        blob = self.files.get(self._leads.get(name, name))
        if blob is None or blob.mode not in _FILE:
            raise OSError("not a file")
        if blob.object not in self._sizes:
            self._sizes.update(self.git.sizes([*dict.fromkeys(self._wanted(blob))]))
        if self._sizes[blob.object] > LARGEST:
            raise OSError(f"larger than {LARGEST // 1024 // 1024} MiB")
        if blob.object not in self._held:
            self._hold(blob.object)
        data = self._held[blob.object]
        if data.startswith(_POINTER):
            raise OSError("git keeps only a pointer of Git LFS")
        return data

    def shown(self, name: str) -> str:
        """The path below the git top level, after the commit."""
        return f"{self.commit[:10]}:{posixpath.join(self.prefix, name)}"

    def _wanted(self, blob: Blob) -> list[str]:
        """The objects that will be read: those of all files that count, and this one."""
        counting = (self.files.get(self._leads[name]) for name in sorted(self._leads))
        kept = [each.object for each in counting if each and each.mode in _FILE]
        return [*kept, blob.object]

    def _hold(self, wanted: str) -> None:
        """Ask for an object and for those that come after it, as far as they are small."""
        every = list(self._sizes)
        taken, left = [wanted], _AT_ONCE
        for each in every[every.index(wanted) + 1 :]:
            left -= self._sizes[each]
            if left < 0:
                break
            taken.append(each)
        self._held.clear()
        self._held.update(self.git.blobs(taken))

    def _targets(self) -> dict[str, str]:
        """Where each link leads, relative to where it lies if that is in the portfolio."""
        links = {name: it.object for name, it in self.files.items() if it.mode == _LINK}
        if not links:
            return {}
        sizes = self.git.sizes(sorted(set(links.values())))
        short = [each for each, size in sizes.items() if size <= _LONGEST_LINK]
        said = self.git.blobs(short)
        return {
            name: self._target(name, said.get(object, b""))
            for name, object in links.items()
        }

    def _target(self, name: str, link: bytes) -> str:
        said = os.fsdecode(link)
        root = (self.top / self.prefix).as_posix() + "/"
        if not said.startswith(root):
            return said
        return posixpath.relpath(said.removeprefix(root), posixpath.dirname(name) or ".")


def listed(listing: bytes) -> dict[str, Blob]:
    """The YAML files and links of what `git ls-tree -r -z` prints, by path."""
    blobs = {}
    for line in filter(None, listing.split(b"\0")):
        facts, _, name = line.partition(b"\t")
        mode, kind, object = facts.decode().split()
        path = os.fsdecode(name)
        if kind == "blob" and (is_yaml(path) or mode == _LINK):
            blobs[path] = Blob(mode, object)
    return blobs
