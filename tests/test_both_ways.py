"""With the kernel of the search and without it: the same bytes.

Plans of these portfolios are searched for less long than a user's: all that the kernel does
is done both ways, fewer times. The workflow that builds wheels does all of it with each.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.sequencing import compiled
from tests.answers import run, write
from tests.kept_plans import search_little
from tests.small_portfolios import CROWD

TREE = Path(__file__).parent.parent
BOTH_WAYS = TREE / ".ci" / "both_ways.py"
FOLDERS = (TREE / "initiatives", TREE.parent / "shared" / "portfolios" / "simpler-grants")
STEPS = 20
"""Of the search, for each initiative; a plan as users get it takes hundreds."""

pytestmark = pytest.mark.skipif(
    compiled.kernel is None, reason="the kernel is not built, or left aside"
)


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_a_plan_is_the_same_with_the_kernel_and_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not folder.is_dir():
        pytest.skip("the portfolio is not beside this checkout")
    search_little(monkeypatch, STEPS)
    with_kernel = run("plan", folder, "--format", "json")
    monkeypatch.setattr(compiled, "kernel", None)
    monkeypatch.setattr(compiled, "left_aside", True)

    assert run("plan", folder, "--format", "json") == with_kernel


@pytest.mark.skipif(not BOTH_WAYS.exists(), reason="the source leaves .ci out")
def test_nor_does_a_process_without_it_print_another_plan(tmp_path: Path) -> None:
    write(tmp_path, CROWD)
    done = subprocess.run(
        [sys.executable, BOTH_WAYS, tmp_path],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
