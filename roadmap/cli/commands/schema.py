"""`roadmap schema`: the JSON Schema of the files, for editors and other tools."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from roadmap.cli.command import KEEP, Command
from roadmap.cli.option import argument, option
from roadmap.cli.streams import put_out

SchemaKind = Literal[
    "initiative",
    "portfolio",
    "segments",
    "needs",
    "objectives",
    "evidence",
    "teams",
    "published",
    "scenario",
]


@dataclass(frozen=True, kw_only=True)
class SchemaOptions:
    """Every option of `schema`."""

    kind: SchemaKind = argument(
        "initiative", "KIND", "The kind of file; default: initiative."
    )
    output: Path | None = option(
        None, "-o", "--output", metavar="FILE", help="Write to this file instead."
    )
    force: bool = option(False, "--force", help="Replace a file that is no schema.")


def schema(given: SchemaOptions) -> None:
    """Print the JSON Schema of a kind of file."""
    from roadmap.cli.files import write_text
    from roadmap.cli.modeline import schema_text

    text = schema_text(given.kind)
    if given.output is None:
        put_out(text)
        return
    force = given.force or _is_schema(given.output)
    write_text(given.output, text, force=force)


def _is_schema(path: Path) -> bool:
    """Whether a file holds a schema of ours, of any version."""
    from roadmap.reading.json_schema import HOME
    from roadmap.reading.sources import file_bytes

    try:
        data = json.loads(file_bytes(str(path)).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(data, dict) and str(data.get("$id", "")).startswith(HOME)


COMMAND = Command("schema", schema, SchemaOptions, KEEP, 15)
