"""What is said of small files, and what `check --fix` may write."""

from __future__ import annotations

from datetime import date

from roadmap.diagnostics import Diagnostic
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.catalogue import words


def found(initiative: str = "", portfolio: str = "") -> tuple[Diagnostic, ...]:
    """The findings about an initiative's file, beside a portfolio.yaml if given."""
    files = {"a.yaml": initiative, "portfolio.yaml": portfolio}
    given = {name: text.encode() for name, text in files.items() if text}
    return read(Texts(given), words(), date(2027, 1, 4)).diagnostics


def cures(initiative: str = "", portfolio: str = "") -> list[str]:
    """What to do about each of them."""
    return [diagnostic.cure for diagnostic in found(initiative, portfolio)]


def written(initiative: str = "", portfolio: str = "") -> list[tuple[str, bool]]:
    """What may be written instead, and whether without asking."""
    every = found(initiative, portfolio)
    return [(edit.text, edit.safe) for diagnostic in every for edit in diagnostic.edits]
