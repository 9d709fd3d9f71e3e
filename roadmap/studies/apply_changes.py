"""A portfolio with some of the changes that lead to another one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from roadmap.model.initiative import Claim, Initiative, Part
from roadmap.model.portfolio import Portfolio
from roadmap.studies.change import CALENDAR, INITIATIVES, PORTFOLIO, Change, Patch

_CITED = ("needs", "objectives", "evidence")


@dataclass(frozen=True, slots=True)
class Between:
    """Two portfolios and the changes that lead from one to the other."""

    old: Portfolio
    new: Portfolio
    changes: tuple[Change, ...]

    def applied(self, numbers: Collection[int]) -> Portfolio:
        """The old portfolio with the changes of these numbers.

        A change brings the new entries that it names along, and takes away the names of
        what it removes: no mixture speaks of what is not there.
        """
        if len(numbers) == len(self.changes):
            return self.new
        patches = [p for number in sorted(numbers) for p in self.changes[number].patches]
        patched = _patched(self.old, patches)
        patched["initiatives"] = self._completed(patched["initiatives"])
        mixed = replace(self.old, **patched)
        return replace(mixed, **self._named_sections(mixed))

    def _completed(self, initiatives: dict[str, Initiative]) -> dict[str, Initiative]:
        """Initiatives with all new ones that they depend on, and no removed ones."""
        todo = list(initiatives)
        while todo:
            for wanted in initiatives[todo.pop()].depends_on or ():
                if wanted not in initiatives and wanted in self.new.initiatives:
                    initiatives[wanted] = self.new.initiatives[wanted]
                    todo.append(wanted)
        gone = self.old.initiatives.keys() - initiatives.keys()
        if gone:
            initiatives = {
                id: _without(initiative, gone) for id, initiative in initiatives.items()
            }
        return dict(sorted(initiatives.items()))

    def _named_sections(self, mixed: Portfolio) -> dict[str, Any]:
        """The sections with all that initiatives name in them, in the new order."""
        every = mixed.initiatives.values()
        teams = {part.team for initiative in every for part in _parts(initiative)}
        cited: dict[str, set[str]] = {name: set() for name in _CITED}
        for initiative in every:
            cited["needs"].update(claim.target for claim in initiative.outcomes)
            cited["objectives"].update(claim.target for claim in initiative.contributions)
            cited["evidence"].update(_evidence(initiative))
        sections = {"teams": self._section(mixed, "teams", teams)}
        return sections | {name: self._section(mixed, name, cited[name]) for name in _CITED}

    def _section(self, mixed: Portfolio, name: str, wanted: Iterable[str]) -> Any:
        entries = dict(getattr(mixed, name))
        sides = (self.new, self.old) if name == "teams" else (self.new,)
        for id in wanted:
            for side in sides:
                if id not in entries and id in getattr(side, name):
                    entries[id] = getattr(side, name)[id]
        return _ordered(entries, [*getattr(self.new, name), *getattr(self.old, name)])


def _patched(old: Portfolio, patches: Iterable[Patch]) -> dict[str, Any]:
    """The fields of a portfolio that patches touch, and its initiatives."""
    patched: dict[str, Any] = {INITIATIVES: dict(old.initiatives)}
    for patch in patches:
        if patch.section == PORTFOLIO:
            patched.update(patch.values or {})
        elif patch.section == CALENDAR:
            calendar = patched.get(CALENDAR, old.calendar)
            patched[CALENDAR] = replace(calendar, **(patch.values or {}))
        else:
            entries = patched.setdefault(patch.section, dict(getattr(old, patch.section)))
            _put(entries, patch)
    return patched


def _put(entries: dict[str, Any], patch: Patch) -> None:
    if patch.values is None and patch.entry is None:
        entries.pop(patch.id, None)
    elif patch.values is None:
        entries[patch.id] = patch.entry
    elif patch.id in entries:
        entries[patch.id] = replace(entries[patch.id], **patch.values)


def _without(initiative: Initiative, gone: Collection[str]) -> Initiative:
    wanted = initiative.depends_on
    if not wanted or not any(id in gone for id in wanted):
        return initiative
    return replace(initiative, depends_on=tuple(id for id in wanted if id not in gone))


def _parts(initiative: Initiative) -> Iterable[Part]:
    return (*initiative.effort, *(initiative.remaining or ()))


def _evidence(initiative: Initiative) -> Iterable[str]:
    claims: tuple[Claim, ...] = (*initiative.outcomes, *initiative.contributions)
    return (*initiative.evidence, *(id for claim in claims for id in claim.evidence))


def _ordered(entries: Mapping[str, Any], order: list[str]) -> dict[str, Any]:
    return {id: entries[id] for id in dict.fromkeys(order) if id in entries}
