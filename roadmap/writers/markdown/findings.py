"""Findings in Markdown: a list, or a count."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.diagnostics import Finding
from roadmap.views.page import Findings
from roadmap.writers.markdown.parts import MarkdownPart
from roadmap.writers.markdown.text import code, escaped, worded
from roadmap.writers.text.counted import brief_count, counted
from roadmap.writers.text.folded import fold_text, folded
from roadmap.writers.text.listed import path_of
from roadmap.writers.writer import Setting


def findings_parts(block: Findings, setting: Setting) -> Iterator[MarkdownPart]:
    """Every finding with its places and its cure, then how many there are."""
    if block.brief:
        if block.findings:
            yield MarkdownPart("paragraph", brief_count(block.findings))
        return
    single, folds = folded(block.findings, setting.all)
    for finding in single:
        yield from _parts(finding)
    for fold in folds:
        yield MarkdownPart("item", f"{_kind(fold.first)}: {worded(fold_text(fold))}")
    yield MarkdownPart("paragraph", counted(block.findings, block.files))


def _parts(finding: Finding) -> Iterator[MarkdownPart]:
    where = f"{code(path_of(finding.at))}: " if finding.placed else ""
    yield MarkdownPart("item", f"{where}{_kind(finding)}: {worded(finding.message)}")
    own = [(finding.at, finding.label)] if finding.label else []
    for at, label in (*own, *finding.related):
        yield MarkdownPart("item", f"{code(path_of(at))} {worded(label)}".strip(), 1)
    if finding.cure:
        yield MarkdownPart("item", f"Help: {worded(finding.cure)}", 1)


def _kind(finding: Finding) -> str:
    return f"**{finding.severity.word} {escaped(finding.rule.code)}**"
