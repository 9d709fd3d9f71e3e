"""Findings in Markdown: a list, or a count."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.diagnostics import Diagnostic
from roadmap.views.page import Findings
from roadmap.writers.counted import brief_count, counted
from roadmap.writers.markdown_parts import Part
from roadmap.writers.markdown_text import code, escaped, worded
from roadmap.writers.terminal_findings import located, path_of


def findings_parts(block: Findings) -> Iterator[Part]:
    """Every finding with its places and its cure, then how many there are."""
    if block.brief:
        if block.diagnostics:
            yield Part("paragraph", brief_count(block.diagnostics))
        return
    for each in block.diagnostics:
        yield from _parts(each, block)
    yield Part("paragraph", counted(block.diagnostics, block.files))


def _parts(each: Diagnostic, block: Findings) -> Iterator[Part]:
    where = f"{code(path_of(located(each.place, block)))}: " if each.place else ""
    kind = f"**{each.severity.word} {escaped(each.rule.code)}**"
    yield Part("item", f"{where}{kind}: {worded(each.message)}")
    for place, label in each.related:
        path = code(path_of(located(place, block)))
        yield Part("item", f"{path} {worded(label)}".strip(), 1)
    if each.cure:
        yield Part("item", f"Help: {worded(each.cure)}", 1)
