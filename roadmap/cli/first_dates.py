"""The dates of commitments as git holds them first, to judge deliveries by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.model.portfolio import Portfolio
    from roadmap.reading.repository import Mention, Repository
    from roadmap.views.answer import Answer

MOST = 100
"""Commits that are read, the oldest first."""
_SHARED = frozenset({"portfolio.yaml"})
"""What says how dates are to be read."""


def with_first_dates(answer: Answer, folder: Path | None) -> Answer:
    """An answer that judges commitments by what git holds first, as far as there is git.

    It is asked only if something promised is over, and for the commits that change
    promises, up to `as_of`.
    """
    from roadmap.cli.load import portfolio_at
    from roadmap.outcomes.commitments import settled
    from roadmap.reading.git import NoGit, NoRepository
    from roadmap.reading.repository import repository
    from roadmap.studies.first_told import first_told

    wanted = {each.id for each in settled(answer.portfolio) if each.commitment}
    if not wanted:
        return answer
    try:
        found = repository(portfolio_at(folder))
        every = [it for it in found.mentioning("promised") if _by(answer.portfolio, it)]
        told = first_told(_versions(found, every[:MOST]), wanted)
        missing = bool(every[MOST:]) and not wanted <= told.keys()
        return replace(answer, told=told, cut=missing or found.cut() is not None)
    except NoRepository:
        return answer
    except NoGit:
        return replace(answer, cut=True)


def _by(portfolio: Portfolio, commit: Mention) -> bool:
    """Whether a commit changes files of the portfolio, no later than `as_of`."""
    return bool(commit.files) and (commit.when is None or commit.when <= portfolio.as_of)


def _versions(repository: Repository, commits: list[Mention]) -> Iterator[Portfolio]:
    """The initiatives with promises in each commit; what cannot be read is not told."""
    from roadmap.cli.load import read_from

    for commit in commits:
        yield read_from(repository.at(commit.id, commit.files | _SHARED)).portfolio
