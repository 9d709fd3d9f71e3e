"""`roadmap rule`: the manual page of a rule, or all of them in a line each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.command import KEEP, Command
from roadmap.cli.option import argument, option
from roadmap.cli.streams import put_line, put_out

if TYPE_CHECKING:
    from roadmap.checks.settings import Settings
    from roadmap.diagnostics import Rule


@dataclass(frozen=True, kw_only=True)
class RuleOptions:
    """Every option of `rule`."""

    code: str | None = argument(
        None, "CODE", "A rule's code or name, or the beginning of codes."
    )
    inside: Path | None = option(
        None,
        "-C",
        metavar="FOLDER",
        help="Say how severe the portfolio there makes it, or that it is off.",
    )


def rule(given: RuleOptions) -> None:
    """Print a rule's manual page; without a code, list all rules."""
    from roadmap.checks.catalogue import rules
    from roadmap.checks.settings import meant
    from roadmap.cli.exits import unknown

    code, settings = given.code, _settings(given.inside)
    known = {each.code: each for each in rules()}
    named = {each.name: each for each in known.values()}
    found = known.get((code or "").upper()) or named.get((code or "").lower())
    if found is None:
        listed = [each for each in known.values() if code is None or meant(code, each)]
        for each in listed:
            put_line(f"{each.code}  {_severity(each, settings):<7}  {each.name}")
        if code is not None and not listed:
            unknown("rule", code, [*known, *named])
        return
    heading = f"{found.code} {found.name} ({_severity(found, settings)})"
    page = f"{found.page.strip()}{_plan(found)}"
    put_out(f"{heading}\n{'=' * len(heading)}\n\n{page}\n")


def _settings(inside: Path | None) -> Settings:
    """What the portfolio of a folder asks of rules; where none is named, the usual."""
    from roadmap.checks.settings import SETTLED, stated
    from roadmap.cli.load import opened

    return SETTLED if inside is None else stated(opened(inside, whole=True).portfolio)


def _severity(rule: Rule, settings: Settings) -> str:
    return settings.weighed(rule).word if settings.counts(rule) else "off"


def _plan(rule: Rule) -> str:
    from roadmap.checks.catalogue import planned

    how = "--plan, --fail-on plan, or check: {plan: true}"
    return f"\n\nNeeds a plan: runs with {how}." if rule in planned() else ""


COMMAND = Command("rule", rule, RuleOptions, KEEP, 12)
