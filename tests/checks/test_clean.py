"""One portfolio says everything that the format knows, and no rule finds fault with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from roadmap.checks.run import findings
from roadmap.cli.load import words
from roadmap.diagnostics import Diagnostic
from roadmap.model.initiative import Status
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.portfolio_file import PortfolioFile
from roadmap.reading.read import Read, read
from roadmap.reading.record import Record
from roadmap.reading.schema_keys import records_in
from roadmap.reading.sources import Folder
from tests.checks.reading import TODAY

CLEAN = Path(__file__).parent / "clean"


@cache
def opened() -> Read:
    return read(Folder(CLEAN, CLEAN), words(), TODAY)


@cache
def found() -> tuple[Diagnostic, ...]:
    return findings(opened(), plan=True)


def test_no_rule_finds_fault_with_the_clean_portfolio() -> None:
    assert [(finding.rule.code, finding.message) for finding in found()] == []


def test_the_clean_portfolio_has_initiatives_of_every_status() -> None:
    every = opened().portfolio.initiatives.values()

    assert {initiative.status for initiative in every} == set(Status)


def test_the_clean_portfolio_says_everything_that_a_file_may_say() -> None:
    said = {
        key for file in CLEAN.iterdir() for key in keys(yaml.safe_load(file.read_text()))
    }

    assert known(PortfolioFile) | known(InitiativeFile) <= said | sections()


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield str(key)
            yield from keys(below)
    elif isinstance(value, list):
        for below in value:
            yield from keys(below)


def known(record: type[Record]) -> set[str]:
    below = (each for key in record.KEYS.values() for each in records_in(key.kind))
    return {*record.KEYS, *(key for each in below for key in known(each))}


def sections() -> set[str]:
    return {file.stem for file in CLEAN.iterdir()}
