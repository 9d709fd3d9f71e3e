"""`roadmap init`: a small commented portfolio to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from roadmap.cli.command import START, Command

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="FOLDER",
        show_default=False,
        help="Where; default: a folder `initiatives`.",
    ),
]


def init(
    folder: Folder = None,
    inside: Annotated[
        Path | None,
        typer.Option("-C", metavar="FOLDER", show_default=False, help="The same."),
    ] = None,
) -> None:
    """Write a small commented portfolio to begin with."""
    from roadmap.cli.answering_command import folder_of
    from roadmap.cli.files import write_text
    from roadmap.cli.opening import today
    from roadmap.cli.starter import FILES, PORTFOLIO
    from roadmap.cli.stop import stop

    where = folder_of(folder, inside) or Path("initiatives")
    files = {"portfolio.yaml": PORTFOLIO.format(start=today()), **FILES}
    there = [name for name in files if (where / name).exists()]
    if there:
        stop(f"`{where / there[0]}` exists; nothing was written")
    try:
        where.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"cannot make `{where}`: {error.strerror}")
    for name, text in files.items():
        write_text(where / name, text)
        typer.echo(str(where / name))
    at = "" if where == Path("initiatives") else f" {where}"
    typer.echo(f"now: roadmap check{at}; roadmap plan{at}", err=True)


COMMAND = Command("init", init, START, 21)
