"""The centricity page: six ratios, what each counts, and what would help most."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.model.initiative import Status
from roadmap.outcomes.centricity import Habit, Ratio, centricity, headline
from roadmap.outcomes.listening import listening, months_to_start, surveyed_lately
from roadmap.scoring.constants import constants
from roadmap.scoring.figures import brief, figure, percent
from roadmap.scoring.impact import impact
from roadmap.sequencing.results import ObligationKind
from roadmap.views.answer import Answer
from roadmap.views.blocks.notices import headed, left_out
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Column, Group, Line, Page, Percent, Prose, Row, Table
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import quoted

COLUMNS = (
    Column("Habit"),
    Column("What it counts", shrink=1, wrap=True),
    Column("Counted", right=True),
    Column("Of", right=True),
    Column("Share", right=True),
    Column("Would help most", shrink=2, wrap=True),
)
COUNTS = {
    Habit.KNOW: "planned value in points, before harm, on fresh surveys or better",
    Habit.RESPOND: "opportunity × affected of the needs that planned work addresses",
    Habit.MEASURE: "claims with a complete measure, of work committed or in progress; "
    "of delivered work, claims with a result",
    Habit.TOGETHER: "planned value in points, reviewed from all three perspectives",
    Habit.DECIDE: "pairs of initiatives in which the one with more value for needs is "
    "delivered first",
    Habit.KEEP: "commitments kept, of those due by now",
}
EDITS = {
    Habit.KNOW: "test {}, or survey customers about its need",
    Habit.RESPOND: "plan work for {}",
    Habit.MEASURE: "complete the measures of {}, or record results",
    Habit.TOGETHER: "have {} reviewed from all three `perspectives`",
    Habit.DECIDE: "deliver {} earlier",
    Habit.KEEP: "tell those who waited for {}, and set dates with slack",
}
FIRST = {
    Habit.KNOW: "state the `outcomes` of what is planned",
    Habit.RESPOND: "name what customers need, with importance and satisfaction",
    Habit.MEASURE: "commit to an initiative whose `outcomes` all have a `measure`",
    Habit.TOGETHER: "state the `outcomes` of what is planned",
    Habit.DECIDE: "plan at least two initiatives that address needs",
    Habit.KEEP: "note the dates you commit to under `promised`, and record deliveries",
}
BEHIND = {
    Habit.KNOW: "value without such evidence",
    Habit.RESPOND: "needs that no planned work addresses",
    Habit.MEASURE: "measures or results missing",
    Habit.TOGETHER: "not reviewed from all three perspectives",
    Habit.DECIDE: "delivered later than their value for needs suggests",
    Habit.KEEP: "commitments missed",
}
SOURCE = (
    "Shares after Kohli, Jaworski & Kumar (1993) and Shah et al. (2006). There is no open "
    "standard formula: read each share by itself, and compare it with your own past."
)


def page(answer: Answer, *, with_headline: bool = False) -> Page:
    """How customer-centric the portfolio of an answer with a plan is."""
    slots = answer.plan.slots if answer.plan else {}
    ends = {id: slot.end_day for id, slot in slots.items() if answer.shows(id)}
    ratios = centricity(answer.portfolio, answer.scores or {}, ends, answer.told)
    blocks: list[Block] = [Prose(tuple(left_out(answer))), _table(answer, ratios)]
    blocks.append(Prose(tuple(_nothing_yet(ratios)), "Nothing to count yet"))
    if with_headline and (mean := headline(ratios)) is not None:
        shares = sum(1 for ratio in ratios if ratio.share is not None)
        text = f"Headline: {percent(mean, 0)}, {_mean_of(shares)}."
        blocks.append(Prose((Line(text, "strong"),)))
    blocks.append(
        Prose(tuple(Line(text, "item") for text in _beside(answer)), "Also worth knowing")
    )
    if answer.all:
        blocks += _behind(answer, ratios)
    blocks.append(Prose((Line(SOURCE, "faint"),)))
    data = envelope(
        answer, centricity={ratio.habit.value: _data(ratio) for ratio in ratios}
    )
    return Page(headed(answer, "customer centricity"), tuple(blocks), data)


def _mean_of(shares: int) -> str:
    if shares == 1:
        return "the only share that can be counted"
    which = "six shares" if shares == len(Habit) else f"{shares} shares that can be counted"
    return f"the plain mean of the {which}; equal weights are our choice"


def _table(answer: Answer, ratios: tuple[Ratio, ...]) -> Table:
    rows = tuple(
        Row(
            (
                ratio.habit.capitalize(),
                COUNTS[ratio.habit],
                brief(ratio.numerator),
                brief(ratio.denominator),
                Percent(ratio.share or Fraction(0)),
                _help(answer, ratio),
            )
        )
        for ratio in ratios
        if ratio.share is not None
    )
    return Table("centricity", COLUMNS, (Group("", rows),))


def _nothing_yet(ratios: tuple[Ratio, ...]) -> Iterator[Line]:
    """What to do first where a ratio has nothing to count."""
    for ratio in ratios:
        if ratio.share is None:
            yield Line(f"{ratio.habit.capitalize()}: {FIRST[ratio.habit]}.", "item")


def _help(answer: Answer, ratio: Ratio) -> str:
    """The one edit that would add most."""
    if ratio.lacking:
        return EDITS[ratio.habit].format(_named(answer, ratio.lacking[0]))
    return "nothing: all of it counts already"


def _named(answer: Answer, id: str) -> str:
    need = answer.portfolio.needs.get(id)
    if need is not None and id not in answer.portfolio.initiatives:
        return f"“{need.statement}”"
    return quoted(answer.portfolio, id)


def _data(ratio: Ratio) -> dict[str, Fraction | None]:
    return {
        "numerator": ratio.numerator,
        "denominator": ratio.denominator,
        "share": ratio.share,
    }


def _behind(answer: Answer, ratios: tuple[Ratio, ...]) -> Iterator[Block]:
    """Everything that a numerator lacks, by ratio."""
    for ratio in ratios:
        if ratio.lacking:
            lines = tuple(
                Line(f"{_named(answer, id)} ({id})", "item") for id in ratio.lacking
            )
            yield Prose(lines, f"{ratio.habit.capitalize()}: {BEHIND[ratio.habit]}")


def _beside(answer: Answer) -> Iterator[str]:
    """What no ratio says: speed, freshness, blind spots, pins, segments."""
    portfolio = answer.portfolio
    months = months_to_start(portfolio)
    if months is not None:
        yield f"From first evidence to the start of work: {figure(months)} months (median)."
    recent, every = surveyed_lately(portfolio)
    if every:
        yield f"Surveyed within a year: {recent} of {count(every, 'need')}."
    yield from _stages(answer)
    yield from _pins(answer)
    yield from _segments(answer)


def _stages(answer: Answer) -> Iterator[str]:
    stages = list(answer.portfolio.journey)
    if stages:
        heard = {spot.stage for spot in listening(answer.portfolio) if spot.total}
        deaf = [stage for stage in stages if stage not in heard]
        text = f"Stages with fresh voices: {len(stages) - len(deaf)} of {len(stages)}"
        yield f"{text}; none from {listed(deaf)}." if deaf else f"{text}."


def _pins(answer: Answer) -> Iterator[str]:
    prices = answer.plan.prices if answer.plan else ()
    pins = [price for price in prices if price.kind is ObligationKind.PIN]
    if pins:
        total = sum((price.cost for price in pins), Fraction(0))
        cost = f"{figure(total)} value-weeks" if total else "no measurable impact"
        yield f"Cost of pinned work: {cost}."


def _segments(answer: Answer) -> Iterator[str]:
    """Whom planned work harms, and whom it does nothing for."""
    portfolio, settled = answer.portfolio, constants(answer.portfolio)
    harmed: set[str] = set()
    served: set[str] = set()
    for initiative in answer.open:
        if initiative.status in (Status.IDEA, Status.PAUSED):
            continue
        for claim in initiative.outcomes:
            ids = [*portfolio.segments] if claim.segments is None else claim.segments
            if impact(claim.impact, settled).share < 0:
                harmed |= set(ids)
            else:
                served |= set(ids)
    chosen = {id for id, segment in portfolio.segments.items() if segment.weight != 0}
    kinds = (
        (harmed, "harmed by planned work"),
        (chosen - served, "that no planned work helps"),
    )
    for those, said in kinds:
        titles = [
            segment.title for id, segment in portfolio.segments.items() if id in those
        ]
        if titles:
            yield f"Segments {said}: {listed(titles)}."
