"""`roadmap init`: a small commented portfolio to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

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
Ci = Annotated[
    Literal["github", "gitlab"] | None,
    typer.Option(
        "--ci",
        show_default=False,
        help="Write the workflow too; alone where there is a portfolio already.",
    ),
]


def init(
    folder: Folder = None,
    inside: Annotated[
        Path | None,
        typer.Option("-C", metavar="FOLDER", show_default=False, help="The same."),
    ] = None,
    ci: Ci = None,
) -> None:
    """Write a small commented portfolio to begin with."""
    from roadmap.cli.ci_starter import workflow
    from roadmap.cli.folder import folder_of

    where = folder_of(folder, inside) or Path("initiatives")
    begun = ci is not None and (where / "portfolio.yaml").exists()
    files = {} if begun else _portfolio(where)
    _write(files | (workflow(ci, where) if ci else {}))
    at = "" if where == Path("initiatives") else f" {where}"
    typer.echo(f"now: roadmap check{at}; roadmap plan{at}", err=True)


def _portfolio(where: Path) -> dict[Path, str]:
    """The files of a small portfolio, and the schemas that editors check them by."""
    from roadmap.cli.load import today
    from roadmap.cli.modeline import modeline, schema_path, schema_text
    from roadmap.cli.starter import FILES, PORTFOLIO

    main, text = where / "portfolio.yaml", PORTFOLIO.format(start=today())
    files = {main: modeline(main, where, "portfolio") + text}
    for name, text in FILES.items():
        files[where / name] = modeline(where / name, where, "initiative") + text
    kinds = ("portfolio", "initiative")
    return files | {schema_path(where, kind): schema_text(kind) for kind in kinds}


def _write(files: Mapping[Path, str]) -> None:
    """All files, or none where one of them exists; their paths are printed."""
    from roadmap.cli.exits import stop
    from roadmap.cli.files import write_text

    there = [path for path in files if path.exists()]
    if there:
        stop(f"`{there[0]}` exists; nothing was written")
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            stop(f"cannot make `{path.parent}`: {error.strerror}")
        write_text(path, text)
        typer.echo(str(path))


COMMAND = Command("init", init, START, 21)
