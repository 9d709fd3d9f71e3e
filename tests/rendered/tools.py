"""Runs the tests that need Mermaid, Prettier and markdownlint, in a folder of their own.

`python -m tests.rendered.tools`; the versions are those that passed last.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
VERSIONS = HERE / "passed" / "versions.json"


def main() -> int:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        sys.stdout.write("skipped: there is no Node.js with npm on this machine\n")
        return 0
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        (Path(folder) / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        versions = json.loads(VERSIONS.read_text(encoding="utf-8"))
        wanted = [f"{name}@{version}" for name, version in versions.items()]
        quiet = ("--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run([npm, "install", *quiet, *wanted], cwd=folder, check=True)
        return _tests(folder)


def _tests(folder: str) -> int:
    found = os.environ | {"ROADMAP_NODE_MODULES": folder}
    command = [sys.executable, "-m", "pytest", "-q", str(HERE)]
    return subprocess.run(command, env=found, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
