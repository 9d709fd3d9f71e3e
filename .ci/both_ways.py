"""Plan a portfolio with the kernel of the installed search and without it: the same bytes.

Use: python .ci/both_ways.py FOLDER
"""

import os
import subprocess
import sys

from roadmap.sequencing.compiled import PURE, kernel


def planned(folder: str, pure: str) -> bytes:
    """The plan of a folder as JSON, from what is installed, not from what lies here."""
    command = (sys.executable, "-P", "-m", "roadmap", "plan", folder, "--format", "json")
    done = subprocess.run(command, env={**os.environ, PURE: pure}, capture_output=True)
    if done.returncode or done.stderr:
        sys.exit(f"{' '.join(command)}: {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


if kernel is None:
    sys.exit("the installed search has no kernel, or it is left aside")
if planned(sys.argv[1], "") != planned(sys.argv[1], "1"):
    sys.exit("the plan with the kernel is not the plan without it")
print(f"{sys.argv[1]}: the same plan both ways, with {kernel.__file__}")  # noqa: T201
