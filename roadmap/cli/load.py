"""Load a portfolio from a folder."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop
from roadmap.cli.supposing import NOTHING, Supposed, overlay_of

EPOCH = "SOURCE_DATE_EPOCH"
"""What builds set so that the same files come out on every day."""
LATEST = 7_258_118_400
"""The first second of 2200, which lies beyond the calendar."""

if TYPE_CHECKING:
    from roadmap.model.words import Words
    from roadmap.reading.read import PortfolioReader, Read
    from roadmap.reading.sources import Folder, Sources


def opened(
    folder: Path | None,
    as_of: str | None = None,
    supposed: Supposed = NOTHING,
    *,
    whole: bool = False,
) -> Read:
    """The portfolio of a folder, as it is supposed to be; ends the command without one.

    With `whole`, a folder whose files are all unreadable is read too, for their findings.
    """
    where = portfolio_at(folder)
    reader = reader_of(sources_of(where), as_of)
    read = reader.read(overlay_of(reader.files, supposed))
    return read if whole else refuse_broken(read, where)


def refuse_broken(read: Read, where: Path) -> Read:
    """What was read; ends the command if no file of a folder can be."""
    if read.broken:
        stop(f"no file in {where} can be read; `roadmap check {where}` says why")
    return read


def sources_of(where: Path) -> Folder:
    """The files of a portfolio's folder, their paths shown from the git top level."""
    from roadmap.reading.sources import Folder

    return Folder(where, _base(where))


def read_from(sources: Sources, as_of: str | None = None, day: date | None = None) -> Read:
    """What sources hold; `day` stands for today where the files name no date."""
    return reader_of(sources, as_of, day).read()


def reader_of(
    sources: Sources,
    as_of: str | None = None,
    day: date | None = None,
    *,
    kept: bool = False,
) -> PortfolioReader:
    """What reads sources; with `kept`, as often as wanted without parsing them again."""
    from roadmap.reading.parsed import ParsedFiles
    from roadmap.reading.read import PortfolioReader

    files = ParsedFiles(sources, kept)
    return PortfolioReader(files, words(), day or today(), _as_of(as_of))


def files_with_errors(read: Read) -> tuple[str, ...]:
    """The files whose errors leave something out."""
    from roadmap.diagnostics import Severity

    errors = (
        diagnostic
        for diagnostic in read.diagnostics
        if diagnostic.severity is Severity.ERROR
    )
    files = {error.place.file for error in errors if error.place}
    return tuple(sorted(files.union(read.left_out)))


def words() -> Words:
    """Everything that parts add to the format."""
    from roadmap.checks.words import words as checks_words
    from roadmap.importers.words import words as importers_words
    from roadmap.model.words import Words
    from roadmap.scoring.catalogue import words as scoring_words
    from roadmap.simulation.settings import words as forecast_words

    declared = (scoring_words(), checks_words(), importers_words(), forecast_words())
    return Words(
        tuple(word for room in declared for word in room.portfolio),
        tuple(word for room in declared for word in room.initiative),
    )


def today() -> date:
    """The date today, or that of SOURCE_DATE_EPOCH; the command ends where it is none."""
    epoch = os.environ.get(EPOCH, "")
    if not epoch:
        return datetime.now().astimezone().date()
    if not re.fullmatch("[0-9]{1,10}", epoch) or int(epoch) >= LATEST:
        said = f"{EPOCH}={epoch[:40]} is no number of seconds from 1970 to 2199"
        stop(f"{said}; correct it or unset it")
    return datetime.fromtimestamp(int(epoch), UTC).date()


def _as_of(stated: str | None) -> date | None:
    if stated is None:
        return None
    if stated == "today":
        return today()
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import Terms, period

    try:
        return period(stated, Terms()).first
    except Unreadable as error:
        stop(f"--as-of: {error.message}; {error.cure}, or `today`")


def portfolio_at(folder: Path | None) -> Path:
    """A folder's portfolio, or the nearest; ends the command where there is none."""
    from roadmap.reading.bounds import git_top
    from roadmap.reading.find import nearest_portfolio, portfolio_folder

    if folder is not None:
        if not folder.exists():
            stop(f"no folder `{folder}`")
        if not folder.is_dir():
            stop(f"`{folder}` is not a folder; name the folder that holds the portfolio")
        return _in_bounds(portfolio_folder(folder), folder)
    nearest = nearest_portfolio(Path())
    if nearest is None:
        where = "here or above" if git_top(Path()) else "here"
        cure = "start one with `roadmap init`, or name its folder with -C"
        stop(f"no portfolio {where}; {cure}")
    return _in_bounds(nearest, None)


def _in_bounds(folder: Path, named: Path | None) -> Path:
    """A portfolio's folder; the command ends where a link that nobody named leads there."""
    from roadmap.reading.bounds import leads_out

    if folder != named and leads_out(folder):
        stop(f"`{folder}` is a link that leads out of the checkout; name the folder itself")
    return folder


def _base(folder: Path) -> Path:
    from roadmap.reading.bounds import git_top

    return git_top(folder) or Path.cwd()
