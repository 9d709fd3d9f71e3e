"""Words: the YAML keys that a part understands, declared as data beside the part."""

from __future__ import annotations

from dataclasses import dataclass

NUMBER, WHOLE, SHARE, TEXT, FLAG, DURATION, RANGE, LEVEL, SPREAD = (
    "number", "whole", "share", "text", "flag", "duration", "range", "level", "spread",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One key: its type, range, default and meaning.

    `kind` is one of the names above, or `section` (a mapping of `words`), `map` (from any
    name to `of`) or `list` (of `of`). `choices` limits a text. Bounds are inclusive except
    `above`. `default` and `example` are as written in YAML.
    """

    key: str
    kind: str
    help: str
    default: str = ""
    example: str = ""
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    choices: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The keys that a part adds to the two kinds of file."""

    portfolio: tuple[Word, ...] = ()
    initiative: tuple[Word, ...] = ()
