"""The line that tells an editor which schema a file follows, and that schema.

The schema lies in the portfolio itself, so that it is there without a network, for whoever
has checked it out, and is the one of the version that wrote it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

FOLDER = ".schema"
"""Below the portfolio's folder; reading skips what begins with a dot."""


def modeline(file: Path, portfolio: Path, kind: str) -> str:
    r"""The first line of a file of a portfolio.

    >>> modeline(Path("plans/billing/a.yaml"), Path("plans"), "initiative")
    '# yaml-language-server: $schema=../.schema/initiative.json\n'
    """
    path = os.path.relpath(schema_path(portfolio, kind), file.parent)
    return f"# yaml-language-server: $schema={Path(path).as_posix()}\n"


def schema_path(portfolio: Path, kind: str) -> Path:
    """Where a portfolio keeps the schema of a kind of file."""
    return portfolio / FOLDER / f"{kind}.json"


def schema_text(kind: str) -> str:
    """The schema of a kind of file, as it is published."""
    from roadmap.cli.load import words
    from roadmap.reading.json_schema import json_schema

    said = json_schema(kind, words())
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"
