"""portfolio.yaml and the section files beside it: what the initiatives share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.model.amounts import Range
from roadmap.model.calendar import WEEKDAYS, Calendar
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.reading import sections
from roadmap.reading.declared import extended, settings
from roadmap.reading.efforts import RESERVED, Stated, Teams, parts
from roadmap.reading.faults import DUPLICATE_SECTION, UNUSABLE_ID, WRONG_VALUE
from roadmap.reading.ids import complaint
from roadmap.reading.scalars import Terms
from roadmap.reading.schema import SECTIONS, PortfolioFile
from roadmap.reading.tree import Tree
from roadmap.reading.validated import validated

PORTFOLIO = ("portfolio.yaml", "portfolio.yml")


@dataclass(slots=True)
class Shared:
    """A portfolio without initiatives, and what its initiatives are read with."""

    portfolio: Portfolio
    terms: Terms
    file: PortfolioFile
    places: Mapping[str, Place]
    faults: list[Diagnostic] = field(default_factory=list)

    def default_effort(self, teams: Teams) -> Stated | None:
        """The stated default; a team it names and the section lacks is a finding."""
        stated = self.file.default_effort
        if stated is None or isinstance(stated, Range):
            return stated
        known = parts(stated, None, teams, self.places["default_effort"], None) or ()
        return {part.team: stated[part.team] for part in known}


def shared(
    trees: Mapping[str, Tree],
    reserved: Mapping[str, str],
    words: Words,
    today: date,
    as_of: date | None,
) -> Shared:
    """What portfolio.yaml and its section files say; all of it is optional."""
    faults: list[Diagnostic] = []
    data, places, main = _merged(trees, reserved, faults)
    schema = extended(PortfolioFile, words.portfolio)
    terms = _terms(data, main)
    kept = {key: value for key, value in data.items() if not key.startswith("x-")}
    found = validated(schema, kept, Place(main), terms)
    faults.extend(_relocated(fault, places) for fault in found.faults)
    file = found.value
    where = {
        key: places.get(key, Place(main) / key) for key in (*SECTIONS, "default_effort")
    }
    faults.extend(_bad_ids(file, where))
    portfolio = _portfolio(file, where, terms, today, as_of, words, main)
    return Shared(portfolio, terms, file, where, faults)


def _merged(
    trees: Mapping[str, Tree], reserved: Mapping[str, str], faults: list[Diagnostic]
) -> tuple[dict[str, Any], dict[str, Place], str]:
    """All sections in one mapping, and where those from files of their own stand."""
    main = next((name for name in PORTFOLIO if name in trees), PORTFOLIO[0])
    data = _mapping(trees[main], faults) if main in trees else {}
    places: dict[str, Place] = {}
    for name, section in reserved.items():
        if section == "portfolio" or trees[name].broken:
            continue
        if data.get(section) is not None:
            faults.append(_twice(section, name, main))
            continue
        data[section] = _mapping(trees[name], faults)
        places[section] = Place(name)
    return data, places, main


def _mapping(found: Tree, faults: list[Diagnostic]) -> dict[str, Any]:
    documents = [document for document in found.documents if document is not None]
    if not documents:
        return {}
    if len(documents) > 1:
        message = "this file holds one document only; the others are ignored"
        place = Place(found.file, document=1)
        faults.append(Diagnostic(WRONG_VALUE, message, place, cure="join them"))
    if isinstance(documents[0], dict):
        return dict(documents[0])
    message = "this file must be a mapping"
    place, cure = Place(found.file), "write `key: value` pairs"
    faults.append(Diagnostic(WRONG_VALUE, message, place, cure=cure))
    return {}


def _twice(section: str, name: str, main: str) -> Diagnostic:
    message = f"`{section}` stands in {main} too; this file is ignored"
    related = (((Place(main) / section).key, "this one counts"),)
    return Diagnostic(
        DUPLICATE_SECTION, message, Place(name), related, "keep one of the two"
    )


def _relocated(fault: Diagnostic, places: Mapping[str, Place]) -> Diagnostic:
    """A finding about a section of its own file, said of that file."""
    from dataclasses import replace

    place = fault.place
    if place is None or not place.route or str(place.route[0]) not in places:
        return fault
    home = places[str(place.route[0])]
    return replace(fault, place=replace(place, file=home.file, route=place.route[1:]))


def _terms(data: Mapping[str, Any], main: str) -> Terms:
    """What changes how values are read; its faults are found again with the rest."""
    wanted = {key: data[key] for key in ("week", "fiscal_year_starts") if key in data}
    basics = validated(PortfolioFile, wanted, Place(main), Terms()).value
    days = len(set(basics.week)) if basics.week else 5
    plain = Terms(days, {}, basics.fiscal_year_starts)
    sizes = {"sizes": data["sizes"]} if isinstance(data.get("sizes"), dict) else {}
    sized = validated(PortfolioFile, sizes, Place(main), plain).value
    return Terms(days, sized.sizes, basics.fiscal_year_starts)


def _bad_ids(file: PortfolioFile, where: Mapping[str, Place]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for section in SECTIONS:
        for id in getattr(file, section) or {}:
            wrong = complaint(id)
            if section == "teams" and id in RESERVED:
                wrong = (f"`{id}` cannot be the id of a team", "name it otherwise")
            if wrong:
                place = (where[section] / id).key
                found.append(Diagnostic(UNUSABLE_ID, wrong[0], place, cure=wrong[1]))
    return found


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
    present = (*SECTIONS, "journey")
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
        minimise=file.minimise,
        engine=file.engine,
        horizons=sections.horizons(file, terms.days_a_week),
        currency=file.currency,
        link_templates=file.link_templates,
        settings=settings(file, words.portfolio),
        sections=frozenset(name for name in present if getattr(file, name) is not None),
        file=main,
    )
