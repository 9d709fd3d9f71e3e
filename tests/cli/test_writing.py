"""Files that commands write: whole, ours alone, nobody else's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.answers import write
from tests.cli.test_exit_codes import SMALL, roadmap


@pytest.fixture
def small(tmp_path: Path) -> Path:
    write(tmp_path / "p", SMALL)
    return tmp_path / "p"


def test_a_page_goes_to_a_file_and_may_be_written_again(
    small: Path, tmp_path: Path
) -> None:
    out = tmp_path / "plan.json"
    for _ in range(2):
        assert roadmap("plan", small, "--format", "json", "-o", out).exit_code == 0

    assert json.loads(out.read_text(encoding="utf-8"))["format"] == 1


def test_a_file_of_somebody_elses_is_kept_but_for_force(
    small: Path, tmp_path: Path
) -> None:
    out = tmp_path / "notes.md"
    out.write_text("# Mine\n", encoding="utf-8")
    refused = roadmap("report", small, "-o", out)
    kept = out.read_text(encoding="utf-8")
    forced = roadmap("report", small, "-o", out, "--force")

    assert (refused.exit_code, kept) == (2, "# Mine\n")
    assert "--force" in refused.stderr
    assert forced.exit_code == 0
    assert out.read_text(encoding="utf-8") != "# Mine\n"


@pytest.mark.parametrize("name", ["csv", "csv-excel", "ics", "mermaid", "markdown"])
def test_every_format_that_can_be_known_again_may_be_written_again(
    small: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "plan.out"
    for more in ((), ("--as-of", "2027-03-01")):
        assert roadmap("plan", small, "--format", name, "-o", out, *more).exit_code == 0


def test_a_table_with_other_headings_is_somebody_elses(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.csv"
    out.write_text("Id,Salary\nada,1\n", encoding="utf-8")

    assert roadmap("plan", small, "--format", "csv", "-o", out).exit_code == 2
    assert out.read_text(encoding="utf-8") == "Id,Salary\nada,1\n"


def test_plain_text_cannot_be_known_again_and_this_is_said(
    small: Path, tmp_path: Path
) -> None:
    out = tmp_path / "plan.txt"
    first = roadmap("plan", small, "--format", "terminal", "-o", out)
    again = roadmap("plan", small, "--format", "terminal", "-o", out)

    assert (first.exit_code, again.exit_code) == (0, 2)
    assert "plain text does not tell who wrote it; --force replaces it" in again.stderr


@pytest.mark.parametrize(
    "command", ["list", "needs", "score", "sequence", "plan", "report"]
)
@pytest.mark.parametrize("name", ["csv", "ics", "mermaid"])
def test_a_format_fits_the_kind_of_a_page_and_not_what_happens_to_be_on_it(
    small: Path, tmp_path: Path, command: str, name: str
) -> None:
    write(tmp_path / "empty", {"portfolio.yaml": "start: 2027-01-04\n"})
    full = roadmap(command, small, "--format", name)
    none = roadmap(command, tmp_path / "empty", "--format", name)

    assert (
        none.exit_code
        == full.exit_code
        == (0 if name == "csv" or command in ("plan", "report") else 2)
    )
    if name == "csv":
        assert len(none.stdout.splitlines()) == 1


def test_headings_stay_where_nothing_is_below_them(small: Path, tmp_path: Path) -> None:
    write(tmp_path / "empty", {"portfolio.yaml": "start: 2027-01-04\n"})
    heads = [
        roadmap("plan", path, "--format", "csv").stdout.splitlines()[0]
        for path in (small, tmp_path / "empty")
    ]

    assert heads[0] == heads[1]


def test_a_format_that_is_none_is_refused_with_those_that_are(small: Path) -> None:
    result = roadmap("plan", small, "--format", "yaml")

    assert result.exit_code == 2
    formats = "csv, csv-excel, html, ics, json, markdown"
    assert f"no format `yaml`; choose from {formats}" in result.stderr


def test_a_format_that_shows_nothing_names_those_that_show_something(small: Path) -> None:
    result = roadmap("score", small, "--format", "ics")

    assert result.exit_code == 2
    named = result.stderr.rpartition("there are ")[2].replace(" and ", ", ").strip()
    assert {"csv", "json", "markdown", "terminal"} <= {*named.split(", ")}
    assert {"ics", "mermaid", "sarif"}.isdisjoint(named.split(", "))


def test_several_formats_go_to_several_files_at_once(small: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.md"
    result = roadmap(
        "plan", small, "--format", f"json:{one}", "--format", f"markdown:{two}"
    )

    assert (result.exit_code, result.stdout) == (0, "")
    assert one.exists()
    assert two.exists()


def test_a_folder_that_is_missing_is_said(small: Path, tmp_path: Path) -> None:
    result = roadmap("plan", small, "-o", tmp_path / "nowhere" / "plan.md")

    assert result.exit_code == 2
    assert "cannot write" in result.stderr


def test_what_init_writes_has_no_fault_and_can_be_planned(tmp_path: Path) -> None:
    folder = tmp_path / "begun"
    begun = roadmap("init", folder)
    checked = roadmap("check", folder, "--fail-on", "warning")
    planned = json.loads(roadmap("plan", folder, "--format", "json").stdout)

    assert begun.exit_code == 0
    assert checked.exit_code == 0, checked.stdout
    assert [each["start_day"] for each in planned["initiatives"]].count(None) == 0
    assert len(planned["initiatives"]) == 3


def test_init_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "guided-start.yaml").write_text("title: Mine\n", encoding="utf-8")
    result = roadmap("init", tmp_path)

    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["guided-start.yaml"]


def test_new_writes_what_it_was_told_and_prints_the_path(small: Path) -> None:
    title = "Faster: refunds #2"
    result = roadmap(
        "new", title, "-C", small, "--theme", "money", "--effort", "2w..4w",
        "--need", "quick", "--depends-on", "a",
    )  # fmt: skip
    listed = json.loads(roadmap("list", small, "--format", "json").stdout)
    found = next(each for each in listed["initiatives"] if each["title"] == title)

    assert result.stdout == f"{small / 'money' / 'faster-refunds-2.yaml'}\n"
    assert (found["effort"], found["theme"]) == (3, "money")
    assert roadmap("check", small, "--fail-on", "warning").exit_code == 0


def test_new_never_overwrites(small: Path) -> None:
    result = roadmap("new", "A", "-C", small)

    assert result.exit_code == 2
    assert (small / "a.yaml").read_text(encoding="utf-8") == SMALL["a.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [("--depends-on", "z"), ("--effort", "soon"), ("--theme", "../up")],
)
def test_new_refuses_what_does_not_exist(small: Path, arguments: tuple[str, str]) -> None:
    assert roadmap("new", "Something", "-C", small, *arguments).exit_code == 2
