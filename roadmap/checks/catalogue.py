"""All rules, found by looking."""

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
    """Every rule by code, those that reading itself reports among them."""
    own = (check.rule for check in checks())
    return tuple(sorted((*faults.RULES, *own), key=lambda rule: rule.code))


def planned() -> frozenset[Rule]:
    """The rules that run only where a plan is asked for."""
    return frozenset(check.rule for check in checks() if check.needs == "plan")


def about_the_plan() -> frozenset[str]:
    """The codes of the rules about dates and the plan, and of what keeps work out of it."""
    own = {check.rule.code for check in checks() if check.bars}
    return frozenset(own | {rule.code for rule in rules() if rule.code.startswith("RM4")})
