"""Tables as spreadsheets and trackers write them: encoding, delimiter, header, rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from roadmap.importers.export import Note, Remark

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
NEUTRAL = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
"""Signs with which a cell begins that a spreadsheet would compute."""
SAMPLE = 200
MOST_PREAMBLE = 30
_LONGEST_CELL = 16 * 1024 * 1024
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its header, the first rows, and all rows one after the other.

    Headers repeat where a column holds several values, so cells are known by position.
    Rows are as long as they are; rows without any text are left out.
    """

    text: str
    delimiter: str
    skipped: int
    header: tuple[str, ...]
    sample: tuple[list[str], ...]
    notes: tuple[Note, ...] = ()

    def rows(self) -> Iterator[list[str]]:
        """The rows below the header, as text without surrounding space."""
        below = islice(_records(self.text, self.delimiter), self.skipped + 1, None)
        for record in below:
            row = [cell.strip() for cell in record]
            if len(self.header) == 1 and len(row) > 1:  # a comma in the only column
                row = [self.delimiter.join(record).strip()]
            if any(row):
                yield row


def table(data: bytes) -> Sheet | None:
    """The table that a file holds; None where it is none (empty, binary, JSON)."""
    text, encoding = decoded(data)
    if not text.strip() or "\x00" in text[:10_000] or text.lstrip()[:1] in "{[<":
        return None
    delimiter = _delimiter(text)
    records = list(islice(_records(text, delimiter), SAMPLE + MOST_PREAMBLE))
    skipped = _preamble(records)
    if skipped >= len(records):
        return None
    header = tuple(" ".join(cell.split()) for cell in records[skipped])
    below = [[cell.strip() for cell in record] for record in records[skipped + 1 :]]
    notes = []
    if encoding != "utf-8":
        notes.append(Note(Remark.ENCODING, 1, (encoding,)))
    if delimiter != ",":
        notes.append(Note(Remark.DELIMITER, 1, (DELIMITERS[delimiter],)))
    if skipped:
        notes.append(Note(Remark.PREAMBLE, skipped))
    sample = tuple(row for row in below if any(row))
    return Sheet(text, delimiter, skipped, header, sample, tuple(notes))


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file, and the encoding that it was read in."""
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff"), "utf-8"
    if name := utf16(data):
        return data.decode(name, errors="replace"), "utf-16"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"


def utf16(data: bytes) -> str:
    """Which UTF-16 a file is in, as PowerShell and Excel write it; empty for none.

    >>> utf16("id".encode("utf-16")), utf16(b"id,title")
    ('utf-16', '')
    """
    return "utf-16" if data.startswith(_MARKS) else _without_mark(data[:2000])


def _without_mark(start: bytes) -> str:
    """UTF-16 without its mark: every other byte of mostly western text is zero."""
    if len(start) < 4:
        return ""
    zeros = [start[side::2].count(0) / max(1, len(start[side::2])) for side in (0, 1)]
    if zeros[1] > 0.4 and zeros[0] < 0.1:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 0.4 and zeros[1] < 0.1 else ""


def _delimiter(text: str) -> str:
    r"""The delimiter by which most rows have as many cells as most others.

    >>> _delimiter("a;b\n1,5;2\n"), _delimiter("title\nOne, two\nThree\n")
    (';', ',')
    """
    scores = {}
    for delimiter in DELIMITERS:
        widths = [len(row) for row in islice(_records(text, delimiter), 60) if any(row)]
        width, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        if width > 1:
            wide = sum(1 for width in widths if width > 1)
            scores[delimiter] = (round(wide / len(widths), 1), times / len(widths), width)
    return max(scores, key=lambda delimiter: scores[delimiter]) if scores else ","


def _preamble(records: list[list[str]]) -> int:
    """How many rows stand above the header: the first row that is as wide as most."""
    widths = [sum(1 for cell in record if cell.strip()) for record in records]
    usual = Counter(len(record) for record in records if len(record) > 1).most_common(1)
    wide = 1 if _alone(records) or not usual else max(2, (usual[0][0] + 1) // 2)
    for number, width in enumerate(widths[:MOST_PREAMBLE]):
        if width >= wide:
            return number
    return next((number for number, width in enumerate(widths) if width), len(records))


def _alone(records: list[list[str]]) -> bool:
    """Whether there is one column, in which some cells hold the delimiter."""
    lengths = [len(record) for record in records if any(record)]
    first = next((at for at, length in enumerate(lengths) if length > 1), len(lengths))
    several = sum(length > 1 for length in lengths)
    return 1 in lengths[first:] and 2 * several <= len(lengths)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:  # a cell beyond the limit ends the table
        return
    finally:
        csv.field_size_limit(before)


def unmarked(cell: str) -> str:
    """A cell without the `'` that stands before what would be computed.

    >>> unmarked("'=Equal pay"), unmarked("'tis")
    ('=Equal pay', "'tis")
    """
    return cell[1:] if cell[:1] == "'" and computed(cell[1:]) else cell


def computed(cell: str) -> bool:
    """Whether a spreadsheet would compute a cell, or take a mark off its beginning."""
    begins = cell.lstrip()[:1]
    return bool(begins) and (begins in NEUTRAL or begins == "'")
