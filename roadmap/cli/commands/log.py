"""`roadmap log`: how the roadmap changed from commit to commit."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import LEFT_OUT, say
from roadmap.cli.option import option
from roadmap.cli.options import (
    AsOf,
    Filtering,
    Foretelling,
    InFolder,
    Ordering,
    Planning,
    Printing,
    Scoring,
)
from roadmap.cli.query_command import leave, query

if TYPE_CHECKING:
    from roadmap.cli.query import Query
    from roadmap.reading.read import Read
    from roadmap.views.answer import Answer
    from roadmap.views.pages.log import History


@dataclass(frozen=True, kw_only=True)
class LogOptions(
    InFolder, AsOf, Scoring, Ordering, Planning, Foretelling, Filtering, Printing
):
    """Every option of `log`."""

    since: str | None = option(
        None,
        "--since",
        metavar="REV|DATE",
        help="Only commits after this one, or from this date on (2026-11-01, 2026-11, "
        "2026-Q4). What is both counts as a revision.",
    )


def log(given: LogOptions) -> None:
    """Show how the roadmap moved over its commits."""
    from roadmap.cli.history import history, listed
    from roadmap.cli.load_pair import checkout, in_git
    from roadmap.cli.output import put, targets
    from roadmap.views.pages.log import page

    where = targets(given.formats, given.output, "terminal")
    asked = query(given)
    with in_git():
        repository = checkout(given.where)
        told, last = history(asked, repository, listed(repository, given.since))
    answer = _answer(asked, last)
    put(page(answer, told), where, all=given.all, force=given.force)
    _leave(told)
    leave(answer)


def _leave(history: History) -> None:
    """Exit 1 with a message if errors leave something out of a commit."""
    errors = len(history.lost) + sum(
        bool(snapshot.left_out) for snapshot in history.snapshots
    )
    if errors:
        what = "1 commit has" if errors == 1 else f"{errors} commits have"
        say(f"{what} errors that leave something out")
        sys.exit(LEFT_OUT)


def _answer(asked: Query, last: Read) -> Answer:
    from dataclasses import replace

    from roadmap.cli.compute import checked, engaged
    from roadmap.cli.query import refuse_unknown

    refuse_unknown(asked.filters, last.portfolio)
    kept = last.portfolio.initiatives.values()
    shown = frozenset(
        initiative.id for initiative in kept if asked.filters.keeps(initiative)
    )
    return replace(
        checked(engaged(asked, last)), shown=shown if asked.filters else None, all=asked.all
    )


COMMAND = Command("log", log, LogOptions, KEEP, 14)
