"""Annotations on a pull request, as commands of GitHub's workflow log.

Of each kind GitHub keeps ten a step: docs/problem-matchers.md of its Actions toolkit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from roadmap.diagnostics import Finding, Severity
from roadmap.views.page import Findings, Page
from roadmap.writers.text.counted import counted
from roadmap.writers.text.glyphs import shown
from roadmap.writers.text.listed import listed, said, span_of
from roadmap.writers.writer import LISTS, Setting, Writer

MOST = 10
"""Annotations of each kind that GitHub shows for a step."""
KINDS = (Severity.ERROR, Severity.WARNING)
_OURS = re.compile(r"::(error|warning) title=RM\d|[\w, ]+ in \d+ files?[;\n]")


def _write(page: Page, setting: Setting) -> str:
    findings = listed(page, min(KINDS))
    commands = [
        command(finding, setting) for kind in KINDS for finding in _worst(findings, kind)
    ]
    return "".join(f"{line}\n" for line in (*commands, *_counts(page, findings)))


def _worst(findings: Iterable[Finding], kind: Severity) -> list[Finding]:
    return [finding for finding in findings if finding.severity is kind][:MOST]


def command(finding: Finding, setting: Setting) -> str:
    """A finding as a command; columns only where the end is on the same line."""
    span = span_of(finding)
    facts = {
        "title": f"{finding.rule.code} {finding.rule.name}",
        "file": shown(finding.at.path, setting),
        "line": str(span.line),
        "endLine": str(span.end_line),
    }
    if span.line == span.end_line:
        facts |= {"col": str(span.column), "endColumn": str(span.end_column)}
    named = ",".join(f"{name}={_property(value)}" for name, value in facts.items())
    lines = (shown(line, setting) for line in said(finding).split("\n"))
    return f"::{finding.severity.word} {named}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _counts(page: Page, findings: tuple[Finding, ...]) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Findings) and not block.brief:
            kinds = Counter(finding.severity for finding in findings)
            cut = max(kinds.values(), default=0) > MOST
            rest = f"; the first {MOST} of each kind are annotated" if cut else ""
            yield counted(block.findings, block.files) + rest


def _wrote(text: str) -> bool:
    return bool(_OURS.match(text))


WRITER = Writer("github", LISTS, _write, _wrote)
