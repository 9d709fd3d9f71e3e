"""The options that commands share, in the groups in which they take them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

_CHOOSE, _OUTPUT, _COMPUTE = "Which initiatives are shown", "Output", "What is computed"
MOST_UNITS = 100_000
Group = dict[str, tuple[Any, Any]]
"""Parameters by name: their annotation and their default."""

_FOLDER_HELP = "The portfolio's folder; default: the nearest one, from here up."
In = Annotated[
    Path | None, typer.Option("-C", metavar="FOLDER", show_default=False, help=_FOLDER_HELP)
]
Folder = Annotated[
    Path | None, typer.Argument(metavar="FOLDER", show_default=False, help=_FOLDER_HELP)
]


def _option(flag: str, metavar: str, help: str, panel: str) -> Any:
    return typer.Option(
        flag, metavar=metavar, show_default=False, rich_help_panel=panel, help=help
    )


def _flag(flag: str, help: str, panel: str) -> Any:
    return typer.Option(flag, rich_help_panel=panel, help=help)


def _units(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_UNITS):
        raise typer.BadParameter(f"`{text}` is not a whole number from 1 to {MOST_UNITS}")
    return int(text)


def _choice(what: str) -> tuple[Any, Any]:
    help = f"Only those of this {what}; may be repeated."
    option = _option(f"--{what}", what.upper(), help, _CHOOSE)
    return Annotated[list[str] | None, option], None


AsOf = Annotated[
    str | None,
    _option(
        "--as-of",
        "DATE|today",
        "Where we stand: nothing unfinished is placed before it.",
        _COMPUTE,
    ),
]
Formats = Annotated[
    list[str] | None,
    _option("--format", "NAME[:FILE]", "The format; may be repeated with files.", _OUTPUT),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        show_default=False,
        rich_help_panel=_OUTPUT,
        help="Write to a file instead.",
    ),
]
Force = Annotated[bool, _flag("--force", "Replace a file that we did not write.", _OUTPUT)]
All = Annotated[bool, _flag("--all", "Show what is otherwise folded up.", _OUTPUT)]

FOLDER: Group = {"folder": (Folder, None), "inside": (In, None)}
INSIDE: Group = {"inside": (In, None)}
READ: Group = {"as_of": (AsOf, None)}
SCORED: Group = {
    "framework": (
        Annotated[
            str | None,
            _option("--framework", "NAME", "Score by this framework instead.", _COMPUTE),
        ],
        None,
    )
}
ORDERED: Group = {
    "ideas": (Annotated[bool, _flag("--ideas", "Take ideas in too.", _COMPUTE)], False)
}
PLANNED: Group = {
    "engine": (
        Annotated[
            Literal["fast", "exact"] | None,
            typer.Option(
                "--engine",
                show_default=False,
                rich_help_panel=_COMPUTE,
                help="Which engine plans; `exact` needs the extra of that name.",
            ),
        ],
        None,
    ),
    "units": (
        Annotated[
            int | None,
            typer.Option(
                "--units",
                parser=_units,
                metavar="N",
                show_default=False,
                rich_help_panel=_COMPUTE,
                help="How much the engine `exact` may work: by default 4, about 6 s each.",
            ),
        ],
        None,
    ),
}
CHOSEN: Group = {
    what: _choice(what) for what in ("theme", "tag", "team", "owner", "status")
}
PUT: Group = {
    "formats": (Formats, None),
    "output": (Output, None),
    "force": (Force, False),
    "all": (All, False),
}
Dates = Annotated[
    Literal["fitting", "exact"],
    typer.Option(
        "--dates",
        rich_help_panel=_OUTPUT,
        help="Dates as precise as they deserve, or all to the day.",
    ),
]
DATED: Group = {"dates": (Dates, "fitting")}
