"""portfolio.yaml and the section files next to it: what all initiatives share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.model.amounts import Range
from roadmap.model.calendar import WEEKDAYS, Calendar
from roadmap.model.funding import Funding
from roadmap.model.initiative import Status
from roadmap.model.periods import NamedBy
from roadmap.model.portfolio import Engine, Minimise, Portfolio
from roadmap.model.words import Words
from roadmap.reading import sections, status_words
from roadmap.reading.declared import extended, settings
from roadmap.reading.efforts import RESERVED, Teams, parts, unread
from roadmap.reading.faults import DUPLICATE_ID, UNUSABLE_ID
from roadmap.reading.forgotten_colons import valueless
from roadmap.reading.ids import complaint, taken_id
from roadmap.reading.initiative_file import Efforts
from roadmap.reading.merged import Merged
from roadmap.reading.portfolio_file import SECTIONS, PortfolioFile
from roadmap.reading.scalars import Terms
from roadmap.reading.validated import validated


@dataclass(slots=True)
class Shared:
    """A portfolio without initiatives, and what its initiatives are read with."""

    portfolio: Portfolio
    terms: Terms
    file: PortfolioFile
    places: Mapping[str, Place]
    faults: list[Diagnostic]
    unread: frozenset[str]
    stated_default: Any = None
    stated_funding: Any = None

    def funding(self, teams: Teams) -> Funding | None:
        """The limits on what is funded; unknown teams in its effort are findings."""
        limits = sections.funding(self.file)
        if limits is None:
            return None
        stated = self.stated_funding
        effort = stated.get("effort") if isinstance(stated, dict) else None
        place = self.places["funding"] / "effort"
        unread(effort, limits.team_effort, teams, place, None)
        known = [
            team
            for team in limits.team_effort
            if teams.named(team, (place / team).key, None) is not None
        ]
        kept = {team: limits.team_effort[team] for team in known}
        return replace(limits, team_effort=kept)

    def default_effort(self, teams: Teams) -> Efforts | None:
        """The stated default; unknown teams in it are findings."""
        stated = self.file.default_effort
        unread(self.stated_default, stated, teams, self.places["default_effort"], None)
        if stated is None or isinstance(stated, Range):
            return stated
        known = parts(stated, None, teams, self.places["default_effort"], None) or ()
        return {part.team: stated[part.team] for part in known}


def shared(said: Merged, words: Words, today: date, as_of: date | None) -> Shared:
    """The content of portfolio.yaml and its section files, all of it optional."""
    home = Place(said.main)
    schema = extended(PortfolioFile, words.portfolio)
    terms = _terms(said.data, said.main)
    checked = validated(schema, said.data, home, terms)
    faults = [*said.faults, *(said.relocated(fault) for fault in checked.faults)]
    file = checked.value
    keys = (*SECTIONS, "default_effort", "funding")
    where = {key: said.places.get(key, home / key) for key in keys}
    faults.extend(_bad_ids(file, where))
    portfolio = _portfolio(file, where, terms, today, as_of, words, said.main)
    gone = said.unread | _gone(checked.faults)
    for key, example in _FILLED.items():
        if isinstance(section := said.data.get(key), dict):
            faults.extend(valueless(section, said.places.get(key, home / key), example))
    faults.extend(status_words.faults(file.status_words, home / status_words.KEY))
    stated = said.data.get("default_effort")
    limits = said.data.get("funding")
    return Shared(portfolio, terms, file, where, faults, frozenset(gone), stated, limits)


_NAMED = (*SECTIONS, "journey")
"""What initiatives refer to by name."""
_BASICS = ("week", "fiscal_year_starts", "fiscal_year_named_by")
_FILLED = {
    "sizes": "3w",
    "link_templates": "https://…/{id}",
    "status_words": "in_progress",
}
"""Sections in which every name needs a value, with an example of one."""


def _gone(faults: list[Diagnostic]) -> set[str]:
    """The sections that could not be used at all."""
    routes = (fault.place.route for fault in faults if fault.place)
    return {str(route[0]) for route in routes if len(route) == 1} & set(SECTIONS)


def _terms(data: Mapping[str, Any], main: str) -> Terms:
    """The settings that change how values are read; their faults are reported later."""
    wanted = {key: data[key] for key in _BASICS if key in data}
    basics = validated(PortfolioFile, wanted, Place(main), Terms()).value
    days = len(set(basics.week)) if basics.week else 5
    year = basics.fiscal_year_starts, NamedBy(basics.fiscal_year_named_by)
    plain = Terms(days, {}, *year)
    sizes = {"sizes": data["sizes"]} if isinstance(data.get("sizes"), dict) else {}
    sized = validated(PortfolioFile, sizes, Place(main), plain).value
    words = _status_words(data, main)
    return Terms(days, sized.sizes, *year, words)


def _status_words(data: Mapping[str, Any], main: str) -> Mapping[str, str]:
    wanted = {key: data[key] for key in (status_words.KEY,) if key in data}
    sound = validated(PortfolioFile, wanted, Place(main), Terms()).value.status_words
    return status_words.meanings(data.get(status_words.KEY), sound)


def _bad_ids(file: PortfolioFile, where: Mapping[str, Place]) -> Iterator[Diagnostic]:
    for section in SECTIONS:
        taken: dict[str, str] = {}
        for id in getattr(file, section) or {}:
            place = (where[section] / id).key
            wrong = complaint(id)
            if section == "teams" and id in RESERVED:
                wrong = (f"`{id}` cannot be the id of a team", "choose another id")
            if wrong:
                yield Diagnostic(UNUSABLE_ID, wrong[0], place, cure=wrong[1])
            first = taken.setdefault(id.casefold(), id)
            if first != id:
                related = (((where[section] / first).key, "used here first"),)
                message = taken_id(id, first)
                cure = "give one of them another id"
                yield Diagnostic(DUPLICATE_ID, message, place, related, cure)


def _portfolio(
    file: PortfolioFile,
    where: Mapping[str, Place],
    terms: Terms,
    today: date,
    as_of: date | None,
    words: Words,
    main: str,
) -> Portfolio:
    stated = as_of or (file.as_of.first if file.as_of else None)
    start = file.start.first if file.start else stated or today
    week = tuple(i for i, day in enumerate(WEEKDAYS) if day in (file.week or WEEKDAYS[:5]))
    return Portfolio(
        initiatives={},
        calendar=Calendar(start, week, sections.holidays(file)),
        as_of=stated or start,
        teams=sections.teams(file, where),
        title=file.title,
        vision=file.vision,
        framework=file.framework,
        segments=sections.segments(file, where),
        journey=tuple(file.journey or ()),
        needs=sections.needs(file, where),
        objectives=sections.objectives(file, where),
        evidence=sections.evidence(file, where),
        balance=sections.balance(file),
        fiscal_year_starts=terms.fiscal_year_starts,
        fiscal_year_named_by=terms.fiscal_year_named_by,
        sizes=terms.sizes,
        minimise=Minimise(file.minimise),
        engine=Engine(file.engine),
        steadiness=sections.steadiness(file),
        horizons=sections.horizons(file, terms.days_a_week),
        currency=file.currency,
        link_templates=file.link_templates,
        status_words={word: Status(it) for word, it in file.status_words.items()},
        settings=settings(file, words.portfolio),
        sections=frozenset(name for name in _NAMED if getattr(file, name) is not None),
        file=main,
    )
