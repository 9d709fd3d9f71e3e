"""Headings of a Markdown file, in all three forms: `#`, underlined, and HTML.

Nothing counts that only looks like one: in code, in a list or quote, in an HTML comment, or
in the front matter that some sites put before their pages. After CommonMark 0.31.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap.editing.lines import FileLine, outside_code

_MARKED = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-+)[ \t]*$")
_OF_HTML = re.compile(r" {0,3}<h([1-6])[\s>]", re.I)
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTE = re.compile(r" {0,3}>")
_ITEM = re.compile(r" {0,3}(?:[-*+]|([0-9]{1,9})[.)])(?:[ \t]+(?=\S)|[ \t]*$)")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:")
_CODE = re.compile(r" {4}| {0,3}\t")
_BLOCKS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|"
    "details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|"
    "h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|"
    "optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|"
    "tr|track|ul"
)
_BLOCK = re.compile(rf" {{0,3}}</?(?:{_BLOCKS})(?:\s|/?>|$)", re.I)
_TAG_ALONE = re.compile(
    r" {0,3}(?:<[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>|</[a-z][a-z0-9-]*\s*>)\s*$", re.I
)
_BLANK = re.compile(r"^\s*$")
_HTML = (
    (re.compile(r" {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)", re.I),
     re.compile(r"</(?:script|pre|style|textarea)>", re.I)),
    (re.compile(r" {0,3}<!--"), re.compile("-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r" {0,3}<![a-z]", re.I), re.compile(">")),
)  # fmt: skip
"""How blocks of HTML begin and end that may hold blank lines."""


def headings(lines: tuple[FileLine, ...]) -> Iterator[tuple[FileLine, int]]:
    """The lines outside of code, each with its level as a heading, 0 where it is none.

    An underlined heading is where its underline is.
    """
    start = _front_matter(lines)
    reader = _Reader()
    for line in outside_code(lines):
        yield line, reader.level(line) if line.number > start else 0


def _front_matter(lines: tuple[FileLine, ...]) -> int:
    """How many lines at the beginning are front matter."""
    texts = [line.text.rstrip() for line in lines]
    if texts[:1] not in (["---"], ["\ufeff---"]):
        return 0
    ends = (number for number, text in enumerate(texts[1:], 2) if text in ("---", "..."))
    return next(ends, 0)


class _Reader:
    """What the lines so far leave open: a paragraph, a list or quote, a block of HTML."""

    def __init__(self) -> None:
        self._number = 0
        self._paragraph = self._nested = False
        self._margin = 0
        self._html: re.Pattern[str] | None = None

    def level(self, line: FileLine) -> int:
        """The level of a heading, 0 for a line that is none."""
        text = line.text.removeprefix("\ufeff")
        if line.number != self._number + 1:  # code lies between
            self._paragraph = self._nested = False
        self._number = line.number
        if self._html:
            return self._in_html(text)
        if _BLANK.match(text):
            self._paragraph = self._nested = False
            return 0
        if self._margin and len(text) - len(text.lstrip(" ")) >= self._margin:
            return 0
        return self._heading(text) or self._other(text)

    def _heading(self, text: str) -> int:
        if self._paragraph and (match := _UNDERLINE.match(text)):
            level = 1 if match[1] else 2
        elif match := _MARKED.match(text):
            level = len(match[1])
        else:
            return 0
        self._closed()
        return level

    def _other(self, text: str) -> int:
        item = _ITEM.match(text)
        empty = item is not None and item.end() == len(text)
        if item and self._paragraph and (empty or item[1] not in (None, "1")):
            item = None
        if _RULE.match(text):
            self._closed()
        elif item or _QUOTE.match(text):
            self._closed()
            self._nested, self._margin = not empty, item.end() if item else 0
        elif self._opens_html(text):
            return self._in_html(text)
        elif not self._nested:
            self._margin = 0
            code = not self._paragraph and (_CODE.match(text) or _REFERENCE.match(text))
            self._paragraph = not code
        return 0

    def _opens_html(self, text: str) -> bool:
        ends = next((end for begin, end in _HTML if begin.match(text)), None)
        alone = not self._paragraph and not self._nested and _TAG_ALONE.match(text)
        if ends is None and (alone or _BLOCK.match(text)):
            ends = _BLANK
        if ends is not None:
            self._closed()
            self._html = ends
        return ends is not None

    def _in_html(self, text: str) -> int:
        match = _OF_HTML.match(text) if self._html is _BLANK else None
        if self._html and self._html.search(text):
            self._html = None
        return int(match[1]) if match else 0

    def _closed(self) -> None:
        self._paragraph = self._nested = False
        self._margin = 0
