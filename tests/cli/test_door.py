"""The program as a process: streams, encodings, interruptions, bugs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.models import CommandInfo
from typer.testing import CliRunner

from roadmap.__main__ import BUG, INTERRUPTED, exit_code
from roadmap.cli.app import app
from roadmap.cli.typer_app import app_of_one
from tests.answers import write
from tests.cli.test_exit_codes import SMALL

FREE = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "PYTHONIOENCODING", "GITHUB_ACTIONS")


Done = subprocess.CompletedProcess[bytes]


EACH = """
import sys
from roadmap.__main__ import exit_code
from roadmap.cli.streams import open_streams
open_streams()
for line in sys.argv[1:]:
    print("exit", exit_code(line.split()), file=sys.stderr)
"""
"""A program that runs several commands, one after the other, and says how each ended."""


def process(
    folder: Path, *arguments: str, program: Sequence[str] = ("-m", "roadmap"), **more: str
) -> Done:
    kept = {key: value for key, value in os.environ.items() if key not in FREE}
    path = str(Path(__file__).parents[2])
    command = [sys.executable, *program, *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, "PYTHONPATH": path, **more},
        capture_output=True,
    )


TITLE = "[/] :rocket: \\e[31m 日本 Größe 👩\u200d🚀 caf\u00e9 [a/b]"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {**SMALL, "d.yaml": f'title: "{TITLE}"\neffort: 1w\n'},
    )
    return tmp_path


@pytest.mark.parametrize(
    "encoding", ["ascii", "latin-1", "cp1252", "utf-16", "utf-8:strict", "shift_jis"]
)
def test_no_code_page_stops_a_page(hostile: Path, encoding: str) -> None:
    lines = ["list", "score", "sequence", "plan", "needs", "check", "report --help"]
    streams = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = process(hostile, *lines, "list --by", program=["-c", EACH], **streams)
    printed, told = (
        stream.decode(encoding.partition(":")[0], "replace")
        for stream in (done.stdout, done.stderr)
    )

    assert re.findall(r"^exit (\d+)", told, re.M) == ["0"] * len(lines) + ["2"]
    assert "\x1b" not in printed
    assert printed.count("[a/b]") >= 5


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_pipes_get_no_escapes(hostile: Path, environment: dict[str, str]) -> None:
    assert b"\x1b" not in process(hostile, "plan", **environment).stdout


def test_the_version_is_answered() -> None:
    done = process(Path.cwd(), "--version")

    assert done.stdout.startswith(b"roadmap 0.")


@pytest.mark.parametrize("command", app.registered_commands, ids=lambda each: each.name)
def test_a_command_is_explained_alone_as_among_all(command: CommandInfo) -> None:
    words = [str(command.name), "--help"]
    alone = app_of_one(words)

    assert (alone is None) == command.hidden
    told = [CliRunner().invoke(typer, words).stdout for typer in (app, alone or app)]
    assert told[0] == told[1]


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _failing(monkeypatch, KeyboardInterrupt()) == INTERRUPTED


def test_a_bug_of_ours_is_one_line_and_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _failing(monkeypatch, ValueError("a\nb")) == BUG
    assert capsys.readouterr().err.count("\n") == 1


def _failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("roadmap.cli.app.app", fail)
    return exit_code([])
