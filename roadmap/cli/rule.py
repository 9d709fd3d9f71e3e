"""`roadmap rule`: the manual page of a rule, or all of them in a line each."""

from __future__ import annotations

from typing import Annotated

import typer

from roadmap.cli.command import KEEP, Command

Code = Annotated[
    str | None,
    typer.Argument(metavar="CODE", show_default=False, help="A rule's code or name."),
]


def rule(code: Code = None) -> None:
    """The manual page of a rule; without a code, all rules."""
    from roadmap.checks.run import rules
    from roadmap.cli.stop import unknown

    known = {each.code: each for each in rules()}
    if code is None:
        for each in known.values():
            typer.echo(f"{each.code}  {each.severity.word:<7}  {each.name}")
        return
    named = {each.name: each for each in known.values()}
    found = known.get(code.upper()) or named.get(code.lower())
    if found is None:
        unknown("rule", code, [*known, *named])
    heading = f"{found.code} {found.name} ({found.severity.word})"
    typer.echo(f"{heading}\n{'=' * len(heading)}\n\n{found.page.strip()}")


COMMAND = Command("rule", rule, KEEP, 12)
