"""Entry point: run the command line and turn failures into exit codes."""

from __future__ import annotations

import gc
import os
import sys

from roadmap.cli.slow_search import say_if_slow
from roadmap.cli.streams import open_streams, put_error, put_line

ISSUES = "https://github.com/customer-roadmap/roadmap/issues"
FAILED, BUG, INTERRUPTED = 1, 70, 130
LONGEST = 400
"""Characters of an error that a report of a bug repeats."""


def main() -> None:
    """Run the command of `sys.argv` and leave with its exit code.

    A short run creates little garbage, and most objects live until it ends. Skipping
    garbage collection and interpreter shutdown saves a fifth of the time of a small
    `check`.
    """
    gc.disable()
    open_streams()
    code = exit_code(sys.argv[1:])
    say_if_slow()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or FAILED
    os._exit(code)


def exit_code(arguments: list[str]) -> int:
    """The exit code of a command line: its own, or that of its failure."""
    try:
        return _run(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        put_error("roadmap: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        return FAILED
    except OSError as error:
        what = error.strerror or str(error)
        put_error(f"roadmap: the system refused to go on: {what.lower()}")
        return FAILED
    except Exception as error:
        return _bug(error)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from roadmap import __version__

        put_line(f"roadmap {__version__}")
        return 0
    from roadmap.cli.fast_check import plain_check

    if (asked := plain_check(arguments)) is not None:
        from roadmap.cli.commands.check import check

        check(asked)
        return 0
    from roadmap.cli.typer_app import app_of_one

    if (one := app_of_one(arguments)) is not None:
        one(arguments, prog_name="roadmap")
        return 0
    from roadmap.cli.app import app

    app(arguments, prog_name="roadmap")
    return 0


def _bug(error: Exception) -> int:
    if os.environ.get("ROADMAP_DEBUG") == "1":
        sys.excepthook(type(error), error, error.__traceback__)
        return BUG
    what = f"{type(error).__name__}: {error}"[:LONGEST].splitlines()[0]
    message = f"roadmap: this is a bug ({what}); please report it: {ISSUES}"
    put_error(f"{message} (ROADMAP_DEBUG=1 shows the traceback)")
    return BUG


if __name__ == "__main__":
    main()
