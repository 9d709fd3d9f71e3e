"""What Typer makes of commands: an app of some, or of the one that a line begins with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING
from importlib import import_module
from inspect import Parameter, Signature
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer
from typer.core import TyperGroup

from roadmap import __version__, families
from roadmap.cli.command import Command
from roadmap.cli.exits import INTERRUPTED, USAGE, engine_or_stop, stop
from roadmap.cli.option import Option, option_of, options_of
from roadmap.cli.options import Inside
from roadmap.cli.streams import put_error, put_line

_HELP = """Prioritise and sequence initiatives: YAML in, a dated and explained roadmap out.

Without a command, in a folder that holds a portfolio: the plan.

Exit codes: 0 success, 1 something is left out or out of date, 2 usage, 130 interrupted.
"""

_Misuse: type[Exception] = typer.BadParameter.__bases__[0]
"""Any mistake in a command line."""


class _Commands(TyperGroup):
    """The commands; errors about values leave out the parser's own wording.

    A command that does not handle an interruption is ended by it.
    """

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command line; usage errors are printed safely and exit with 2."""
        given = (args, prog_name, complete_var, False, windows_expand_args)
        try:
            end = super().main(*given, **extra)
        except _Misuse as error:
            if not standalone_mode:
                raise
            said = StringIO()
            error.show(file=said)  # type: ignore[attr-defined]
            for line in said.getvalue().splitlines():
                put_error(line)
            sys.exit(USAGE)
        if not standalone_mode:
            return end
        sys.exit(end if isinstance(end, int) else 0)

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
        put_line(f"roadmap {__version__}")
        raise typer.Exit


def _typer_function(command: Command[Any]) -> Callable[..., None]:
    """A function of keywords with the signature that Typer reads."""

    def run(context: typer.Context, **given: Any) -> None:
        with engine_or_stop():
            command.function(command.options(**_placed(command.name, context, given)))

    first = Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    parameters = [first, *_parameters(command.options)]
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__doc__ = command.function.__doc__
    return run


def _placed(name: str, context: typer.Context, given: dict[str, Any]) -> dict[str, Any]:
    """A command's options, with the folder that -C names before the command."""
    before = context.parent and context.parent.params.get("inside")
    if before is None:
        return given
    if "inside" not in given:
        stop(f"`{name}` looks at no portfolio; leave -C out")
    if given["inside"] is not None:
        stop("name the folder once: with -C before the command, or after it")
    return given | {"inside": before}


def _parameters(group: type[Any]) -> list[Parameter]:
    hints = get_type_hints(group)
    return [
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            annotation=Annotated[hints[name], _typer_option(option_of(field))],
            default=Parameter.empty if field.default is MISSING else field.default,
        )
        for name, field in options_of(group).items()
    ]


def _typer_option(said: Option) -> Any:
    if not said.flags:
        return typer.Argument(metavar=said.metavar, show_default=False, help=said.help)
    return typer.Option(
        *said.flags,
        metavar=said.metavar,
        help=said.help,
        rich_help_panel=said.panel,
        show_default=not said.silent,
        parser=said.parser and _told(said.parser),
    )


def _told(parser: Callable[[str], Any]) -> Callable[[str], Any]:
    """A parser whose error message is shown unchanged."""

    def parse(text: str) -> Any:
        try:
            return parser(text)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None

    return parse


_Inside = Annotated[Path | None, _typer_option(option_of(options_of(Inside)["inside"]))]


def _main(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    inside: _Inside = None,
) -> None:
    if context.invoked_subcommand is None:
        from roadmap.cli.commands.plan import PlanOptions, plan

        plan(PlanOptions(inside=inside))


def app_of_one(words: Sequence[str]) -> typer.Typer | None:
    """The app of the command that a line begins with; None where that is no command.

    To make all the others takes Typer longer than many an answer. They are needed for help,
    for completion and to correct what is misspelt.
    """
    package = import_module("roadmap.cli.commands")
    modules = {name.removesuffix("_"): name for name in families.module_names(package)}
    if not words or words[0] not in modules:
        return None
    return app_with([import_module(f"{package.__name__}.{modules[words[0]]}").COMMAND])


def app_with(commands: Iterable[Command[Any]]) -> typer.Typer:
    """The app of some commands, listed in this order; without a command, the plan."""
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
    for command in commands:
        function = _typer_function(command)
        brief = (function.__doc__ or "").partition("\n")[0]
        app.command(command.name, short_help=brief, rich_help_panel=command.panel)(function)
        for alias in command.aliases:
            app.command(alias, hidden=True)(function)
    return app
