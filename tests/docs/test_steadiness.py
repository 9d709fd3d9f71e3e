"""docs/steadiness.md works one example by hand; here it is computed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.answers import answer, run, write
from tests.docs.markdown import section, text_of

PAGE = text_of("docs/steadiness.md")
EXAMPLE = section(PAGE, "## Worked by hand")
FILES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", EXAMPLE, re.DOTALL))
WORTH = FILES["work.yaml"].replace("value: 4", "value: 6")


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """The example, published, and then with a basket that is worth more."""
    write(tmp_path, FILES)
    assert run("publish", tmp_path).exit_code == 0
    write(tmp_path, {"work.yaml": WORTH})
    return tmp_path


def test_what_is_published_is_what_the_page_says(told: Path) -> None:
    text = (told / "published.yaml").read_text(encoding="utf-8")

    assert "search: {start: 2027-01-04, end: 2027-01-15" in text
    assert "basket: {start: 2027-01-18, end: 2027-01-29" in text
    assert "search until 15 January,\nbasket until 29 January" in EXAMPLE


def test_a_hundredth_is_not_enough_to_keep_both_dates(told: Path) -> None:
    plan = answer("plan", told)["plan"]

    assert plan["published"] == {"kept": 1, "moved": 1, "free_cost": 32}
    assert plan["cost"] == 32
    assert "1 of 2 published dates kept." in run("plan", told).stdout
    assert "**32 value-weeks**" in EXAMPLE


def test_with_seven_hundredths_both_dates_are_kept(told: Path) -> None:
    write(told, {"portfolio.yaml": FILES["portfolio.yaml"] + "steadiness: 7%\n"})
    plan = answer("plan", told)["plan"]
    page = " ".join(run("plan", told).stdout.split())

    assert plan["published"] == {"kept": 2, "moved": 0, "free_cost": 32}
    assert plan["cost"] == 34
    assert f"{plan['cost'] / 32 - 1:.2%}" == "6.25%"
    assert "planning freely would bring value 0.2 weeks sooner." in page
    assert "“Search that finds” starts first, as published." in page


def test_planning_freely_is_an_option(told: Path) -> None:
    write(told, {"portfolio.yaml": FILES["portfolio.yaml"] + "steadiness: 7%\n"})
    free = answer("plan", told, "--free")["plan"]

    assert (free["cost"], free["status"]) == (32, "optimal")
    assert free["published"] == {"kept": 1, "moved": 1, "free_cost": 32}
