"""JSON of commands whose answer is no page: the envelope's `format`, and one section."""

from __future__ import annotations

from typing import Any

from roadmap.cli.streams import put_out


def put_json(section: str, value: Any) -> None:
    """Print one section as JSON, in the version of the contract that pages have."""
    from roadmap.views.portfolio import FORMAT
    from roadmap.writers.text.json_text import json_text
    from roadmap.writers.writer import Setting

    put_out(json_text({"format": FORMAT, section: value}, Setting()))
