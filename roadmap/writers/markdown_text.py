r"""User text in Markdown: it says what it says, and links or notifies nobody.

Nothing is marked up, no tag is one, `@name` and `#123` are cut in two by a comment that
is not shown, and addresses are links only where they are http, https or mailto.
"""

from __future__ import annotations

import re

from roadmap.writers.safe import plain

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>|`\"\\]+", re.IGNORECASE)
_TRAILING = ".,:;!?'*_~"
_ALWAYS = re.compile(r"[\\`*\[\]|~]")
_EDGE_LINE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CALLS = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=\bGH-)(?=\d)|(?<=\bwww)(?=\.)", re.I)
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
_COMMIT = re.compile(r"\b[0-9a-f]{7}(?=[0-9a-f]*\b)")
_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#>+=-]))")
_CODE = re.compile(r"`([^`]+)`")
_NOTHING = "<!-- -->"
"""A comment, which breaks a word without showing."""


def escaped(text: str) -> str:
    r"""Text inside a paragraph, a cell or an item.

    >>> escaped("<b> | snake_case *now*"), escaped("@bob, see #12")
    ('&lt;b> \\| snake_case \\*now\\*', '@<!-- -->bob, see #<!-- -->12')
    """
    text = " ".join(plain(text).split(" ")).strip()
    text = re.sub(" {2,}", " ", text)
    found, end = [], 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_TRAILING)
        if ")" in address and "(" not in address:
            address = address[: address.index(")")]
        found += [_words(text[end : match.start()]), f"<{address}>"]
        end = match.start() + len(address)
    return "".join([*found, _words(text[end:])])


def opening(text: str) -> str:
    r"""Text that begins a paragraph or an item, so that it begins nothing else.

    >>> opening("# 1"), opening("2. step"), opening("- no")
    ('\\# 1', '2\\. step', '\\- no')
    """
    return _START.sub(r"\1\\", escaped(text), count=1)


def heading(text: str) -> str:
    r"""Text of a heading, without punctuation at its end.

    >>> heading("What next:"), heading("Yahoo!"), heading("C #")
    ('What next', 'Yahoo&#33;', 'C \\#')
    """
    text = opening(plain(text).rstrip(" .,;:"))
    if text.endswith("!"):
        return text[:-1] + "&#33;"
    return text[:-1] + "\\#" if text.endswith("#") else text


def code(text: str) -> str:
    """Text as code: nothing in it means anything.

    >>> code("a.yaml:3:1"), code("odd`name")
    ('`a.yaml:3:1`', '``odd`name``')
    """
    text = plain(text).strip() or "?"
    fence = "`"
    while fence in text:
        fence += "`"
    space = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def worded(text: str) -> str:
    """A finding's message: what it quotes in backticks is code."""
    text = plain(text)
    if text.count("`") % 2:
        return opening(text)
    found, end = [], 0
    for match in _CODE.finditer(text):
        if match[1] == match[1].strip():
            found += [_between(text[end : match.start()]), code(match[1])]
            end = match.end()
    return "".join([*found, _between(text[end:])])


def _between(text: str) -> str:
    """Escaped text that keeps the spaces at its ends."""
    inner = text.strip(" ")
    if not inner:
        return text
    before, _, after = text.partition(inner)
    return before + escaped(inner) + after


def _words(text: str) -> str:
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _ENTITY.sub("&amp;", text)
    text = text.replace("<", "&lt;")
    text = _EDGE_LINE.sub(r"\\_", text)
    if text.count("$") > 1:
        text = text.replace("$", "\\$")
    text = _SHORTCODE.sub(f":{_NOTHING}", text)
    text = _CALLS.sub(_NOTHING, text)
    return _COMMIT.sub(rf"\g<0>{_NOTHING}", text) if _COMMIT.search(text) else text
