"""The readme's pictures show what the command prints today."""

from __future__ import annotations

import os
import re
from xml.etree import ElementTree

import pytest

from docs.picture import IMAGES, pictures

FOUND = pictures()


@pytest.mark.parametrize("theme", FOUND)
def test_a_picture_is_up_to_date(theme: str) -> None:
    file = IMAGES / f"plan-{theme}.svg"
    if os.environ.get("ROADMAP_REWRITE"):
        file.write_text(FOUND[theme], encoding="utf-8", newline="\n")

    assert file.read_text(encoding="utf-8") == FOUND[theme], "`make rewrite` renews it"


@pytest.mark.parametrize("theme", FOUND)
def test_a_picture_needs_nothing_from_anywhere(theme: str) -> None:
    ElementTree.fromstring(FOUND[theme])

    addresses = re.findall(r"https?://[^\"]+", FOUND[theme])
    assert addresses == ["http://www.w3.org/2000/svg"]
    assert "<script" not in FOUND[theme]
    assert "@import" not in FOUND[theme]
