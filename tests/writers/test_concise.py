from __future__ import annotations

import re

from roadmap.diagnostics import Severity
from roadmap.writers.writer import Setting
from tests.writers.listed_pages import at, finding, harmful, page, written


def test_a_finding_is_path_line_column_code_and_message() -> None:
    place, places = at()
    notes = page(finding("no such thing", Severity.NOTE, place), places=places)

    assert written("concise", notes) == "plans/a.yaml:5:8: RM101 no such thing\n"


def test_a_finding_without_a_place_stands_at_the_top_of_the_portfolio_file() -> None:
    assert written("concise", page(finding("too few"))) == (
        "plans/portfolio.yaml:1:1: RM103 too few\n"
    )


def test_nothing_wrong_is_nothing_written() -> None:
    assert written("concise", page()) == ""


def test_harmful_text_stays_on_its_line() -> None:
    found = harmful()
    lines = written("concise", found, Setting(unicode=False)).split("\n")

    assert len(lines) - 1 == len(found.blocks[0].findings)  # type: ignore[union-attr]
    assert all(re.fullmatch(r"[ -~]+:\d+:\d+: RM10\d [ -~]*", line) for line in lines[:-1])
