"""`roadmap plan`: the sequence on the calendar of real teams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from roadmap.cli.command import READ, Command
from roadmap.cli.option import option
from roadmap.cli.options import (
    AsOf,
    Dating,
    Filtering,
    Foretelling,
    InFolder,
    Ordering,
    Planning,
    Printing,
    Scoring,
)
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing


@dataclass(frozen=True, kw_only=True)
class PlanOptions(
    InFolder,
    AsOf,
    Supposing,
    Scoring,
    Ordering,
    Planning,
    Foretelling,
    Filtering,
    Printing,
    Dating,
):
    """Every option of `plan`."""

    by: Literal["horizon", "team", "theme"] = option(
        "horizon", "--by", help="How rows are grouped.", silent=False
    )


def plan(given: PlanOptions) -> None:
    """Schedule every initiative on the calendar of its teams.

    Up to 100 initiatives, it also says what one more person in each of the two busiest
    teams would bring.
    """
    from roadmap.cli.bringing_forward import with_one_more
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.cli.pricing import priced
    from roadmap.views.pages.plan import page

    where = targets(given.formats, given.output, "terminal")
    asked = query(given, by=given.by)
    answer = with_one_more(asked, priced(answered(asked, PLAN), pairs=True), where)
    show(answer, page(answer), where, given)


COMMAND = Command("plan", plan, PlanOptions, READ, 5)
