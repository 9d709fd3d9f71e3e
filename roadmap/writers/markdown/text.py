r"""User text in Markdown: shown as it was written, and notifying nobody.

Markup and tags are escaped, an invisible comment splits `@name` and `#123`, and addresses
become links only where they are http, https or mailto.
"""

from __future__ import annotations

import re

from roadmap.model.addresses import usable
from roadmap.writers.text.safe import plain

_SIGN = r"[^\s<>|`\"\\]"
_ADDRESS = re.compile(
    rf"(?:https?://|mailto:)(?=(?!\)){_SIGN})(?:(?![()]){_SIGN})*(?:\({_SIGN}*)?",
    re.IGNORECASE,
)
"""An address ends before a `)` that nothing in it has opened."""
_TRAILING = ".,:;!?'*_~"
_FINAL = tuple("#.,;:!\u3002\uff0c\uff1b\uff1a\uff01")
_ALWAYS = re.compile(r"[\\`*\[\]|~]")
_EDGE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CALLS = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=\bGH-)(?=\d)|(?<=www)(?=\.)", re.I)
_SHORTCODE = re.compile(r"(?<!\d):(?=[\w+-]+:)")
_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#>+=-]))")
_CODE = re.compile(r"`([^`]+)`")
_TICKS = re.compile("`+")
_MEANS = re.compile(r"[\\`*\[\]|~&<_$:@#-]|www", re.I)
_NOTHING = "<!-- -->"
"""A comment, which breaks a word without showing."""


def escaped(text: str) -> str:
    r"""Text inside a paragraph, a cell or an item.

    >>> escaped("<b> | snake_case *now*"), escaped("@bob, see #12")
    ('&lt;b> \\| snake_case \\*now\\*', '@<!-- -->bob, see #<!-- -->12')
    """
    text = re.sub(" {2,}", " ", plain(text)).strip()
    pieces, end = [], 0
    while match := _ADDRESS.search(text, end):
        address = _address(match[0])
        pieces += [_words(text[end : match.start()]), _linked(address)]
        end = match.start() + len(address)
    return "".join([*pieces, _words(text[end:])])


def _linked(address: str) -> str:
    """An address as a link to itself; as mere text where it cannot be followed."""
    if usable(address):
        return f"<{address}>"
    scheme, _, rest = address.partition(":")
    return f"{scheme}:{_NOTHING}{_words(rest)}"


def opening(text: str) -> str:
    r"""Text that begins a paragraph or an item, so that it begins nothing else.

    >>> opening("# 1"), opening("2. step"), opening("- no")
    ('\\# 1', '2\\. step', '\\- no')
    """
    return _begun(escaped(text))


def heading(text: str) -> str:
    r"""Text of a heading, without punctuation at its end.

    >>> heading("What next:"), heading("Yahoo!"), heading("C #")
    ('What next', 'Yahoo&#33;', 'C &#35;')
    """
    said = plain(text).strip()
    said = said.rstrip(" .,;:") or said
    text = escaped(said)
    if said.endswith(_FINAL) and text.endswith(said[-1]):
        text = f"{text[:-1]}&#{ord(text[-1])};"
    return _begun(text)


def code(text: str) -> str:
    """Text as code: nothing in it means anything.

    >>> code("a.yaml:3:1"), code("odd`name")
    ('`a.yaml:3:1`', '``odd`name``')
    """
    text = plain(text).strip() or "?"
    fence = "`" * (1 + max(map(len, _TICKS.findall(text)), default=0))
    space = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def worded(text: str) -> str:
    r"""Text that begins a paragraph or an item; what it quotes in backticks is code.

    >>> worded("waits for `snake_*case*`, @bob"), worded("1. `a`")
    ('waits for `snake_*case*`, @<!-- -->bob', '1\\. `a`')
    """
    return _begun(_quoting(text))


def linked(text: str, address: str) -> str:
    """A link; text alone where there is no address.

    >>> linked("PAY-1", "https://example.org/1"), linked("PAY-1", "")
    ('[PAY-1](https://example.org/1)', 'PAY-1')
    """
    if not _ADDRESS.fullmatch(address) or not usable(address) or address == text:
        return escaped(text)
    return f"[{escaped(text)}]({address})"


def celled(text: str) -> str:
    """Text of a cell; `|` would end one even in code, so nothing beside it is code."""
    return escaped(text) if "|" in text else _quoting(text)


def _quoting(text: str) -> str:
    text = plain(text)
    if "`" not in text or text.count("`") % 2:
        return escaped(text)
    pieces, end = [], 0
    for match in _CODE.finditer(text):
        if match[1] == match[1].strip():
            pieces += [_between(text[end : match.start()]), code(match[1])]
            end = match.end()
    return "".join([*pieces, _between(text[end:])])


def _begun(text: str) -> str:
    return _START.sub(r"\1\\", text, count=1)


def _address(text: str) -> str:
    """An address without the punctuation of the sentence that it stands in."""
    return text.rstrip(_TRAILING)


def _between(text: str) -> str:
    """Escaped text that keeps the spaces at its ends."""
    inner = text.strip(" ")
    if not inner:
        return text
    before, _, after = text.partition(inner)
    return before + escaped(inner) + after


def _words(text: str) -> str:
    if not _MEANS.search(text):
        return text
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _ENTITY.sub("&amp;", text)
    text = text.replace("<", "&lt;")
    text = _EDGE.sub(r"\\_", text)
    if text.count("$") > 1:
        text = text.replace("$", "\\$")
    text = _SHORTCODE.sub(f":{_NOTHING}", text)
    return _CALLS.sub(_NOTHING, text)
