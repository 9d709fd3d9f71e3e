"""The program's door: runs the command line, and answers for what goes wrong in it."""

from __future__ import annotations

import gc
import os
import sys

ISSUES = "https://github.com/customer-roadmap/roadmap/issues"
FAILED, BUG, INTERRUPTED = 1, 70, 130


def main() -> None:
    """Run the command of `sys.argv` and leave with its exit code.

    One short run makes little garbage and much that lives to its end, so nothing is
    collected on the way, and nothing is taken apart at the end: together a fifth of the
    time of a small `check`.
    """
    gc.disable()
    code = exit_code(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or FAILED
    os._exit(code)


def exit_code(arguments: list[str]) -> int:
    """What a command line comes to: its own exit code, or that of its failure."""
    try:
        return _run(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        sys.stderr.write("roadmap: interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        return FAILED
    except OSError as error:
        what = error.strerror or str(error)
        sys.stderr.write(f"roadmap: the system refused to go on: {what.lower()}\n")
        return FAILED
    except Exception as error:
        return _bug(error)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from roadmap import __version__

        sys.stdout.write(f"roadmap {__version__}\n")
        return 0
    from roadmap.cli.fast_check import plain_check

    if (asked := plain_check(arguments)) is not None:
        from roadmap.cli.commands.check import check

        check(asked)
        return 0
    from roadmap.cli.app import app

    app(arguments, prog_name="roadmap")
    return 0


def _bug(error: Exception) -> int:
    if os.environ.get("ROADMAP_DEBUG") == "1":
        sys.excepthook(type(error), error, error.__traceback__)
        return BUG
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    message = f"roadmap: this is a bug ({what}); please report it: {ISSUES}"
    said = f"{message} (ROADMAP_DEBUG=1 shows the traceback)\n"
    sys.stderr.write(said.encode("ascii", "backslashreplace").decode())
    return BUG


if __name__ == "__main__":
    main()
