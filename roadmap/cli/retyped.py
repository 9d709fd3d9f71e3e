"""Rebuild a command line from its options, to show it in a message."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

from roadmap.cli.option import Option, option_of, options_of

NOT_AGAIN = ("check",)


def retyped(name: str, given: Any) -> str:
    """`roadmap NAME` with every option that is not its default, but for `--check`.

    `given` is the value of a command's dataclass of options.
    """
    words = ["roadmap", name]
    for key, field in options_of(type(given)).items():
        value = getattr(given, key)
        if key not in NOT_AGAIN and value not in (None, field.default):
            words += _words(option_of(field), value)
    return shlex.join(words)


def _words(said: Option, value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list | tuple) else [value]:
        yield from said.flags[:1]
        if each is not True:
            yield str(each)
