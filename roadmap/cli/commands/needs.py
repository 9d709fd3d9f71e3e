"""`roadmap needs`: customer needs, and which of them nothing addresses."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.cli.command import READ, Command
from roadmap.cli.options import AsOf, Filtering, InFolder, Printing
from roadmap.cli.query import SCORES
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing


@dataclass(frozen=True, kw_only=True)
class NeedsOptions(InFolder, AsOf, Supposing, Filtering, Printing):
    """Every option of `needs`."""


def needs(given: NeedsOptions) -> None:
    """Rank customer needs by opportunity."""
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.views.pages.needs import page

    where = targets(given.formats, given.output, "terminal")
    answer = answered(query(given), SCORES)
    show(answer, page(answer), where, given)


COMMAND = Command("needs", needs, NeedsOptions, READ, 2)
