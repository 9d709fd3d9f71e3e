"""Settings: which rules count, how much, and from where on; as a portfolio states them."""

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
    """What is asked of rules; each is named by code, name, or the beginning of its code.

    `select` empty: all rules. A rule that is named in both `select` and `ignore` goes by
    the longer name, at a tie by `ignore`. `limits` are by rule's name, then key.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    limits: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    plan: bool = False

    def counts(self, rule: Rule) -> bool:
        """Whether a rule is asked for."""
        wanted = _length(rule, self.select) if self.select else 0
        return wanted > _length(rule, self.ignore)

    def weighed(self, rule: Rule) -> Severity:
        """How much a rule matters; the longest of the names that mean it decides."""
        found = [
            (len(_whole(rule, name)), name) for name in self.severity if meant(name, rule)
        ]
        return self.severity[max(found)[1]] if found else rule.severity

    def limit(self, limit: Limit) -> Fraction:
        """A threshold as it is set, else as it usually is."""
        return self.limits.get(limit.rule, {}).get(limit.key, limit.usual)

    def names(self) -> tuple[tuple[str, str], ...]:
        """Every name of a rule that stands there, and under which key."""
        found = {"select": self.select, "ignore": self.ignore, "severity": self.severity}
        return tuple((key, name) for key, names in found.items() for name in names)

    def under(self, other: Settings) -> Settings:
        """These settings where `other`, the nearer ones, say nothing."""
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
    """What a portfolio says under `check`."""
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
    """Whether a rule is meant by a name: its own, its code, or how its code begins.

    >>> from roadmap.diagnostics import Rule
    >>> meant("RM5", Rule("RM505", "stale-evidence", Severity.NOTE, ""))
    True
    """
    return bool(_whole(rule, name))


def _whole(rule: Rule, name: str) -> str:
    """The name with which a rule is meant, as long as it is definite; else nothing."""
    if name.lower() == rule.name or name.upper() == rule.code:
        return rule.code
    code = name.upper()
    return code if len(code) > 1 and rule.code.startswith(code) else ""


def _length(rule: Rule, names: Iterable[str]) -> int:
    """How definitely a rule is named: by how much of its code, one for none of it."""
    found = (_whole(rule, name) for name in names)
    return max((len(whole) for whole in found if whole), default=-1)
