"""What could not be read on a side of a difference, and what is uncertain for it."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.studies.difference import Difference
from roadmap.views.answer import Answer
from roadmap.views.diff_data import Side, uncertain
from roadmap.views.page import Line
from roadmap.views.phrases.causes import names_of
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import clipped

_FEW = 3
_LONGEST = 60


def unread_before(
    answer: Answer, difference: Difference, sides: tuple[Side, Side]
) -> Iterator[Line]:
    """A line for each file of the old version that has errors; the first few of many."""
    files = sides[0].left_out
    kept = files if answer.all else files[:_FEW]
    for file in kept:
        name = clipped(file, _LONGEST)
        doubtful = _named(difference, sides, file)
        said = f"{name} had errors before, which leave something out"
        if file in sides[0].unread:
            whose = f"{doubtful} may" if doubtful else "what it holds now may"
            said = f"{name} could not be read before; {whose} not be new"
        yield Line(f"{said}.", "warning")
    if len(files) > len(kept):
        more = count(len(files) - len(kept), "more file")
        yield Line(f"{more} had errors before.", "warning")


def unread_now(
    answer: Answer, difference: Difference, sides: tuple[Side, Side]
) -> Iterator[Line]:
    """A line for each file that cannot be read now, and held something before."""
    for file in sides[1].left_out if answer.all else sides[1].left_out[:_FEW]:
        doubtful = _named(difference, sides, file)
        if doubtful:
            name = clipped(file, _LONGEST)
            said = f"{name} cannot be read now; {doubtful} may still be there."
            yield Line(said, "warning")


def _named(difference: Difference, sides: tuple[Side, Side], file: str) -> str:
    """What may not have been added or removed, because of a file; the first few names."""
    ids = [id for id, at in uncertain(difference, sides).items() if at == file]
    names = [names_of(difference).initiative(id) for id in ids[:_FEW]]
    more = [f"{len(ids) - _FEW} more"] if len(ids) > _FEW else []
    return listed([*names, *more]) if names else ""
