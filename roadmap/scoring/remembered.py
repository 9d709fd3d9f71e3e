"""Cache functions of a portfolio that are called again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def remembered(function: F) -> F:
    """A function that caches its answers about the last value of its first argument.

    That argument is compared by identity and must be immutable. The others are the keys
    of the cache: hashable, and given by position.

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
