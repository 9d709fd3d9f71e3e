"""Addresses of pages and mailboxes, as files state them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST_MADE = 500
"""Characters of the longest address that a template makes: a short link may repeat it."""
_MEANT = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)


def meant_as_address(text: str) -> bool:
    """Whether a text looks like an address that pages should link to."""
    return bool(_MEANT.match(text))


def usable(address: str) -> bool:
    """Whether an address can be followed.

    >>> usable("https://example.org/1"), usable("http://["), usable("https:///x")
    (True, False, False)
    """
    try:
        parts = urlsplit(address)
        whole = bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets without an address in them, a port that is none
        return False
    return bool(parts.path) if parts.scheme == "mailto" else whole
