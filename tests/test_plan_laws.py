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
from tests.kept_plans import search_little
from tests.plan_checker import violations
from tests.portfolio_strategies import portfolios


@pytest.fixture
def short_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers that are whole, of plans that may be better, with one more person once."""
    search_little(monkeypatch, 40)
    monkeypatch.setattr("roadmap.cli.bringing_forward.TEAMS", 1)


@pytest.mark.usefixtures("plans_alone")
@given(portfolios())
def test_every_plan_keeps_all_promises_day_by_day(files: dict[str, str]) -> None:
    assert violations(files, answer("plan", files, "--no-forecast")) == []


@pytest.mark.usefixtures("plans_alone")
@settings(max_examples=30)
@given(portfolios())
def test_every_plan_with_ideas_keeps_all_promises(files: dict[str, str]) -> None:
    assert (
        violations(files, answer("plan", files, "--ideas", "--no-forecast"), ideas=True)
        == []
    )


@pytest.mark.usefixtures("short_search")
@settings(max_examples=25)
@given(portfolios())
def test_the_same_files_give_the_same_bytes(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        write(Path(name), files)
        first = run("plan", Path(name), "--format", "json")
        again = run("plan", Path(name), "--format", "json")
        assert first == again


@pytest.mark.usefixtures("short_search")
@settings(max_examples=25)
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
