"""The outcomes page: what delivered work did, what to measure, how good guesses are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roadmap.outcomes.calibration import calibrations
from roadmap.outcomes.commitments import Verdict
from roadmap.outcomes.estimates import estimates
from roadmap.outcomes.results import Delivery, Result, deliveries, due, in_flight
from roadmap.views.answer import Answer
from roadmap.views.blocks.calibration import (
    calibration_notes,
    calibration_table,
    estimates_prose,
)
from roadmap.views.blocks.delivered_work import (
    delivered_table,
    due_table,
    judged_by,
    measured_table,
    tell_them,
)
from roadmap.views.blocks.notices import headed, left_out
from roadmap.views.envelope import envelope
from roadmap.views.outcomes_data import outcomes_data
from roadmap.views.page import Line, Page, Prose
from roadmap.views.phrases.dates import whole
from roadmap.views.phrases.english import count
from roadmap.views.phrases.names import quoted

RECORD = "Note what the metric reads now: `roadmap record ID --actual METRIC=VALUE`."


def page(answer: Answer, since: date | None = None) -> Page:
    """The outcomes of an answer that has scores; of work delivered on or after a day."""
    portfolio = answer.portfolio
    every = deliveries(portfolio, answer.told)
    made = [delivery for delivery in every if _chosen(answer, delivery, since)]
    shown = {delivery.id for delivery in made}
    late = [result for result in due(portfolio) if result.initiative in shown]
    running = [it for it in in_flight(portfolio) if answer.shows(it.initiative)]
    classes, records = calibrations(portfolio), estimates(portfolio)
    results = [result for delivery in made for result in delivery.results]
    blocks = (
        Prose((*left_out(answer), *_opening(answer, made, late, since))),
        delivered_table(answer, made),
        judged_by(answer, made),
        measured_table(answer, results, "measured", "Measured"),
        due_table(answer, late),
        measured_table(answer, running, "in-flight", "In flight"),
        calibration_table(classes),
        calibration_notes(classes),
        estimates_prose(answer, records),
        tell_them(answer, made),
    )
    data = outcomes_data(made, late, running, classes, records)
    return Page(headed(answer, "outcomes"), blocks, envelope(answer, outcomes=data))


def _chosen(answer: Answer, delivery: Delivery, since: date | None) -> bool:
    recent = since is None or (
        delivery.delivered is not None and delivery.delivered >= since
    )
    return recent and answer.shows(delivery.id)


def _opening(
    answer: Answer, made: Sequence[Delivery], late: Sequence[Result], since: date | None
) -> Iterator[Line]:
    """The answer in three lines: how much, how well, and what to do next."""
    when = f" since {whole(since)}" if since else ""
    if not made:
        yield Line(f"Nothing is marked as delivered{when}.")
        yield from _first_steps(answer)
        return
    results = [result for delivery in made for result in delivery.results]
    measured = sum(1 for result in results if result.progress is not None)
    dates = [it for delivery in made for it in delivery.commitments]
    kept = sum(1 for it in dates if it.verdict is Verdict.KEPT)
    judged = sum(1 for it in dates if it.verdict in (Verdict.KEPT, Verdict.MISSED))
    said = [f"{count(len(made), 'initiative')} delivered{when}"]
    if results:
        said.append(f"{measured} of {count(len(results), 'claim')} measured")
    if judged:
        said.append(f"{kept} of {count(judged, 'date')} kept")
    yield Line(f"{'; '.join(said)}.")
    if late:
        first = quoted(answer.portfolio, late[0].initiative)
        overdue = f"{count(len(late), 'measurement')} due"
        if len(late) > 1:
            overdue += ", the oldest"
        yield Line(f"{overdue} for {first}. {RECORD}", "warning")
    elif not measured:
        yield from _first_steps(answer)


def _unmeasured(without: int, every: int) -> str:
    if every == 1:
        return "The only claim on open work has no measure"
    if without == every:
        return f"None of the {every} claims on open work has a measure"
    verb = "has" if without == 1 else "have"
    return f"{without} of {every} claims on open work {verb} no measure"


def _first_steps(answer: Answer) -> Iterator[Line]:
    """What to do first where nothing is measured."""
    claims = [
        claim
        for initiative in answer.open
        for claim in (*initiative.outcomes, *initiative.contributions)
    ]
    without = sum(1 for claim in claims if claim.measure is None)
    if claims and without:
        yield Line(
            f"{_unmeasured(without, len(claims))}: add "
            "`measure: {metric, baseline, target, by}` to what you ship next."
        )
    yield Line(
        "When something ships, run `roadmap record ID --delivered DATE`. Once you know what"
        " its metric reads, run `roadmap record ID --actual METRIC=VALUE`."
    )
