"""`roadmap list`: every initiative, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from roadmap.cli.command import READ, Command
from roadmap.cli.exits import stop
from roadmap.cli.option import option
from roadmap.cli.options import (
    OUTPUT,
    AsOf,
    Filtering,
    Foretelling,
    InFolder,
    Printing,
    Scoring,
)
from roadmap.cli.query import PLAN, SCORES
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing


@dataclass(frozen=True, kw_only=True)
class ListOptions(InFolder, AsOf, Supposing, Scoring, Foretelling, Filtering, Printing):
    """Every option of `list`."""

    missing: bool = option(
        False,
        "--missing",
        help="What would improve the roadmap most, by the value at stake.",
        panel=OUTPUT,
    )
    dates: Literal["fitting", "exact"] | None = option(
        None,
        "--dates",
        help="Add when each is delivered, as precise as it deserves or to the day; takes "
        "as long as `plan`.",
        panel=OUTPUT,
    )


def list_(given: ListOptions) -> None:
    """List initiatives, and what is missing or assumed."""
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.views.pages import list as listing
    from roadmap.views.pages import missing

    if given.missing and given.dates:
        stop("--missing lists what lacks facts, without dates: leave out --dates")
    where = targets(given.formats, given.output, "terminal")
    asked = replace(query(given), exact=given.dates == "exact")
    answer = answered(asked, PLAN if given.dates else SCORES)
    page = missing.page if given.missing else listing.page
    show(answer, page(answer), where, given)


COMMAND = Command("list", list_, ListOptions, READ, 1)
