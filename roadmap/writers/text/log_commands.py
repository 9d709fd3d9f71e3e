r"""Text for CI logs, without commands that the runner would execute.

GitHub's runner obeys lines that begin with `::`, after spaces too, and `##[` anywhere.
Azure's and TeamCity's obey `##vso[` and `##teamcity[`. GitHub's compares as .NET does,
which ignores characters that nobody sees: a zero-width space would not help.
"""

from __future__ import annotations

import re

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff"
)
_COLOUR = r"\x1b\[[0-9;]*m"
_AT_START = re.compile(rf"^((?:[^\S\n]|[{_UNSEEN}]|{_COLOUR})*):(?=[{_UNSEEN}]*:)", re.M)
_ANYWHERE = re.compile(rf"#(?=[{_UNSEEN}]*#[{_UNSEEN}]*[a-z]*[{_UNSEEN}]*\[)", re.I)


def inert(text: str) -> str:
    r"""Text with the first character of each command escaped.

    >>> inert("a::b\n ::stop-commands::x\n##[group]x")
    'a::b\n \\x3a:stop-commands::x\n\\x23#[group]x'
    """
    return _ANYWHERE.sub(r"\\x23", _AT_START.sub(r"\1\\x3a", text))


def inert_json(text: str) -> str:
    r"""JSON with the same meaning and without commands.

    >>> inert_json('"##[group]x"')
    '"\\u0023#[group]x"'
    """
    return _ANYWHERE.sub(r"\\u0023", text)
