"""The history of a portfolio: the commits to tell, each read, planned and forecast."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop
from roadmap.cli.query import Forecasting

if TYPE_CHECKING:
    from roadmap.cli.query import Query
    from roadmap.model.periods import FiscalYear
    from roadmap.model.portfolio import Portfolio
    from roadmap.reading.read import Read
    from roadmap.reading.repository import Commit, Repository
    from roadmap.studies.chance_history import ChanceHistory, Foretold
    from roadmap.studies.history import Snapshot
    from roadmap.studies.outlook import Outlook, OutlookOptions
    from roadmap.views.pages.log import History
    from roadmap.views.phrases.chance_moves import ToldStep


@dataclass(frozen=True, slots=True)
class Listed:
    """The commits that are told, each with its day, and what lies before them.

    `cut` is the commit at which a shallow clone ends. `whole`: they are all there are.
    """

    commits: tuple[tuple[Commit, date], ...]
    cut: Commit | None
    whole: bool


def listed(repository: Repository, since: str | None) -> Listed:
    """The commits of a portfolio's history, as `--since` says; stops without any."""
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
    return Listed(kept, cut, cut is None and since is None)


def _fiscal(repository: Repository) -> FiscalYear:
    """The year that the portfolio's quarters belong to."""
    from roadmap.cli.load import read_from

    return read_from(repository.at(repository.commit("HEAD"))).portfolio.fiscal_year


def history(asked: Query, repository: Repository, told: Listed) -> tuple[History, Read]:
    """The history of the commits that are told, and the last one that can be read."""
    from roadmap.studies.history import evenly
    from roadmap.views.pages.log import Former, History
    from roadmap.writers.terminal.progress import progress

    first, day = told.commits[0]
    former = repository.former(first.id)
    taken = evenly(told.commits)
    walk = _Walk(asked, repository, len(taken))
    with progress("Planning commits", len(taken)) as advance:
        for commit, when in reversed(taken):
            walk.take(commit, when)
            advance(1)
    if walk.last is None:
        stop("no commit holds a portfolio that can be read")
    return History(
        tuple(reversed(walk.snapshots)),
        len(told.commits),
        tuple(reversed(walk.lost)),
        whole=told.whole,
        cut=told.cut is not None,
        cut_day=told.cut.when if told.cut else None,
        former=Former(former, first.id, day) if former else None,
        steps=tuple(reversed(walk.steps)),
    ), walk.last


@dataclass(slots=True)
class _Walk:
    """A way through commits from the last one to the first: what it has come by so far."""

    asked: Query
    repository: Repository
    commits: int
    snapshots: list[Snapshot] = field(default_factory=list)
    steps: list[ToldStep] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    last: Read | None = None
    _chances: ChanceHistory | None = None
    _later: tuple[str, Foretold] | None = None

    def take(self, commit: Commit, when: date) -> None:
        """Plan a commit, and find out what the next one moved."""
        from roadmap.studies.outlook import outlook

        read = self._read(commit, when, self.asked.as_of)
        if read.broken:
            self.lost.append(commit.id[:10])
            return
        similar = self._later and self._later[1].outlook
        planned = outlook(read.portfolio, self._options, similar, tight=False)
        made = self._foretold(planned)
        self.last = self.last or read
        self.snapshots.append(_snapshot(commit, when, read, made))
        if self._chances and self._later:
            self._step(self._chances, commit, when, made)
        self._later = commit.id, made

    def _foretold(self, made: Outlook) -> Foretold:
        from roadmap.studies.chance_history import Foretold, chance_history

        if self.last is None and self.asked.forecast is not Forecasting.NEVER:
            self._chances = chance_history(made, self.commits, self._options)
        if self._chances is None:
            return Foretold(made, None)
        return self._chances.foretold(made, self._later and self._later[1])

    def _step(
        self, chances: ChanceHistory, commit: Commit, when: date, made: Foretold
    ) -> None:
        from roadmap.views.phrases.chance_moves import told

        if self._later is None:
            return

        def as_of(day: date) -> Portfolio:
            return self._read(commit, when, day.isoformat()).portfolio

        next_one, later = self._later
        step = chances.step(made, later, as_of)
        if step:
            self.steps.append(told(step, commit.id, next_one))

    def _read(self, commit: Commit, when: date, as_of: str | None) -> Read:
        from roadmap.cli.load import read_from

        return read_from(self.repository.at(commit.id), as_of, when)

    @property
    def _options(self) -> OutlookOptions:
        from roadmap.cli.compute import outlook_options

        return outlook_options(self.asked)


def _snapshot(commit: Commit, when: date, read: Read, made: Foretold) -> Snapshot:
    from dataclasses import replace

    from roadmap.cli.load import files_with_errors
    from roadmap.studies.history import snapshot

    found = snapshot(commit.id, when, commit.subject, made.outlook, made.forecast)
    return replace(found, dated=commit.when is not None, left_out=files_with_errors(read))
