"""The estimates that somebody stated, each with its place, and what they need."""

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
class Estimate:
    """What somebody said of one team's part, under `effort` or `remaining`."""

    initiative: Initiative
    part: Part
    key: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.initiative.place / self.key / self.part.team / "work"


def ranges(subject: Subject, faulty: Callable[[Range], bool]) -> Iterator[Estimate]:
    """Every faulty range that is stated for a part of an effort, or of what remains of it.

    Each text is judged once, however many initiatives write it.
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
                    yield Estimate(initiative, part, key)


def units(portfolio: Portfolio, part: Part, scale: int, people: Fraction) -> Fraction:
    """What so many people have to be present for, in units of `scale` to a person."""
    team = portfolio.teams[part.team]
    return part.work.middle * team.people * scale / (people * team.focus)


def own_people(portfolio: Portfolio, part: Part) -> Fraction:
    """The people who work on a part."""
    team = portfolio.teams[part.team]
    return team.share if part.people is None else min(part.people, team.people)
