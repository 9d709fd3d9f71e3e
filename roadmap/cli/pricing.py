"""The cost of constraints in an answer's plan, for commands that show it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.views.answer import Answer


def priced(
    answer: Answer, ids: Collection[str] | None = None, *, pairs: bool = False
) -> Answer:
    """An answer with prices: of some obligations (None: of all), of pairs that it names.

    An interrupted plan gets no prices.
    """
    if answer.plan is None or answer.sequence is None or answer.scores is None:
        return answer
    if answer.plan.interrupted:
        return answer
    from roadmap.sequencing.prices import most_prices
    from roadmap.sequencing.prices import priced as planned_again
    from roadmap.views.blocks.out_of_order import worth_a_price
    from roadmap.writers.terminal.progress import progress

    with progress("pricing", most_prices(answer.plan)) as advance:
        plan = planned_again(
            answer.portfolio,
            answer.scores,
            answer.sequence,
            answer.plan,
            ids,
            worth_a_price(answer, answer.plan) if pairs else (),
            lambda: advance(1),
        )
    return replace(answer, plan=plan)
