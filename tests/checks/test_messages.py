"""What each rule says of its faulty portfolio, word by word: `messages.txt` beside this."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.located import Files
from tests.checks.faulty_portfolios import NAMES, opened, own_findings

GALLERY = Path(__file__).parent / "messages.txt"


def gallery() -> Iterator[str]:
    for name in NAMES:
        was_read = opened(name)
        files = Files(was_read.sources)
        yield f"== {name}"
        for finding in own_findings(name, was_read, files):
            yield from said(finding, files)


def said(diagnostic: Diagnostic, files: Files) -> Iterator[str]:
    whose = f" [{diagnostic.initiative}]" if diagnostic.initiative else ""
    code = diagnostic.rule.code
    yield f"{at(diagnostic.place, files)} {code}{whose} {diagnostic.message}"
    if diagnostic.cure:
        yield f"    help: {diagnostic.cure}"
    for place, label in diagnostic.related:
        yield f"    also: {at(place, files)} {label}".rstrip()


def at(place: Place | None, files: Files) -> str:
    if place is None:
        return "-"
    span = files.span(place)
    where = f":{span.line}:{span.column}-{span.end_line}:{span.end_column}" if span else ""
    return f"{place.file}{where}"


def test_every_finding_is_said_as_it_was() -> None:
    text = "\n".join(gallery()) + "\n"
    if os.environ.get("ROADMAP_REWRITE"):
        GALLERY.write_text(text, encoding="utf-8")

    assert text == GALLERY.read_text(encoding="utf-8")
