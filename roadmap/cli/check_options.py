"""The options of `check`: rules to run, what fails, the baseline, and fixes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from roadmap.cli.option import option
from roadmap.cli.options import AsOf, InFolder, Printing

_RULES, _FAILS, _FIXES = "Which rules count", "What fails", "What is fixed"


@dataclass(frozen=True, kw_only=True)
class RuleSelection:
    """Which rules count, and how much."""

    select: list[str] | None = option(
        None,
        "--select",
        metavar="RULES",
        help="Only these rules: names, codes, or the beginning of codes, such as RM5.",
        panel=_RULES,
    )
    ignore: list[str] | None = option(
        None, "--ignore", metavar="RULES", help="All but these rules.", panel=_RULES
    )
    severity: list[str] | None = option(
        None,
        "--severity",
        metavar="RULE=SEVERITY",
        help="Set the severity of a rule, such as RM5=warning.",
        panel=_RULES,
    )
    limits: list[str] | None = option(
        None,
        "--set",
        metavar="RULE.KEY=NUMBER",
        help="Set a limit of a rule, such as overlong-initiative.weeks=20.",
        panel=_RULES,
    )
    plan: bool = option(
        False, "--plan", help="Also run the rules that need a plan.", panel=_RULES
    )


@dataclass(frozen=True, kw_only=True)
class FailOptions:
    """What makes the exit code 1."""

    fail_on: Literal["error", "warning", "note", "plan"] = option(
        "error",
        "--fail-on",
        help="Exit with 1 from this severity up; `plan`: on errors, and on anything "
        "that puts the plan at risk.",
        panel=_FAILS,
        silent=False,
    )
    exit_zero: bool = option(
        False, "--exit-zero", help="Exit with 0, whatever is found.", panel=_FAILS
    )
    baseline: Path | None = option(
        None,
        "--baseline",
        metavar="FILE",
        help="Leave out the findings that this file lists.",
        panel=_FAILS,
    )
    write_baseline: bool = option(
        False,
        "--write-baseline",
        help="Write all findings to the baseline, and exit with 0.",
        panel=_FAILS,
    )


@dataclass(frozen=True, kw_only=True)
class FixOptions:
    """What is fixed in the files."""

    fix: bool = option(False, "--fix", help="Apply safe fixes.", panel=_FIXES)
    unsafe_fixes: bool = option(
        False,
        "--unsafe-fixes",
        help="Apply likely fixes too; review them afterwards.",
        panel=_FIXES,
    )
    diff: bool = option(
        False, "--diff", help="Show what would change, and write nothing.", panel=_FIXES
    )


@dataclass(frozen=True, kw_only=True)
class CheckOptions(InFolder, RuleSelection, FailOptions, FixOptions, AsOf, Printing):
    """Every option of `check`."""
