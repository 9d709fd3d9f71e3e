"""An export as it was read: its items, and all that could not become part of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from roadmap.importers.item import Item

MOST_NAMED = 5


class Lost(StrEnum):
    """Why a column is not carried over."""

    NO_PLACE = "no place"  # an initiative has no key for it
    PERSONAL = "personal"  # account ids and addresses of people
    REPEATED = "repeated"  # another column says the same
    EMPTY = "empty"  # no row has a value
    SHORTENED = "shortened"  # only its first paragraph is carried over
    POINTS = "points"  # nothing says how much work a point is
    SIZES = "sizes"  # nothing says how much work a size is
    NO_TEAM = "no team"  # of several teams, nothing says whose work it is
    FOLDED = "folded"  # it belongs to an item inside an initiative
    VOLATILE = "volatile"  # it changes with every edit at the source
    UNUSED = "unused"  # it means nothing in this status
    UNUSABLE = "unusable"  # no file can hold the value


class Remark(StrEnum):
    """What a reader of an export should know; `Note` gives the number and the names."""

    DELIMITER = "delimiter"  # detail: the delimiter that was guessed
    ENCODING = "encoding"  # detail: the encoding that was guessed
    PREAMBLE = "preamble"  # rows above the header were skipped
    WITHOUT_TITLE = "without title"  # rows without a title were left out
    REPEATED_KEY = "repeated key"  # items that have another one's key
    DELETED = "deleted"  # tombstones were left out
    INCOMPLETE = "incomplete"  # the export says that there are more
    UNREAD = "unread"  # files or lines that could not be read
    LENIENT = "lenient"  # front matter that is no YAML was read anyway
    DAY_OR_MONTH = "day or month"  # dates that can be read in two ways
    UNREAD_DATE = "unread date"  # values of dates that are none
    UNREAD_ESTIMATE = "unread estimate"  # values of estimates that are none
    NO_LINKS = "no links"  # the export holds no dependency column
    ARCHIVED = "archived"  # archived items were left out


@dataclass(frozen=True, slots=True)
class Note:
    """One remark: how often, and at most a few names or values that show it."""

    remark: Remark
    count: int = 1
    detail: tuple[str, ...] = ()


def notes(*remarks: tuple[Remark, int, Sequence[str]]) -> tuple[Note, ...]:
    """A note for each remark that was made at all, with the first of its names."""
    return tuple(
        Note(remark, count, tuple(names[:MOST_NAMED]))
        for remark, count, names in remarks
        if count
    )


@dataclass(frozen=True, slots=True)
class Dropped:
    """A column that is not carried over: how many values it holds, and why."""

    column: str
    values: int
    why: Lost


@dataclass(frozen=True, slots=True)
class Export:
    """What a source says: its name, its items in order, columns dropped, and remarks.

    `dropped` are the columns that no item carries even in `extra`. `deleted` are items
    that the source keeps only to say that they are gone: they are counted, not imported.
    """

    source: str
    items: tuple[Item, ...]
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[Note, ...] = ()
    deleted: tuple[Item, ...] = ()


class Missing(StrEnum):
    """Why something cannot be imported."""

    NOT_RECOGNISED = "not recognised"  # no source knows this shape
    TITLE = "title"  # a table without a column of titles
    TRANSITIONS = "transitions"  # a log of status changes, not a backlog
    ITEMS = "items"  # the right shape, without a single item
    BROKEN = "broken"  # no table, no JSON, no text at all
    TOO_LARGE = "too large"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an export is not imported, with what was looked at (a header, a message)."""

    why: Missing
    detail: tuple[str, ...] = ()
    line: int | None = None
