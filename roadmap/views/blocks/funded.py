"""What is funded, how much of each limit that takes, and what forced work costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from roadmap.scoring.figures import percent_up
from roadmap.sequencing.results import SolveStatus
from roadmap.sequencing.selection.limits import LimitKind
from roadmap.sequencing.selection.selection import LimitUse, Selection
from roadmap.sequencing.trade_offs import TradeOffs
from roadmap.views.answer import Answer
from roadmap.views.blocks.facts import money
from roadmap.views.page import Cell, Column, Group, Line, Number, Prose, Row, Table
from roadmap.views.phrases.dates import spelled
from roadmap.views.phrases.english import count, grouped, listed, sentence
from roadmap.views.phrases.funding import FORCED, FORCED_WORK, amount_of, limit_name
from roadmap.views.phrases.names import quoted

LIMITS = (
    Column("Limit"),
    Column("Available", right=True),
    Column("Delivered", right=True),
    Column("Forced", right=True),
    Column("Chosen", right=True),
    Column("Left", right=True),
    Column("Value lost", right=True, brief="Lost"),
)
FUNDED = (
    Column("Initiative", shrink=2, wrap=True),
    Column("Why", shrink=1),
    Column("Value", right=True),
    Column("Effort", right=True),
    Column("Cost", right=True, sparse=True),
)
LIMITS_LEGEND = (
    "Effort in person-weeks. Forced: work that is mandatory, committed or in progress, "
    "with its prerequisites and what it has taken so far. Value lost: how many more points "
    "would be funded without this limit."
)


def verdict(answer: Answer, found: Selection) -> Prose:
    """How much is funded, and how good that is known to be."""
    every = len(found.funded) + len(found.below)
    work = f"{count(found.effort, 'person-week')} of work left"
    worth = f"{count(found.value, 'point')}, {work}"
    spent = f", {amount(answer, found.cost)}" if found.cost else ""
    lines = [
        Line(
            f"{len(found.funded)} of {count(every, 'initiative')} funded: {worth}{spent} "
            f"({_proof(found)}).",
            "good",
        )
    ]
    for use in found.over:
        what = limit_name(answer.portfolio, use.limit)
        over = amount_of(answer.portfolio, use.limit, -use.left)
        text = f"{FORCED_WORK} exceeds the limit on {what} by {over}"
        lines.append(Line(sentence(f"{text}; nothing else is funded"), "warning"))
    return Prose(tuple(lines))


def amount(answer: Answer, cost: Fraction) -> str:
    """An amount of money: `12 000 EUR`."""
    return f"{grouped(cost)} {answer.portfolio.currency}".strip()


def _proof(found: Selection) -> str:
    if found.status is SolveStatus.OPTIMAL or not found.gap:
        return "proven optimal"
    return f"within {percent_up(found.gap)} of optimal"


def limits_table(
    answer: Answer, found: Selection, others: TradeOffs
) -> Iterator[Table | Prose]:
    """A row for each limit: what there is, what is taken, and what the limit costs."""
    alone = {cost.limits[0]: cost.value for cost in others.costs if len(cost.limits) == 1}
    rows = [_limit(answer, use, alone.get(k)) for k, use in enumerate(found.uses)]
    for cost in others.costs:
        if len(cost.limits) != 1:
            what = "all time to that day" if cost.limits else "minimum score"
            score = answer.portfolio.funding and answer.portfolio.funding.minimum_score
            first: Cell = Number(score, 2) if score and not cost.limits else None
            rows.append(Row((what, first, None, None, None, None, Number(cost.value))))
    yield Table("limits", LIMITS, (Group("", tuple(rows)),), "Limits")
    yield Prose((Line(LIMITS_LEGEND, "faint"),))


def _limit(answer: Answer, use: LimitUse, lost: Fraction | None) -> Row:
    amounts = (use.limit.amount, use.limit.delivered, use.forced, use.chosen, use.left)
    money = use.limit.kind is LimitKind.COST
    cells: list[Cell] = [grouped(each) if money else Number(each) for each in amounts]
    cost = None if lost is None else Number(lost)
    return Row((limit_name(answer.portfolio, use.limit), *cells, cost))


def funded_table(answer: Answer, found: Selection) -> Table:
    """A row for each funded initiative: forced work first, then by value for effort."""
    shown = [id for id in found.funded if answer.shows(id)]
    rows = tuple(_row(answer, found, id) for id in sorted(shown, key=_order(answer, found)))
    return Table("funded", FUNDED, (Group("", rows),), "Funded")


def _order(answer: Answer, found: Selection) -> Callable[[str], tuple[int, Fraction, str]]:
    kinds = list(FORCED)

    def place(id: str) -> tuple[int, Fraction, str]:
        forced = found.forced.get(id)
        score = answer.score(id)
        ratio = score.score if score and score.score is not None else Fraction(0)
        return kinds.index(forced) if forced else len(kinds), -ratio, id

    return place


def _row(answer: Answer, found: Selection, id: str) -> Row:
    initiative, score = answer.portfolio.initiatives[id], answer.score(id)
    forced = found.forced.get(id)
    value = None if score is None or score.value is None else Number(score.value)
    return Row(
        (
            answer.title(id),
            FORCED[forced] if forced else None,
            value,
            Number(answer.portfolio.size(initiative)),
            money(answer, initiative) or None,
        ),
        id=id,
    )


def forced_price(found: Selection, others: TradeOffs, free: bool) -> Iterator[Prose]:
    """What is forced, and what that costs."""
    if not found.forced:
        return
    what = "Mandatory work" if free else "Mandatory and committed work"
    price = others.forced_cost
    if not price:
        said = f"{what} costs no value: nothing better would be funded without it."
    else:
        lost = count(price, "point")
        said = f"{what} costs {lost}: what the same limits would fund instead."
    lines = [Line(said)]
    if others.committed_cost and not free:
        gain = count(others.committed_cost, "point")
        lines.append(Line(f"Without the commitments, {gain} more (--free shows the set)."))
    yield Prose(tuple(lines), "What is forced")


def late_lines(answer: Answer, late: Mapping[str, int]) -> Iterator[Prose]:
    """Funded work that ends after the last funded day, and when."""
    shown = [id for id in late if answer.shows(id)]
    funding = answer.portfolio.funding
    if not shown or funding is None or funding.until is None:
        return
    calendar = answer.portfolio.calendar
    named = [
        f"{quoted(answer.portfolio, id)} "
        f"({spelled(answer.portfolio, calendar.date_of(late[id]))})"
        for id in shown
    ]
    until = spelled(answer.portfolio, funding.until.last)
    text = f"The teams have the time, but this work ends later: {listed(named, 9)}."
    yield Prose((Line(text, "warning"),), f"Funded, but done after {until}")
