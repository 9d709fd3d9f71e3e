"""A diagram in Mermaid, and how large one may be where it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

MOST_SIGNS = 50_000
"""Characters of a diagram; of a longer one GitHub shows an error."""
MOST_EDGES = 500


@dataclass(frozen=True, slots=True)
class Diagram:
    """One diagram; `title` tells it from others of the same block, empty when alone."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a block becomes: diagrams, and why they are not simply one."""

    diagrams: tuple[Diagram, ...]
    note: str = ""


def bundles(
    items: Iterable[T], size: Callable[[T], int], room: int, most: int
) -> Iterator[list[T]]:
    """Items in their order, in bundles of at most `most` whose sizes fit into `room`.

    >>> list(bundles(["ab", "cd", "ef"], len, room=4, most=9))
    [['ab', 'cd'], ['ef']]
    """
    bundle: list[T] = []
    used = 0
    for item in items:
        if bundle and (used + size(item) > room or len(bundle) >= most):
            yield bundle
            bundle, used = [], 0
        bundle.append(item)
        used += size(item)
    if bundle:
        yield bundle


def numbered(title: str, number: int, of: int) -> str:
    """The title of one of several diagrams."""
    return f"{title} ({number} of {of})" if of > 1 else title
