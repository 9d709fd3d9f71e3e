"""What `--since` names: a revision, or the first day of a date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.model.periods import FiscalYear
    from roadmap.reading.git import NoGit
    from roadmap.reading.repository import Repository

_FORMS = "a date such as 2026-11-01, 2026-11 or 2026-Q4"


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where to begin: after a commit, or on a day; the other is None."""

    commit: str | None = None
    day: date | None = None


def beginning(
    command: str,
    stated: str,
    opened: Callable[[], Repository],
    year: Callable[[], FiscalYear],
) -> Beginning:
    """What `--since` of a command names; what is both counts as a revision.

    `year` is the one that quarters belong to. Raises NoGit where it is neither.
    """
    from roadmap.reading.git import NoGit
    from roadmap.reading.revision_names import NotOne, typed

    try:
        return Beginning(commit=opened().commit(stated))
    except NotOne as error:
        cure = f"roadmap {command} --since {typed(error.meant[0])}"
        raise NoGit(error.message, cure, "starts after one") from None
    except NoGit as error:
        return Beginning(day=_first_day(stated, year, error))


def _first_day(stated: str, year: Callable[[], FiscalYear], error: NoGit) -> date:
    from roadmap.reading.git import NoGit, NoRepository
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import Terms, period

    try:
        period(stated, Terms())  # a year may have to be read, which no typo is worth
        known = year()
        terms = Terms(fiscal_year_starts=known.starts, fiscal_year_named_by=known.named_by)
        return period(stated, terms).first
    except Unreadable:
        said = f"{error.message}, and it is not {_FORMS}"
        if isinstance(error, NoRepository):
            said = f"`{stated}` is not {_FORMS}, and it cannot be a revision: "
            said += error.message
        raise NoGit(said, error.cure, error.effect) from None


def since_day(where: Path | None, command: str, stated: str, year: FiscalYear) -> date:
    """The first day that `--since` names: that of a date, or the day of a commit."""
    from roadmap.cli.exits import stop
    from roadmap.cli.load_pair import checkout, in_git

    with in_git():
        found = beginning(command, stated, lambda: checkout(where), lambda: year)
        day = found.day
        if found.commit is not None:
            day = checkout(where).dated(found.commit)
    if day is None:
        stop(f"--since: the commit `{stated}` has no date that can be read")
    return day
