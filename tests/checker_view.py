"""An answer beside the facts it has to respect."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.checker_facts import Facts, Initiative

Slot = tuple[int, int]


@dataclass(frozen=True)
class View:
    """The rows of an answer by id, and the slots of those that have days."""

    facts: Facts
    answer: Mapping[str, Any]
    ideas: bool
    rows: dict[str, Mapping[str, Any]]
    slots: dict[str, Slot]

    @property
    def plan(self) -> Mapping[str, Any]:
        plan: Mapping[str, Any] = self.answer["plan"]
        return plan

    @property
    def sequence(self) -> Mapping[str, Any]:
        sequence: Mapping[str, Any] = self.answer["sequence"]
        return sequence

    @cached_property
    def placed(self) -> list[Initiative]:
        return [one for id, one in self.facts.initiatives.items() if id in self.slots]

    def needs(self, one: Initiative) -> list[str]:
        """What holds an initiative: nothing delivered or unknown, nothing if it runs."""
        known = self.facts.initiatives
        return [
            id
            for id in one.depends_on
            if not one.running and id in known and known[id].status != "delivered"
        ]

    @cached_property
    def placeable(self) -> set[str]:
        """Grown from what needs nothing: circles and all behind them stay outside."""
        candidates = {id for id, one in self.facts.initiatives.items() if self._open(one)}
        inside: set[str] = set()
        while grown := {
            id
            for id in candidates - inside
            if inside.issuperset(self.needs(self.facts.initiatives[id]))
        }:
            inside |= grown
        return inside

    def _open(self, one: Initiative) -> bool:
        statuses = {"proposed", "committed", "in_progress", "idea" if self.ideas else ""}
        lost = not self.facts.initiatives.keys() >= set(one.depends_on)
        # What depends on something that cannot be found may be placed, or left out.
        return one.status in statuses and (not lost or one.running or one.id in self.slots)

    @cached_property
    def pinned(self) -> set[str]:
        """Pinned work that can be placed and what it needs, running work apart."""
        waiting = [id for id, one in self.facts.initiatives.items() if one.pin]
        found: set[str] = set()
        while waiting:
            id = waiting.pop()
            one = self.facts.initiatives[id]
            if id in self.placeable and id not in found and not one.running:
                found.add(id)
                waiting += self.needs(one)
        return found

    def value(self, one: Initiative) -> Fraction:
        """What the answer says that it is worth, as a fraction of its shortest decimal."""
        return max(Fraction(0), Fraction(str(self.rows.get(one.id, {}).get("value") or 0)))


def view(facts: Facts, answer: Mapping[str, Any], *, ideas: bool) -> View:
    rows = {row["id"]: row for row in answer["initiatives"]}
    slots = {
        id: (row["start_day"], row["end_day"])
        for id, row in rows.items()
        if id in facts.initiatives and row["start_day"] is not None
    }
    return View(facts, answer, ideas, rows, slots)


def shown(number: Fraction | None) -> float | None:
    return None if number is None else float(number)


def close(one: float | Fraction | None, other: float | Fraction | None) -> bool:
    """Equal, but for the last digits of a floating-point number."""
    if one is None or other is None:
        return one is other
    return math.isclose(float(one), float(other), rel_tol=1e-9, abs_tol=1e-9)
