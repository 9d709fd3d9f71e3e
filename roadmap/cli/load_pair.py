"""Load the two portfolios to compare: folders or git revisions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.exits import USAGE, say, stop
from roadmap.cli.load import (
    files_with_errors,
    portfolio_at,
    read_from,
    reader_of,
    sources_of,
)
from roadmap.cli.streams import put_error
from roadmap.cli.supposing import NOTHING, Supposed, overlay_of

if TYPE_CHECKING:
    from roadmap.reading.git import NoGit
    from roadmap.reading.overlay import Overlay
    from roadmap.reading.read import Read
    from roadmap.reading.repository import Repository
    from roadmap.reading.revision_names import NotOne
    from roadmap.reading.sources import Sources
    from roadmap.views.diff_data import Side

TODAY = "today"
"""What the portfolio as it is is called beside what could be."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two portfolios as read, and what they are called."""

    old: Read
    new: Read
    sides: tuple[Side, Side]


def compared(
    old: str | None,
    new: str | None,
    inside: Path | None,
    as_of: str | None,
    supposed: Supposed = NOTHING,
) -> Compared:
    """What OLD and NEW name; by default the merge base, and the folder as it is.

    Both are read as of the day on which the new one stands. What is supposed holds for the
    new one; without OLD it is compared with itself as it is.
    """
    if inside is not None and all(name and _is_folder(name) for name in (old, new)):
        stop("both sides are folders, so -C would name a third; leave it out")
    from roadmap.views.diff_data import Side

    with in_git():
        now, after = _new(old, new, inside)
        reader = reader_of(now, as_of)
        later = reader.read(overlay_of(reader.files, supposed))
        if supposed:
            after = _supposing(after, later.overlay)
        if supposed and old is None:
            before, earlier = now, Side(TODAY)
        else:
            before, earlier = _old(old, new, inside)
        day = later.portfolio.as_of.isoformat()
        first = read_from(before, as_of and day)
        if first.portfolio.as_of != later.portfolio.as_of:
            first = read_from(before, day)
    for read, side in ((first, earlier), (later, after)):
        if read.broken:
            stop(f"no file of {side.name} can be read; `roadmap check` says why")
    return Compared(first, later, (_told(earlier, first), _told(after, later)))


def _supposing(side: Side, overlay: Overlay) -> Side:
    """A side under an overlay, called by its scenario."""
    titles = [it.title for it in overlay.suppositions if it.scenario]
    name = f"“{titles[-1]}”" if titles else "the what-if plan"
    return replace(side, name=name, commit=None)


def _told(side: Side, read: Read) -> Side:
    """A side with what could not be read of it."""
    files = files_with_errors(read)
    doubtful = files if "initiatives" in read.unread else read.left_out
    return replace(side, left_out=files, unread=frozenset(doubtful))


@contextmanager
def in_git() -> Iterator[None]:
    """Stop with git's reason if git cannot answer."""
    from roadmap.reading.git import NoGit

    try:
        yield
    except NoGit as error:
        cure = f"; `{error.cure}` {error.effect}" if error.cure else ""
        say(error.message + cure)
        for line in error.said:
            put_error(line)
        sys.exit(USAGE)


def checkout(inside: Path | None) -> Repository:
    """The git checkout of the portfolio that was named, or is nearest."""
    from roadmap.reading.repository import repository

    return repository(portfolio_at(inside))


def _new(old: str | None, new: str | None, inside: Path | None) -> tuple[Sources, Side]:
    from roadmap.views.diff_data import Side

    if new is None:
        return sources_of(portfolio_at(inside)), Side("the working tree")
    return _named(new, inside, old)


def _old(old: str | None, new: str | None, inside: Path | None) -> tuple[Sources, Side]:
    from roadmap.reading.repository import repository
    from roadmap.views.diff_data import Side

    if old is not None:
        return _named(old, inside, new)
    checked_out = repository(portfolio_at(inside))
    branch, commit = checked_out.main(), checked_out.base()
    short = branch.removeprefix("refs/").removeprefix("heads/").removeprefix("remotes/")
    name = f"{commit[:10]} (last commit shared with {short})"
    return checked_out.at(commit), Side(name, commit)


def _named(name: str, inside: Path | None, other: str | None) -> tuple[Sources, Side]:
    """A folder with that name; otherwise a revision of the portfolio at -C."""
    from roadmap.reading.git import NoGit, NoRepository
    from roadmap.reading.repository import repository
    from roadmap.reading.revision_names import NotOne
    from roadmap.views.diff_data import Side

    if _is_folder(name):
        return sources_of(portfolio_at(Path(name))), Side(name)
    near = Path(other) if other and _is_folder(other) and inside is None else inside
    try:
        checked_out = repository(portfolio_at(near))
    except NoRepository as error:
        said = f"`{name}` is no folder, and cannot be a revision: {error.message}"
        raise NoGit(said, error.cure) from None
    try:
        commit = checked_out.commit(name)
    except NotOne as error:
        raise _one_each(error, other) from None
    short = commit[:10]
    return checked_out.at(commit), Side(
        short if commit.startswith(name) else f"{name} ({short})", commit
    )


def _one_each(error: NotOne, other: str | None) -> NoGit:
    """What to write for a side that is several commits."""
    from roadmap.reading.git import NoGit
    from roadmap.reading.revision_names import typed

    ends = " ".join(map(typed, error.meant))
    if other is None and len(error.meant) == 2:
        return NoGit(error.message, f"roadmap diff {ends}", "compares its ends")
    return NoGit(error.message, error.meant[0], "is")


def _is_folder(name: str) -> bool:
    """Whether a name leads to a folder; an empty one, of a variable not set, does not."""
    try:
        return bool(name) and Path(name).is_dir()
    except (OSError, ValueError):  # too long for a path, or not one
        return False
