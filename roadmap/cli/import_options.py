"""The options of `import`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from roadmap.cli.option import option, required
from roadmap.cli.options import Inside, Printing

READ, BECOME, WRITE = "How the export is read", "What becomes of it", "What is written"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How an export is read."""

    source: str | None = option(
        None,
        "--from",
        metavar="NAME",
        help="The tracker it comes from; default: recognised.",
        panel=READ,
    )
    map: list[str] | None = option(
        None,
        "--map",
        metavar="FIELD=HEADER",
        help="The column that holds a field, such as title=Headline; may be repeated. "
        "Fields: title, key, status, owners, estimate, due, starts, depends_on, blocks, "
        "parent, theme, labels, kind, priority, description, url.",
        panel=READ,
    )
    day_first: bool = option(
        False, "--day-first", help="Read 03/04/2027 as 3 April.", panel=READ
    )
    month_first: bool = option(
        False, "--month-first", help="Read 03/04/2027 as March 4.", panel=READ
    )


@dataclass(frozen=True, kw_only=True)
class Becoming:
    """What becomes of an export's items."""

    level: str | None = option(
        None,
        "--level",
        metavar="N|KIND",
        help="The level (0 is the lowest) or kind that becomes initiatives; "
        "default: epics, or what has no parent.",
        panel=BECOME,
    )
    flat: bool = option(
        False, "--flat", help="Make every item an initiative.", panel=BECOME
    )
    points: str | None = option(
        None,
        "--points",
        metavar="1=1w",
        help="How much work a point is; otherwise points are left out.",
        panel=BECOME,
    )
    size: list[str] | None = option(
        None,
        "--size",
        metavar="M=3w",
        help="How much work a size is, unless `sizes` in portfolio.yaml says it; may be "
        "repeated.",
        panel=BECOME,
    )
    team: str | None = option(
        None,
        "--team",
        metavar="TEAM",
        help="The team whose work the estimates are.",
        panel=BECOME,
    )
    priority_as: str | None = option(
        None,
        "--priority-as",
        metavar="impact[:NEED]",
        help="Score priorities as impacts; otherwise they are kept and score nothing.",
        panel=BECOME,
    )
    keep: list[str] | None = option(
        None,
        "--keep",
        metavar="COLUMN",
        help="Keep this column under a key that begins with x-; may be repeated.",
        panel=BECOME,
    )


@dataclass(frozen=True, kw_only=True)
class Writing:
    """What an import writes."""

    into: Path | None = option(
        None,
        "--into",
        metavar="FOLDER",
        help="The portfolio's folder; default: the nearest one, otherwise `initiatives`.",
        panel=WRITE,
    )
    write: bool = option(
        False, "--write", help="Write the files; otherwise they are shown.", panel=WRITE
    )
    only: Literal["new", "changed", "vanished"] | None = option(
        None, "--only", help="Only what is new, changed or vanished.", panel=WRITE
    )
    resolve: Literal["mine", "source"] | None = option(
        None,
        "--resolve",
        help="Settle conflicts: keep what the files say, or take what the source says.",
        panel=WRITE,
    )
    check: bool = option(
        False,
        "--check",
        help="Write nothing; exit 1 if the export says what the files do not.",
        panel=WRITE,
    )


@dataclass(frozen=True, kw_only=True)
class ImportOptions(Inside, Reading, Becoming, Writing, Printing):
    """Every option of `import`."""

    files: list[Path] = required("FILE…", "An export of a tracker, or its folder.")
