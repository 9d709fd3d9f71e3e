"""docs/funding.md works one example by hand; here it is computed."""

from __future__ import annotations

import re

import pytest

from tests.answers import answer, run
from tests.docs.markdown import section, tables, text_of

PAGE = text_of("docs/funding.md")
EXAMPLE = section(PAGE, "## Worked by hand")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", EXAMPLE, re.DOTALL))


def test_the_example_has_no_errors(files: dict[str, str]) -> None:
    assert run("check", files).exit_code == 0


def test_the_best_set_is_the_first_row_of_its_table(files: dict[str, str]) -> None:
    found = answer("fund", files)
    titles = {each["id"]: each["title"] for each in found["initiatives"]}
    chosen = [each["id"] for each in found["selection"]["chosen"] if not each["forced"]]
    (rows,) = tables(EXAMPLE)

    assert re.findall(r"\*([^*]+)\*", rows[0][0]) == [
        titles[id] for id in ("one-login", "refunds", "reminders")
    ]
    assert sorted(chosen) == ["one-login", "refunds", "reminders"]
    assert rows[0][1] == f"{found['selection']['value']:g}"
    assert f"**{found['selection']['value']:g} points**" in EXAMPLE


def test_what_just_missed_and_what_it_would_take(files: dict[str, str]) -> None:
    below = {each["id"]: each for each in answer("fund", files)["selection"]["below"]}

    assert f"**{below['search']['why']}**" in EXAMPLE.replace("\n", " ")
    assert below["search"]["value"] == 8
    assert below["skins"]["why"] == "scores 0.5, below the minimum of 1"


def test_the_plan_leaves_out_what_is_below_the_line(files: dict[str, str]) -> None:
    plan = answer("plan", files)["plan"]

    assert {each["id"]: each["reason"] for each in plan["unplaced"]} == {
        "search": "is not funded: it takes 2 more person-weeks",
        "skins": "is not funded: scores 0.5, below the minimum of 1",
    }
