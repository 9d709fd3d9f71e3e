from __future__ import annotations

import os
from pathlib import Path

import pytest

from roadmap.views.page import Page
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import Setting
from tests.writers.sample_pages import (
    findings_page,
    hostile_page,
    plan_page,
    sequence_page,
)

GOLDEN = Path(__file__).parent / "golden"
REWRITE = "ROADMAP_REWRITE"
PAGES = {
    "sequence": sequence_page(),
    "plan": plan_page(),
    "hostile": hostile_page(),
    "findings": findings_page(),
}
SETTINGS = {
    "80.txt": ("terminal", Setting(80, all=True)),
    "140.txt": ("terminal", Setting(140)),
    "pipe.txt": ("terminal", Setting(all=True)),
    "ascii.txt": ("terminal", Setting(80, unicode=False, all=True)),
    "colour.txt": ("terminal", Setting(80, colour=True, all=True)),
    "md": ("markdown", Setting(all=True)),
    "json": ("json", Setting()),
}


@pytest.mark.parametrize("ending", SETTINGS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_looked(name: str, ending: str) -> None:
    """With ROADMAP_REWRITE=1 in the environment the files are written anew."""
    found = text(PAGES[name], ending)
    file = GOLDEN / f"{name}.{ending}"
    if os.environ.get(REWRITE):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(found.encode("utf-8"))

    assert found == file.read_bytes().decode("utf-8")


def text(page: Page, ending: str) -> str:
    name, setting = SETTINGS[ending]
    return writers()[name].write(page, setting)
