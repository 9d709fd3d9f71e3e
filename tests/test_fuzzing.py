"""`make test` runs the same examples everywhere; `make fuzz` looks for new ones."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.fuzzing import main

ROOT = Path(__file__).parent.parent
PROPERTY = """
from hypothesis import given, settings, strategies as st

@settings(database=None)
@given(st.integers(), st.text())
def test_a_law(number, text):
    assert number < {least}
"""
STARTING = """
import sys, time
try:
    time.sleep(60)
except KeyboardInterrupt:
    print(sys.argv[1])
    sys.exit(1)
"""
"""A process that ends with 1 as soon as it is interrupted, and prints what it is given."""
HOOK = "from tests.fuzzing import pytest_runtest_makereport\n"
"""With the import come the profiles."""
Fuzz = Callable[[int, int], tuple[int, str]]


def test_examples_are_the_same_in_every_run(request: pytest.FixtureRequest) -> None:
    fuzzing = request.config.getoption("--hypothesis-profile") == "fuzz"

    assert settings.default is not None
    assert settings.default.derandomize is not fuzzing


def test_what_fuzzing_finds_is_printed_so_that_it_can_be_kept(fuzzed: Fuzz) -> None:
    code, printed = fuzzed(10, 60)

    assert code == 1
    assert "@example(\n    number=10,\n    text=''" in printed
    assert "Add this above `test_a_law`" in printed
    assert "\n@reproduce_failure(" in printed


def test_fuzzing_ends_when_time_is_up(fuzzed: Fuzz) -> None:
    code, printed = fuzzed(10**100, 1)

    assert code == 0
    assert printed.endswith("1 seconds are up, and no example failed\n")


@pytest.mark.parametrize(("printed", "code"), [("", 0), ("FAILED test_a.py::test_a", 1)])
def test_when_time_is_up_only_a_test_that_failed_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, printed: str, code: int
) -> None:
    # interrupted while it starts, pytest ends with 1 as well
    monkeypatch.setattr("tests.fuzzing.PYTEST", (sys.executable, "-c", STARTING))

    assert main(2, [printed]) == code


def test_fuzzing_fails_where_tests_cannot_be_read(tmp_path: Path, fuzzed: Fuzz) -> None:
    (tmp_path / "test_broken.py").write_text("import nothing_of_this_name\n")

    code, printed = fuzzed(10**100, 60)

    assert code != 0
    assert "nothing_of_this_name" in printed


@pytest.fixture
def fuzzed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Fuzz:
    """Exit code and output of fuzzing a law that holds below a number, for some seconds."""
    monkeypatch.chdir(ROOT)

    def fuzz(least: int, seconds: int) -> tuple[int, str]:
        (tmp_path / "conftest.py").write_text(HOOK)
        (tmp_path / "test_property.py").write_text(PROPERTY.format(least=least))
        code = main(seconds, [str(tmp_path)])
        return code, capsys.readouterr().out

    return fuzz
