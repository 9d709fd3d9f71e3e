"""`roadmap fund`: what to fund within limits, and what falls below the line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from roadmap.cli.command import READ, Command
from roadmap.cli.funding_options import Limiting, limited
from roadmap.cli.option import option
from roadmap.cli.options import (
    COMPUTE,
    AsOf,
    Filtering,
    InFolder,
    Ordering,
    Printing,
    Scoring,
)
from roadmap.cli.query import SCORES
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing


@dataclass(frozen=True, kw_only=True)
class FundOptions(
    InFolder, AsOf, Supposing, Limiting, Scoring, Ordering, Filtering, Printing
):
    """Every option of `fund`."""

    engine: Literal["fast", "exact"] | None = option(
        None,
        "--engine",
        help="The engine that selects; `exact` needs `customer-roadmap[exact]`.",
        panel=COMPUTE,
    )


def fund(given: FundOptions) -> None:
    """Choose what to fund within limits on effort, money and time."""
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.model.portfolio import Engine
    from roadmap.sequencing.funded_plan import funded_late
    from roadmap.sequencing.funding import selection
    from roadmap.sequencing.trade_offs import trade_offs
    from roadmap.views.pages.fund import page

    where = targets(given.formats, given.output, "terminal")
    answer = answered(query(given), SCORES)
    portfolio, scores = answer.portfolio, answer.scores or {}
    funding = limited(portfolio, given)
    engine = Engine(given.engine) if given.engine else portfolio.engine
    chosen = selection(
        portfolio, scores, funding, free=given.free, ideas=given.ideas, engine=engine
    )
    others = trade_offs(
        portfolio, scores, funding, chosen, free=given.free, ideas=given.ideas
    )
    late = funded_late(portfolio, scores, funding, chosen, given.ideas)
    answer = replace(
        answer, portfolio=replace(portfolio, funding=funding), selection=chosen
    )
    show(answer, page(answer, others, late, given.free), where, given)


COMMAND = Command("fund", fund, FundOptions, READ, 6)
