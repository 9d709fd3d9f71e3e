"""`roadmap rule`: the manual page of a rule, or all of them in a line each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadmap.cli.command import KEEP, Command

if TYPE_CHECKING:
    from roadmap.checks.settings import Settings
    from roadmap.diagnostics import Rule

Code = Annotated[
    str | None,
    typer.Argument(
        metavar="CODE",
        show_default=False,
        help="A rule's code or name, or the beginning of codes.",
    ),
]
Inside = Annotated[
    Path | None,
    typer.Option(
        "-C",
        metavar="FOLDER",
        show_default=False,
        help="Say how much the portfolio there makes of it, or that it is off.",
    ),
]


def rule(code: Code = None, inside: Inside = None) -> None:
    """The manual page of a rule; without a code, all rules."""
    from roadmap.checks.catalogue import rules
    from roadmap.checks.settings import meant
    from roadmap.cli.exits import unknown

    known, settings = {each.code: each for each in rules()}, _settings(inside)
    named = {each.name: each for each in known.values()}
    found = known.get((code or "").upper()) or named.get((code or "").lower())
    if found is None:
        listed = [each for each in known.values() if code is None or meant(code, each)]
        for each in listed:
            typer.echo(f"{each.code}  {_severity(each, settings):<7}  {each.name}")
        if code is not None and not listed:
            unknown("rule", code, [*known, *named])
        return
    heading = f"{found.code} {found.name} ({_severity(found, settings)})"
    typer.echo(f"{heading}\n{'=' * len(heading)}\n\n{found.page.strip()}{_plan(found)}")


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


COMMAND = Command("rule", rule, KEEP, 12)
