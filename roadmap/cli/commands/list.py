"""`roadmap list`: every initiative, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.cli.command import READ, Command
from roadmap.cli.option import option
from roadmap.cli.options import OUTPUT, AsOf, Filtering, InFolder, Printing, Scoring
from roadmap.cli.query import SCORES
from roadmap.cli.query_command import query, show


@dataclass(frozen=True, kw_only=True)
class ListOptions(InFolder, AsOf, Scoring, Filtering, Printing):
    """Every option of `list`."""

    missing: bool = option(
        False,
        "--missing",
        help="What would improve the roadmap most, by the value at stake.",
        panel=OUTPUT,
    )


def list_(given: ListOptions) -> None:
    """List initiatives, and what is missing or assumed."""
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.views.pages import list as listing
    from roadmap.views.pages import missing

    where = targets(given.formats, given.output, "terminal")
    answer = answered(query(given), SCORES)
    page = missing.page if given.missing else listing.page
    show(answer, page(answer), where, given)


COMMAND = Command("list", list_, ListOptions, READ, 1)
