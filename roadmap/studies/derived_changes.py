"""Echoes: what an initiative says as before, and what means something else now.

`effort: M` is another amount when `sizes` changes, `3w` when the week does, `2027-Q2`
another date when the fiscal year does, and unsaid effort when the default does. These
are one edit of portfolio.yaml, not one of every initiative.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative, Part
from roadmap.model.portfolio import Portfolio
from roadmap.studies.change import Detail, Patch
from roadmap.studies.written import written


@dataclass(slots=True)
class Echoes:
    """The patches that belong to keys of portfolio.yaml, by key, as they are found."""

    old: Portfolio
    new: Portfolio
    patches: dict[str, list[Patch]] = field(default_factory=dict)
    details: dict[str, list[Detail]] = field(default_factory=dict)

    def take(self, before: Initiative, after: Initiative, name: str, patch: Patch) -> bool:
        """Whether a difference is an echo, which then is kept here."""
        key = self._source(before, after, name)
        if key is None:
            return False
        self.patches.setdefault(key, []).append(patch)
        told = self.details.setdefault(key, [])
        detail = self._detail(key, before, after, name)
        if detail is not None and detail not in told:
            told.append(detail)
        return True

    def _source(self, before: Initiative, after: Initiative, name: str) -> str | None:
        one, other = getattr(before, name), getattr(after, name)
        if name == "effort" and before.effort_assumed and after.effort_assumed:
            return "default_effort"
        if not written(one) or written(one) != written(other):
            return None
        if isinstance(one, Period):
            fiscal = self.old.fiscal_year_starts != self.new.fiscal_year_starts
            return "fiscal_year_starts" if fiscal else None
        if name not in ("effort", "remaining"):
            return None
        return "sizes" if self.old.calendar.week == self.new.calendar.week else "week"

    def _detail(
        self, key: str, before: Initiative, after: Initiative, name: str
    ) -> Detail | None:
        one, other = getattr(before, name), getattr(after, name)
        if key == "default_effort":
            return Detail((), one, other)
        if key != "sizes":
            return None
        pairs = zip(one, other, strict=True)
        differing = ((a, b) for a, b in pairs if _amount(a) != _amount(b))
        a, b = next(differing, (one[0], other[0]))
        weeks = self.old.weeks(_amount(a)), self.new.weeks(_amount(b))
        return Detail((a.work.text,), *weeks)


def _amount(part: Part) -> Fraction:
    return part.work.middle
