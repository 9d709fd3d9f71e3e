"""Dates to keep in a diff: at risk below the safe chance, as on every other page."""

from __future__ import annotations

import re

from roadmap.scoring.catalogue import frameworks
from roadmap.studies.difference import difference
from roadmap.views.answer import Answer
from roadmap.views.blocks.dates_at_risk import dates_at_risk
from tests.studies.files import edited, portfolio
from tests.studies.test_chances import FILES

LATER = edited(FILES, ("told.yaml", "2027-01-29", "2027-02-12"))
WIDER = ("told.yaml", "web: 3w", "web: 0.5w..12w")
WIDE = edited(LATER, ("told.yaml", "web: 3w", "web: 3w..3.1w"))


def said(
    old: dict[str, str], new: dict[str, str], *, forecast: bool = True
) -> list[tuple[str, str]]:
    """The lines on dates to keep, each with its kind; chances without their digits."""
    found = difference(portfolio(old), portfolio(new), forecast=forecast)
    framework = frameworks()[found.new.framework]
    answer = Answer(found.new.portfolio, framework, plan=found.new.plan)
    lines = dates_at_risk(answer, found)
    return [(re.sub(r"[\d>]+[ ±\d]* %", "N %", line.text), line.kind) for line in lines]


TOLD = "“Told”, commitment to a partner by 12 Feb"


def test_a_date_whose_chance_falls_below_the_safe_one_is_at_risk() -> None:
    wider = edited(WIDE, ("told.yaml", "3w..3.1w", "1w..5w"))
    unsafe = edited(WIDE, ("told.yaml", "3w..3.1w", "1w..9w"))
    move = "It moves 1.8 weeks later because “Told” grew from 3w..3.1w to 1w..9w."

    assert said(WIDE, wider) == []  # less likely, and still likely enough
    assert said(WIDE, unsafe) == [
        (f"Now at risk: {TOLD}, chance N % → N %. {move}", "warning")
    ]
    ((back, kind),) = said(unsafe, WIDE)
    assert back.startswith(f"Back on track: {TOLD}, chance N % → N %. It moves 1.8 weeks")
    assert kind == "good"


def test_a_plan_that_just_keeps_a_date_is_not_back_on_track() -> None:
    late = edited(WIDE, ("told.yaml", "3w..3.1w", "4w..10w"))
    tight = edited(WIDE, ("told.yaml", "3w..3.1w", "4w..8w"))

    assert said(late, tight) == []
    assert said(late, tight, forecast=False) == [
        (f"Back on track: {TOLD}. It moves 1.0 weeks earlier because "
         "“Told” shrank from 4w..10w to 4w..8w.", "good")
    ]  # fmt: skip


def test_a_new_commitment_that_is_unlikely_is_at_risk_from_the_start() -> None:
    free = edited(WIDE, ("told.yaml", "promised: {date: 2027-02-12, to: a partner}\n", ""))
    unsafe = ("told.yaml", "3w..3.1w", "4w..8w")

    assert said(edited(free, unsafe), edited(WIDE, unsafe)) == [
        (f"Now at risk: {TOLD}, chance N %.", "warning")
    ]


def test_without_ranges_the_plan_alone_decides() -> None:
    late = edited(LATER, ("told.yaml", "web: 3w", "web: 7w"))

    assert said(LATER, late) == [
        (f"Now at risk: {TOLD}. It moves 4.0 weeks later because "
         "“Told” grew from 3w to 7w.",
         "warning")
    ]  # fmt: skip
