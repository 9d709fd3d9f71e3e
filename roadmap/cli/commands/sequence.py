"""`roadmap sequence`: initiatives ranked by value for effort, respecting dependencies."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.cli.command import READ, Command
from roadmap.cli.options import AsOf, Filtering, InFolder, Ordering, Printing, Scoring
from roadmap.cli.query import SEQUENCE
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing


@dataclass(frozen=True, kw_only=True)
class SequenceOptions(InFolder, AsOf, Supposing, Scoring, Ordering, Filtering, Printing):
    """Every option of `sequence`."""


def sequence(given: SequenceOptions) -> None:
    """Rank initiatives by value for effort, respecting dependencies."""
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.views.pages.sequence import page

    where = targets(given.formats, given.output, "terminal")
    answer = answered(query(given), SEQUENCE)
    show(answer, page(answer), where, given)


COMMAND = Command("sequence", sequence, SequenceOptions, READ, 4)
