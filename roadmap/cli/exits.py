"""Errors that end a command: a message on stderr and an exit code."""

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


def stop(message: str, code: int = USAGE) -> NoReturn:
    """Print a message and exit."""
    say(message)
    sys.exit(code)


@contextmanager
def engine_or_stop() -> Iterator[None]:
    """Stop if the requested engine is not installed, and say how to install it."""
    try:
        yield
    except Exception as error:
        from roadmap.sequencing.engines import EngineMissing

        if isinstance(error, EngineMissing):
            stop(NO_ENGINE)
        raise


def say(message: str) -> None:
    """Print one safe line to stderr, in whatever characters it can show."""
    put_error(f"roadmap: {message}")


def left_out(errors: int) -> str:
    """What errors do to an answer: `1 error leaves something out`."""
    return f"{'1 error leaves' if errors == 1 else f'{errors} errors leave'} something out"


def unknown(
    what: str, wanted: str, known: Iterable[str], at: str = "", most: int = 8
) -> NoReturn:
    """Stop because a name does not exist, and suggest the nearest one that does.

    `at` is the place where it is named, as it goes before a message. Where nothing is
    near, all are named, if they are at most so many.
    """
    from roadmap.reading.near import nearest
    from roadmap.reading.quoting import shown

    names = sorted(filter(None, known))
    near = nearest(wanted, names)
    told = ", ".join(f"`{name}`" if " " in name else name for name in names)
    few = f"; choose from {told}" if 0 < len(names) <= most else ""
    stop(f"{at}no {what} {shown(wanted)}{f'; did you mean `{near}`?' if near else few}")
