"""Instructions are short, true, and where coding assistants look for them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import roadmap.cli.commands
from roadmap.cli.app import app
from roadmap.cli.instruction_texts import instructions
from roadmap.families import module_names
from roadmap.scoring.constants import SETTLED
from tests.checks.reading import was_read

COMMAND = re.compile(r"`roadmap ([a-z]+)")
SECTION = "<!-- roadmap:start agents -->"


def every_text() -> str:
    return "\n".join(instruction.text for instruction in instructions())


def test_all_instructions_together_take_five_minutes_to_read() -> None:
    assert 500 < len(every_text().split()) < 1500


def test_every_command_that_is_named_exists() -> None:
    named = set(COMMAND.findall(every_text()))

    assert named > {"check", "diff", "explain"}
    assert named - {"import"} <= set(module_names(roadmap.cli.commands))


def test_the_initiative_that_is_shown_can_be_read() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", every_text(), re.DOTALL)
    portfolio = (
        "segments: {families: {}}\nneeds: {know-my-bill: {}}\n"
        "evidence: {survey-2026q3: {kind: survey, date: 2026-09-30, sample: 99}}\n"
        "teams: {web: {people: 2}, data: {people: 2}}\n"
    )
    files = {
        "portfolio.yaml": portfolio,
        "a.yaml": shown,
        "meter-readings-api.yaml": "title: API\neffort: {web: 1w}\n",
    }

    assert was_read(files).diagnostics == ()


def test_the_caps_that_are_told_are_those_that_count() -> None:
    told = re.search(r"none or hunch .*?obligation 100 %", every_text(), re.DOTALL)

    assert told is not None
    percents = [int(each) for each in re.findall(r"(\d+) %", told[0])]
    assert percents == [int(100 * cap) for cap in SETTLED.caps.values()]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*args: str) -> str:
    result = CliRunner().invoke(app, ["init", "--agents", *args])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_assistants_are_pointed_to_the_instructions(repository: Path) -> None:
    init()

    assert "roadmap instructions" in (repository / "AGENTS.md").read_text("utf-8")
    skill = (repository / ".agents/skills/roadmap/SKILL.md").read_text("utf-8")
    assert skill.startswith("---\nname: roadmap\n")


def test_what_others_wrote_for_assistants_stays(repository: Path) -> None:
    (repository / "AGENTS.md").write_bytes(b"# Us\r\n\r\nBe kind.")

    init()
    first = (repository / "AGENTS.md").read_bytes()
    told = init("--format", "json")

    assert first.startswith(b"# Us\r\n\r\nBe kind.\r\n\r\n" + SECTION.encode() + b"\r\n")
    assert (repository / "AGENTS.md").read_bytes() == first
    assert json.loads(told)["written"] == []


def test_a_second_time_nothing_is_written_and_that_is_said(repository: Path) -> None:
    init()

    again = CliRunner().invoke(app, ["init", "--agents"])

    assert (again.exit_code, again.stdout) == (0, "")
    assert "everything is there already; nothing was written" in again.stderr


def test_a_skill_that_somebody_changed_stays(repository: Path) -> None:
    init()
    skill = repository / ".agents/skills/roadmap/SKILL.md"
    skill.write_text("mine", "utf-8")

    init()

    assert skill.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (["instructions", "all"], "instructions"),
        (["rule", "RM101"], "rules"),
        (["rule"], "rules"),
    ],
)
def test_texts_come_as_json_too(line: list[str], key: str) -> None:
    result = CliRunner().invoke(app, [*line, "--format", "json"])

    assert result.exit_code == 0
    assert json.loads(result.stdout)[key]


@pytest.mark.parametrize("started", [".", "initiatives"])
def test_a_portfolio_that_is_there_gets_no_second_one(
    started: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["init", started]).exit_code == 0
    before = {path for path in tmp_path.rglob("*") if path.is_file()}

    result = CliRunner().invoke(app, ["init", "--agents"])

    assert result.exit_code == 0
    made = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert {path.name for path in made} == {"AGENTS.md", "SKILL.md"}
    folder = "this folder" if started == "." else "`initiatives/`"
    assert f"The roadmap is the YAML in {folder}." in (tmp_path / "AGENTS.md").read_text()
