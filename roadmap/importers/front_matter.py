"""The YAML block that opens a Markdown file, read leniently where it is no YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from roadmap.reading.tree import tree, typed

_FENCED = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$\n?(.*)", re.DOTALL | re.MULTILINE)
_PLAIN = re.compile(
    r"^([A-Za-z_][\w-]*:[ \t]+|[ \t]*-[ \t]+)([^\s'\"\[{|>#&!][^\n]*?)[ \t]*$"
)
_NEEDS_QUOTES = re.compile(r"^[@`%*]|: |\s#|:$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values of a block and the text below it; `lenient` where it is no valid YAML."""

    values: dict[str, Any]
    body: str
    lenient: bool = False


def front_matter(name: str, data: bytes) -> FrontMatter | None:
    """What a Markdown file opens with; None where there is no block that can be read."""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    found = _FENCED.match(text)
    if not found:
        return None
    block, body = found.groups()
    for lenient, source in enumerate((block, "\n".join(_quoted(block)))):
        read = tree(name, source.encode())
        if not read.broken and read.documents and isinstance(read.documents[0], dict):
            return FrontMatter(read.documents[0], body.strip(), bool(lenient))
    return None


def _quoted(block: str) -> Iterator[str]:
    """The lines of a block, with values in quotes that YAML could not take plainly."""
    for line in block.split("\n"):
        found = _PLAIN.match(line)
        if found and _NEEDS_QUOTES.search(found[2]):
            value = found[2].replace("'", "''")
            yield f"{found[1]}'{value}'"
        else:
            yield re.sub(r"(?<=[\[,])(\s*)(@[^\s,\]]+)", r"\1'\2'", line)


def as_typed(value: Any) -> str:
    """A scalar as it was typed, on one line; empty where there is none."""
    if value is None or isinstance(value, dict | list):
        return ""
    return " ".join(typed(value).split())
