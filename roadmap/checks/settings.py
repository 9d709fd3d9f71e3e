"""Settings of a portfolio: which rules run, how severe they are, and their limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from roadmap.checks.limit import Limit
from roadmap.diagnostics import Rule, Severity
from roadmap.model.portfolio import Portfolio

KEY = "check"
"""The section of portfolio.yaml."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run and how; each is named by its name, its code or the start of it.

    An empty `select` means all rules. Where `select` and `ignore` both name a rule, the
    longer name wins, and `ignore` if they are equally long. `limits` are by the name of
    the rule, then by key.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    limits: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    plan: bool = False

    def counts(self, rule: Rule) -> bool:
        """Whether a rule runs."""
        wanted = _length(rule, self.select) if self.select else 0
        return wanted > _length(rule, self.ignore)

    def weighed(self, rule: Rule) -> Severity:
        """The severity of a rule, as the longest name that means it says."""
        lengths = [
            (len(_whole(rule, name)), name) for name in self.severity if meant(name, rule)
        ]
        return self.severity[max(lengths)[1]] if lengths else rule.severity

    def limit(self, limit: Limit) -> Fraction:
        """A limit as it is set, or its default."""
        return self.limits.get(limit.rule, {}).get(limit.key, limit.usual)

    def names(self) -> tuple[tuple[str, str], ...]:
        """Every rule named there, with the key that names it."""
        found = {"select": self.select, "ignore": self.ignore, "severity": self.severity}
        return tuple((key, name) for key, names in found.items() for name in names)

    def under(self, other: Settings) -> Settings:
        """These settings, with `other` on top of them."""
        return Settings(
            other.select or self.select,
            (*self.ignore, *other.ignore),
            {**self.severity, **other.severity},
            {
                name: {**self.limits.get(name, {}), **other.limits.get(name, {})}
                for name in (*self.limits, *other.limits)
            },
            self.plan or other.plan,
        )


SETTLED = Settings()


def stated(portfolio: Portfolio) -> Settings:
    """The settings that a portfolio states under `check`."""
    said: Mapping[str, Any] = portfolio.settings.get(KEY, {})
    known = ("select", "ignore", "severity", "plan")
    return Settings(
        tuple(said.get("select", ())),
        tuple(said.get("ignore", ())),
        {name: Severity[word.upper()] for name, word in said.get("severity", {}).items()},
        {
            name: {key: Fraction(number) for key, number in limits.items()}
            for name, limits in said.items()
            if name not in known
        },
        bool(said.get("plan", False)),
    )


def meant(name: str, rule: Rule) -> bool:
    """Whether a name means a rule: it is its name, its code or the start of its code.

    >>> from roadmap.diagnostics import Rule
    >>> meant("RM5", Rule("RM505", "stale-evidence", Severity.NOTE, ""))
    True
    """
    return bool(_whole(rule, name))


def _whole(rule: Rule, name: str) -> str:
    """As much of a rule's code as a name stands for; empty if it means another rule."""
    if name.lower() == rule.name or name.upper() == rule.code:
        return rule.code
    code = name.upper()
    return code if len(code) > 1 and rule.code.startswith(code) else ""


def _length(rule: Rule, names: Iterable[str]) -> int:
    """The most of a rule's code that some names stand for; -1 if none means it."""
    found = (_whole(rule, name) for name in names)
    return max((len(whole) for whole in found if whole), default=-1)
