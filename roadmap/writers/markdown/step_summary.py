"""All errors and warnings as a table, for the job summary on GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmap.diagnostics import Finding, Severity
from roadmap.views.page import Findings, Page
from roadmap.writers.markdown.text import escaped
from roadmap.writers.text.counted import counted
from roadmap.writers.text.listed import line_of, listed
from roadmap.writers.text.safe import plain

_HEADING = "\n### roadmap check\n\n"
_TABLE = "| severity | place | rule | finding | help |\n|---|---|---|---|---|\n"
_CUT = "\nand {} more that do not fit here\n"


def step_summary(page: Page, room: int) -> str:
    """A heading, the worst findings first, how many there are; at most `room` bytes.

    Rows that do not fit are counted; empty where there is no room for a heading.
    """
    findings = sorted(listed(page, Severity.WARNING), key=lambda finding: -finding.severity)
    count = f"\n{'; '.join(_counts(page))}\n"
    head = _HEADING + (_TABLE if findings else "")
    room -= _size(head) + _size(count) + _size(_CUT.format(len(findings)))
    if room < 0:
        return ""
    rows = list(_fitting(map(_row, findings), room))
    cut = _CUT.format(len(findings) - len(rows)) if len(rows) < len(findings) else ""
    return "".join((head, *rows, cut, count))


def _fitting(rows: Iterable[str], room: int) -> Iterator[str]:
    for row in rows:
        room -= _size(row)
        if room < 0:
            return
        yield row


def _size(text: str) -> int:
    return len(text.encode())


def _row(finding: Finding) -> str:
    cells = (
        finding.severity.word,
        line_of(finding),
        f"{finding.rule.code} {finding.rule.name}",
        plain(finding.message),
        plain(finding.cure),
    )
    return f"| {' | '.join(map(escaped, cells))} |\n"


def _counts(page: Page) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Findings) and not block.brief:
            yield counted(block.findings, block.files)
