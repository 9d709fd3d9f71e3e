"""How wide each column of a table is on a narrow terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from roadmap.views.page import Column

FLOORS = (28, 20, 14)
"""Widths to shorten columns to: all of them to the first before any to the second.

Optional columns are dropped before any other goes below the first.
"""
WRAPPED = 8
"""How much further a column shrinks that wraps, since it loses nothing."""
WORD = 36
"""Words up to this wide stay whole while another column can shrink."""
LEAST = 6
EASY = 24
"""Text wrapped to fewer columns is hard to read."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The columns that are shown, by place in the table, and the width of each.

    `wraps` means that what is too long goes on below instead of being cut.
    """

    places: tuple[int, ...]
    widths: tuple[int, ...]
    gaps: tuple[int, ...]
    wraps: bool = False

    @property
    def total(self) -> int:
        """The width of a row."""
        return sum(self.widths) + sum(self.gaps)


def fitted(
    columns: Sequence[Column],
    natural: Sequence[int],
    room: int | None,
    words: Sequence[int] = (),
) -> Fit:
    """Fit the columns: at their natural widths, or with some dropped, shortened or wrapped.

    `words` is the width of each column's longest word, where that is known.
    """
    shown = [place for place, width in enumerate(natural) if width or columns[place].title]
    fit = _fit(columns, natural, shown)
    if room is None:
        return fit
    optional = [place for place in shown if columns[place].optional]
    optional.sort(key=lambda place: not columns[place].shrink)
    while optional and _shrunk(columns, fit, room, words, FLOORS[:1]).total > room:
        shown.remove(optional.pop())
        fit = _fit(columns, natural, shown)
    shrunk = _shrunk(columns, fit, room, words)
    if shrunk.total > room:
        shrunk = _shrunk(columns, fit, room)
    return shrunk if shrunk.total <= room else _squeezed(columns, shrunk, room)


def cramped(columns: Sequence[Column], fit: Fit, natural: Sequence[int]) -> bool:
    """Whether a column that wraps has come out too narrow to read well."""
    return any(
        columns[place].wrap and width < min(EASY, natural[place])
        for place, width in zip(fit.places, fit.widths, strict=True)
    )


def _fit(columns: Sequence[Column], natural: Sequence[int], shown: list[int]) -> Fit:
    """Two spaces between columns, one beside those that hold a single character."""
    marks = {
        place for place in shown if natural[place] <= 1 and _holds_marks(columns[place])
    }
    gaps = (
        0 if not number else 1 if {shown[number - 1], place} & marks else 2
        for number, place in enumerate(shown)
    )
    return Fit(tuple(shown), tuple(natural[place] for place in shown), tuple(gaps))


def _holds_marks(column: Column) -> bool:
    return not column.title and not column.right


def _shrunk(
    columns: Sequence[Column],
    fit: Fit,
    room: int,
    words: Sequence[int] = (),
    floors: Sequence[int] = FLOORS,
) -> Fit:
    """The shrinkable columns shortened in turn, each no more than necessary.

    Among columns of the same priority the widest gives way first.
    """
    widths = list(fit.widths)
    for floor in floors:
        for rank in sorted({columns[place].shrink for place in fit.places} - {0})[::-1]:
            leasts = {
                n: _least(columns, place, floor, words)
                for n, place in enumerate(fit.places)
                if columns[place].shrink == rank
            }
            _narrow(widths, leasts, room - sum(fit.gaps))
    return replace(fit, widths=tuple(widths))


def _narrow(widths: list[int], leasts: Mapping[int, int], room: int) -> None:
    """Take from the widest of some columns until all fit, or none can give any more."""
    for n, least in leasts.items():  # none needs more than all the room there is
        widths[n] = min(widths[n], max(room, least))
    for _ in range(sum(widths) - room):
        able = (n for n, least in leasts.items() if widths[n] > least)
        widest = max(able, key=lambda n: widths[n], default=None)
        if widest is None:
            return
        widths[widest] -= 1


def _least(columns: Sequence[Column], place: int, floor: int, words: Sequence[int]) -> int:
    if not columns[place].wrap:
        return floor
    return max(floor - WRAPPED, min(words[place], WORD) if words else 0)


def _squeezed(columns: Sequence[Column], fit: Fit, room: int) -> Fit:
    """The widest columns of words made narrower until the row fits, or none can shrink."""
    widths = list(fit.widths)
    words = [n for n, place in enumerate(fit.places) if not columns[place].right]
    for _ in range(sum(widths) + sum(fit.gaps) - room):
        widest = max(words, key=lambda n: widths[n], default=None)
        if widest is None or widths[widest] <= LEAST:
            break
        widths[widest] -= 1
    return replace(fit, widths=tuple(widths), wraps=True)
