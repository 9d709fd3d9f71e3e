"""A line for each finding, as compilers write it and editors read it."""

from __future__ import annotations

import re

from roadmap.diagnostics import Finding
from roadmap.views.page import Page
from roadmap.writers.text.glyphs import shown
from roadmap.writers.text.listed import line_of, listed
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import LISTS, Setting, Writer

_OURS = re.compile(r".+:\d+:\d+: RM\d+ .+")


def _write(page: Page, setting: Setting) -> str:
    return "".join(f"{shown(_line(finding), setting)}\n" for finding in listed(page))


def _line(finding: Finding) -> str:
    return f"{line_of(finding)}: {finding.rule.code} {plain(finding.message)}"


def _wrote(text: str) -> bool:
    return all(_OURS.fullmatch(line) for line in text.splitlines())


WRITER = Writer("concise", LISTS, _write, _wrote)
