"""JSON: the answer itself, numbers in full, keys sorted."""

from __future__ import annotations

from roadmap.views.page import Page
from roadmap.writers.text.json_text import json_data, json_text
from roadmap.writers.writer import DATA, Setting, Writer


def _write(page: Page, setting: Setting) -> str:
    return json_text(page.data, setting)


def _wrote(text: str) -> bool:
    data = json_data(text)
    return isinstance(data, dict) and {"format", "portfolio", "findings"} <= data.keys()


WRITER = Writer("json", frozenset({DATA}), _write, _wrote)
