"""The program's door: runs the command line, and answers for what goes wrong in it."""

from __future__ import annotations

import os
import sys

ISSUES = "https://github.com/customer-roadmap/roadmap/issues"
BUG, INTERRUPTED = 70, 130


def main() -> None:
    """Run the command of `sys.argv` and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from roadmap import __version__

        print(f"roadmap {__version__}")  # noqa: T201 answered without loading anything
        return
    try:
        from roadmap.cli import app

        app(prog_name="roadmap")
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)  # noqa: T201 nothing else is sure to be loaded
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader has gone; what is left to flush has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("ROADMAP_DEBUG") == "1":
            raise
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        message = f"this is a bug in roadmap ({what}); please report it: {ISSUES}"
        print(f"{message} (ROADMAP_DEBUG=1 shows the traceback)", file=sys.stderr)  # noqa: T201
        sys.exit(BUG)


if __name__ == "__main__":
    main()
