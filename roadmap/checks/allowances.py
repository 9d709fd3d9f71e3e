"""Comments that allow a finding: `# roadmap: allow[stale-evidence] repeated in March`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from roadmap.diagnostics import Place, Rule, Span
from roadmap.reading.comments import Comment, comments
from roadmap.reading.located import Files

_ALLOW = re.compile(r"allow\[([^\]]*)\]")
_NAME = re.compile(r"[^,\s]+")


@dataclass(slots=True)
class Allowance:
    """One name in the brackets of a comment, and whether a finding has used it yet.

    `line` is the line whose findings it allows; `place` is that of the name itself.
    """

    name: str
    place: Place
    line: int
    used: bool = False

    def means(self, rule: Rule) -> bool:
        """Whether it names this rule, by name or by code."""
        return self.name.lower() == rule.name or self.name.upper() == rule.code


@dataclass
class Allowances:
    """The allowances of a portfolio, each file read when it is first needed.

    `names` are the files that may have some.
    """

    files: Files | None = None
    names: Collection[str] = ()
    _known: dict[str, list[Allowance]] = field(default_factory=dict)
    _lines: dict[str, dict[tuple[int, str], Allowance]] = field(default_factory=dict)

    def cover(self, rule: Rule, place: Place | None) -> bool:
        """Whether a comment, used from now on, allows a rule's finding at a place."""
        if place is None or self.files is None or place.file not in self.names:
            return False
        lines = self._by_line(place.file)
        span = self.files.span(place) if lines else None
        if span is None:
            return False
        named = (lines.get((span.line, name)) for name in (rule.name, rule.code.lower()))
        allowance = next(filter(None, named), None)
        if allowance is None:
            return False
        allowance.used = True
        return True

    def all(self) -> Iterator[Allowance]:
        """Every allowance of every file, in order."""
        for name in self.names:
            yield from self._of(name)

    def _by_line(self, file: str) -> dict[tuple[int, str], Allowance]:
        """The allowances of a file, by line and by name in lower case."""
        if file not in self._lines:
            lines = self._lines[file] = {}
            for allowance in self._of(file):
                lines.setdefault((allowance.line, allowance.name.lower()), allowance)
        return self._lines[file]

    def _of(self, file: str) -> list[Allowance]:
        if file not in self._known:
            self._known[file] = list(self._read(file))
        return self._known[file]

    def _read(self, file: str) -> Iterator[Allowance]:
        try:
            data = self.files.sources.read(file) if self.files else b""
        except (OSError, KeyError):
            return
        for comment in comments(data):
            if match := _ALLOW.match(comment.text):
                for name in _NAME.finditer(comment.text, *match.span(1)):
                    place = Place(file, span=_span(comment, name))
                    yield Allowance(name[0], place, comment.line)


def _span(comment: Comment, name: re.Match[str]) -> Span:
    line, column = comment.span.line, comment.column
    return Span(line, column + name.start(), line, column + name.end())
