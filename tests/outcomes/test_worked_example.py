"""docs/outcomes.md works one example by hand; here it is computed."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest

from roadmap.cli.load import words
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.estimates import estimates
from roadmap.outcomes.needs import NeedForecast, need_forecasts
from roadmap.outcomes.results import deliveries
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.figures import brief, percent
from tests.docs.markdown import text_of

PAGE = text_of("docs/outcomes.md")


@pytest.fixture(scope="module")
def example() -> Portfolio:
    blocks = re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL)
    files = {name: text.encode() for name, text in blocks}
    found = read(Texts(files), words(), date(2027, 1, 4))
    assert not found.diagnostics
    return found.portfolio


@pytest.fixture
def forecast(example: Portfolio) -> NeedForecast:
    (found,) = need_forecasts(example)
    return found


def test_what_customers_said(forecast: NeedForecast) -> None:
    assert (forecast.importance, forecast.satisfaction) == (Fraction("8.7"), Fraction(4))


def test_progress(example: Portfolio) -> None:
    found = {delivery.id: delivery for delivery in deliveries(example)}
    (result,) = found["bill-forecast"].results

    assert result.progress is not None
    assert f"= **{percent(result.progress)}**" in PAGE


def test_what_each_closes_stands_in_the_table(forecast: NeedForecast) -> None:
    closed = {effect.id.removeprefix("bill-"): effect.closed for effect in forecast.effects}
    rows = re.findall(r"^\| (\w+), [^|]*\|[^|]*\|[^|]*\| (.*?) \|$", PAGE, re.MULTILINE)

    assert {name.lower(): text for name, text in rows} == {
        name: percent(share) for name, share in closed.items()
    }


def test_projected_satisfaction(forecast: NeedForecast) -> None:
    left = 1 - (forecast.projected - 4) / 6

    assert f"= {brief(left, 4)} of the missing satisfaction remains" in PAGE
    assert f"= **{brief(forecast.projected, 2)}**" in PAGE


def test_the_commitment_and_the_estimate(example: Portfolio) -> None:
    found = {delivery.id: delivery for delivery in deliveries(example)}
    (commitment,) = found["bill-forecast"].commitments
    (estimate,) = estimates(example)

    page = " ".join(PAGE.split())
    assert f"**missed by {commitment.days_late} working days**" in page
    assert f"**{brief(estimate.ratio, 2)} ×** the estimate" in page
