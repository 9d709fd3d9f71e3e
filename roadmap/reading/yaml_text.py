"""Text as YAML: plain where that reads the same, otherwise in quotes."""

from __future__ import annotations

import json

from roadmap.reading.tree import tree


def yaml_text(text: str) -> str:
    r"""A scalar or key that stands for a text, in any place of a file.

    >>> yaml_text("Pay"), yaml_text("pay: at once"), yaml_text("no #1"), yaml_text("a\x07")
    ('Pay', '"pay: at once"', '"no #1"', '"a\\u0007"')
    """
    if text.isprintable() and "#" not in text:
        plain = tree("", f"[{text}]".encode())
        if plain.documents == [[text]] and not plain.faults:
            return text
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(character: str) -> str:
    code = ord(character)
    if character.isprintable():
        return character
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
