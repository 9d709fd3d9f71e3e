"""Walk a list of paths and links like a folder, following the links inside it."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from roadmap.reading.endings import is_yaml
from roadmap.reading.sources import kept

_DEEP = 40
"""Links to links that are followed before they are taken for a circle."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Paths below a root, some of which are `links`.

    `target` returns the target of a link, relative to the folder of the link.
    """

    paths: Collection[str]
    links: Collection[str]
    target: Callable[[str], str]
    below: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the paths into their folders."""
        self.below[""] = set()
        for path in self.paths:
            while path:
                folder, name = posixpath.split(path)
                self.below.setdefault(folder, set()).add(name)
                path = folder

    def walked(self) -> tuple[dict[str, str], list[str]]:
        """The YAML files by name, each with its real path, and links that leave the root.

        Linked folders are walked last, and only where nothing has led to them yet.
        """
        files: dict[str, str] = {}
        outside: list[str] = []
        seen: set[str] = set()
        todo, linked = [("", "")], deque[tuple[str, str]]()
        while todo or linked:
            folder, prefix = todo.pop() if todo else linked.popleft()
            if folder in seen:
                continue
            seen.add(folder)
            for entry in sorted(self.below[folder]):
                name, path = prefix + entry, posixpath.join(folder, entry)
                if not kept(entry, prefix):
                    continue
                real = self.real(path)
                if real is None:
                    outside += [name] if is_yaml(entry) else []
                elif real in self.below:
                    (linked if path in self.links else todo).append((real, f"{name}/"))
                elif is_yaml(entry):
                    files[name] = real
        return files, outside

    def real(self, path: str, deep: int = _DEEP) -> str | None:
        """The real path behind all links of a path; None where it leaves the root.

        A circle of links is its own real path.
        """
        done = ""
        left = path.split("/")
        while left:
            step = left.pop(0)
            here = posixpath.normpath(posixpath.join(done, step)) if step else done
            if here == ".." or here.startswith(("../", "/")):
                return None
            here = "" if here == "." else here
            if here not in self.links:
                done = here
                continue
            deep -= 1
            if deep < 0:
                return path
            said = self.target(here)
            if said.startswith("/"):
                return None
            left = [*said.split("/"), *left]
        return done
