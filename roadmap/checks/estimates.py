"""Stated estimates with their places, and the work and people they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from roadmap.checks.check import Subject
from roadmap.diagnostics import Place
from roadmap.model.amounts import Range
from roadmap.model.initiative import Initiative, Part
from roadmap.model.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class TeamEstimate:
    """One team's part of an `effort` or a `remaining`, as stated."""

    initiative: Initiative
    part: Part
    key: str

    @property
    def place(self) -> Place:
        """Its place in the file."""
        return self.initiative.place / self.key / self.part.team / "work"


def ranges(subject: Subject, faulty: Callable[[Range], bool]) -> Iterator[TeamEstimate]:
    """Every stated range of an effort, or of what remains of it, that is faulty.

    Each text is judged once, however many initiatives contain it.
    """
    known: dict[str, bool] = {}
    for initiative in subject.judged:
        stated = () if initiative.effort_assumed else initiative.effort
        for key, parts in (("effort", stated), ("remaining", initiative.remaining or ())):
            for part in parts:
                text = part.work.text
                if text not in known:
                    known[text] = ".." in text and faulty(part.work)
                if known[text]:
                    yield TeamEstimate(initiative, part, key)


def units(portfolio: Portfolio, part: Part, scale: int, people: Fraction) -> Fraction:
    """The presence that a part needs of so many people, `scale` units to a person."""
    team = portfolio.teams[part.team]
    return part.work.middle * team.people * scale / (people * team.focus)


def own_people(portfolio: Portfolio, part: Part) -> Fraction:
    """The people who work on a part."""
    team = portfolio.teams[part.team]
    return team.share if part.people is None else min(part.people, team.people)
