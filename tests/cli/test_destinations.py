"""What `-o` and its kin may write to: files, and devices and pipes as they are."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from stat import S_IFBLK, S_IFCHR, S_ISBLK, S_ISCHR, S_ISFIFO
from threading import Thread

import pytest
from typer.testing import Result

from tests.answers import write
from tests.cli.test_exit_codes import SMALL, roadmap

NULL, FULL, ZERO = os.makedev(1, 3), os.makedev(1, 7), os.makedev(1, 5)
WRITES = ("report", "schema", "check sarif", "plan json")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes there")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    write(tmp_path / "p", SMALL)
    return tmp_path / "p"


def written(small: Path, what: str, out: Path, *more: str) -> tuple[int, str]:
    """Exit code and messages of a command that writes to a file.

    What waits for ever fails.
    """
    command, _, name = what.partition(" ")
    inside = () if command == "schema" else ("-C", str(small))
    to = ("--format", f"{name}:{out}") if name else ("-o", str(out))
    done: list[Result] = []
    words = (command, *inside, *to, *more)
    thread = Thread(target=lambda: done.append(roadmap(*words)), daemon=True)
    thread.start()
    thread.join(timeout=60)

    assert done, f"{words} waits"
    return done[0].exit_code, done[0].stderr


def device(path: Path, kind: int, number: int) -> Path:
    """A copy of a device; without the right to make one the test is skipped."""
    try:
        os.mknod(path, kind | 0o666, number)
    except (AttributeError, PermissionError):
        pytest.skip("devices are made by root, on Linux")
    return path


@pytest.mark.parametrize("what", WRITES)
def test_what_goes_to_the_null_device_is_gone_and_the_device_stays(
    small: Path, what: str
) -> None:
    null = device(small.parent / "null", S_IFCHR, NULL)

    assert written(small, what, null) == (0, "")
    assert S_ISCHR(null.stat().st_mode)


@pytest.mark.parametrize("number", [FULL, ZERO])
def test_a_device_without_an_end_is_never_read(small: Path, number: int) -> None:
    endless = device(small.parent / "endless", S_IFCHR, number)
    code, said = written(small, "plan", endless)

    assert code == (2 if number == FULL else 0)
    assert said in (f"roadmap: cannot write `{endless}`: No space left on device\n", "")
    assert S_ISCHR(endless.stat().st_mode)


def test_a_disk_is_no_file(small: Path) -> None:
    disk = device(small.parent / "disk", S_IFBLK, os.makedev(7, 250))
    code, said = written(small, "plan", disk, "--force")

    assert (code, S_ISBLK(disk.stat().st_mode)) == (2, True)
    assert "is no file that can be replaced" in said


@needs_posix
@pytest.mark.parametrize("what", WRITES)
def test_a_pipe_that_nobody_reads_is_2_and_no_wait(small: Path, what: str) -> None:
    pipe = small.parent / "pipe"
    os.mkfifo(pipe)
    code, said = written(small, what, pipe)

    assert code == 2
    assert f"cannot write `{pipe}`" in said
    assert S_ISFIFO(pipe.stat().st_mode)


@needs_posix
def test_a_pipe_gets_what_goes_to_it(small: Path) -> None:
    pipe, got = small.parent / "pipe", []
    os.mkfifo(pipe)
    thread = Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    thread.start()
    code, said = written(small, "schema", pipe)
    thread.join(timeout=60)

    assert (code, said) == (0, "")
    assert got == [roadmap("schema").stdout]


@needs_posix
def test_a_pipe_is_no_baseline(small: Path) -> None:
    pipe = small.parent / "pipe"
    os.mkfifo(pipe)
    for more in ((), ("--write-baseline",)):
        assert roadmap("check", small, "--baseline", pipe, *more).exit_code == 2


@needs_posix
def test_a_step_summary_that_is_a_pipe_is_said_and_no_wait(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = small.parent / "pipe"
    os.mkfifo(pipe)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(pipe))
    result = roadmap("check", small, "--format", "github")

    assert result.exit_code == 0
    assert result.stderr == "roadmap: cannot write the step summary: not a file\n"


@needs_posix
def test_a_socket_is_no_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket")

        assert roadmap("plan", small, "-o", "socket").exit_code == 2
        assert Path("socket").is_socket()


def test_a_check_of_a_device_needs_a_file(small: Path) -> None:
    null = device(small.parent / "null", S_IFCHR, NULL)
    result = roadmap("report", small, "-o", null, "--check")

    assert result.exit_code == 2
    assert "--check needs a file to look at" in result.stderr


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_file_that_is_read_only_stays_as_it_is(
    small: Path, more: tuple[str, ...]
) -> None:
    out = small.parent / "R.md"
    roadmap("report", small, "-o", out)
    before = out.read_bytes()
    out.chmod(0o444)
    (small / "a.yaml").write_text("title: Other\n", encoding="utf-8")
    result = roadmap("report", small, "-o", out, *more)
    checked = roadmap("report", small, "-o", out, "--check")

    assert (result.exit_code, out.read_bytes()) == (2, before)
    assert result.stderr == f"roadmap: `{out}` is read-only; nothing was written\n"
    assert checked.exit_code == 1
    out.chmod(0o644)


@pytest.mark.parametrize("how", ["--fix", "--write-baseline"])
def test_no_command_replaces_a_file_that_is_read_only(small: Path, how: str) -> None:
    file = small / "a.yaml" if how == "--fix" else small.parent / "b.json"
    known = ("--baseline", small.parent / "b.json") if how != "--fix" else ()
    if how != "--fix":
        roadmap("check", small, *known, how)
    write(small, {"a.yaml": "Title: A\n"})
    before = file.read_bytes()
    file.chmod(0o444)
    result = roadmap("check", small, *known, how)
    file.chmod(0o644)

    assert (result.exit_code, file.read_bytes()) == (2, before)
    assert "is read-only" in result.stderr


def test_of_a_large_file_only_the_beginning_is_read(small: Path) -> None:
    out = small.parent / "large"
    with out.open("wb") as file:
        file.truncate(1 << 36)
    code, said = written(small, "plan", out)

    assert code == 2
    assert "--force replaces it" in said
    assert out.stat().st_size == 1 << 36


def test_a_name_that_is_too_long_is_2(small: Path) -> None:
    assert written(small, "plan", small.parent / ("x" * 300))[0] == 2


def test_a_name_as_long_as_can_be_is_written(small: Path) -> None:
    assert written(small, "plan", small.parent / ("x" * 255)) == (0, "")


@needs_posix
def test_a_circle_of_links_is_2(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    Path("one").symlink_to("two")
    Path("two").symlink_to("one")

    assert roadmap("plan", small, "-o", "one").exit_code == 2


ALIASES: dict[str, Callable[[Path], Path]] = {
    "itself": lambda out: out,
    "a detour": lambda out: out.parent / "p" / ".." / out.name,
    "a link": lambda out: _link(out.with_name("link"), out),
    "a name of the same file": lambda out: _second_name(out),
}


def _link(link: Path, to: Path) -> Path:
    link.symlink_to(to.name)
    return link


def _second_name(out: Path) -> Path:
    out.touch()
    second = out.with_name("second")
    second.hardlink_to(out)
    return second


@pytest.mark.parametrize("alias", ALIASES)
@pytest.mark.parametrize("with_o", [False, True])
def test_two_formats_to_one_file_are_2_and_nothing_is_written(
    small: Path, alias: str, with_o: bool
) -> None:
    out = small.parent / "out"
    other = ALIASES[alias](out)
    before = {path: path.lstat().st_size for path in small.parent.iterdir()}
    first = ("--format", "csv", "-o", out) if with_o else ("--format", f"csv:{out}")
    result = roadmap("plan", small, *first, "--format", f"json:{other}")

    assert result.exit_code == 2
    assert f"two formats go to the same file `{other}`" in (result.stderr) or with_o
    assert {path: path.lstat().st_size for path in small.parent.iterdir()} == before


@needs_posix
def test_a_file_that_stdout_leads_to_is_no_other_formats(small: Path) -> None:
    script = '"$0" -m roadmap plan p --format json:out --format terminal > out'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable],
        cwd=small.parent,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 2
    assert b"to the file that stdout leads to" in done.stderr
