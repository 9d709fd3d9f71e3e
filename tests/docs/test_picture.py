"""The readme's pictures show what the command prints today."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest

from docs.picture import IMAGES, THEMES, pictures


@pytest.fixture(scope="module")
def found() -> Mapping[str, str]:
    return pictures()


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_is_up_to_date(theme: str, found: Mapping[str, str]) -> None:
    file = IMAGES / f"plan-{theme}.svg"
    if os.environ.get("ROADMAP_REWRITE"):
        file.write_text(found[theme], encoding="utf-8", newline="\n")

    assert file.read_text(encoding="utf-8") == found[theme], "`make rewrite` renews it"


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_needs_nothing_from_anywhere(
    theme: str, found: Mapping[str, str]
) -> None:
    ElementTree.fromstring(found[theme])

    addresses = re.findall(r"https?://[^\"]+", found[theme])
    assert addresses == ["http://www.w3.org/2000/svg"]
    assert "<script" not in found[theme]
    assert "@import" not in found[theme]
