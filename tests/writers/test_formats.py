from __future__ import annotations

import subprocess
import sys

import pytest

from roadmap.writers.catalogue import writer, writers


@pytest.mark.parametrize("name", writers())
def test_a_format_is_found_by_its_name_alone(name: str) -> None:
    assert writer(name) is writers()[name]


@pytest.mark.parametrize("name", ["", "nothing", "listed", "writer", "sarif_rules", "."])
def test_what_is_no_format_is_none(name: str) -> None:
    assert writer(name) is None


def test_one_format_does_not_load_the_others() -> None:
    script = """
import sys
from roadmap.writers.catalogue import writer
writer("concise")
print(*sorted(name for name in sys.modules if name.startswith("roadmap.writers.formats.")))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    loaded = {name.removeprefix("roadmap.writers.formats.") for name in done.stdout.split()}

    assert loaded == {"concise"}
