"""The findings in scenario files: each is laid over the portfolio, and then judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from roadmap.checks.run import findings
from roadmap.checks.settings import Settings
from roadmap.diagnostics import Diagnostic
from roadmap.reading.overlay import Overlay
from roadmap.reading.read import PortfolioReader
from roadmap.reading.scenarios import Scenario, Scenarios


def scenario_findings(
    reader: PortfolioReader, known: Scenarios, settings: Settings | None = None
) -> Iterator[Diagnostic]:
    """Everything that is wrong in scenario files, in no order.

    What is wrong with the portfolio, or with what a scenario is based on, is not repeated.
    """
    judged = {it.place.file: it for it in known.known.values()}
    yield from (fault for fault in known.faults if not _within(fault, judged))
    for file, scenario in judged.items():
        diagnostics = _findings(reader, known, scenario, settings)
        yield from (
            diagnostic for diagnostic in diagnostics if _within(diagnostic, (file,))
        )


def _findings(
    reader: PortfolioReader, known: Scenarios, scenario: Scenario, settings: Settings | None
) -> tuple[Diagnostic, ...]:
    """What is wrong with the portfolio under a scenario, without what needs a plan."""
    file = scenario.place.file
    own = tuple(fault for fault in known.faults if _within(fault, (file,)))
    read = reader.read(Overlay(known.overlay(scenario.name).suppositions, own))
    noted = (file,) if reader.files.file(file).noted else ()
    return findings(replace(read, noted=noted), settings=settings)


def _within(diagnostic: Diagnostic, files: Iterable[str]) -> bool:
    return diagnostic.place is not None and diagnostic.place.file in files
