"""`roadmap forecast`: the plan's dates as ranges, and the chances of what was told."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.cli.command import READ, Command
from roadmap.cli.options import (
    AsOf,
    Dating,
    Filtering,
    InFolder,
    Ordering,
    Planning,
    Printing,
    Redrawing,
    Scoring,
)
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing


@dataclass(frozen=True, kw_only=True)
class ForecastOptions(
    InFolder,
    AsOf,
    Supposing,
    Scoring,
    Ordering,
    Planning,
    Redrawing,
    Filtering,
    Printing,
    Dating,
):
    """Every option of `forecast`."""


def forecast(given: ForecastOptions) -> None:
    """Forecast the plan: ranges of dates, chances, and which estimate to narrow first."""
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.views.pages.forecast import page

    where = targets(given.formats, given.output, "terminal")
    answer = answered(query(given), PLAN)
    show(answer, page(answer), where, given)


COMMAND = Command("forecast", forecast, ForecastOptions, READ, 6)
