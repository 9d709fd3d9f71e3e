"""A day to begin with, named as a date or as the revision of that day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.model.periods import FiscalYear


def since_day(where: Path | None, stated: str, year: FiscalYear) -> date:
    """The first day of a date, or the day of a commit; ends the command without one."""
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import Terms, period

    terms = Terms(fiscal_year_starts=year.starts, fiscal_year_named_by=year.named_by)
    try:
        return period(stated, terms).first
    except Unreadable:
        return _of_revision(where, stated)


def _of_revision(where: Path | None, stated: str) -> date:
    from roadmap.cli.exits import stop
    from roadmap.cli.load_pair import checkout, in_git

    with in_git():
        repository = checkout(where)
        found = repository.dated(repository.commit(stated))
    if found is None:
        stop(f"--since: the commit `{stated}` has no date that can be read")
    return found
