"""Findings in Markdown: a list, or a count."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.diagnostics import Diagnostic
from roadmap.views.page import Findings
from roadmap.writers.markdown.parts import Part
from roadmap.writers.markdown.text import code, escaped, worded
from roadmap.writers.text.counted import brief_count, counted
from roadmap.writers.text.finding_places import fold_text, located, path_of
from roadmap.writers.text.folded import folded
from roadmap.writers.writer import Setting


def findings_parts(block: Findings, setting: Setting) -> Iterator[Part]:
    """Every finding with its places and its cure, then how many there are."""
    if block.brief:
        if block.diagnostics:
            yield Part("paragraph", brief_count(block.diagnostics))
        return
    single, folds = folded(block.diagnostics, setting.all)
    for each in single:
        yield from _parts(each, block)
    for fold in folds:
        yield Part("item", f"{_kind(fold.first)}: {worded(fold_text(fold, block))}")
    yield Part("paragraph", counted(block.diagnostics, block.files))


def _parts(each: Diagnostic, block: Findings) -> Iterator[Part]:
    where = f"{code(path_of(located(each.place, block)))}: " if each.place else ""
    yield Part("item", f"{where}{_kind(each)}: {worded(each.message)}")
    for place, label in each.related:
        path = code(path_of(located(place, block)))
        yield Part("item", f"{path} {worded(label)}".strip(), 1)
    if each.cure:
        yield Part("item", f"Help: {worded(each.cure)}", 1)


def _kind(each: Diagnostic) -> str:
    return f"**{each.severity.word} {escaped(each.rule.code)}**"
