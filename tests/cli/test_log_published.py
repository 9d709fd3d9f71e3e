"""`roadmap log`: where dates were published, slips count from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from roadmap.cli.app import app
from tests.studies.files import Checkout, repository

PLAN = "start: 2027-01-04\nteams: {web: {people: 2, at_once: 1}}\n"
TOLD = """\
as_of: 2027-01-04
initiatives:
  pay: {start: 2027-01-04, end: 2027-01-15, shown: Jan 2027, until: 2027-01-31}
"""


def work(effort: str) -> dict[str, str]:
    return {"plans/pay.yaml": f"title: Pay\neffort: {effort}\ndepends_on: []\n"}


@pytest.fixture
def shop(tmp_path: Path) -> Checkout:
    return repository(tmp_path, {"plans/portfolio.yaml": PLAN, **work("2w")})


def trail(shop: Checkout) -> dict[str, Any]:
    words = ["log", "-C", str(shop.top / "plans"), "--format", "json"]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.stderr
    (found,) = json.loads(result.stdout)["log"]["initiatives"]
    return {key: found[key] for key in ("slip_days", "slips", "published")}


def test_before_anything_is_published_slips_count_from_the_first_forecast(
    shop: Checkout,
) -> None:
    shop.commit(work("6w"))

    assert trail(shop) == {"slip_days": 10, "slips": 1, "published": None}


def test_a_move_within_what_was_shown_is_no_slip(shop: Checkout) -> None:
    shop.commit({"plans/published.yaml": TOLD})
    shop.commit(work("6w"))

    assert trail(shop) == {"slip_days": 0, "slips": 0, "published": "2027-01-31"}


def test_a_slip_counts_from_the_last_day_that_was_shown(shop: Checkout) -> None:
    shop.commit(work("3w"))
    shop.commit({"plans/published.yaml": TOLD})
    shop.commit(work("10w"))
    shop.commit(work("9w"))

    assert trail(shop) == {"slip_days": 3, "slips": 1, "published": "2027-01-31"}


def test_telling_a_later_date_takes_no_slip_back(shop: Checkout) -> None:
    shop.commit({"plans/published.yaml": TOLD})
    later = TOLD.replace("2027-01-31", "2027-03-31").replace("Jan", "Mar")
    shop.commit({**work("9w"), "plans/published.yaml": later})

    assert trail(shop) == {"slip_days": 3, "slips": 1, "published": "2027-01-31"}


def test_work_that_ends_before_what_was_planned_is_earlier(shop: Checkout) -> None:
    shop.commit({"plans/published.yaml": TOLD})
    shop.commit(work("1w"))

    assert trail(shop)["slip_days"] == -7


def test_the_page_names_what_was_published_as_the_baseline(shop: Checkout) -> None:
    shop.commit({"plans/published.yaml": TOLD})
    shop.commit(work("6w"))
    kept = CliRunner().invoke(app, ["log", "-C", str(shop.top / "plans")]).stdout
    shop.commit(work("10w"))
    slipped = CliRunner().invoke(app, ["log", "-C", str(shop.top / "plans")]).stdout

    assert "Jan 2027  22 Jan  as published" in kept
    assert "“Pay” slipped most: it is 1.0 weeks later than its baseline" in slipped
