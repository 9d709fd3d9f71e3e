"""Ends that users meet: a message on stderr and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from roadmap.cli.streams import put_error

LEFT_OUT, USAGE, INTERRUPTED = 1, 2, 130
NO_ENGINE = (
    "engine `exact` is not installed: in a clone of "
    "https://github.com/customer-roadmap/roadmap, run pip install '.[exact]'"
)
LONGEST, COMPARED = 100, 500
"""Letters of the longest name, and how many names, that a mistyped one is compared with."""


def stop(message: str, code: int = USAGE) -> NoReturn:
    """Say why and leave."""
    say(message)
    sys.exit(code)


@contextmanager
def engine_or_stop() -> Iterator[None]:
    """Leave where the engine that was asked for is not installed, saying how to get it."""
    try:
        yield
    except Exception as error:
        from roadmap.sequencing.engines import EngineMissing

        if isinstance(error, EngineMissing):
            stop(NO_ENGINE)
        raise


def say(message: str) -> None:
    """A message beside the results: one line, harmless, whatever stderr can show of it."""
    put_error(f"roadmap: {message}")


def unknown(
    what: str, wanted: str, known: Iterable[str], at: str = "", most: int = 8
) -> NoReturn:
    """Leave because something that is named does not exist, with the nearest that does.

    `at` is the place where it is named, as it goes before a message. Where nothing is
    near, all are named, if they are at most so many.
    """
    from roadmap.reading.quoting import shown

    names = sorted(filter(None, known))
    near = _nearest(wanted, names)
    few = f"; choose from {', '.join(names)}" if 0 < len(names) <= most else ""
    stop(f"{at}no {what} {shown(wanted)}{f'; did you mean `{near}`?' if near else few}")


def _nearest(wanted: str, names: list[str]) -> str:
    """The name that is most like a word; empty where none is like it.

    Comparing two names takes time that grows with the square of their length, so a slip of
    the finger is looked up first, and then few and short names are compared.
    """
    from difflib import get_close_matches

    from roadmap.reading.near import Names

    if not wanted or len(wanted) > LONGEST:
        return ""
    if near := Names(names).near(wanted):
        return near.name
    short = sorted(
        (name for name in names if len(name) <= LONGEST),
        key=lambda name: abs(len(name) - len(wanted)),
    )
    within = (name for name in names if wanted in name)
    return next(iter([*get_close_matches(wanted, short[:COMPARED], 1, 0.5), *within]), "")
