"""A fast path for a plain `check` that skips the command-line parser.

`check` runs before every commit and on every push, and start-up is most of its time.
Anything that is not understood exactly takes the usual path, with its help and errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from roadmap.cli.check_options import CheckOptions

_PATHS = {"-C": "inside", "--baseline": "baseline"}
_LISTS = {
    "--format": "formats",
    "--select": "select",
    "--ignore": "ignore",
    "--severity": "severity",
    "--set": "limits",
}
_FLAGS = {"--plan": "plan", "--exit-zero": "exit_zero", "--all": "all"}


def plain_check(arguments: Sequence[str]) -> CheckOptions | None:
    """The options of a plain `check [FOLDER]`, as long as they are spelt out.

    None where the words are not exactly that.

    >>> asked = plain_check(["check", "--format", "github"])
    >>> asked and asked.formats, plain_check(["check", "--help"])
    (['github'], None)
    """
    if arguments[:1] != ["check"]:
        return None
    asked: dict[str, Any] = {}
    words = iter(arguments[1:])
    for word in words:
        if word in _FLAGS:
            asked[_FLAGS[word]] = True
            continue
        value = next(words, "") if word.startswith("-") else word
        if not value or value.startswith("-"):
            return None
        if word in _LISTS:
            asked[_LISTS[word]] = [*asked.get(_LISTS[word], ()), value]
            continue
        option = _PATHS.get(word, "") if word.startswith("-") else "folder"
        if not option or option in asked:
            return None
        asked[option] = Path(value)
    return CheckOptions(**asked)
