"""The next breakpoint of each limit, and the value over budget."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.scoring.figures import brief
from roadmap.sequencing.selection.limits import LimitKind
from roadmap.sequencing.selection.selection import Selection
from roadmap.sequencing.trade_offs import Breakpoint, TradeOffs
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Line, Number, Percent, Prose, Row, Table
from roadmap.views.phrases.english import grouped, listed
from roadmap.views.phrases.funding import limit_name, more_of
from roadmap.views.phrases.names import quoted

CURVE = (
    Column("Budget", right=True),
    Column("Of the limit", right=True),
    Column("Funded", right=True),
    Column("Value", right=True),
    Column(""),
)
WIDTH = 30


def breakpoints(answer: Answer, found: Selection, others: TradeOffs) -> tuple[Prose, ...]:
    """What a little more of each limit buys."""
    lines = tuple(Line(_bought(answer, found, each), "item") for each in others.breakpoints)
    return (Prose(lines, "What a little more buys"),) if lines else ()


def _bought(answer: Answer, found: Selection, each: Breakpoint) -> str:
    portfolio = answer.portfolio
    limit = found.uses[each.limit].limit
    buys = listed([quoted(portfolio, id) for id in each.added])
    instead = listed([quoted(portfolio, id) for id in each.dropped])
    swap = f" instead of {instead}" if each.dropped else ""
    more = more_of(portfolio, limit, each.more)
    one = limit.kind is LimitKind.COST or "person-weeks" not in more
    verb = "buys" if one else "buy"
    return f"{more} {verb} {buys}{swap}: +{brief(each.value)} points."


def curve(answer: Answer, found: Selection, others: TradeOffs) -> Iterator[Table | Prose]:
    """The value that smaller and larger budgets fund, all other limits as they are."""
    if len(others.curve) < 2:
        return
    most = max(point.value for point in others.curve) or 1
    limits = [found.uses[k].limit for k in others.varied]
    money = limits[0].kind is LimitKind.COST
    rows = tuple(
        Row(
            (
                grouped(point.amount) if money else Number(point.amount),
                Percent(point.share),
                point.count,
                Number(point.value),
                "█" * round(WIDTH * point.value / most),
            ),
            strong=point.share == 1,
        )
        for point in others.curve
    )
    one = len(limits) == 1
    what = limit_name(answer.portfolio, limits[0]) if one else "time of all teams"
    yield Table("curve", CURVE, (Group("", rows),), f"Value over {what}")
