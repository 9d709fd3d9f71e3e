"""What SECURITY.md promises, shown by the commands that it gives."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.answers import write
from tests.ci.acting import needs_bash
from tests.ci.warm import put_on_path
from tests.docs.markdown import ROOT, blocks, text_of
from tests.studies.files import SHOP

STEP = re.compile(r"(.*?)  # (\d): .*")
SHOWN = (r"\x3a:stop-commands::x", r"\x1b[31m", "leads out of the checkout", "teams-2.yaml")
HIDDEN = ("root:", "\x1b", "\n::stop-commands", "\n ::stop-commands")


def script() -> list[str]:
    (block,) = (block for block in blocks(text_of("SECURITY.md")) if block.language == "sh")
    return [line for line in block.text.splitlines() if line]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a portfolio, and the command on the path."""
    write(tmp_path / "repo" / "initiatives", SHOP)
    subprocess.run(["git", "init", "--quiet", tmp_path / "repo"], check=True)
    (tmp_path / "bin").mkdir()
    put_on_path(tmp_path / "bin")
    return tmp_path / "repo"


@needs_bash
def test_the_commands_show_what_is_promised(checkout: Path) -> None:
    steps = [found.groups() for line in script() if (found := STEP.fullmatch(line))]
    lines = [f"{found[1]}; echo \"exit $?\"" if (found := STEP.fullmatch(line)) else line
             for line in script()]  # fmt: skip
    path = f"{checkout.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": "1799020800",
    }
    done = subprocess.run(
        ["bash", "-c", "\n".join(lines)],
        cwd=checkout, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    codes = re.findall(r"^exit (\d+)$", done.stdout, re.M)

    assert len(steps) > 8
    assert codes == [code for _, code in steps], done.stdout
    assert all(each in done.stdout for each in SHOWN)
    assert not any(each in done.stdout for each in HIDDEN)
    assert {path.name for path in checkout.parent.iterdir()} == {"repo", "bin"}
    assert not (checkout / ".git" / "hooks" / "pre-commit").exists()
