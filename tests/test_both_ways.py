"""With the kernel of the search and without it: the same bytes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.sequencing.search.compiled import kernel

TREE = Path(__file__).parent.parent
BOTH_WAYS = TREE / ".ci" / "both_ways.py"
FOLDERS = (TREE / "initiatives", TREE.parent / "shared" / "portfolios" / "simpler-grants")

pytestmark = [
    pytest.mark.skipif(kernel is None, reason="the kernel is not built, or left aside"),
    pytest.mark.skipif(not BOTH_WAYS.exists(), reason="the source leaves .ci out"),
]


@pytest.mark.parametrize("folder", FOLDERS, ids=[path.name for path in FOLDERS])
def test_a_plan_is_the_same_with_the_kernel_and_without(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip("the portfolio is not beside this checkout")
    done = subprocess.run(
        [sys.executable, BOTH_WAYS, folder],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
