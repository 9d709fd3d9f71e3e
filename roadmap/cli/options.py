"""The options that commands share, in groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from roadmap.cli.exits import stop
from roadmap.cli.option import argument, option

CHOOSE, OUTPUT, COMPUTE = "Which initiatives are shown", "Output", "What is computed"
MOST_UNITS = 100_000
LEAST_DRAWS, MOST_DRAWS = 200, 100_000
_FOLDER_HELP = "The portfolio's folder; default: the nearest one, from here up."


def _units(text: str) -> int:
    if not (re.fullmatch("[0-9]{1,9}", text) and 1 <= int(text) <= MOST_UNITS):
        raise ValueError(f"`{text}` is not a whole number from 1 to {MOST_UNITS}")
    return int(text)


def _draws(text: str) -> int:
    if not (re.fullmatch("[0-9]{1,9}", text) and LEAST_DRAWS <= int(text) <= MOST_DRAWS):
        raise ValueError(f"`{text}` is not a whole number from 200 to {MOST_DRAWS}")
    return int(text)


def _seed(text: str) -> int:
    if not re.fullmatch("[0-9]{1,9}", text):
        raise ValueError(f"`{text}` is not a whole number from 0 to 999999999")
    return int(text)


@dataclass(frozen=True, kw_only=True)
class Inside:
    """Where the portfolio is, for commands whose arguments are something else."""

    inside: Path | None = option(None, "-C", metavar="FOLDER", help=_FOLDER_HELP)

    @property
    def where(self) -> Path | None:
        """The folder that was named, if any."""
        return self.inside


@dataclass(frozen=True, kw_only=True)
class InFolder(Inside):
    """Where the portfolio is, named plainly or with -C."""

    folder: Path | None = argument(None, "FOLDER", _FOLDER_HELP)

    @property
    def where(self) -> Path | None:
        """The folder that was named, if any; stops if it is named twice."""
        if self.folder is not None and self.inside is not None:
            stop("name the folder once: as FOLDER or with -C")
        return self.inside if self.folder is None else self.folder


@dataclass(frozen=True, kw_only=True)
class AsOf:
    """The day from which the portfolio is planned."""

    as_of: str | None = option(
        None,
        "--as-of",
        metavar="DATE|today",
        help="Plan as of this day; nothing unfinished starts earlier.",
        panel=COMPUTE,
    )


@dataclass(frozen=True, kw_only=True)
class Scoring:
    """How initiatives are scored."""

    framework: str | None = option(
        None,
        "--framework",
        metavar="NAME",
        help="Score by this framework instead.",
        panel=COMPUTE,
    )


@dataclass(frozen=True, kw_only=True)
class Ordering:
    """What is ranked and scheduled."""

    ideas: bool = option(False, "--ideas", help="Include ideas.", panel=COMPUTE)


@dataclass(frozen=True, kw_only=True)
class Planning:
    """How the plan is searched for."""

    engine: Literal["fast", "exact"] | None = option(
        None,
        "--engine",
        help="The engine that plans; `exact` needs `customer-roadmap[exact]`.",
        panel=COMPUTE,
    )
    units: int | None = option(
        None,
        "--units",
        metavar="N",
        help="How long the engine `exact` may work: 4 units by default, about 6 s each.",
        panel=COMPUTE,
        parser=_units,
    )
    free: bool = option(
        False, "--free", help="Plan as if no dates were published.", panel=COMPUTE
    )


@dataclass(frozen=True, kw_only=True)
class Comparing:
    """How plans that are compared are made."""

    fresh: bool = option(
        False,
        "--fresh",
        help="Plan every side afresh, instead of from the order of the first one.",
        panel=COMPUTE,
    )


@dataclass(frozen=True, kw_only=True)
class Foretelling:
    """Whether dates come with ranges and chances."""

    no_forecast: bool = option(
        False,
        "--no-forecast",
        help="Dates of the plan alone, without ranges and chances.",
        panel=COMPUTE,
    )


@dataclass(frozen=True, kw_only=True)
class Redrawing:
    """How a plan is drawn for its forecast."""

    draws: int | None = option(
        None,
        "--draws",
        metavar="N",
        help="How often the plan is drawn: 200 to 100000.",
        panel=COMPUTE,
        parser=_draws,
    )
    seed: int | None = option(
        None, "--seed", metavar="N", help="Which draws.", panel=COMPUTE, parser=_seed
    )


@dataclass(frozen=True, kw_only=True)
class Filtering:
    """Which initiatives are shown: any value of each option, and all options."""

    theme: list[str] | None = option(
        None,
        "--theme",
        metavar="THEME",
        help="Only this theme; may be repeated.",
        panel=CHOOSE,
    )
    tag: list[str] | None = option(
        None, "--tag", metavar="TAG", help="Only this tag; may be repeated.", panel=CHOOSE
    )
    team: list[str] | None = option(
        None,
        "--team",
        metavar="TEAM",
        help="Only initiatives with work for this team; may be repeated.",
        panel=CHOOSE,
    )
    owner: list[str] | None = option(
        None,
        "--owner",
        metavar="OWNER",
        help="Only this owner; may be repeated.",
        panel=CHOOSE,
    )
    kind: list[str] | None = option(
        None,
        "--kind",
        metavar="KIND",
        help="Only this kind; may be repeated.",
        panel=CHOOSE,
    )
    parent: list[str] | None = option(
        None,
        "--parent",
        metavar="ID",
        help="Only what has this parent; may be repeated.",
        panel=CHOOSE,
    )
    status: list[str] | None = option(
        None,
        "--status",
        metavar="STATUS",
        help="Only this status; may be repeated.",
        panel=CHOOSE,
    )


@dataclass(frozen=True, kw_only=True)
class Printing:
    """Output formats and their targets."""

    formats: list[str] | None = option(
        None,
        "--format",
        metavar="NAME[:FILE]",
        help="The output format; repeat it with files to write several.",
        panel=OUTPUT,
    )
    output: Path | None = option(
        None,
        "-o",
        "--output",
        metavar="FILE",
        help="Write to this file instead.",
        panel=OUTPUT,
    )
    force: bool = option(
        False, "--force", help="Replace a file that roadmap did not write.", panel=OUTPUT
    )
    all: bool = option(
        False, "--all", help="Show everything that is otherwise folded.", panel=OUTPUT
    )


@dataclass(frozen=True, kw_only=True)
class Dating:
    """How precisely dates are printed."""

    dates: Literal["fitting", "exact"] = option(
        "fitting",
        "--dates",
        help="Dates as precise as they deserve, or all to the day.",
        panel=OUTPUT,
        silent=False,
    )
