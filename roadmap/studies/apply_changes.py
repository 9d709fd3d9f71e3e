"""A portfolio with some of the edits that lead to another one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.studies.change import CALENDAR, INITIATIVES, PORTFOLIO, Edit, Patch

_CITED = ("needs", "objectives", "evidence")


@dataclass(frozen=True, slots=True)
class Between:
    """Two portfolios and the edits that lead from one to the other."""

    old: Portfolio
    new: Portfolio
    edits: tuple[Edit, ...]

    def having(self, kept: Collection[int]) -> Portfolio:
        """The old portfolio with the edits of these numbers.

        An edit brings the new entries that it names, and a name of what an edit has
        taken away goes with it: no mixture speaks of what is not there.
        """
        if len(kept) == len(self.edits):
            return self.new
        patches = [each for number in sorted(kept) for each in self.edits[number].patches]
        mixed = _patched(self.old, patches)
        mixed["initiatives"] = self._whole(mixed["initiatives"])
        whole = replace(self.old, **mixed)
        return replace(whole, **self._named(whole))

    def _whole(self, initiatives: dict[str, Initiative]) -> dict[str, Initiative]:
        """Initiatives with all those that they wait for, and none that are gone."""
        todo = list(initiatives)
        while todo:
            each = initiatives[todo.pop()]
            for wanted in each.depends_on or ():
                if wanted not in initiatives and wanted in self.new.initiatives:
                    initiatives[wanted] = self.new.initiatives[wanted]
                    todo.append(wanted)
        gone = self.old.initiatives.keys() - initiatives.keys()
        if gone:
            initiatives = {id: _without(each, gone) for id, each in initiatives.items()}
        return dict(sorted(initiatives.items()))

    def _named(self, mixed: Portfolio) -> dict[str, Any]:
        """The sections with everything that initiatives name in them, in the new order."""
        every = mixed.initiatives.values()
        teams = {part.team for each in every for part in _parts(each)}
        found = {"teams": self._section(mixed, "teams", teams)}
        cited: dict[str, set[str]] = {name: set() for name in _CITED}
        for each in every:
            cited["needs"].update(claim.target for claim in each.outcomes)
            cited["objectives"].update(claim.target for claim in each.contributions)
            cited["evidence"].update(_evidence(each))
        return found | {name: self._section(mixed, name, cited[name]) for name in _CITED}

    def _section(self, mixed: Portfolio, name: str, wanted: Iterable[str]) -> Any:
        entries = dict(getattr(mixed, name))
        for id in wanted:
            for side in (self.new, self.old) if name == "teams" else (self.new,):
                if id not in entries and id in getattr(side, name):
                    entries[id] = getattr(side, name)[id]
        return _ordered(entries, [*getattr(self.new, name), *getattr(self.old, name)])


def _patched(old: Portfolio, patches: Iterable[Patch]) -> dict[str, Any]:
    """The fields of a portfolio that patches touch, and its initiatives."""
    found: dict[str, Any] = {INITIATIVES: dict(old.initiatives)}
    for patch in patches:
        if patch.section == PORTFOLIO:
            found.update(patch.values or {})
        elif patch.section == CALENDAR:
            calendar = found.get(CALENDAR, old.calendar)
            found[CALENDAR] = replace(calendar, **(patch.values or {}))
        else:
            entries = found.setdefault(patch.section, dict(getattr(old, patch.section)))
            _put(entries, patch)
    return found


def _put(entries: dict[str, Any], patch: Patch) -> None:
    if patch.values is None and patch.entry is None:
        entries.pop(patch.id, None)
    elif patch.values is None:
        entries[patch.id] = patch.entry
    elif patch.id in entries:
        entries[patch.id] = replace(entries[patch.id], **patch.values)


def _without(each: Initiative, gone: Collection[str]) -> Initiative:
    if not each.depends_on or not any(id in gone for id in each.depends_on):
        return each
    return replace(each, depends_on=tuple(id for id in each.depends_on if id not in gone))


def _parts(each: Initiative) -> Iterable[Any]:
    return (*each.effort, *(each.remaining or ()))


def _evidence(each: Initiative) -> Iterable[str]:
    claims: tuple[Claim, ...] = (*each.outcomes, *each.contributions)
    return (*each.evidence, *(id for claim in claims for id in claim.evidence))


def _ordered(entries: Mapping[str, Any], order: list[str]) -> dict[str, Any]:
    return {id: entries[id] for id in dict.fromkeys(order) if id in entries}
