"""The files of a portfolio as plain values, parsed once for as many readings as wanted."""

from __future__ import annotations

from dataclasses import dataclass, field

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.comments import SIGN
from roadmap.reading.faults import UNREADABLE
from roadmap.reading.sources import Sources
from roadmap.reading.tree import Tree, tree
from roadmap.reading.unfolding import Unfolded, may_repeat


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file as plain values; `noted`: it may hold comments for roadmap.

    `aliased`: aliases may repeat a text in it.
    """

    tree: Tree
    noted: bool = False
    aliased: bool = False


@dataclass(slots=True)
class ParsedFiles:
    """Files that are parsed when they are asked for.

    Unless they are `kept`, each is parsed anew, since a large portfolio takes much memory.
    """

    sources: Sources
    kept: bool = False
    _unfolded: Unfolded = field(default_factory=Unfolded)
    _known: dict[str, ParsedFile] = field(default_factory=dict)
    _names: tuple[list[str], dict[str, str]] | None = None

    def names(self) -> tuple[list[str], dict[str, str]]:
        """The YAML files, and the links that leave the folder with where they lead."""
        if self._names is None:
            self._names = self.sources.names()
        return self._names

    def file(self, name: str) -> ParsedFile:
        """A file; one that cannot be read is broken, and says why."""
        if name in self._known:
            return self._known[name]
        parsed = self._parsed(name)
        if self.kept:
            self._known[name] = parsed
        return parsed

    def _parsed(self, name: str) -> ParsedFile:
        try:
            data = self.sources.read(name)
        except OSError as error:
            why = error.strerror or str(error)
            message = f"cannot be read: {why[:1].lower()}{why[1:]}"
            cure = "repair the file or remove it"
            fault = Diagnostic(UNREADABLE, message, Place(name), cure=cure)
            return ParsedFile(Tree(name, [], [fault], broken=True))
        parsed = tree(name, data, self._unfolded)
        return ParsedFile(parsed, SIGN in data, may_repeat(data))
