"""The app: every command of this folder, found by looking; without one, the plan."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from roadmap import __version__, families
from roadmap.cli import options
from roadmap.cli.command import Command
from roadmap.cli.exits import INTERRUPTED, stop

_HELP = """Prioritise and sequence initiatives: YAML in, a dated and explained roadmap out.

Without a command, in a folder that holds a portfolio: the plan.

Exit codes: 0 whole, 1 something is left out or out of date, 2 usage, 130 interrupted.
"""


class _Commands(TyperGroup):
    """The commands; what is wrong with a value is said without the checker's own words.

    An interruption that a command does not answer itself ends it.
    """

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise
        except KeyboardInterrupt:
            stop("interrupted", INTERRUPTED)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"roadmap {__version__}")
        raise typer.Exit


def _main(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    inside: options.In = None,
) -> None:
    if context.invoked_subcommand is None:
        from roadmap.cli.commands.plan import plan
        from roadmap.cli.query_command import defaults

        plan(**defaults(plan) | {"inside": inside})


def _app() -> typer.Typer:
    app = typer.Typer(
        name="roadmap",
        cls=_Commands,
        help=_HELP,
        callback=_main,
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    commands = families.members(import_module("roadmap.cli.commands"), Command, "COMMAND")
    for command in sorted(commands, key=lambda each: each.order):
        app.command(command.name, rich_help_panel=command.panel)(command.function)
        for alias in command.aliases:
            app.command(alias, hidden=True)(command.function)
    return app


app = _app()
