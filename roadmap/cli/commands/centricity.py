"""`roadmap centricity`: how customer-centric a portfolio is, in six ratios."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.cli.command import READ, Command
from roadmap.cli.option import option
from roadmap.cli.options import AsOf, Filtering, InFolder, Planning, Printing
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing


@dataclass(frozen=True, kw_only=True)
class CentricityOptions(InFolder, AsOf, Supposing, Planning, Filtering, Printing):
    """Every option of `centricity`."""

    headline: bool = option(
        False,
        "--headline",
        help="Add one number: the mean of the shares, weighted equally.",
    )


def centricity(given: CentricityOptions) -> None:
    """Show how customer-centric the roadmap is."""
    from roadmap.cli.compute import answered
    from roadmap.cli.first_dates import with_first_dates
    from roadmap.cli.output import targets
    from roadmap.cli.pricing import priced
    from roadmap.views.pages.centricity import page

    where = targets(given.formats, given.output, "terminal")
    answer = with_first_dates(priced(answered(query(given), PLAN)), given.where)
    show(answer, page(answer, with_headline=given.headline), where, given)


COMMAND = Command("centricity", centricity, CentricityOptions, READ, 9)
