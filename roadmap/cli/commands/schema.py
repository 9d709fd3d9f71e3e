"""`roadmap schema`: what the files may say, for editors and for other checkers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from roadmap.cli.command import KEEP, Command

Kind = Annotated[
    Literal[
        "initiative",
        "portfolio",
        "segments",
        "needs",
        "objectives",
        "evidence",
        "teams",
    ],
    typer.Argument(metavar="KIND", help="Of which file: initiative, portfolio, needs, …"),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        show_default=False,
        help="Write to a file instead.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is no schema.")]


def schema(kind: Kind = "initiative", output: Output = None, force: Force = False) -> None:
    """The JSON Schema of a kind of file."""
    from roadmap.cli.files import write_text
    from roadmap.cli.modeline import schema_text

    text = schema_text(kind)
    if output is None:
        typer.echo(text, nl=False)
        return
    write_text(output, text, force=force or _is_schema(output))


def _is_schema(path: Path) -> bool:
    """Whether a file holds a schema of ours, of any version."""
    from roadmap.reading.json_schema import HOME

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(data, dict) and str(data.get("$id", "")).startswith(HOME)


COMMAND = Command("schema", schema, KEEP, 15)
