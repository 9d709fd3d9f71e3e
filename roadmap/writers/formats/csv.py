"""CSV: tables for spreadsheets and programs, with no formula in them."""

from __future__ import annotations

from roadmap.views.page import Page, Table, Timeline
from roadmap.writers.text.csv_text import csv_text
from roadmap.writers.writer import Setting, Writer


def _write(page: Page, setting: Setting) -> str:
    return csv_text(page, setting.all)


WRITER = Writer("csv", frozenset({Table, Timeline}), _write, by_head=True)
