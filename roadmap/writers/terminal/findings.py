"""Findings as compilers show them: the message, the place, its line and the cure."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.diagnostics import Finding, Located, Severity
from roadmap.views.page import Findings
from roadmap.writers.terminal.pieces import Piece, Pieces, line
from roadmap.writers.terminal.wrapped import wrapped
from roadmap.writers.text.counted import brief_count, counted
from roadmap.writers.text.folded import fold_text, folded
from roadmap.writers.text.glyphs import shown
from roadmap.writers.text.listed import path_of
from roadmap.writers.writer import Setting

LEAST = 20
"""Columns for a message on the narrowest terminal."""
STYLES = {Severity.ERROR: "error", Severity.WARNING: "warned", Severity.NOTE: "note"}


def findings_lines(block: Findings, setting: Setting) -> Iterator[Pieces]:
    """All findings, a blank line after each, and how many there are."""
    if block.brief:
        if block.findings:
            yield line(brief_count(block.findings))
        return
    single, folds = folded(block.findings, setting.all)
    for finding in single:
        yield from finding_lines(finding, setting)
        yield ()
    for fold in folds:
        yield from _head(fold.first, fold_text(fold), setting)
    if folds:
        yield ()
    yield line(counted(block.findings, block.files), "strong")


def finding_lines(finding: Finding, setting: Setting) -> Iterator[Pieces]:
    """One finding: its message, its places with their lines, its cure."""
    style = STYLES[finding.severity]
    yield from _head(finding, finding.message, setting)
    own = [(finding.at, finding.label)] if finding.placed else []
    places = [*own, *finding.related]
    gutter = max((len(str(_last(location))) for location, _ in places), default=1)
    for number, (location, label) in enumerate(places):
        arrow = "-->" if not number and finding.placed else ":::"
        caret = ("^", style) if arrow == "-->" else ("-", "gutter")
        yield from _place(location, shown(label, setting), arrow, caret, gutter, setting)
    if finding.cure:
        if any(location.lines for location, _ in places):
            yield (Piece(" " * gutter + " |", "gutter"),)
        lead = Piece(" " * gutter + " = ", "gutter")
        yield from _broken((lead, Piece("help", "help")), Piece(finding.cure), setting)


def _head(finding: Finding, said: str, setting: Setting) -> Iterator[Pieces]:
    kind = Piece(f"{finding.severity.word}[{finding.rule.code}]", STYLES[finding.severity])
    yield from _broken((kind,), Piece(said, "strong"), setting)


def _broken(lead: Pieces, said: Piece, setting: Setting) -> Iterator[Pieces]:
    """Text after a lead, its further lines aligned below its first."""
    text, style = shown(said.text, setting), said.style
    indent = sum(len(piece.text) for piece in lead) + 2
    room = setting.width and max(setting.width - indent, LEAST)
    first, *others = wrapped(text, room)
    yield (*lead, Piece(f": {first}", style))
    for each in others:
        yield (Piece(" " * indent + each, style),)


def _last(location: Located) -> int:
    return location.first_line + max(len(location.lines) - 1, 0)


def _place(
    location: Located,
    label: str,
    arrow: str,
    caret: tuple[str, str],
    gutter: int,
    setting: Setting,
) -> Iterator[Pieces]:
    from roadmap.writers.terminal.excerpt import excerpts

    space = " " * gutter
    lines = excerpts(location, setting, gutter)
    path = f" {shown(path_of(location), setting)}" + (f" {label}" if not lines else "")
    yield (Piece(space + arrow, "gutter"), Piece(path.rstrip()))
    if lines:
        yield (Piece(f"{space} |", "gutter"),)
    for number, excerpt in enumerate(lines):
        yield (Piece(f"{excerpt.number:>{gutter}} | ", "gutter"), Piece(excerpt.text))
        sign, style = caret
        said = f" {label}" if label and number == len(lines) - 1 else ""
        under = " " * excerpt.start + sign * excerpt.length + said
        yield (Piece(f"{space} | ", "gutter"), Piece(under, style))
