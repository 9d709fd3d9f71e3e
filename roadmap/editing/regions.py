"""Regions of a Markdown file: the text between two marks is generated.

`<!-- roadmap:start NAME -->` … `<!-- roadmap:end NAME -->`, each on a line of its own; the
first may hold options (`view=timeline audience=customer`). In fenced code they are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from roadmap.editing.headings import headings
from roadmap.editing.lines import FileLine, file_lines

_MARK = re.compile(r"\ufeff?( {0,3}<!-- *)roadmap:(start|end)\b(.*)-->[ \t]*$")
_NAME = re.compile(r"[\w.-]+$")


@dataclass(frozen=True, slots=True)
class Region:
    """A named stretch of a file, from `start` to `end` (exclusive), its marks apart.

    `line` and `column` (from 1) are those of its first mark; `level` is that of the
    heading it stands under, 0 above all headings; `newline` is how its first mark ends.
    """

    name: str
    options: Mapping[str, str]
    start: int
    end: int
    line: int
    column: int
    level: int = 0
    newline: str = "\n"


class FaultKind(StrEnum):
    """What is wrong with a mark."""

    NAMELESS = "nameless"
    NO_OPTION = "no_option"
    REPEATED_OPTION = "repeated_option"
    NESTED = "nested"
    REPEATED = "repeated"
    NOT_BEGUN = "not_begun"
    NOT_ENDED = "not_ended"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a mark, and where; line and column from 1.

    `of` is the region's name; of a mark without a name whether it is a start or an end; and
    the word that is no option. `begun` is the line on which the region around it begins, or
    the region itself begins first, and `around` the name of the former.
    """

    line: int
    column: int
    kind: FaultKind
    of: str
    begun: int | None = None
    around: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """The regions of a file in order, and the faults of its marks."""

    regions: tuple[Region, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    line: FileLine
    kind: str
    name: str
    options: Mapping[str, str] = field(default_factory=dict)
    level: int = 0

    @property
    def column(self) -> int:
        """Where it begins on its line, from 1."""
        return self.line.text.index("<") + 1

    def fault(
        self, kind: FaultKind, of: str = "", begun: int | None = None, around: str = ""
    ) -> Fault:
        """A fault of this mark; `of` is the name of its region unless given."""
        return Fault(self.line.number, self.column, kind, of or self.name, begun, around)


def regions(text: str) -> Marked:
    """Every region of a Markdown text; where a mark is at fault, the faults."""
    complete: list[Region] = []
    faults: list[Fault] = []
    lines: dict[str, int] = {}
    begun: _Mark | None = None
    for mark in _marks(text):
        if isinstance(mark, Fault):
            faults.append(mark)
            continue
        if fault := _fault(mark, begun, lines):
            faults.append(fault)
        if mark.kind == "start":
            begun = begun or mark
        elif begun and begun.name == mark.name:
            complete.append(_region(begun, mark))
            lines[begun.name] = begun.line.number
            begun = None
    if begun:
        faults.append(begun.fault(FaultKind.NOT_ENDED))
    return Marked(() if faults else tuple(complete), tuple(faults))


def replaced(text: str, found: Sequence[Region], contents: Iterable[str]) -> str:
    """A text with the contents of its regions replaced and the rest unchanged."""
    end, pieces = 0, []
    for region, content in zip(found, contents, strict=True):
        body = f"\n{content.strip(chr(10))}\n\n".replace("\n", region.newline)
        pieces += [text[end : region.start], body]
        end = region.end
    return "".join([*pieces, text[end:]])


def _marks(text: str) -> Iterator[_Mark | Fault]:
    """The marks of a text; headings between two marks are ours, and count for none."""
    level, inside = 0, ""
    for line, heading in headings(file_lines(text)):
        if match := _MARK.match(line.text):
            mark = _mark(line, match[2], (match[3] or "").split(), level)
            yield mark
            if isinstance(mark, _Mark):
                inside = _still(inside, mark)
        elif heading and not inside:
            level = heading


def _still(inside: str, mark: _Mark) -> str:
    """The name of the region that goes on after a mark; empty outside of all."""
    if mark.kind == "start":
        return inside or mark.name
    return "" if inside == mark.name else inside


def _mark(line: FileLine, kind: str, words: list[str], level: int) -> _Mark | Fault:
    name, *rest = words or [""]
    options = dict(word.partition("=")[::2] for word in rest)
    mark = _Mark(line, kind, name, options, level)
    if not _NAME.match(name):
        return mark.fault(FaultKind.NAMELESS, kind)
    odd = next((word for word in rest if "=" not in word or kind == "end"), None)
    if odd:
        return mark.fault(FaultKind.NO_OPTION, odd)
    if len(options) < len(rest):
        return mark.fault(FaultKind.REPEATED_OPTION)
    return mark


def _fault(mark: _Mark, begun: _Mark | None, known: Mapping[str, int]) -> Fault | None:
    if mark.kind == "start":
        if begun and begun.name != mark.name:
            around = (begun.line.number, begun.name)
            return mark.fault(FaultKind.NESTED, mark.name, *around)
        first = begun.line.number if begun else known.get(mark.name)
        if first:
            return mark.fault(FaultKind.REPEATED, mark.name, first)
    elif begun is None or begun.name != mark.name:
        return mark.fault(FaultKind.NOT_BEGUN)
    return None


def _region(begun: _Mark, ended: _Mark) -> Region:
    line = begun.line
    start = line.start + len(line.text) + len(line.ending)
    return Region(
        begun.name,
        begun.options,
        start,
        ended.line.start,
        line.number,
        begun.column,
        begun.level,
        line.ending,
    )
