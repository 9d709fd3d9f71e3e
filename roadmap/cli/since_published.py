"""What is different since dates were published, as far as git can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from roadmap.cli.query import Query
    from roadmap.model.portfolio import Portfolio
    from roadmap.model.published import PublishedDates
    from roadmap.reading.repository import Repository
    from roadmap.studies.difference import Difference
    from roadmap.studies.since_published import SincePublished

FILES = frozenset({"published.yaml", "published.yml"})


def since_published(asked: Query, portfolio: Portfolio, folder: Path) -> SincePublished:
    """What was edited since the commit that published the dates, and the days since."""
    from roadmap.cli.load import read_from
    from roadmap.reading.git import NoGit
    from roadmap.reading.repository import repository
    from roadmap.studies.since_published import NoEdits, SincePublished, days_since

    days = days_since(portfolio)
    try:
        checkout = repository(folder)
        commit = _published_in(checkout)
        if commit is None:
            return SincePublished(days, why=NoEdits.NOT_COMMITTED)
        edge = checkout.cut()
        if edge is not None and edge.id == commit:
            return SincePublished(days, why=NoEdits.SHALLOW)
        read = read_from(checkout.at(commit), portfolio.as_of.isoformat())
    except NoGit:
        return SincePublished(days, why=NoEdits.NO_GIT)
    if read.broken:
        return SincePublished(days, commit, why=NoEdits.UNREADABLE)
    then, now = read.portfolio.published, portfolio.published
    if then is None or now is None or _told(then.dates) != _told(now.dates):
        return SincePublished(days, why=NoEdits.NOT_COMMITTED)
    return SincePublished(days, commit, _difference(asked, read.portfolio, portfolio))


def _published_in(checkout: Repository) -> str | None:
    """The last commit that changes published dates."""
    every = checkout.mentioning("shown")
    return next((it.id for it in reversed(every) if it.files & FILES), None)


def _told(dates: Mapping[str, PublishedDates]) -> dict[str, tuple[date, date, str]]:
    return {id: (it.start, it.end, it.shown) for id, it in dates.items()}


def _difference(asked: Query, then: Portfolio, now: Portfolio) -> Difference:
    from roadmap.cli.compute import outlook_options
    from roadmap.studies.changes import changes
    from roadmap.studies.difference import difference
    from roadmap.studies.trials import MOST
    from roadmap.writers.terminal.progress import progress

    live = sum(not change.inert for change in changes(then, now))
    with progress("Trying edits", 2 + min(live, MOST)) as told:
        return difference(then, now, outlook_options(asked), told)
