"""Answers about one portfolio that are asked for again and again, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def remembered(function: F) -> F:
    """A function that keeps its answers about what it was last asked about.

    That is its first argument, told by identity: it must never change. The others, by
    which its answers are kept, are hashable and given by position.

    >>> @remembered
    ... def longer_than(names: tuple[str, ...], length: int) -> list[str]:
    ...     return [name for name in names if len(name) > length]
    >>> names = ("web", "billing")
    >>> longer_than(names, 3) is longer_than(names, 3)
    True
    """
    last: Any = None
    answers: dict[tuple[Any, ...], Any] = {}

    @wraps(function)
    def ask(whole: Any, *rest: Any) -> Any:
        nonlocal last, answers
        if whole is not last:
            last, answers = whole, {}
        if rest not in answers:
            answers[rest] = function(whole, *rest)
        return answers[rest]

    return ask  # type: ignore[return-value]
