"""The faulty portfolios, one folder for each rule, and what its own rule finds there."""

from __future__ import annotations

from pathlib import Path

from roadmap.checks.run import findings
from roadmap.checks.scenarios import scenario_findings
from roadmap.cli.load import words
from roadmap.diagnostics import Diagnostic
from roadmap.reading.located import Files
from roadmap.reading.parsed import ParsedFiles
from roadmap.reading.read import PortfolioReader, Read, read
from roadmap.reading.scenarios import scenarios
from roadmap.reading.sources import Folder
from tests.checks.reading import TODAY

FAULTY = Path(__file__).parent / "faulty"
NAMES = sorted(folder.name for folder in FAULTY.iterdir())


def opened(name: str) -> Read:
    """The portfolio of a rule."""
    return read(Folder(FAULTY / name, FAULTY / name), words(), TODAY)


def own_findings(name: str, was_read: Read, files: Files) -> tuple[Diagnostic, ...]:
    """What a rule finds in its own portfolio; what others find there is theirs."""
    reader = PortfolioReader(ParsedFiles(was_read.sources), words(), TODAY)
    under = scenario_findings(reader, scenarios(reader.files))
    every = (*findings(was_read, plan=True, files=files), *under)
    return tuple(diagnostic for diagnostic in every if diagnostic.rule.name == name)
