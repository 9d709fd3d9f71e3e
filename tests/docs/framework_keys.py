"""The keys that frameworks declare, as the tables of docs/file-format.md."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.words import Word
from roadmap.scoring.catalogue import words
from tests.docs.markdown import ROOT, text_of

PAGE = "docs/file-format.md"
BEGIN = "<!-- framework keys: written by `make rewrite` -->\n\n"
END = "\n<!-- end of framework keys -->\n"
HEAD = (
    "| Key | What it says | Type | Unit | Default | Example |\n|---|---|---|---|---|---|\n"
)
_KINDS = {
    "number": "number",
    "whole": "whole number",
    "share": "percentage",
    "text": "text",
    "flag": "`true` or `false`",
    "duration": "duration",
    "range": "share",
    "level": "impact",
    "spread": "spread",
    "section": "mapping",
    "map": "mapping from name",
    "list": "list",
}


def written() -> str:
    """The part of the page that is made of what the frameworks declare."""
    _, _, below = text_of(PAGE).partition(BEGIN)
    return below.partition(END)[0]


def rewrite() -> None:
    """Write the tables into the page."""
    before, _, rest = text_of(PAGE).partition(BEGIN)
    after = rest.partition(END)[2]
    page = f"{before}{BEGIN}{tables()}{END}{after}"
    (ROOT / PAGE).write_text(page, encoding="utf-8", newline="\n")


def tables() -> str:
    """The two tables as they should be."""
    declared = words()
    return "\n".join(
        f"**In {where}**\n\n{HEAD}{''.join(rows(found, ''))}"
        for where, found in (
            ("`portfolio.yaml`", declared.portfolio),
            ("an initiative", declared.initiative),
        )
    )


def rows(found: tuple[Word, ...], prefix: str) -> Iterator[str]:
    for word in found:
        path = f"{prefix}{word.key}"
        cells = (
            f"`{path}`",
            word.help,
            _type(word),
            word.unit,
            f"`{word.default}`" if word.default else "none",
            f"`{_example(word)}`",
        )
        yield "| " + " | ".join(cells).replace("|  |", "| |") + " |\n"
        yield from rows(word.words, f"{path}.")


def _type(word: Word) -> str:
    choices = ", ".join(f"`{choice}`" for choice in word.choices)
    if choices and word.kind != "map":
        return choices
    of = {
        "map": f" to {choices or _KINDS.get(word.of)}",
        "list": f" of {_KINDS.get(word.of)}",
    }
    return _KINDS[word.kind] + of.get(word.kind, "") + _bounds(word)


def _bounds(word: Word) -> str:
    if word.above == 0:
        return " above 0"
    if word.at_least == 0:
        bounded = word.at_most is not None and word.at_most <= 100
        return f", 0 to {word.at_most:g}" if bounded else ", 0 or more"
    return ""


def _example(word: Word) -> str:
    """Its own example, else its default, else the example of its first key."""
    if word.example or word.default:
        return word.example or word.default
    first = word.words[0]
    return f"{{{first.key}: {_example(first)}}}"
