"""A search without its compiled part says so: once, on stderr, where it matters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.cli.slow_search import SLOW
from roadmap.sequencing.compiled import kernel
from tests.answers import write
from tests.small_portfolios import CROWD

RUN = """
import sys
if sys.argv.pop(1) == "lost":
    sys.modules["roadmap.sequencing.search._kernel"] = None  # as if it were not built
from roadmap.__main__ import exit_code, main, say_if_slow
*before, last, folder = sys.argv[1:]
for command in before:
    assert exit_code([command, folder]) == 0
    say_if_slow()
    print("over", file=sys.stderr)
    if search := sys.modules.get("roadmap.sequencing.compiled"):
        search.missed.clear()
sys.argv[1:] = [last, folder]
main()
"""
"""Commands one after the other, each as if it were the first; the last leaves."""


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    write(tmp_path, CROWD)
    return tmp_path


def said(kernel: str, *commands: str, at: Path, pure: str = "") -> list[str]:
    """What each command prints on stderr, its kernel lost or as it is."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, kernel, *commands, at],
        env={**os.environ, "ROADMAP_PURE_PYTHON": pure},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stderr.split("over\n")


def test_a_search_that_lacks_the_kernel_says_so_once(crowd: Path) -> None:
    commands = ("plan", "report", "forecast")

    assert said("lost", *commands, at=crowd) == [f"roadmap: {SLOW}\n"] * 3


def test_where_nothing_is_searched_nothing_is_said(crowd: Path) -> None:
    commands = ("check", "list", "score", "sequence")

    assert said("lost", *commands, at=crowd) == [""] * 4


def test_a_small_plan_is_proven_without_the_search(crowd: Path) -> None:
    write(crowd, {"many.yaml": CROWD["many.yaml"].partition("- {id: i6,")[0]})

    assert said("lost", "plan", at=crowd) == [""]


def test_who_leaves_the_kernel_aside_knows_that(crowd: Path) -> None:
    assert said("lost", "plan", at=crowd, pure="1") == [""]


@pytest.mark.skipif(kernel is None, reason="the kernel is not built, or left aside")
def test_with_the_kernel_there_is_nothing_to_say(crowd: Path) -> None:
    assert said("there", "plan", at=crowd) == [""]
