"""CSV as Excel opens it: with a byte order mark and the line ends of Windows."""

from __future__ import annotations

from roadmap.views.page import Page, Table, Timeline
from roadmap.writers.text.csv_text import csv_text
from roadmap.writers.writer import Setting, Writer

MARK = "\ufeff"


def _write(page: Page, setting: Setting) -> str:
    return MARK + csv_text(page, setting.all).replace("\n", "\r\n")


WRITER = Writer("csv-excel", frozenset({Table, Timeline}), _write, by_head=True)
