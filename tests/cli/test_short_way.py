"""The short way in asks for the same as the usual one, and takes no more than it knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.__main__ import exit_code
from roadmap.cli.fast_check import plain_check
from tests.answers import write

FILES = {
    "portfolio.yaml": "start: 2027-01-04\nneeds: {sleep: {importance: 8}}\n",
    "bed.yaml": "title: A bed\noutcomes: {slep: high}\neffort: 2 weeks\n",
    "known.json": '{"format": 1, "kind": "roadmap check baseline", "findings": []}',
}
PLAIN = (
    "check",
    "check .",
    "check -C .",
    "check --format concise",
    "check . --format json",
    "check --format json --format junit:found.xml",
    "check --select RM1 --ignore RM2 --severity unknown-need=error --all",
    "check --set overlong-initiative.weeks=20 . --plan",
    "check --baseline known.json --format concise",
)
LONG = (
    "plan",
    "",
    "checks",
    "check --help",
    "check . .",
    "check -C",
    "check -C . -C .",
    "check --format",
    "check --all --select",
    "check --select --plan",
    "check --select=RM1",
    "check --baseline a.json --baseline b.json",
    "check --format --all",
    "check --fail-on note",
    "check -o found.txt",
)


@pytest.mark.parametrize("line", PLAIN)
def test_both_ways_find_the_same(
    line: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    write(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    assert plain_check(line.split()) is not None
    short = exit_code(line.split()), capfd.readouterr()
    usual = exit_code([*line.split(), "--fail-on", "error"]), capfd.readouterr()

    assert short == usual
    assert short[0] == 1


@pytest.mark.parametrize("line", LONG)
def test_whatever_else_is_said_goes_the_usual_way(line: str) -> None:
    assert plain_check(line.split()) is None


def test_a_folder_that_is_named_twice_is_an_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code(["check", ".", "-C", "."]) == 2
    assert "name the folder once" in capsys.readouterr().err
