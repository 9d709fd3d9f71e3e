"""All rules: every module of the folder `rules` defines one."""

from __future__ import annotations

from importlib import import_module

from roadmap.checks.check import Check
from roadmap.diagnostics import Rule
from roadmap.families import members
from roadmap.reading import faults


def checks() -> tuple[Check, ...]:
    """Every check, by its rule's code."""
    found = members(import_module("roadmap.checks.rules"), Check, "CHECK")
    return tuple(sorted(found, key=lambda check: check.rule.code))


def rules() -> tuple[Rule, ...]:
    """Every rule, by code, with those that reading itself reports."""
    own = (check.rule for check in checks())
    return tuple(sorted((*faults.RULES, *own), key=lambda rule: rule.code))


def planned() -> frozenset[Rule]:
    """The rules that need a schedule, so that they run only when asked for."""
    return frozenset(check.rule for check in checks() if check.needs == "plan")


def about_the_plan() -> frozenset[str]:
    """The codes of the rules about dates, and about work that cannot be scheduled."""
    own = {check.rule.code for check in checks() if check.bars}
    return frozenset(own | {rule.code for rule in rules() if rule.code.startswith("RM4")})
