"""A source: one tracker, how its exports are recognised and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from roadmap.importers.export import Export, Refusal
from roadmap.importers.tables import Sheet, table, utf16


@dataclass(frozen=True)
class Raw:
    """What was named on the command line: one file, or every file of a folder.

    `files` are names relative to the folder, with forward slashes, and their bytes, in
    the order of their names; a single file has one. Nothing outside it is ever read.
    """

    name: str
    files: Mapping[str, bytes]
    folder: bool = False

    @cached_property
    def only(self) -> bytes:
        """The bytes of a single file, UTF-16 as UTF-8; empty for a folder."""
        found = self._bytes
        name = utf16(found)
        return found.decode(name, errors="replace").encode("utf-8") if name else found

    @property
    def _bytes(self) -> bytes:
        return b"" if self.folder else next(iter(self.files.values()), b"")

    @cached_property
    def sheet(self) -> Sheet | None:
        """The table that a single file holds, if it holds one."""
        return None if self.folder else table(self._bytes)


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the user decides about reading.

    `columns` maps a field of an item (`title`, `parent`, …) to the header that holds it;
    `day_first` is None where ambiguous dates are to be reported and left out.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
    keep: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """One tracker: its name for `--from`, how sure it is of an export, how it reads it.

    `recognises` is from 0 (not mine) to 100 (certainly mine) and looks at no more than
    the beginning of a file; the surest source reads, the first in the alphabet of two.
    """

    name: str
    title: str
    recognises: Callable[[Raw], int]
    read: Callable[[Raw, Wishes], Export | Refusal]
