"""Delivered work: what was claimed, what happened, what is due, and whom to tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from roadmap.outcomes.commitments import Commitment, DateSource, Verdict
from roadmap.outcomes.results import Delivery, Result
from roadmap.scoring.figures import brief, percent
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Line, Percent, Prose, Row, Table
from roadmap.views.phrases.commitments import PUBLISHED, lateness
from roadmap.views.phrases.dates import spelled, whole
from roadmap.views.phrases.english import listed
from roadmap.views.phrases.owners import owners_of
from roadmap.views.phrases.targets import about

MEASURED = (
    Column("Initiative", shrink=2, wrap=True),
    Column("For", shrink=1, wrap=True),
    Column("Metric", shrink=3, wrap=True),
    Column("Baseline", right=True),
    Column("Target", right=True),
    Column("Actual", right=True),
    Column("Progress", right=True),
    Column("Claimed with", right=True, brief="Conf."),
)
DELIVERED = (
    Column("Initiative", shrink=1, wrap=True),
    Column("Delivered"),
    Column("Result", shrink=2, wrap=True),
    Column("Commitment", shrink=3, wrap=True, sparse=True),
)
DUE = (
    Column("Initiative", shrink=1, wrap=True),
    Column("Metric", shrink=2, wrap=True),
    Column("Due since"),
    Column("Owner", shrink=3, wrap=True),
)


def delivered_table(
    answer: Answer, deliveries: Sequence[Delivery], title: str = "Delivered"
) -> Table:
    """A row for each delivery: when, with what result, and whether a date was kept."""
    rows = tuple(
        Row(
            (
                answer.title(delivery.id),
                whole(delivery.delivered) if delivery.delivered else "day unknown",
                "; ".join(_result(answer, delivery.results)) or "no claims to measure",
                "; ".join(_kept(answer, it) for it in delivery.commitments),
            ),
            id=delivery.id,
        )
        for delivery in deliveries
    )
    return Table("delivered", DELIVERED, (Group("", rows),), title)


def _result(answer: Answer, results: Iterable[Result]) -> Iterator[str]:
    """How far each metric came; how many claims nobody measured."""
    unmeasured = 0
    for result in results:
        if result.progress is None or result.measure is None:
            unmeasured += 1
        else:
            yield f"{percent(result.progress, 0)} progress: {result.measure.metric}"
    if unmeasured:
        yield f"{unmeasured} claims not measured" if unmeasured > 1 else "not measured"


def _kept(answer: Answer, over: Commitment) -> str:
    kind = "commitment" if over.commitment else "deadline"
    if over.source is DateSource.PUBLISHED:
        kind = PUBLISHED
    if over.verdict is Verdict.MISSED:
        late = lateness(answer.portfolio, over.days_late or 0)
        return f"{kind} missed by {late}{_first(answer, over)}"
    if over.verdict is Verdict.KEPT:
        return f"{kind} kept{_first(answer, over)}"
    return f"{kind}: {over.verdict.value}"


def _first(answer: Answer, over: Commitment) -> str:
    """The date that was told first, where the file has another one now; what was shown."""
    if over.source is DateSource.PUBLISHED:
        return f" ({over.due.text})"
    promised = answer.portfolio.initiatives[over.id].promised
    if not over.commitment or promised is None or promised.period == over.due:
        return ""
    return f" (first told: {whole(over.due.last)})"


def judged_by(answer: Answer, deliveries: Sequence[Delivery]) -> Prose:
    """Which dates the commitments are judged by: those told first, or those in files."""
    sources = Counter(
        it.source for delivery in deliveries for it in delivery.commitments if it.commitment
    )
    if not sources:
        return Prose(())
    lines = list(_promises(sources[DateSource.FIRST_TOLD], sources[DateSource.FILE]))
    if sources[DateSource.PUBLISHED]:
        told = (answer.told or {}).values()
        first = any(source is DateSource.PUBLISHED for _, source in told)
        which = "the date published first" if first else "its published date"
        lines.append(f"Work without a commitment is judged by {which}.")
    if answer.cut:
        lines.append("Not all of the history in git could be read: dates may have moved.")
    return Prose(tuple(Line(text, "faint") for text in lines))


def _promises(first: int, stated: int) -> Iterator[str]:
    if first:
        yield f"Commitments are judged by the first date in git{_others(stated)}."
    elif stated:
        yield "Commitments are judged by the date in their files."


def _others(stated: int) -> str:
    return f", {stated} by the date in the file" if stated else ""


def measured_table(answer: Answer, results: Iterable[Result], id: str, title: str) -> Table:
    """A row for each measured claim: baseline, target, actual, progress."""
    rows = tuple(_measured(answer, result) for result in results if result.actual)
    return Table(id, MEASURED, (Group("", rows),), title)


def _measured(answer: Answer, result: Result) -> Row:
    measure = result.measure
    unit = f" ({measure.unit})" if measure and measure.unit else ""
    return Row(
        (
            answer.title(result.initiative),
            about(answer, result.target),
            f"{measure.metric}{unit}" if measure else None,
            _number(measure.baseline if measure else None),
            _number(measure.target if measure else None),
            _number(result.actual.value if result.actual else None),
            None if result.progress is None else Percent(result.progress),
            Percent(result.confidence),
        ),
        strong=result.progress is not None and result.progress <= 0,
        id=result.initiative,
    )


def _number(value: Fraction | None) -> str | None:
    return None if value is None else brief(value, 2)


def due_table(answer: Answer, results: Iterable[Result]) -> Table:
    """What should have been measured by now, and whose it is."""
    rows = tuple(_due(answer, result, result.due) for result in results if result.due)
    return Table("due", DUE, (Group("", rows),), "Due for measuring")


def _due(answer: Answer, result: Result, due: date) -> Row:
    metric = result.measure.metric if result.measure else None
    initiative = answer.portfolio.initiatives[result.initiative]
    owner = owners_of(initiative) or "nobody named"
    since = spelled(answer.portfolio, due)
    return Row((answer.title(initiative.id), metric, since, owner), id=initiative.id)


def tell_them(answer: Answer, deliveries: Sequence[Delivery]) -> Prose:
    """Who asked for what was delivered, and so wants to hear of it."""
    lines = tuple(
        Line(f"{answer.title(delivery.id)}: {listed(delivery.tell, 5)}", "item")
        for delivery in deliveries
        if delivery.tell
    )
    return Prose(lines, "Whom to tell" if lines else "")
