"""What holds of every plan, whatever the portfolio."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.answers import answer, run, write
from tests.kept_plans import draw_little
from tests.plan_checker import violations
from tests.portfolio_strategies import portfolios


@pytest.fixture(autouse=True)
def few_prices_and_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """To find a price is to plan again, and no law looks at what that finds."""
    monkeypatch.setattr("roadmap.sequencing.prices.MOST", 3_000)
    draw_little(monkeypatch)


@given(portfolios())
def test_every_plan_keeps_all_promises_day_by_day(files: dict[str, str]) -> None:
    assert violations(files, answer("plan", files, "--no-forecast")) == []


@settings(max_examples=50)
@given(portfolios())
def test_every_plan_with_ideas_keeps_all_promises(files: dict[str, str]) -> None:
    assert (
        violations(files, answer("plan", files, "--ideas", "--no-forecast"), ideas=True)
        == []
    )


@settings(max_examples=40)
@given(portfolios())
def test_the_same_files_give_the_same_bytes(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        write(Path(name), files)
        first = run("plan", Path(name), "--format", "json")
        again = run("plan", Path(name), "--format", "json")
        assert first == again


@settings(max_examples=40)
@given(portfolios(), st.randoms(use_true_random=False))
def test_the_order_within_a_file_changes_nothing_but_findings(
    files: dict[str, str], random: Random
) -> None:
    them = json.loads(files["together.yaml"])
    random.shuffle(them)
    with TemporaryDirectory() as name:
        write(Path(name), files)
        first = answer("plan", Path(name))
        write(Path(name), {"together.yaml": json.dumps(them, ensure_ascii=False)})
        again = answer("plan", Path(name))
    first.pop("findings")
    again.pop("findings")
    assert first == again
