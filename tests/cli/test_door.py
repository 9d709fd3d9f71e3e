"""The program as a process: streams, encodings, interruptions, bugs."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from typer.models import CommandInfo
from typer.testing import CliRunner

from roadmap.__main__ import BUG, INTERRUPTED, exit_code
from roadmap.cli.app import app
from roadmap.cli.streams import open_streams
from roadmap.cli.typer_app import app_of_one
from tests.answers import write
from tests.cli.test_exit_codes import SMALL

FREE = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "PYTHONIOENCODING", "GITHUB_ACTIONS")


Done = subprocess.CompletedProcess[bytes]


def process(folder: Path, *arguments: str, **more: str) -> Done:
    kept = {key: value for key, value in os.environ.items() if key not in FREE}
    path = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, "-m", "roadmap", *arguments],
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


PAGES = ("list", "score", "sequence", "plan", "needs", "check", "report --help")


@pytest.mark.parametrize(
    "encoding", ["ascii", "latin-1", "cp1252", "utf-16", "utf-8:strict", "shift_jis"]
)
def test_no_code_page_stops_a_page(
    hostile: Path, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hostile)
    out, err = (stream_in(encoding) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        open_streams()
        codes = [exit_code(line.split()) for line in (*PAGES, "list --by")]

    assert codes == [0] * len(PAGES) + [2]
    assert read(err).strip()
    assert "\x1b" not in read(out)
    assert read(out).count("[a/b]") >= 5


def stream_in(encoding: str) -> TextIOWrapper:
    """A stream as Python opens it for a code page."""
    name, _, errors = encoding.partition(":")
    return TextIOWrapper(BytesIO(), name, errors or "strict")


def read(stream: TextIOWrapper) -> str:
    """What was printed, as a terminal of that code page shows it."""
    stream.flush()
    held = stream.buffer
    assert isinstance(held, BytesIO)
    return held.getvalue().decode(stream.encoding, "replace")


def test_the_code_page_that_python_is_told_is_that_of_the_page(hostile: Path) -> None:
    streams = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = process(hostile, "list", **streams)

    assert done.returncode == 0
    assert "Gr\xf6\xdfe" in done.stdout.decode("cp1252")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_pipes_get_no_escapes(hostile: Path, environment: dict[str, str]) -> None:
    assert b"\x1b" not in process(hostile, "list", **environment).stdout


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
