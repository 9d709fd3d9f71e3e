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
    Habit.KNOW: "planned value on fresh evidence of class survey or better",
    Habit.RESPOND: "opportunity that planned work addresses, by who is affected",
    Habit.MEASURE: "claims of committed, running and delivered work that are measurable; "
    "of delivered work, measured",
    Habit.TOGETHER: "planned value looked at from all three perspectives",
    Habit.DECIDE: "pairs of initiatives in which more value for needs comes earlier",
    Habit.KEEP: "commitments kept, of those that were due",
}
EDITS = {
    Habit.KNOW: "survey or test what {} rests on",
    Habit.RESPOND: "plan something for {}",
    Habit.MEASURE: "complete or take the measures of {}",
    Habit.TOGETHER: "have {} looked at from all three `perspectives`",
    Habit.DECIDE: "deliver {} earlier",
    Habit.KEEP: "tell those who waited for {}",
}
FIRST = {
    Habit.KNOW: "state the `outcomes` of what is planned",
    Habit.RESPOND: "name the needs of customers, with importance and satisfaction",
    Habit.MEASURE: "commit to an initiative with `outcomes`, and say how each is measured",
    Habit.TOGETHER: "state the `outcomes` of what is planned",
    Habit.DECIDE: "plan at least two initiatives that address needs",
    Habit.KEEP: "tell somebody a date with `promised`, and mark what is delivered",
}
SOURCE = (
    "Ratios after Kohli, Jaworski & Kumar (1993) and Shah et al. (2006). There is no open "
    "standard formula: read them one by one, and over time."
)


def page(answer: Answer, *, with_headline: bool = False) -> Page:
    """How customer-centric the portfolio of an answer with a plan is."""
    slots = answer.plan.slots if answer.plan else {}
    ends = {id: slot.end_day for id, slot in slots.items() if answer.shows(id)}
    ratios = centricity(answer.portfolio, answer.scores or {}, ends, answer.told)
    blocks: list[Block] = [Prose(tuple(left_out(answer))), _table(answer, ratios)]
    blocks.append(Prose(tuple(_nothing_yet(ratios)), "Nothing to count yet"))
    if with_headline and (mean := headline(ratios)) is not None:
        text = f"Headline: {percent(mean, 0)}, the plain mean of the shares (our weights)."
        blocks.append(Prose((Line(text, "strong"),)))
    blocks.append(
        Prose(tuple(Line(text, "item") for text in _beside(answer)), "Beside these")
    )
    if answer.all:
        blocks += _behind(answer, ratios)
    blocks.append(Prose((Line(SOURCE, "faint"),)))
    data = envelope(
        answer, centricity={ratio.habit.value: _data(ratio) for ratio in ratios}
    )
    return Page(headed(answer, "customer centricity"), tuple(blocks), data)


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
    return "nothing: all of it counts"


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
            lines = tuple(Line(_named(answer, id), "item") for id in ratio.lacking)
            yield Prose(lines, f"{ratio.habit.capitalize()}: what does not count yet")


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
        cost = f"{figure(total)} value-weeks" if total else "nothing that can be measured"
        yield f"Cost of pinned work: {cost}."


def _segments(answer: Answer) -> Iterator[str]:
    """Whom planned work harms, and whom it does nothing for."""
    portfolio, settled = answer.portfolio, constants(answer.portfolio)
    harmed: set[str] = set()
    served: set[str] = set()
    for each in answer.open:
        if each.status in (Status.IDEA, Status.PAUSED):
            continue
        for claim in each.outcomes:
            ids = [*portfolio.segments] if claim.segments is None else claim.segments
            if impact(claim.impact, settled).share < 0:
                harmed |= set(ids)
            else:
                served |= set(ids)
    chosen = {id for id, segment in portfolio.segments.items() if segment.weight != 0}
    kinds = ((harmed, "harmed by planned work"), (chosen - served, "no planned work helps"))
    for those, said in kinds:
        titles = [each.title for id, each in portfolio.segments.items() if id in those]
        if titles:
            yield f"Segments {said}: {listed(titles)}."
