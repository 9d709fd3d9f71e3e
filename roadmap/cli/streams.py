"""Print to stdout and stderr, with text made safe for terminals and CI logs."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO

RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""Set where a CI runner reads what is printed, and obeys some of it."""
_LOST = "backslashreplace"


def open_streams() -> None:
    """Open the null device for each closed stream, so that no file takes its number.

    Characters that a stream's encoding lacks are escaped.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream := getattr(sys, name), TextIOWrapper):
            stream.reconfigure(errors=_LOST)


def put_out(text: str, *, lost: str = _LOST, obeyed: bool = False) -> None:
    """Print to stdout. `obeyed` text is meant for a CI runner.

    `lost` handles characters that the stream's encoding lacks.
    """
    stream = sys.stdout
    if stream is None:
        return
    data = _encoded(text if obeyed else _inert(text), stream, lost)
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def put_line(text: str) -> None:
    """Print a name or path on a line of its own."""
    from roadmap.writers.text.safe import plain

    put_out(f"{plain(text)}\n")


def put_error(line: str) -> None:
    """Print a line to stderr; a stream that cannot be written to is no failure."""
    from roadmap.writers.text.safe import plain

    stream = sys.stderr
    if stream is None:
        return
    text = _inert(f"{plain(line)}\n")
    try:
        stream.write(_encoded(text, stream, _LOST).decode(stream.encoding or "utf-8"))
        stream.flush()
    except (OSError, ValueError):  # a full disk, a closed pipe
        return


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream leads to a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def encoding_of(stream: TextIO | None) -> str:
    """The encoding of a stream."""
    return getattr(stream, "encoding", None) or "utf-8"


def _encoded(text: str, stream: TextIO, lost: str) -> bytes:
    try:
        return text.encode(encoding_of(stream), lost)
    except (LookupError, UnicodeError):  # an encoding that is not for text, such as idna
        return text.encode("ascii", lost)


def _inert(text: str) -> str:
    if not any(os.environ.get(name) for name in RUNNERS):
        return text
    from roadmap.writers.text.log_commands import inert

    return inert(text)
