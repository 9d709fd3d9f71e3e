"""What is printed: harmless to terminals and to runners, and streams may be closed."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.answers import write
from tests.cli.test_exit_codes import roadmap

EVIL = "\x1b]0;owned\x07\x1b[31m\x9b1m\u202e"
HOSTILE = {
    "portfolio.yaml": "start: 2027-01-04\nvision: V\n",
    "a.yaml": 'title: "::add-mask::a"\nowner: "Ana\\e]0;owned\\a\\e[31m\\x9b1m\\u202e"\n'
    'tags: ["##[group]x"]\nsummary: "::stop-commands::x"\neffort: 1w\n',
}
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="streams are others there")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    write(tmp_path / "p", HOSTILE)
    return tmp_path / "p"


def harmless(text: str) -> bool:
    """Whether nothing in a text acts on a terminal."""
    kinds = {unicodedata.category(sign) for sign in text if sign not in "\r\n"}
    return "Cc" not in kinds and not set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067")


def commands(text: str) -> list[str]:
    """What a runner would obey."""
    lines = text.splitlines()
    return [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--owner", "x"),
        ("list", "--owner", EVIL),
        ("list", "--theme", EVIL),
        ("list", "--status", EVIL),
        ("list", "--format", EVIL),
        ("list", "--framework", EVIL),
        ("list", f"--{EVIL}"),
        ("plan", "--by", EVIL),
        ("plan", "--as-of", EVIL),
        ("plan", "--units", EVIL),
        ("report", "--view", EVIL),
        ("report", "--check", "-o", f"{EVIL}.md"),
        ("explain", EVIL),
        ("check", "--select", EVIL),
        ("check", "--baseline", EVIL),
        ("diff", EVIL),
        ("log", "--since", EVIL),
        ("new", "T", "--depends-on", EVIL),
        ("new", "T", "--theme", f"/{EVIL}"),
        ("new", "T", "--effort", EVIL),
        ("rule", EVIL),
        ("schema", EVIL),
        (EVIL,),
    ],
)
def test_no_message_acts_on_a_terminal(hostile: Path, arguments: tuple[str, ...]) -> None:
    inside = () if arguments[0] in ("schema", EVIL) else ("-C", hostile)
    result = roadmap(*arguments, *inside)

    assert result.exit_code in (1, 2)
    assert result.stderr
    assert harmless(result.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("plan", "--by", "team"),
        ("explain", "a"),
        ("report",),
        ("list", "--format", "json"),
        ("list", "--format", "csv"),
        ("plan", "--format", "mermaid"),
        ("check", "--all"),
        ("check", "--format", "concise"),
        ("check", "--format", "junit"),
        ("list", "--owner", "x"),
        ("list", "--tag", "##[add-mask]"),
        ("list", "--by", "##[add-mask]"),
        ("##[add-mask]",),
        ("explain", "::add-mask::x"),
    ],
)
@pytest.mark.parametrize("runner", ["GITHUB_ACTIONS", "TF_BUILD"])
def test_nothing_printed_under_ci_is_a_command_to_its_runner(
    hostile: Path,
    arguments: tuple[str, ...],
    runner: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(runner, "true")
    result = roadmap(*arguments, *(("-C", hostile) if arguments[0][0] != "#" else ()))

    assert commands(result.stdout) == commands(result.stderr) == []
    assert harmless(result.stdout)


def test_a_page_under_ci_says_what_it_says_anywhere_but_for_commands(
    hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = roadmap("list", hostile).stdout
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    inert = usual.replace("##[", "\\x23#[").replace("\n::", "\n\\x3a:")
    assert roadmap("list", hostile).stdout == inert


def test_the_difference_that_a_fix_makes_is_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.yaml": "::add-mask::x: 1\nTitle: A\n"})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert commands(roadmap("check", tmp_path, "--diff").stdout) == []


def test_what_is_meant_for_the_runner_reaches_it(
    hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    write(hostile, {"b.yaml": "effrt: 1w\n"})

    assert roadmap("check", hostile, "--format", "github").stdout.startswith("::error ")


CLOSED = ("<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full", "2</dev/null")
LOST = {">/dev/full"}
LIST, REFUSED, HELP = ("list", "p"), ("list", "p", "--owner", "x"), ("plan", "--help")


@needs_posix
@pytest.mark.parametrize(
    ("arguments", "code", "streams"),
    [
        *((LIST, 0, streams) for streams in CLOSED),
        *((REFUSED, 2, streams) for streams in CLOSED if "2>" in streams),
        *((HELP, 0, streams) for streams in CLOSED if streams.startswith(">")),
    ],
)
def test_where_a_stream_is_closed_the_exit_code_is_that_of_the_answer(
    tmp_path: Path, arguments: tuple[str, ...], code: int, streams: str
) -> None:
    write(tmp_path / "p", {"a.yaml": "title: A\neffort: 1w\n"})
    if "full" in streams and not Path("/dev/full").exists():
        pytest.skip("no device here is always full")
    done = sh(tmp_path, arguments, streams)

    assert done.returncode == (code or 1 if streams in LOST else code)
    assert b"Traceback" not in done.stderr
    assert b"bug" not in done.stderr


@needs_posix
def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    write(tmp_path / "p", {"a.yaml": "title: A\neffort: 1w\n"})
    done = sh(tmp_path, ("plan", "p", "-o", "plan.md", "--format", "markdown"), ">&- 2>&-")

    assert done.returncode == 0
    assert (tmp_path / "plan.md").read_text(encoding="utf-8").endswith("\n")


def sh(
    at: Path, arguments: tuple[str, ...], streams: str
) -> subprocess.CompletedProcess[bytes]:
    """The command run by a shell that redirects its streams."""
    script = f'"$0" -m roadmap "$@" {streams}'
    return subprocess.run(
        ["sh", "-c", script, sys.executable, *arguments],
        cwd=at,
        capture_output=True,
        check=False,
    )
