"""`roadmap log`: how the roadmap moved over the commits that touch it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from roadmap.cli import options
from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import stop
from roadmap.cli.folder import folder_of
from roadmap.cli.query_command import asked, leave, signed

if TYPE_CHECKING:
    from roadmap.cli.query import Ask
    from roadmap.reading.read import Read
    from roadmap.reading.revision import Commit, Repository
    from roadmap.studies.history import Moment
    from roadmap.views.answer import Answer
    from roadmap.views.pages.log import History

Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="REV", show_default=False, help="Only commits after this one."
    ),
]


def _log(**given: Any) -> None:
    from roadmap.cli.load_pair import checkout, in_git
    from roadmap.cli.output import put, targets
    from roadmap.views.pages.log import page

    where = targets(given["formats"], given["output"], "terminal")
    ask = asked(given)
    with in_git():
        found = checkout(folder_of(given["folder"], given["inside"]))
        commits = found.commits(given["since"])
        if not commits:
            if given["since"]:
                stop(f"no commit after `{given['since']}` touches this portfolio")
            stop("no commit touches this portfolio; commit it, and its history begins")
        history, last = _history(ask, found, commits)
    answer = _answer(ask, last)
    put(page(answer, history), where, all=given["all"], force=given["force"])
    leave(answer)


def _history(
    ask: Ask, found: Repository, commits: tuple[Commit, ...]
) -> tuple[History, Read]:
    from roadmap.studies.history import evenly
    from roadmap.views.pages.log import History
    from roadmap.writers.terminal.progress import progress

    taken = evenly(commits)
    moments: list[Moment] = []
    lost: list[str] = []
    last = None
    with progress("Planning commits", len(taken)) as told:
        for commit in taken:
            read = _read(ask, found, commit)
            if read.broken:
                lost.append(commit.id[:10])
            else:
                moments.append(_moment(ask, commit, read))
                last = read
            told(1)
    if last is None:
        stop("no commit holds a portfolio that can be read")
    return History(tuple(moments), len(commits), tuple(lost)), last


def _read(ask: Ask, found: Repository, commit: Commit) -> Read:
    from roadmap.cli.load import read_from

    return read_from(found.at(commit.id), ask.as_of, date.fromisoformat(commit.when[:10]))


def _moment(ask: Ask, commit: Commit, read: Read) -> Moment:
    from roadmap.studies.history import moment
    from roadmap.studies.outlook import Manner, outlook

    manner = Manner(ask.framework, ask.engine, ask.ideas, ask.units)
    when = date.fromisoformat(commit.when[:10])
    return moment(commit.id, when, commit.subject, outlook(read.portfolio, manner))


def _answer(ask: Ask, last: Read) -> Answer:
    from dataclasses import replace

    from roadmap.cli.compute import checked, engaged
    from roadmap.cli.query import refuse_unknown

    refuse_unknown(ask.filters, last.portfolio)
    kept = last.portfolio.initiatives.values()
    shown = frozenset(each.id for each in kept if ask.filters.keeps(each))
    return replace(
        checked(engaged(ask, last)), shown=shown if ask.filters else None, all=ask.all
    )


log = signed(
    _log,
    "How forecasts, promises, ranks and value moved from commit to commit.",
    options.FOLDER,
    {"since": (Since, None)},
    options.READ,
    options.SCORED,
    options.ORDERED,
    options.PLANNED,
    options.CHOSEN,
    options.PUT,
)
COMMAND = Command("log", log, KEEP, 14)
