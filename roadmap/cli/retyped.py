"""A command line written again from what it said, so that a message can show it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from inspect import signature
from typing import Any, get_args

NOT_AGAIN = ("check",)


def retyped(name: str, command: Callable[..., None], given: dict[str, Any]) -> str:
    """`roadmap NAME` with every argument that is not the usual one, but for `--check`."""
    words = ["roadmap", name]
    for key, parameter in signature(command).parameters.items():
        value = given.get(key)
        if key not in NOT_AGAIN and value not in (None, parameter.default):
            words += _words(parameter.annotation, value)
    return shlex.join(words)


def _words(annotation: Any, value: Any) -> Iterator[str]:
    said = get_args(annotation)[1]
    names = (said.default, *(said.param_decls or ()))
    flags = [name for name in names if isinstance(name, str)]
    for each in value if isinstance(value, list | tuple) else [value]:
        yield from flags[:1]
        if each is not True:
            yield str(each)
