"""Ends that users meet: a message on stderr and an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NoReturn

import typer

LEFT_OUT, USAGE = 1, 2


def stop(message: str, code: int = USAGE) -> NoReturn:
    """Say why and leave."""
    say(message)
    raise typer.Exit(code)


def say(message: str) -> None:
    """A message beside the results."""
    typer.echo(f"roadmap: {message}", err=True)


def unknown(what: str, wanted: str, known: Iterable[str]) -> NoReturn:
    """Leave because something that is named does not exist, with the nearest that does."""
    names = sorted(known)
    near = get_close_matches(wanted, names, 1, 0.5)
    few = f"; there is {', '.join(names)}" if 0 < len(names) <= 8 else ""
    hint = f"; did you mean `{near[0]}`?" if near else few
    stop(f"no {what} `{wanted}`{hint}")
