"""List findings one by one as safe text."""

from __future__ import annotations

from roadmap.diagnostics import Finding, Located, Severity, Span
from roadmap.views.page import Findings, Page
from roadmap.writers.text.safe import plain

TOP = Span(1, 1, 1, 2)
"""Where a finding without a line is shown: the beginning of its file."""


def listed(page: Page, least: Severity = Severity.NOTE) -> tuple[Finding, ...]:
    """The findings of a page at or above a severity, in order."""
    blocks = [
        block for block in page.blocks if isinstance(block, Findings) and not block.brief
    ]
    return tuple(
        finding
        for block in blocks
        for finding in block.findings
        if finding.severity >= least
    )


def span_of(finding: Finding) -> Span:
    """The span that a finding points at, for formats that demand one."""
    return finding.at.span or TOP


def path_of(location: Located) -> str:
    """A place as `path:line:column`, as far as it is known."""
    span = location.span
    return f"{location.path}:{span.line}:{span.column}" if span else location.path


def line_of(finding: Finding) -> str:
    """Where a finding is, as `path:line:column` on one harmless line."""
    span = span_of(finding)
    return f"{plain(finding.at.path)}:{span.line}:{span.column}"


def said(finding: Finding) -> str:
    """What is wrong and what to do about it, in two lines."""
    message = plain(finding.message)
    return f"{message}\nhelp: {plain(finding.cure)}" if finding.cure else message
