"""The dates of commitments as git holds them first, to judge deliveries by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from roadmap.model.portfolio import Portfolio
    from roadmap.outcomes.commitments import Told
    from roadmap.reading.repository import Mention, Repository
    from roadmap.views.answer import Answer

MOST = 100
"""Commits that are read of each kind, the oldest first."""
_SHARED = frozenset({"portfolio.yaml"})
"""What says how dates are to be read."""
_PUBLISHED = frozenset({"published.yaml", "published.yml"})


def with_first_dates(answer: Answer, folder: Path | None) -> Answer:
    """An answer that judges commitments by what git holds first, as far as there is git.

    It is asked only if something promised or published is over, and for the commits that
    change promises or published dates, up to `as_of`.
    """
    from roadmap.cli.load import portfolio_at
    from roadmap.outcomes.commitments import DateSource, settled
    from roadmap.reading.git import NoGit, NoRepository
    from roadmap.reading.repository import repository

    over = [commitment for commitment in settled(answer.portfolio) if commitment.commitment]
    published = {
        commitment.id for commitment in over if commitment.source is DateSource.PUBLISHED
    }
    promised = {commitment.id for commitment in over} - published
    if not over:
        return answer
    try:
        found = repository(portfolio_at(folder))
        first = _Found({}, False)
        if promised:
            first = _promised(answer.portfolio, found, promised)
        if published:
            first = first.beside(_published(answer.portfolio, found, published))
        return replace(answer, told=first.told, cut=first.cut or found.cut() is not None)
    except NoRepository:
        return answer
    except NoGit:
        return replace(answer, cut=True)


@dataclass(frozen=True, slots=True)
class _Found:
    """The dates that git holds first, by id; `cut`: some commits were not read."""

    told: Told
    cut: bool

    def beside(self, other: _Found) -> _Found:
        return _Found({**self.told, **other.told}, self.cut or other.cut)


def _promised(portfolio: Portfolio, found: Repository, wanted: set[str]) -> _Found:
    from roadmap.studies.first_told import first_told

    every = [
        it for it in found.mentioning("promised") if it.files and _by(portfolio, it.when)
    ]
    told = first_told(_versions(found, every[:MOST]), wanted)
    return _Found(told, bool(every[MOST:]) and not wanted <= told.keys())


def _published(portfolio: Portfolio, found: Repository, wanted: set[str]) -> _Found:
    from roadmap.studies.first_told import first_published

    every = [
        replace(it, files=files)
        for it in found.mentioning("shown")
        if (files := it.files & _PUBLISHED) and _by(portfolio, it.when)
    ]
    told = first_published(_versions(found, every[:MOST]), wanted)
    return _Found(told, bool(every[MOST:]) and not wanted <= told.keys())


def _by(portfolio: Portfolio, when: date | None) -> bool:
    """Whether a commit was made no later than `as_of`."""
    return when is None or when <= portfolio.as_of


def _versions(repository: Repository, commits: list[Mention]) -> Iterator[Portfolio]:
    """What matters of the portfolio in each commit; what cannot be read is not told."""
    from roadmap.cli.load import read_from

    for commit in commits:
        yield read_from(repository.at(commit.id, commit.files | _SHARED)).portfolio
