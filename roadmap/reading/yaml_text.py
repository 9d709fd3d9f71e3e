"""Values as YAML: texts plain where that reads the same, otherwise in quotes."""

from __future__ import annotations

import json
import re
from typing import Any

from roadmap.reading.tree import scalar, tree

_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]*[A-Za-z0-9])*")
"""Matches most texts that stand for themselves, so that they need not be parsed."""


def yaml_text(text: str) -> str:
    r"""A scalar or key that stands for a text, in any place of a file.

    >>> yaml_text("Pay"), yaml_text("pay: at once"), yaml_text("no #1"), yaml_text("a\x07")
    ('Pay', '"pay: at once"', '"no #1"', '"a\\u0007"')
    >>> yaml_text("-"), yaml_text("12"), yaml_text("Pay, then go")
    ('"-"', '"12"', '"Pay, then go"')
    """
    if _WORDS.fullmatch(text) and isinstance(scalar(text), str):
        return text
    if text.isprintable() and "#" not in text:
        plain = tree("", f"text: {text}\nlist: [{text}]".encode())
        if plain.documents == [{"text": text, "list": [text]}] and not plain.faults:
            return text
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(character: str) -> str:
    code = ord(character)
    if character.isprintable():
        return character
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def yaml_value(value: Any) -> str:
    """A plain value on one line: text, whole number, list or mapping.

    >>> yaml_value(["a", "no #1"]), yaml_value({"count": 7})
    ('[a, "no #1"]', '{count: 7}')
    """
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(yaml_value, value))}]"
    if isinstance(value, dict):
        pairs = (f"{yaml_text(key)}: {yaml_value(each)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    return yaml_text(value) if isinstance(value, str) else str(value)
