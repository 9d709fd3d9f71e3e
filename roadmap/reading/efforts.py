"""Efforts by team, with assumptions for what a file leaves out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from roadmap.diagnostics import Diagnostic, Edit, Place
from roadmap.model.amounts import Range, exact
from roadmap.model.initiative import Part
from roadmap.model.teams import Team
from roadmap.reading.amount_forms import work_meant
from roadmap.reading.faults import NO_TEAM, UNKNOWN_TEAM, WRONG_VALUE
from roadmap.reading.initiative_file import Efforts, PartFile
from roadmap.reading.near import Names

RESERVED = ("work", "people")
_WITHOUT_COLON = re.compile(r"(\S+?)(?:\s*=\s*|\s+)(\S.*)")
NOBODY = "team"
"""The id of the team that is assumed where a file names none."""


@dataclass(slots=True)
class Teams:
    """The portfolio's teams; without a `teams` section every name makes one."""

    known: dict[str, Team]
    closed: bool
    faults: list[Diagnostic] = field(default_factory=list)
    _names: Names | None = None

    @property
    def names(self) -> Names:
        """The teams that the section lists, to compare a wrong name with."""
        if self._names is None:
            self._names = Names([*self.known])
        return self._names

    def only(self) -> str | None:
        """The team of work that names none; None where there are several.

        Without a `teams` section it is always the same one, whichever others are named.
        """
        if not self.closed:
            return self.add(NOBODY)
        return next(iter(self.known)) if len(self.known) == 1 else None

    def first(self) -> str:
        """The team that assumed work goes to."""
        return (self.closed and next(iter(self.known), None)) or self.add(NOBODY)

    def add(self, id: str) -> str:
        """Add a team that is named but not described: four people, assumed."""
        self.known.setdefault(id, Team(id, Fraction(4), Fraction(2), assumed=True))
        return id

    def named(self, id: str, place: Place, initiative: str | None) -> str | None:
        """The team of that name; None, with a finding, where `teams` does not list it."""
        if id in self.known:
            return id
        if not self.closed and id not in RESERVED:
            return self.add(id)
        self.faults.append(_unknown(id, place, initiative, self.names))
        return None


def parts(
    stated: Efforts, owner: str | None, teams: Teams, place: Place, initiative: str | None
) -> tuple[Part, ...] | None:
    """The parts of an effort; None where it names none, or belongs to no team."""
    if isinstance(stated, Range):
        whose = owner or teams.only()
        if whose is None and not stated.middle:
            return ()
        if whose is None:
            teams.faults.append(_homeless(place, initiative, teams))
            return None
        return (Part(whose, stated),)
    split = []
    for id, each in stated.items():
        known = id in teams.known  # most are, so their place is not needed
        team = id if known else teams.named(id, (place / id).key, initiative)
        if team is not None:
            split.append(_part(team, each))
    return tuple(split) or None


def unread(
    stated: object,
    kept: Efforts | None,
    teams: Teams,
    place: Place,
    initiative: str | None,
) -> None:
    """Report each name in an effort that has no value, or belongs to no team.

    `kept` is what could be read of it; a wrong value is reported elsewhere, but not the
    name that it stands under.
    """
    if not isinstance(stated, dict):
        return
    read = kept if isinstance(kept, Mapping) else {}
    for id, value in stated.items():
        if id in read or id in RESERVED:
            continue
        amount = valueless(id, teams.names if teams.closed else Names([]))
        if value is None:
            name = teams.names.near(id) if teams.closed and id not in teams.known else None
            cure = amount or f"write `{name.name if name else id}: 6w`, or remove it"
            at = (place / id).key
            message = f"`{id}` has no effort"
            fault = Diagnostic(WRONG_VALUE, message, at, cure=cure, initiative=initiative)
            teams.faults.append(fault)
        if value is not None or not amount:
            teams.named(id, (place / id).key, initiative)


def valueless(name: str, known: Names) -> str:
    """How to write an amount that lacks a team or a colon; empty if that is not the fault.

    >>> valueless("web 6w", Names([])), valueless("wbe=2-5w", Names(["web"]))
    ('write `web: 6w`', 'write `web: 2w..5w`')
    """
    if amount := work_meant(name):
        return f"write the team before it: `{next(iter(known.known), 'TEAM')}: {amount}`"
    match = _WITHOUT_COLON.fullmatch(name)
    if match is None or (amount := work_meant(match[2])) is None:
        return ""
    near = None if match[1] in known.known else known.near(match[1])
    return f"write `{near.name if near else match[1]}: {amount}`"


def assumed(
    stated: Efforts | None, owner: str | None, teams: Teams, week: int
) -> tuple[Part, ...]:
    """The effort of an initiative that states none: the default, or four weeks."""
    four_weeks = Range(Fraction(4 * week), Fraction(4 * week), text="4w")
    if stated is None or isinstance(stated, Range):
        whose = owner or teams.only() or teams.first()
        return (Part(whose, stated if stated is not None else four_weeks),)
    return tuple(_part(id, each) for id, each in stated.items() if id in teams.known)


def _part(team: str, stated: PartFile | Range) -> Part:
    if isinstance(stated, Range):
        return Part(team, stated)
    people = None if stated.people is None else exact(stated.people)
    return Part(team, stated.work, people)


def _unknown(id: str, place: Place, initiative: str | None, known: Names) -> Diagnostic:
    near = known.near(id)
    did = f"; did you mean `{near.name}`?" if near else ""
    cure = f"write `{near.name}`, or add `{id}` to `teams`" if near else "add it to `teams`"
    edits = (Edit(place, near.name, near.certain),) if near and near.sure else ()
    message = f"no team `{id}`{did}"
    return Diagnostic(UNKNOWN_TEAM, message, place, (), cure, initiative, edits)


def _homeless(place: Place, initiative: str | None, teams: Teams) -> Diagnostic:
    first = next(iter(teams.known), None)
    if first is None:
        message = "this effort has no team to do it: `teams` is empty"
        cure = "add a team to `teams`, or leave the section out"
        return Diagnostic(NO_TEAM, message, place, cure=cure, initiative=initiative)
    message = "this effort names no team, and there are several"
    cure = f"name it: `{{{first}: 3w}}`, or give the initiative a `team`"
    return Diagnostic(NO_TEAM, message, place, cure=cure, initiative=initiative)
