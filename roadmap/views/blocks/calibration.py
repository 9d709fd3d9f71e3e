"""How good our guesses are: confidence by class of evidence, and estimates by team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from roadmap.outcomes.calibration import Calibration
from roadmap.outcomes.estimates import ENOUGH, Estimates
from roadmap.scoring.figures import figure, percent
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Line, Percent, Prose, Row, Table
from roadmap.views.phrases.english import count

COLUMNS = (
    Column("Evidence"),
    Column("Measured"),
    Column("Claimed", right=True),
    Column("Reached", right=True),
    Column("80 % range"),
    Column("Cap now", right=True),
    Column("Proposed cap", right=True, sparse=True),
)
FEW = 8
"""Measured claims below which a row says little."""


def calibration_table(found: Sequence[Calibration]) -> Table:
    """A row for each class of evidence that delivered work was claimed with."""
    rows = tuple(
        Row(
            (
                calibration.evidence_class,
                f"{calibration.measured} of {calibration.due}",
                _percent(calibration.claimed),
                _percent(calibration.reached),
                _between(calibration.low, calibration.high),
                Percent(calibration.cap),
                _percent(calibration.proposed),
            ),
            faint=calibration.measured < FEW,
        )
        for calibration in found
    )
    return Table(
        "calibration", COLUMNS, (Group("", rows),), "Confidence: claimed against reached"
    )


def calibration_notes(found: Sequence[Calibration]) -> Prose:
    """How to read the table, and how much it can bear."""
    if not found:
        return Prose(())
    lines = [
        Line(
            "Claimed: mean confidence when work started. Reached: mean progress to target, "
            "between 0 and 100 %; it truly lies in the range 8 times in 10.",
            "faint",
        )
    ]
    measured = sum(calibration.measured for calibration in found)
    if measured < FEW:
        few = count(measured, "measurement") if measured else "No measurements"
        lines.append(Line(f"{few}: too few to judge a cap by."))
    lines += [
        Line(_proposal(calibration))
        for calibration in found
        if calibration.proposed is not None
    ]
    return Prose(tuple(lines))


def _proposal(row: Calibration) -> str:
    cap, proposed = percent(row.cap, 0), percent(row.proposed or Fraction(0), 0)
    return (
        f"Evidence of class {row.evidence_class} is capped at {cap}, outside what was "
        f"reached: consider {proposed} (`customer-value: {{caps: {{{row.evidence_class}: "
        f"{proposed.replace(' ', '')}}}}}`)."
    )


def estimates_prose(answer: Answer, found: Sequence[Estimates]) -> Prose:
    """How long work took against its estimate."""
    lines = tuple(Line(text) for text in _estimates(answer, found))
    return Prose(lines, "Estimates" if lines else "")


def _estimates(answer: Answer, found: Sequence[Estimates]) -> Iterator[str]:
    for estimates in found:
        team = answer.portfolio.teams.get(estimates.team or "")
        whose = f"{team.title or team.id}: work" if team else "Work"
        number = count(estimates.n, "team estimate")
        took = (
            f"{whose} took {figure(estimates.ratio, 2)} × its estimate (median of {number}"
        )
        if estimates.low != estimates.high:
            low, high = figure(estimates.low, 2), figure(estimates.high, 2)
            took += f"; 8 in 10 between {low} and {high}"
        yield f"{took})."
        if estimates.team is None and estimates.n < ENOUGH:
            yield f"Too few to plan with: {ENOUGH - estimates.n} more need `spent`."


def _percent(share: Fraction | None) -> Percent | None:
    return None if share is None else Percent(share)


def _between(low: Fraction | None, high: Fraction | None) -> str | None:
    if low is None or high is None:
        return None
    return f"{percent(low, 0)} to {percent(high, 0)}"
