"""What docs/words.md says: its words, the phrases they replace, and the older keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.docs.markdown import Row, code, section, tables, text_of

PAGE = "docs/words.md"
KEYS = "## Keys with older names"
BANS = {
    "head": frozenset({"head"}),
    "label": frozenset({"label"}),
    "sentence": frozenset({"head", "label", "sentence"}),
}
"""Where a phrase is looked for, by what the page says of it."""
_KIND = "(?:head|label|sentence)"
_AVOIDED = re.compile(rf"`([^`]+)` \(({_KIND}(?:, {_KIND})*)\)")
_WORD = r"(?<![\w-])"
_END = r"s?(?![\w-])"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that the project avoids, and the kinds of text in which it does."""

    text: str
    banned: frozenset[str]

    def pattern(self) -> re.Pattern[str]:
        """What finds it: whole words in any case, in the plural, `…` for some words."""
        return _pattern(self.text)


def words() -> list[Row]:
    """The rows of the glossary: word, meaning, what is avoided."""
    text = text_of(PAGE).partition(KEYS)[0]
    return [row for table in tables(text) for row in table]


def avoided(row: Row) -> Iterator[Phrase]:
    """The phrases of a row."""
    for phrase, kinds in _AVOIDED.findall(row[2]):
        yield Phrase(phrase, frozenset().union(*(BANS[kind] for kind in kinds.split(", "))))


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases that the project avoids."""
    return tuple(phrase for row in words() for phrase in avoided(row))


def older_keys() -> list[str]:
    """The keys that keep an older name."""
    (rows,) = tables(section(text_of(PAGE), KEYS))
    return [key for row in rows for key in code(row[0])]


def remnant(row: Row) -> str:
    """What of a row's last cell is no phrase with its places; nothing in a good row."""
    return _AVOIDED.sub("", row[2]).replace(", ", "").removeprefix("–")


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """The expression of a phrase.

    >>> bool(_pattern("takes from … some of").search("takes from `a` and `b` some of it"))
    True
    >>> bool(_pattern("(…) allows").search("the log (data) allows 80 %"))
    True
    >>> [bool(_pattern("gap").search(text)) for text in ("Gaps", "gap-free", "agape")]
    [True, False, False]
    """
    some = re.escape(phrase).replace(r"\ ", " ")
    some = some.replace(r"\(…\)", r"\([^()]*\)").replace("…", r"\S+(?: \S+){0,4}?")
    before = _WORD if phrase[0].isalnum() else ""
    return re.compile(before + some + (_END if phrase[-1].isalnum() else ""), re.IGNORECASE)
