"""docs/forecast.md works an example by hand: worked again, and drawn."""

from __future__ import annotations

import re
from datetime import date
from math import asin, ceil, log, pi, sqrt
from random import Random
from statistics import NormalDist
from typing import Any

import pytest

from roadmap.simulation.luck import normals
from roadmap.simulation.settings import LEAST, MOST, PLACINGS, ForecastSettings
from tests.answers import answer
from tests.docs.markdown import blocks, section, tables, text_of

TEXT = text_of("docs/forecast.md")
EXAMPLE = section(TEXT, "## An example, by hand")
NORMAL = NormalDist()
DAYS, HIGH, LOW = 50, 1.6, 0.8
SPREAD = NORMAL.inv_cdf(0.9)


def files() -> dict[str, str]:
    found = [block.text for block in blocks(EXAMPLE) if block.language == "yaml"]
    return {text.splitlines()[0].removeprefix("# ").strip(): text for text in found}


def forecast() -> dict[str, Any]:
    found = answer("forecast", files())
    return {each["id"]: each for each in found["initiatives"]}


def safe_work(branches: int) -> tuple[float, float]:
    z = NORMAL.inv_cdf(0.85 ** (1 / branches))
    return z, DAYS * HIGH ** (z / SPREAD)


def done_by(day: float) -> float:
    slope = log(HIGH if day >= DAYS else 1 / LOW) / SPREAD
    return NORMAL.cdf(log(day / DAYS) / slope) if day > 0 else 0


def test_the_plan_is_the_one_that_the_page_names() -> None:
    assert {each["end"] for each in forecast().values()} == {"2027-03-12"}


def test_the_safe_days_are_worked_as_the_page_says() -> None:
    for branches, day in ((1, "74th"), (2, "85th")):
        z, work = safe_work(branches)
        assert f"{z:.4f}" in EXAMPLE
        assert f"{work:.1f} days" in EXAMPLE
        assert f"{ceil(work)}th" == day
        assert day in EXAMPLE


def test_the_mean_of_the_later_branch_is_the_one_that_the_page_says() -> None:
    mean = sum(1 - done_by(day) ** 2 for day in range(1000))

    assert f"{mean:.1f} days on average" in EXAMPLE


def test_shared_luck_makes_both_likelier_as_the_page_says() -> None:
    for shared in (0.10, 0.25):
        both = 1 / 4 + asin(shared) / (2 * pi)
        assert f"{100 * both:.1f} %" in EXAMPLE


def test_what_is_drawn_agrees_with_what_is_worked_by_hand() -> None:
    found, (rows,) = forecast(), tables(EXAMPLE)
    for row in rows:
        id = row[0].rpartition(" ")[2]
        by_hand, within = (float(re.findall(r"[0-9.]+", cell)[-1]) for cell in row[1:])
        ends = found[id]["forecast"]
        if row[0].startswith("chance"):
            assert abs(100 * ends["chance"] - by_hand) <= within
            error = 3 * sqrt(by_hand * (100 - by_hand) / 2000)
            assert within == round(error, 1)
        else:
            start = date(2027, 1, 4)
            days = (date.fromisoformat(ends["p85"]) - start).days
            assert abs(days // 7 * 5 + days % 7 + 1 - by_hand) <= within


def test_the_numbers_of_draws_are_those_that_the_page_says() -> None:
    said = TEXT.replace("\n", " ")

    assert f"{PLACINGS:,} placed initiatives, at most {MOST:,} (up to" in said
    assert f"{PLACINGS // MOST} initiatives) and at least {LEAST} (from" in said
    assert f"(from {PLACINGS // LEAST} on)" in said


def test_the_streams_of_random_numbers_are_named_as_they_are() -> None:
    uniform = Random("7\nown\napp\nweb").random()
    (drawn,) = normals(7, ["own", "app", "web"], 1)

    assert drawn == pytest.approx(NORMAL.inv_cdf(uniform))


def test_the_defaults_are_those_that_the_page_says() -> None:
    usual = ForecastSettings()

    assert (
        f"`forecast: {{spread: {float(usual.low):.0%}..{float(usual.high):.0%}}}`" in TEXT
    )
    assert f"t is {float(usual.team):.0%}".replace("%", " %") in TEXT
    assert f"p is {float(usual.portfolio):.0%}".replace("%", " %") in TEXT
