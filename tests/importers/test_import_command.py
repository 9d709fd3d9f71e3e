"""`roadmap import` as a user types it: counts, pages, refusals, and files or none."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from roadmap.cli.writing_together import write_together
from tests.answers import run
from tests.importers.tables_made import (
    counts,
    data,
    files,
    imported,
    imported_file,
    row,
    table,
)

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "output.schema.json").read_text(encoding="utf-8"))
BACKLOG = ROOT / "docs" / "examples" / "backlog.csv"
PAGE = Path(__file__).parent / "golden" / "import.txt"
EXPORTS = ROOT.parent / "shared" / "exports"
KEYS = [
    *("changed", "conflicts", "done", "dropped_columns", "estimates", "initiatives"),
    *("items", "links", "new", "parents", "source", "unchanged", "unknown_statuses"),
    *("unresolved", "vanished"),
]
HARD = [
    row("1", "A", status="Doing", blocked_by="2, 9"),
    row("2", "B", status="Bob has it", blocked_by="1", votes="3"),
    row("3", "C", status="Done", estimate="2w"),
]
FOUND = {
    # items, links, unresolved links and parents, parents, estimates, done
    "jira-cloud.csv": (22, 0, 0, 0, 0, 10),
    "jira-cloud-parents.csv": (26, 0, 0, 13, 0, 9),
    "jira-cloud-french.csv": (19, 0, 5, 14, 0, 7),
    "jira-cloud-links-made.csv": (22, 11, 1, 3, 8, 10),
    "linear.csv": (10, 0, 0, 2, 3, 1),
    "plane.csv": (1, 0, 0, 0, 0, 0),
    "gitlab.csv": (4, 0, 0, 0, 0, 0),
    "github-project-item-list.json": (30, 0, 0, 0, 0, 16),
    "github-issue-list-relations.json": (5, 1, 0, 4, 0, 1),
    "trello-board.json": (11, 0, 0, 0, 0, 0),
    "beads-small.jsonl": (39, 22, 0, 0, 0, 24),
    "beads-large.jsonl": (156, 34, 0, 43, 0, 109),
    "beads-newer.jsonl": (60, 24, 2, 28, 0, 29),
    "taskmaster-tasks.json": (145, 96, 0, 111, 0, 91),
    "backlog-md": (44, 31, 1, 22, 0, 32),
    "generic-parent-by-title.csv": (10, 0, 0, 7, 0, 0),
}


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "plans"


@pytest.mark.skipif(not EXPORTS.is_dir(), reason="needs the exports beside the repository")
@pytest.mark.parametrize("name", FOUND)
def test_real_exports_come_in_whole_and_nothing_moves_the_second_time(
    name: str, into: Path
) -> None:
    told = data(imported_file(EXPORTS / name, into, "--write", "--format", "json"))[
        "import"
    ]

    assert FOUND[name] == (
        told["items"],
        told["links"],
        len(told["unresolved"]),
        told["parents"],
        told["estimates"],
        told["done"],
    )
    assert told["new"] == told["initiatives"]
    before = files(into)
    assert imported_file(EXPORTS / name, into, "--write").exit_code == 0
    assert files(into) == before
    assert run("check", into).exit_code == 0


def test_json_keeps_its_contract(into: Path) -> None:
    first = data(imported(HARD, into, "--write", "--format", "json"))
    changed = [row("1", "A", status="Done"), *HARD[1:]]
    second = data(imported(changed, into, "--format", "json"))

    for told in (first, second):
        errors = Draft202012Validator(SCHEMA).iter_errors(told)
        assert [f"{error.json_path}: {error.message}" for error in errors] == []
        assert sorted(told["import"]) == KEYS


def test_counts_count_all(into: Path) -> None:
    told = counts(HARD, into)

    assert told["links"] == 3
    assert told["unresolved"] == [{"from": "1", "to": "9"}]
    assert told["unknown_statuses"] == {"Bob has it": 1}
    assert told["dropped_columns"] == [{"column": "Votes", "values": 1, "why": "no place"}]


def test_the_page_says_what_becomes_of_an_export(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    found = imported_file(BACKLOG, Path("shop")).stdout

    if os.environ.get("ROADMAP_REWRITE"):
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(found, encoding="utf-8", newline="\n")
    assert found == PAGE.read_text(encoding="utf-8"), "`make rewrite` renews it"


def test_twins_and_empty_columns_are_said(into: Path) -> None:
    rows = [row("1", "Pay", sprint=""), row("2", "pay")]

    page = imported(rows, into).stdout

    assert "The same title more than once: “pay” (2)." in page
    assert "1 empty column: Sprint." in page


@pytest.mark.parametrize("name", ["markdown", "csv", "json", "terminal"])
def test_the_page_is_there_in_every_format_that_shows_tables(name: str, into: Path) -> None:
    assert (
        "Find a repair shop nearby" in imported_file(BACKLOG, into, "--format", name).stdout
    )


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--from", "jra"), "no tracker `jra`; did you mean `jira`?"),
        (("--points", "5"), "--points 5: write it as 1=1w or 1=2d"),
        (("--points", "1=soon"), "--points: `soon` is not a duration"),
        (("--level", "Epos"), "no level or kind `Epos`"),
        (("--flat", "--level", "0"), "--flat makes every item an initiative"),
        (("--map", "statu=Status"), "--map: no field `statu`; did you mean `status`?"),
        (("--map", "title=Titel"), "--map: no column `Titel`; did you mean `Title`?"),
        (("--keep", "Sprint"), "--keep: no column `Sprint`"),
        (("--map", "title"), "--map title: write it as FIELD=HEADER"),
        (("--day-first", "--month-first"), "choose one of --day-first and --month-first"),
        (("--priority-as", "effort"), "--priority-as effort: write it as impact"),
        (("--write", "--check"), "--check writes nothing: leave --write out"),
    ],
)
def test_a_wrong_option_is_refused_in_one_line(
    args: tuple[str, ...], said: str, into: Path
) -> None:
    found = imported([row("1")], into, *args)

    assert found.exit_code == 2
    assert said in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_table_without_titles_is_refused_in_one_sentence(tmp_path: Path) -> None:
    export = tmp_path / "dates.csv"
    export.write_text("created,finished\n2027-01-01,2027-02-01\n", encoding="utf-8")

    found = imported_file(export, tmp_path / "plans")

    assert found.exit_code == 2
    assert "has no column of titles among `created` and `finished`" in found.stderr


def test_an_export_of_two_trackers_at_once_is_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "a.csv", tmp_path / "b.jsonl"
    one.write_text("ID,Title\n1,A\n", encoding="utf-8")
    other.write_text('{"id": "b-1", "title": "B", "status": "open"}\n', encoding="utf-8")

    found = imported_file(one, tmp_path / "plans", str(other), "--from", "csv")

    assert found.exit_code == 2


def test_several_exports_of_one_tracker_are_one(tmp_path: Path) -> None:
    one, other = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text("ID,Title,Blocked by\n1,A,2\n", encoding="utf-8")
    other.write_text("ID,Title\n2,B\n1,A again\n", encoding="utf-8")

    told = data(imported_file(one, tmp_path / "plans", str(other), "--format", "json"))

    assert (told["import"]["items"], told["import"]["unresolved"]) == (2, [])


def test_a_portfolio_that_is_there_gets_no_second_portfolio_file(into: Path) -> None:
    into.mkdir()
    (into / "mine.yaml").write_text("title: Mine\n", encoding="utf-8")

    imported([row("1")], into, "--write")

    assert sorted(files(into)) == ["initiative-1.yaml", "mine.yaml"]


def test_a_name_that_is_taken_is_not_given_again(into: Path) -> None:
    into.mkdir()
    (into / "pay.yaml").write_text("title: Mine\n", encoding="utf-8")

    imported([row("P-1", "Pay"), row("P-2", "PAY")], into, "--write")

    assert sorted(files(into)) == ["pay-p-1.yaml", "pay-p-2.yaml", "pay.yaml"]


def test_words_of_the_portfolio_decide_what_a_status_means(into: Path) -> None:
    into.mkdir()
    own = "import:\n  status: {Bob has it: in_progress}\n  hours_a_day: 4\n"
    (into / "portfolio.yaml").write_text(own, encoding="utf-8")

    imported(HARD, into, "--write")

    assert "status: in_progress\n" in files(into)["b.yaml"]


def test_where_one_file_cannot_be_made_none_is(into: Path) -> None:
    into.mkdir()
    (into / "cards").write_text("a file where a folder should be", encoding="utf-8")
    before = files(into)

    found = imported([row("1"), row("2", area="Cards")], into, "--write")

    assert found.exit_code == 2
    assert "cannot write" in found.stderr
    assert files(into) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no sizes of files")
def test_a_full_disk_leaves_nothing_behind(into: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    rows = [row("1", "A"), row("2", "B", labels=", ".join(f"L{n}" for n in range(900)))]
    export = into.parent / "export.csv"
    export.write_text(table(rows), encoding="utf-8")
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        found = imported_file(export, into, "--write")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert found.exit_code == 2
    assert "nothing was written" in found.stderr
    assert len(found.stderr.splitlines()) == 1
    assert not into.exists()


def test_a_failure_halfway_restores_what_was_there(tmp_path: Path) -> None:
    old, new = tmp_path / "a.yaml", tmp_path / "b" / "b.yaml"
    old.write_bytes(b"old")
    (tmp_path / "d").write_bytes(b"no folder")
    wanted = {old: b"new", new: b"new", tmp_path / "d" / "x.yaml": b"new"}

    with pytest.raises(SystemExit):
        write_together(wanted, {old: b"old"}, tmp_path)

    assert files(tmp_path) == {"a.yaml": "old", "d": "no folder"}
    assert not new.parent.exists()


def test_a_file_that_changed_in_the_meantime_is_not_replaced(tmp_path: Path) -> None:
    old = tmp_path / "a.yaml"
    old.write_bytes(b"changed")

    with pytest.raises(SystemExit):
        write_together({old: b"new"}, {old: b"old"}, tmp_path)

    assert old.read_bytes() == b"changed"


def test_a_link_out_of_the_folder_is_not_followed(into: Path) -> None:
    outside = into.parent / "outside"
    outside.mkdir()
    into.mkdir()
    (into / "cards").symlink_to(outside, target_is_directory=True)

    found = imported([row("1", area="Cards")], into, "--write")

    assert found.exit_code == 2
    assert files(outside) == {}


def test_an_export_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.cli.exports.LARGEST", 10)

    found = imported([row("1")], tmp_path / "plans")

    assert found.exit_code == 2
    assert "export fewer columns or rows" in found.stderr
