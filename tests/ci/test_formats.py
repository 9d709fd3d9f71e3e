"""Formats of findings from the command line: where they go, and which paths they name."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from roadmap.writers.catalogue import writers
from roadmap.writers.writer import LISTS
from tests.answers import write
from tests.cli.test_exit_codes import roadmap

LISTING = sorted(name for name, writer in writers().items() if writer.shows == LISTS)
SUMMARY = "GITHUB_STEP_SUMMARY"


def test_all_formats_of_findings_are_there() -> None:
    assert LISTING == ["concise", "github", "gitlab", "junit", "rdjson", "sarif"]


def test_one_format_goes_to_stdout_and_others_to_files(
    faulty: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.sarif"
    done = roadmap("check", faulty, "--format", "github", "--format", f"sarif:{out}")

    assert done.exit_code == 1
    assert done.stdout.startswith("::error ")
    assert json.loads(out.read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize("which", ["sound", "faulty"])
@pytest.mark.parametrize("name", LISTING)
def test_an_output_may_be_written_again(
    name: str, which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder, out = request.getfixturevalue(which), tmp_path / "out"
    codes = [
        roadmap("check", folder, "--format", name, "-o", out).exit_code for _ in range(2)
    ]

    assert codes == [0 if which == "sound" else 1] * 2


@pytest.mark.parametrize(
    "text",
    [
        "# Mine\n",
        "a.py:1:1: F401 unused\n",
        "{}",
        "[1]",
        '[{"check_name": "F401"}]',
        '{"source": {"name": "eslint"}, "diagnostics": []}',
        '{"runs": [{"tool": {"driver": {"name": "ruff"}}}]}',
        '{"runs": []}',
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pytest"/>\n',
        "[" * 100_000,
    ],
)
def test_an_output_of_another_program_is_kept(
    text: str, sound: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.write_text(text, encoding="utf-8")
    codes = {
        roadmap("check", sound, "--format", name, "-o", out).exit_code for name in LISTING
    }

    assert codes == {2}
    assert out.read_text(encoding="utf-8") == text


def test_nothing_is_written_where_one_file_may_not_be(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    wanted = (f"sarif:{tmp_path / 'new'}", f"junit:{tmp_path / 'mine'}")
    done = roadmap("check", sound, "--format", wanted[0], "--format", wanted[1])

    assert done.exit_code == 2
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", LISTING)
@pytest.mark.parametrize("command", ["plan", "report", "score"])
def test_a_page_that_lists_no_findings_is_2(sound: Path, command: str, name: str) -> None:
    done = roadmap(command, sound, "--format", name)

    assert (done.exit_code, done.stdout) == (2, "")


def test_paths_begin_at_the_top_of_the_checkout(
    faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty / "initiatives")
    for folder in ("", ".", "..", faulty):
        done = roadmap("check", *([folder] if folder else []), "--format", "concise")
        paths = {line.partition(":")[0] for line in done.stdout.splitlines()}
        assert paths == {"initiatives/ledger.yaml", "initiatives/refunds.yaml"}


def test_without_a_checkout_paths_begin_at_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a/b/plans/x.yaml": "titel: X\n", "a/c/.git/HEAD": ""})
    for where, shown in (("a", "b/plans/x.yaml"), ("a/c", "../b/plans/x.yaml")):
        monkeypatch.chdir(tmp_path / where)
        named = Path(os.path.relpath(tmp_path / "a/b/plans"))
        done = roadmap("check", named, "--format", "concise")
        assert done.stdout.startswith(f"{shown}:1:1: RM")


def test_a_finding_about_everything_is_shown_on_the_portfolio_file(tmp_path: Path) -> None:
    many = {f"{n}.yaml": f"title: T{n}\neffort: 1w\n" for n in range(3)}
    write(tmp_path, many | {"portfolio.yaml": "title: P\n", ".git/HEAD": ""})
    done = roadmap("check", tmp_path, "--format", "sarif")
    uris = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for load in json.loads(done.stdout)["runs"][0]["results"]
        for place in load["locations"]
    }

    assert uris <= {"portfolio.yaml", *many}
    assert uris


def test_github_appends_to_the_summary_of_its_step(
    faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv(SUMMARY, str(summary))
    roadmap("check", faulty, "--format", "github")
    text = summary.read_text(encoding="utf-8")

    assert text.startswith("before\n\n### roadmap check\n")
    assert "| error | initiatives/refunds.yaml" in text


@pytest.mark.parametrize("name", ["terminal", "sarif"])
def test_no_other_format_touches_the_summary(
    name: str, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SUMMARY, str(tmp_path / "summary.md"))
    roadmap("check", faulty, "--format", name)

    assert not (tmp_path / "summary.md").exists()


def test_a_summary_stays_below_what_github_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = "".join(f"{'k' * 150}{n}: 1\n" for n in range(3000))
    write(tmp_path, {"p/a.yaml": f"title: A\neffort: 1w\n{keys}"})
    summary = tmp_path / "summary.md"
    summary.write_bytes(b"x" * 500_000)
    monkeypatch.setenv(SUMMARY, str(summary))
    roadmap("check", tmp_path / "p", "--format", "github")

    assert 1_000_000 < summary.stat().st_size < 1024 * 1024


def test_a_summary_that_cannot_be_written_is_said_and_changes_nothing(
    faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SUMMARY, str(tmp_path))
    done = roadmap("check", faulty, "--format", "github")

    assert done.exit_code == 1
    assert "cannot write the step summary" in done.stderr
