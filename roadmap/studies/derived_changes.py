"""Derived changes: initiatives whose text is unchanged but now means something else.

`effort: M` is another amount when `sizes` changes, `3w` when the week does, `2027-Q2`
another date when the fiscal year does, a team's own word another status when
`status_words` does, and unstated effort when the default does. Each of these is one change
of portfolio.yaml, not one of every initiative.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative, Part, Promise
from roadmap.model.portfolio import Portfolio
from roadmap.studies.change import Detail, Patch


@dataclass(slots=True)
class DerivedChanges:
    """The patches that belong to keys of portfolio.yaml, by key, as they are found."""

    old: Portfolio
    new: Portfolio
    patches: dict[str, list[Patch]] = field(default_factory=dict)
    details: dict[str, list[Detail]] = field(default_factory=dict)

    def take(self, before: Initiative, after: Initiative, name: str, patch: Patch) -> bool:
        """Keep a patch here if a field differs only by a key of portfolio.yaml."""
        key = self._source(before, after, name)
        if key is None:
            return False
        self.patches.setdefault(key, []).append(patch)
        known = self.details.setdefault(key, [])
        detail = self._detail(key, before, after, name)
        if detail is not None and detail not in known:
            known.append(detail)
        return True

    def _source(self, before: Initiative, after: Initiative, name: str) -> str | None:
        one, other = getattr(before, name), getattr(after, name)
        if name == "effort" and before.effort_assumed and after.effort_assumed:
            return "default_effort"
        if name == "status":
            own = before.status_word and before.status_word == after.status_word
            return "status_words" if own else None
        if not _same_text(one, other):
            return None
        if isinstance(one, Period | Promise):
            return self._other_year()
        return "sizes" if self.old.calendar.week == self.new.calendar.week else "week"

    def _other_year(self) -> str | None:
        """The key by which a quarter or half is now another one."""
        keys = ("fiscal_year_starts", "fiscal_year_named_by")
        differing = (k for k in keys if getattr(self.old, k) != getattr(self.new, k))
        return next(differing, None)

    def _detail(
        self, key: str, before: Initiative, after: Initiative, name: str
    ) -> Detail | None:
        one, other = getattr(before, name), getattr(after, name)
        if key == "default_effort":
            return Detail((), one, other)
        if key != "sizes":
            return None
        pairs = list(zip(_by_team(one), _by_team(other), strict=True))
        differing = ((a, b) for a, b in pairs if a.work != b.work)
        a, b = next(differing, pairs[0])
        size = a.work.text
        if _amount(a) == _amount(b):  # another range around the same middle
            return Detail((size,), self.old.sizes[size], self.new.sizes[size])
        return Detail((size,), self.old.weeks(_amount(a)), self.new.weeks(_amount(b)))


def _same_text(one: Any, other: Any) -> bool:
    """Whether a date, or an effort, is written as it was."""
    text = _text(one)
    return bool(text) and text == _text(other)


def _text(value: Any) -> tuple[Any, ...]:
    """A date or an effort as its author wrote it; empty where nobody did."""
    if isinstance(value, Promise):
        return (*_text(value.period), value.to)
    if isinstance(value, Period):
        return (value.text.removeprefix("FY"),) if value.text else ()
    parts = value if isinstance(value, tuple) else ()
    if not all(isinstance(part, Part) and part.work.text for part in parts):
        return ()
    return tuple((part.team, part.work.text, part.people) for part in _by_team(parts))


def _by_team(parts: tuple[Part, ...]) -> list[Part]:
    return sorted(parts, key=lambda part: part.team)


def _amount(part: Part) -> Fraction:
    return part.work.middle
