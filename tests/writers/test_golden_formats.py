"""Each format as it looked last, on the sample pages of which it shows something."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from roadmap import __version__
from roadmap.writers.catalogue import shows_anything, writers
from roadmap.writers.writer import Setting
from tests.writers.test_golden import GOLDEN, PAGES, REWRITE, SETTINGS

AT_EACH_WIDTH = {name for name, _ in SETTINGS.values()}
"""Formats whose golden files stand in `test_golden.py`."""


def shown() -> Iterator[tuple[str, str]]:
    for name, writer in writers().items():
        if name not in AT_EACH_WIDTH:
            able = [each for each, page in PAGES.items() if shows_anything(writer, page)]
            yield from ((name, each) for each in able)


def written(format: str, page: str) -> bytes:
    text = writers()[format].write(PAGES[page], Setting(all=True))
    return text.replace(__version__, "VERSION").encode("utf-8")


@pytest.mark.parametrize(("format", "page"), [*shown()])
def test_a_format_looks_as_it_looked(format: str, page: str) -> None:
    found = written(format, page)
    file = GOLDEN / "formats" / f"{page}.{format}"
    if os.environ.get(REWRITE):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(found)

    assert file.exists(), f"no {file.name}: `make rewrite` writes it; then read it"
    assert found == file.read_bytes()


def test_every_format_has_a_golden_file() -> None:
    assert {name for name, _ in shown()} | AT_EACH_WIDTH == writers().keys()


def test_no_golden_file_is_left_of_a_format_that_went() -> None:
    names = {f"{page}.{format}" for format, page in shown()}

    assert {file.name for file in (GOLDEN / "formats").iterdir()} == names
