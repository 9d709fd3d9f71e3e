"""`roadmap outcomes`: what delivered work did, and how good the guesses were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from roadmap.cli.command import READ, Command
from roadmap.cli.option import option
from roadmap.cli.options import AsOf, Filtering, InFolder, Printing
from roadmap.cli.query import SCORES
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing

if TYPE_CHECKING:
    from roadmap.model.periods import FiscalYear


@dataclass(frozen=True, kw_only=True)
class OutcomesOptions(InFolder, AsOf, Supposing, Filtering, Printing):
    """Every option of `outcomes`."""

    since: str | None = option(
        None,
        "--since",
        metavar="REV|DATE",
        help="Only what was delivered since this revision, or since this date (2026-11-01, "
        "2026-11, 2026-Q4). What is both counts as a revision.",
    )


def outcomes(given: OutcomesOptions) -> None:
    """Show what delivered work did for customers."""
    from roadmap.cli.compute import answered
    from roadmap.cli.first_dates import with_first_dates
    from roadmap.cli.output import targets
    from roadmap.views.pages.outcomes import page

    where = targets(given.formats, given.output, "terminal")
    answer = with_first_dates(answered(query(given), SCORES), given.where)
    since = _since(given, answer.portfolio.fiscal_year)
    show(answer, page(answer, since), where, given)


def _since(given: OutcomesOptions, year: FiscalYear) -> date | None:
    from roadmap.cli.since import since_day

    if given.since is None:
        return None
    return since_day(given.where, "outcomes", given.since, year)


COMMAND = Command("outcomes", outcomes, OutcomesOptions, READ, 8)
