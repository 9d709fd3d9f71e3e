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
import os, sys
if sys.argv.pop(1) == "lost":
    sys.modules["roadmap.sequencing.search._kernel"] = None  # as if it were not built
from roadmap.__main__ import main
main()
"""


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    write(tmp_path, CROWD)
    return tmp_path


def said(kernel: str, *arguments: str | Path, pure: str = "") -> str:
    """What a command prints on stderr, its kernel lost or as it is."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, kernel, *map(str, arguments)],
        env={**os.environ, "ROADMAP_PURE_PYTHON": pure},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stderr


@pytest.mark.parametrize("command", ["plan", "report", "forecast"])
def test_a_search_that_lacks_the_kernel_says_so_once(crowd: Path, command: str) -> None:
    assert said("lost", command, crowd) == f"roadmap: {SLOW}\n"


@pytest.mark.parametrize("command", ["check", "list", "score", "sequence"])
def test_where_nothing_is_searched_nothing_is_said(crowd: Path, command: str) -> None:
    assert said("lost", command, crowd) == ""


def test_a_small_plan_is_proven_without_the_search(crowd: Path) -> None:
    write(crowd, {"many.yaml": CROWD["many.yaml"].partition("- {id: i6,")[0]})

    assert said("lost", "plan", crowd) == ""


def test_who_leaves_the_kernel_aside_knows_that(crowd: Path) -> None:
    assert said("lost", "plan", crowd, pure="1") == ""


@pytest.mark.skipif(kernel is None, reason="the kernel is not built, or left aside")
def test_with_the_kernel_there_is_nothing_to_say(crowd: Path) -> None:
    assert said("there", "plan", crowd) == ""
