from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.answers import answer, run

FILES = {"a.yaml": "title: A\neffort: 1w\noutcomes: {fast-answers: high}\n"}
WANTED = FILES | {"portfolio.yaml": "format: 1\nengine: exact\n"}
INSTALL = "run pip install '.[exact]'"


@pytest.fixture
def without_ortools(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in list(sys.modules):
        if name.startswith(("roadmap.sequencing.exact", "ortools")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ortools", None)
    yield
    for name in list(sys.modules):
        if name.startswith("roadmap.sequencing.exact"):
            del sys.modules[name]


@pytest.mark.usefixtures("without_ortools")
@pytest.mark.parametrize("command", ["plan", "report"])
def test_an_engine_that_is_not_installed_ends_with_the_command_that_installs_it(
    command: str,
) -> None:
    outcome = run(command, WANTED)

    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert INSTALL in outcome.stderr


@pytest.mark.usefixtures("without_ortools")
def test_the_fast_engine_and_orders_without_a_plan_need_nothing_more() -> None:
    assert run("plan", FILES).exit_code == 0
    assert run("sequence", WANTED).exit_code == 0
    assert run("plan", WANTED, "--engine", "fast").exit_code == 0


def test_the_answer_says_which_engine_planned_it() -> None:
    pytest.importorskip("ortools")

    assert answer("plan", FILES)["portfolio"]["engine"] == "fast"
    assert answer("plan", WANTED)["portfolio"]["engine"] == "exact"
    chosen = answer("plan", FILES, "--engine", "exact", "--units", "1")
    assert chosen["portfolio"]["engine"] == "exact"
    assert chosen["plan"]["status"] == "optimal"


def test_units_without_the_engine_that_counts_them_are_refused() -> None:
    outcome = run("plan", FILES, "--units", "9")

    assert outcome.exit_code == 2
    assert "--engine exact" in outcome.stderr


@pytest.mark.parametrize("units", ["0", "-1", "0.5", "nan", "some"])
def test_units_are_a_whole_number_from_1(units: str) -> None:
    outcome = run("plan", FILES, "--engine", "exact", "--units", units)

    assert outcome.exit_code == 2
    assert f"`{units}` is not a whole number from 1 to 100000" in outcome.stderr
