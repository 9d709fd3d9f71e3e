"""Runs the tests that need a browser; says what is missing, and installs none of it.

`python -m tests.browser.tools`. axe-core comes from npm into a folder that is deleted
again; without npm, its tests are skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.chromium import ASKED, missing

HERE = Path(__file__).parent
VERSIONS = HERE / "versions.json"


def main() -> int:
    """Run them; 0 where there is no browser to run them in."""
    lacking = missing()
    if lacking:
        text = "\n".join(f"  {each}" for each in lacking)
        sys.stdout.write(f"skipped: tests in a browser need\n{text}\n")
        return 0
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = os.environ | {ASKED: "1"}
        if npm := shutil.which("npm"):
            _install(npm, folder)
            found["ROADMAP_NODE_MODULES"] = folder
        command = [sys.executable, "-m", "pytest", "-q", "-rs", str(HERE), *sys.argv[1:]]
        return subprocess.run(command, env=found, check=False).returncode


def _install(npm: str, folder: str) -> None:
    (Path(folder) / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    versions = json.loads(VERSIONS.read_text(encoding="utf-8"))
    wanted = [f"{name}@{version}" for name, version in versions.items()]
    quiet = ("--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run([npm, "install", *quiet, *wanted], cwd=folder, check=True)


if __name__ == "__main__":
    sys.exit(main())
