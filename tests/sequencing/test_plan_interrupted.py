"""What is known when a search is interrupted, and what the command then does."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from threading import Timer
from time import sleep
from typing import NoReturn

import pytest
from hypothesis import given, settings

from roadmap.model.portfolio import Engine, Minimise
from roadmap.sequencing.bounds.plan_bound import wait_bound
from roadmap.sequencing.plan import plan
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.serial import begun, feasible, scheduled
from roadmap.sequencing.search.search import searched
from roadmap.sequencing.sequence import sequence
from tests.answers import run
from tests.plan_checker import violations
from tests.portfolio_strategies import portfolios
from tests.sequencing.plan_portfolios import Case, planned, posed, scores
from tests.sequencing.test_plan_steady import drawn

SMALL = "roadmap.sequencing.search.branch_and_bound.BranchAndBound.run"
"""Where a small portfolio is searched."""


@pytest.mark.parametrize(
    ("minimise", "share"),
    [(Minimise.COST_OF_DELAY, 0.9), (Minimise.MAKESPAN, 0.45), (Minimise.MAKESPAN, 0.6)],
)
def test_the_best_so_far_is_kept(
    minimise: Minimise, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda n: 800 * n)
    of, values = drawn(6, 40)
    whole, fixed = posed((replace(of, minimise=minimise), values))
    group = groups(whole)[0]
    first, later, last = (
        searched(whole, fixed, stop_at(most)) for most in (0.0, share, 2.0)
    )

    assert (first.status, later.status, last.status) == ("interrupted", "interrupted", None)
    assert aims(later.table, group) < aims(first.table, group)
    assert aims(last.table, group) <= aims(later.table, group)


def test_one_interruption_ends_the_search_of_every_tier() -> None:
    whole, _ = posed(drawn(1, 40))
    tiered = replace(whole, tier=tuple(each // 10 for each in range(whole.count)))
    told: list[float] = []

    def once(share: float) -> None:
        told.append(share)
        if len(told) == 2:
            raise KeyboardInterrupt

    found = searched(tiered, begun(tiered), once)

    assert found.status == "interrupted"
    assert len(told) == 2
    assert min(found.table.start) >= 0


@pytest.fixture
def heard() -> Iterator[None]:
    """A process that hears interruptions, even one that a script began with `&`."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
@pytest.mark.parametrize("seconds", [0.0, 0.5])
@pytest.mark.usefixtures("heard")
def test_an_interruption_ends_a_solver_that_is_at_work_or_only_about_to_be(
    seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    reason = "the engine `exact` is not installed"
    solver = pytest.importorskip("ortools.sat.python.cp_model", reason=reason).CpSolver
    from roadmap.sequencing.exact.cp_model import model
    from roadmap.sequencing.exact.cp_sat import solved

    whole, fixed = posed(drawn(2, 120))
    group = groups(whole)[0]
    known = scheduled(fixed, feasible(whole, group))
    made, solve = model(fixed, group, known), solver.solve

    def later(*given: object) -> object:
        sleep(seconds)
        return solve(*given)

    monkeypatch.setattr(solver, "solve", later)
    found = solved(made, made.cost, known, 100, signal_sent)

    assert found.interrupted


@pytest.mark.parametrize(
    ("minimise", "models"),
    [(Minimise.COST_OF_DELAY, 1), (Minimise.MAKESPAN, 1), (Minimise.MAKESPAN, 2)],
)
def test_an_interruption_while_a_model_is_built_keeps_the_plan(
    minimise: Minimise, models: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = pytest.importorskip("roadmap.sequencing.exact.engine")
    build, built = exact.model, []

    def model(*given: object) -> object:
        built.append(given)
        return build(*given) if len(built) < models else interrupted()

    monkeypatch.setattr(exact, "model", model)
    of, values = drawn(1, 20)
    of, known = replace(of, minimise=minimise), scores(of, values)
    found = plan(of, known, sequence(of, known), engine=Engine.EXACT, units=1)

    assert len(built) == models
    assert found.interrupted


@pytest.mark.parametrize("times", [1, 2])
def test_after_the_search_the_first_interruption_keeps_the_plan_and_the_second_ends_all(
    times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    halts = iter([interrupted] * times)
    monkeypatch.setattr(
        "roadmap.sequencing.plan.wait_bound", lambda *given: next(halts, wait_bound)(*given)
    )
    of, values = drawn(1, 12)
    known = scores(of, values)
    ends = nullcontext() if times == 1 else pytest.raises(KeyboardInterrupt)

    with ends:
        assert plan(of, known, sequence(of, known)).interrupted


@settings(max_examples=30)
@given(planned(6))
def test_an_interruption_leaves_nothing_unplaced(case: Case) -> None:
    whole, fixed = posed(case)

    assert min(searched(whole, fixed, stop_at(0.0)).table.start, default=0) >= 0


@settings(max_examples=10)
@given(portfolios())
def test_what_is_shown_then_is_a_whole_plan_and_says_what_it_is(
    files: dict[str, str],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SMALL, interrupted)
        outcome = run("plan", files, "--format", "json")

    if outcome.exit_code == 130:
        answer = json.loads(outcome.stdout)
        assert answer["plan"]["status"] == "interrupted"
        assert violations(files, answer) == []


@pytest.mark.parametrize("engine", list(Engine))
def test_an_interruption_is_130_and_writes_no_file(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine is Engine.EXACT:
        pytest.importorskip("ortools", reason="the engine `exact` is not installed")
    monkeypatch.setattr(SMALL, interrupted)
    out = tmp_path / "plan.md"
    text = "title: {}\noutcomes: {{fast-answers: high}}\neffort: {}\n"
    files = {f"{size}.yaml": text.format(size, size) for size in ("1w", "2w")}

    outcome = run("plan", files, "--engine", engine, "-o", str(out))

    assert outcome.exit_code == 130
    assert not out.exists()


def stop_at(most: float) -> Callable[[float], None]:
    """Progress that is interrupted at a share of the work."""

    def told(share: float) -> None:
        if share >= most:
            raise KeyboardInterrupt

    return told


def signal_sent(_: float) -> None:
    """Progress that sends what Ctrl-C sends, while somebody waits for more."""
    Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()


def interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt
