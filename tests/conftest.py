"""What all tests share: one terminal, and the same examples in every CI run."""

from __future__ import annotations

import os

from hypothesis import settings

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

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")
