"""`roadmap log`: how the roadmap changed from commit to commit."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import LEFT_OUT, say, stop
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
    from roadmap.model.periods import FiscalYear
    from roadmap.reading.read import Read
    from roadmap.reading.repository import Commit, Repository
    from roadmap.studies.history import Snapshot
    from roadmap.views.answer import Answer
    from roadmap.views.pages.log import History


@dataclass(frozen=True, kw_only=True)
class LogOptions(InFolder, AsOf, Scoring, Ordering, Planning, Filtering, Printing):
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
    from roadmap.cli.load_pair import checkout, in_git
    from roadmap.cli.output import put, targets
    from roadmap.views.pages.log import page

    where = targets(given.formats, given.output, "terminal")
    asked = query(given)
    with in_git():
        found = checkout(given.where)
        history, last = _history(asked, found, _listed(found, given.since))
    answer = _answer(asked, last)
    put(page(answer, history), where, all=given.all, force=given.force)
    _leave(history)
    leave(answer)


@dataclass(frozen=True, slots=True)
class _Listed:
    """The commits that are told, each with its day, and what lies before them.

    `cut` is the commit at which a shallow clone ends. `whole`: they are all there are.
    """

    commits: tuple[tuple[Commit, date], ...]
    cut: Commit | None
    whole: bool


def _listed(repository: Repository, since: str | None) -> _Listed:
    from roadmap.cli.load import today
    from roadmap.cli.since import Beginning, beginning
    from roadmap.studies.history import placed

    begun = Beginning()
    if since is not None:
        begun = beginning("log", since, lambda: repository, lambda: _fiscal(repository))
    revision, first = begun.commit, begun.day
    commits = repository.commits(revision)
    days = placed([commit.when for commit in commits], today())
    dated = tuple(zip(commits, days, strict=True))
    kept = tuple(each for each in dated if first is None or each[1] >= first)
    cut = repository.cut(revision)
    if cut and first and cut.when and cut.when < first:
        cut = None
    if not kept:
        if since is not None:
            said = f"after `{since}`" if first is None else f"from {first} on"
            stop(f"no commit {said} touches this portfolio")
        stop("no commit touches this portfolio; commit it, and its history begins")
    return _Listed(kept, cut, cut is None and since is None)


def _fiscal(repository: Repository) -> FiscalYear:
    """The year that the portfolio's quarters belong to."""
    from roadmap.cli.load import read_from

    return read_from(repository.at(repository.commit("HEAD"))).portfolio.fiscal_year


def _history(asked: Query, repository: Repository, listed: _Listed) -> tuple[History, Read]:
    from roadmap.studies.history import evenly
    from roadmap.views.pages.log import Former, History
    from roadmap.writers.terminal.progress import progress

    first, day = listed.commits[0]
    former = repository.former(first.id)
    taken = evenly(listed.commits)
    snapshots: list[Snapshot] = []
    lost: list[str] = []
    last = None
    with progress("Planning commits", len(taken)) as told:
        for commit, when in taken:
            read = _read(asked, repository, commit, when)
            if read.broken:
                lost.append(commit.id[:10])
            else:
                snapshots.append(_snapshot(asked, commit, when, read))
                last = read
            told(1)
    if last is None:
        stop("no commit holds a portfolio that can be read")
    return History(
        tuple(snapshots),
        len(listed.commits),
        tuple(lost),
        whole=listed.whole,
        cut=listed.cut is not None,
        cut_day=listed.cut.when if listed.cut else None,
        former=Former(former, first.id, day) if former else None,
    ), last


def _read(asked: Query, repository: Repository, commit: Commit, when: date) -> Read:
    from roadmap.cli.load import read_from

    return read_from(repository.at(commit.id), asked.as_of, when)


def _snapshot(asked: Query, commit: Commit, when: date, read: Read) -> Snapshot:
    from dataclasses import replace

    from roadmap.cli.load import files_with_errors
    from roadmap.studies.history import snapshot
    from roadmap.studies.outlook import OutlookOptions, outlook

    options = OutlookOptions(asked.framework, asked.engine, asked.ideas, asked.units)
    made = snapshot(commit.id, when, commit.subject, outlook(read.portfolio, options))
    return replace(made, dated=commit.when is not None, left_out=files_with_errors(read))


def _leave(history: History) -> None:
    """Exit 1 with a message if errors leave something out of a commit."""
    errors = len(history.lost) + sum(bool(each.left_out) for each in history.snapshots)
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
    shown = frozenset(each.id for each in kept if asked.filters.keeps(each))
    return replace(
        checked(engaged(asked, last)), shown=shown if asked.filters else None, all=asked.all
    )


COMMAND = Command("log", log, LogOptions, KEEP, 14)
