"""What the environment says: used where it is sensible, refused where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers import write
from tests.cli.test_exit_codes import ANSWERING, SMALL, roadmap


@pytest.fixture
def small(tmp_path: Path) -> Path:
    write(tmp_path, SMALL)
    return tmp_path


@pytest.mark.parametrize("columns", ["²", "٣", "-1", "0", "1e3", "9" * 30, " 80", "wide"])
@pytest.mark.parametrize("command", ANSWERING)
def test_columns_that_are_no_usual_number_count_as_not_set(
    small: Path, command: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = roadmap(command, small)
    monkeypatch.setenv("COLUMNS", columns)
    result = roadmap(command, small)

    assert result.exit_code == 0
    assert result.stdout == usual.stdout


def test_columns_are_honoured(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    assert max(map(len, roadmap("list", small).stdout.splitlines())) <= 60


@pytest.mark.parametrize(
    "epoch",
    ["1796083200000", "7258118400", "-1", "1.5", "soon", "²", "٣", " 1", "9" * 5000],
)
@pytest.mark.parametrize("command", ["plan", "check", "init"])
def test_an_epoch_that_is_none_is_2_and_named(
    small: Path, command: str, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = roadmap(command, small / "begun" if command == "init" else small)

    assert result.exit_code == 2
    assert f"SOURCE_DATE_EPOCH={epoch[:40]}" in result.stderr
    assert "from 1970 to 2199" in result.stderr
    assert not (small / "begun").exists()


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", "1 January 1970"), ("1799020800", "4 January 2027"), ("", "as of")],
)
def test_an_epoch_is_the_day_on_which_a_build_runs(
    small: Path, epoch: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert day in roadmap("plan", small).stdout


@pytest.mark.parametrize("command", ["list", "plan", "check", "score", "report"])
def test_a_folder_named_before_the_command_is_that_named_after_it(
    small: Path,
    command: str,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = tmp_path_factory.mktemp("here")
    write(here, {"portfolio.yaml": "title: Here\n", "h.yaml": "title: H\n"})
    monkeypatch.chdir(here)

    before, after = roadmap("-C", small, command), roadmap(command, "-C", small)

    assert (before.exit_code, before.stdout) == (after.exit_code, after.stdout)
    assert "Here" not in before.stdout


@pytest.mark.parametrize(
    "words",
    [*ANSWERING, "check", "explain a", "why a", "new T", "rule RM101", "log", "diff main"],
)
def test_a_folder_that_does_not_exist_is_2_before_every_command(words: str) -> None:
    result = roadmap("-C", "/no/such/folder", *words.split())

    assert result.exit_code == 2
    assert "no folder `/no/such/folder`" in result.stderr


@pytest.mark.parametrize("after", [("-C", "."), (".",)])
def test_a_folder_named_before_and_after_the_command_is_2(
    small: Path, after: tuple[str, ...]
) -> None:
    result = roadmap("-C", small, "list", *after)

    assert result.exit_code == 2
    assert "name the folder once" in result.stderr


def test_a_folder_named_before_a_command_that_looks_at_none_is_2(small: Path) -> None:
    assert roadmap("-C", small, "schema").exit_code == 2


def test_init_begins_in_the_folder_that_is_named_before_it(tmp_path: Path) -> None:
    assert roadmap("-C", tmp_path / "begun", "init").exit_code == 0
    assert (tmp_path / "begun" / "portfolio.yaml").exists()


@pytest.mark.parametrize("columns", ["60", "80"])
def test_the_list_of_commands_cuts_no_sentence(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    listed = roadmap("--help").stdout.partition("Commands:")[2]

    assert "..." not in listed
    assert "respecting dependencies." in " ".join(listed.split())
