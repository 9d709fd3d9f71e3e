"""The readme's picture shows the example as it is planned today."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.answers import run

ROOT = Path(__file__).parent.parent.parent
PICTURE = ROOT / "docs" / "images" / "plan.svg"
SCREENSHOTS = ("page-light.png", "page-dark.png")


@pytest.mark.usefixtures("kept_plans")
def test_the_picture_is_up_to_date() -> None:
    options = ("--view", "timeline", "--format", "svg")
    found = run("report", ROOT / "initiatives", *options).stdout
    if os.environ.get("ROADMAP_REWRITE"):
        PICTURE.write_text(found, encoding="utf-8", newline="\n")

    assert PICTURE.read_text(encoding="utf-8") == found, "`make rewrite` renews it"


@pytest.mark.parametrize("name", [PICTURE.name, *SCREENSHOTS])
def test_a_picture_is_shown_somewhere_in_the_docs(name: str) -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]

    assert (PICTURE.parent / name).exists()
    assert any(f"images/{name}" in page.read_text(encoding="utf-8") for page in pages)
