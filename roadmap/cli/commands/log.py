"""`roadmap log`: how the roadmap moved over the commits that touch it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import stop
from roadmap.cli.option import option
from roadmap.cli.options import (
    AsOf,
    Filtering,
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
    from roadmap.reading.revision import Commit, Repository
    from roadmap.studies.history import Snapshot
    from roadmap.views.answer import Answer
    from roadmap.views.pages.log import History


@dataclass(frozen=True, kw_only=True)
class LogOptions(InFolder, AsOf, Scoring, Ordering, Planning, Filtering, Printing):
    """Every option of `log`."""

    since: str | None = option(
        None, "--since", metavar="REV", help="Only commits after this one."
    )


def log(given: LogOptions) -> None:
    """Show how the roadmap moved over its commits."""
    from roadmap.cli.load_pair import checkout, in_git
    from roadmap.cli.output import put, targets
    from roadmap.views.pages.log import page

    where = targets(given.formats, given.output, "terminal")
    asked = query(given)
    with in_git():
        found = checkout(given.where)
        commits = found.commits(given.since)
        if not commits:
            if given.since:
                stop(f"no commit after `{given.since}` touches this portfolio")
            stop("no commit touches this portfolio; commit it, and its history begins")
        history, last = _history(asked, found, commits)
    answer = _answer(asked, last)
    put(page(answer, history), where, all=given.all, force=given.force)
    leave(answer)


def _history(
    asked: Query, found: Repository, commits: tuple[Commit, ...]
) -> tuple[History, Read]:
    from roadmap.studies.history import evenly
    from roadmap.views.pages.log import History
    from roadmap.writers.terminal.progress import progress

    taken = evenly(commits)
    snapshots: list[Snapshot] = []
    lost: list[str] = []
    last = None
    with progress("Planning commits", len(taken)) as told:
        for commit in taken:
            read = _read(asked, found, commit)
            if read.broken:
                lost.append(commit.id[:10])
            else:
                snapshots.append(_snapshot(asked, commit, read))
                last = read
            told(1)
    if last is None:
        stop("no commit holds a portfolio that can be read")
    return History(tuple(snapshots), len(commits), tuple(lost)), last


def _read(asked: Query, found: Repository, commit: Commit) -> Read:
    from roadmap.cli.load import read_from

    return read_from(found.at(commit.id), asked.as_of, date.fromisoformat(commit.when[:10]))


def _snapshot(asked: Query, commit: Commit, read: Read) -> Snapshot:
    from roadmap.studies.history import snapshot
    from roadmap.studies.outlook import PlanOptions, outlook

    options = PlanOptions(asked.framework, asked.engine, asked.ideas, asked.units)
    when = date.fromisoformat(commit.when[:10])
    return snapshot(commit.id, when, commit.subject, outlook(read.portfolio, options))


def _answer(asked: Query, last: Read) -> Answer:
    from dataclasses import replace

    from roadmap.cli.compute import checked, engaged
    from roadmap.cli.query import refuse_unknown

    refuse_unknown(asked.filters, last.portfolio)
    kept = last.portfolio.initiatives.values()
    shown = frozenset(each.id for each in kept if asked.filters.keeps(each))
    return replace(
        checked(engaged(asked, last)), shown=shown if asked.filters else None, all=asked.all
    )


COMMAND = Command("log", log, LogOptions, KEEP, 14)
