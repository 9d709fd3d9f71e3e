"""What all tests share: one terminal, and the same examples in every run."""

from __future__ import annotations

import os

from hypothesis import settings

from tests.fuzzing import pytest_runtest_makereport

__all__ = ["pytest_runtest_makereport"]  # a hook, heard by being here

# Read by Typer and rich when they are imported, so set before any test is.
UNSET = (
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "NO_COLOR",
    "ROADMAP_DEBUG",
)
for name in UNSET:
    os.environ.pop(name, None)
os.environ["TERM"] = "dumb"

settings.load_profile("same")  # `make fuzz` says --hypothesis-profile=fuzz
