"""A query: which portfolio, as of when, and how to score and plan it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path

from roadmap.cli.options import Filtering
from roadmap.cli.supposing import NOTHING, Supposed
from roadmap.model.initiative import Initiative, Status, compared
from roadmap.model.portfolio import Engine, Portfolio

SCORES, SEQUENCE, PLAN = 1, 2, 3
"""How far a question is computed."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which initiatives are shown: any value of each kind, and all kinds."""

    theme: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    parent: tuple[str, ...] = ()
    status: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether any filter is set."""
        return any(getattr(self, kind.name) for kind in fields(self))

    def keeps(self, initiative: Initiative) -> bool:
        """Whether an initiative is shown."""
        teams = {part.team for part in initiative.effort} | {initiative.team or ""}
        theme = initiative.theme
        return (
            (not self.theme or any(_within(theme, wanted) for wanted in self.theme))
            and (not self.tag or any(tag in self.tag for tag in initiative.tags))
            and (not self.team or any(team in self.team for team in teams))
            and (not self.owner or any(who in self.owner for who in initiative.owners))
            and (not self.kind or initiative.kind in self.kind)
            and (not self.parent or initiative.parent in self.parent)
            and (not self.status or self._in_status(initiative))
        )

    def _in_status(self, initiative: Initiative) -> bool:
        """Whether a status of ours, or the team's own word for it, is wanted."""
        word = compared(initiative.status_word)
        own = word and any(word == compared(wanted) for wanted in self.status)
        return bool(own) or initiative.status in self.status


def filters(given: Filtering) -> Filters:
    """The filters of a command line."""
    ours = ((word, word.replace("-", "_")) for word in given.status or ())
    words = [known if known in list(Status) else word for word, known in ours]
    names = ("theme", "tag", "team", "owner", "kind", "parent")
    chosen = {name: tuple(getattr(given, name) or ()) for name in names}
    return Filters(**chosen, status=tuple(words))


def refuse_unknown(chosen: Filters, *portfolios: Portfolio) -> None:
    """Stop if a filter names something unknown, and suggest the nearest name."""
    from roadmap.cli.exits import unknown

    every = [
        initiative
        for portfolio in portfolios
        for initiative in portfolio.initiatives.values()
    ]
    parts = [part.team for initiative in every for part in initiative.effort]
    known = {
        "theme": {above for initiative in every for above in _above(initiative.theme)},
        "tag": {tag for initiative in every for tag in initiative.tags},
        "team": {*parts, *(initiative.team for initiative in every if initiative.team)},
        "owner": {who for initiative in every for who in initiative.owners},
        "kind": {initiative.kind for initiative in every if initiative.kind},
        "parent": {
            name
            for initiative in every
            for name in (initiative.id, initiative.parent)
            if name
        },
    }
    known["team"].update(team for portfolio in portfolios for team in portfolio.teams)
    own = {
        compared(word): word for portfolio in portfolios for word in portfolio.status_words
    }
    for wanted in chosen.status:
        if wanted not in list(Status) and compared(wanted) not in own:
            unknown("status", wanted, [*Status, *own.values()])
    for what, names in known.items():
        for wanted in getattr(chosen, what):
            if every and wanted not in names:
                unknown(what, wanted, names)


def _above(theme: str) -> list[str]:
    """A theme and the themes above it."""
    parts = theme.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]


def _within(theme: str, wanted: str) -> bool:
    return theme == wanted or theme.startswith(f"{wanted}/")


class Forecasting(StrEnum):
    """When a plan is forecast.

    IF_UNCERTAIN: where somebody said how uncertain work is. FULLY: always, and with the
    estimates that are worth narrowing first.
    """

    NEVER = "never"
    IF_UNCERTAIN = "if uncertain"
    FULLY = "fully"


@dataclass(frozen=True, slots=True)
class Query:
    """A question to a portfolio."""

    folder: Path | None = None
    as_of: str | None = None
    supposed: Supposed = NOTHING
    framework: str | None = None
    engine: Engine | None = None
    units: int | None = None
    free: bool = False
    fresh: bool = False
    ideas: bool = False
    forecast: Forecasting = Forecasting.NEVER
    draws: int | None = None
    seed: int | None = None
    width_of: str | None = None
    filters: Filters = field(default_factory=Filters)
    exact: bool = False
    all: bool = False
    by: str = "horizon"
    sort: str = "score"
