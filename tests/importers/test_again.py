"""An import that is run again: what each side changed stays, and nothing else moves."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.tables_made import counts, data, files, imported, row

BOTH = [row("1", status="Todo", blocked_by="2"), row("2", status="Todo")]


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "plans"


def edit(into: Path, name: str, old: str, new: str) -> None:
    path = into / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_second_import_changes_no_byte(into: Path) -> None:
    assert counts(BOTH, into, "--write")["new"] == 2
    before = files(into)

    again = counts(BOTH, into, "--write")

    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 2)
    assert files(into) == before


def test_nothing_is_written_unless_that_is_asked_for(into: Path) -> None:
    assert counts(BOTH, into)["new"] == 2
    assert not into.exists()


def test_what_the_source_changed_is_changed_in_its_place(into: Path) -> None:
    imported(BOTH, into, "--write")
    edit(into, "initiative-1.yaml", "status: proposed", "status: proposed  # as agreed")

    imported([row("1", status="In progress", blocked_by="2"), BOTH[1]], into, "--write")

    text = files(into)["initiative-1.yaml"]
    assert "status: in_progress  # as agreed\n" in text
    assert "    status: in_progress\n" in text
    assert "depends_on: [initiative-2]\n" in text


def test_what_people_changed_stays(into: Path) -> None:
    imported(BOTH, into, "--write")
    edit(into, "initiative-1.yaml", "title: Initiative 1", "title: Pay by card")
    before = files(into)

    again = counts(BOTH, into, "--write")

    assert (again["changed"], again["conflicts"]) == (0, 0)
    assert files(into) == before


def test_a_file_is_known_wherever_it_is_moved(into: Path) -> None:
    imported(BOTH, into, "--write")
    (into / "cards").mkdir()
    (into / "initiative-2.yaml").rename(into / "cards" / "store-cards.yaml")

    again = counts([BOTH[0], row("2", status="Done")], into, "--write")

    assert (again["new"], again["changed"]) == (0, 1)
    assert "status: delivered\n" in files(into)["cards/store-cards.yaml"]


def test_initiatives_are_known_in_a_file_that_holds_several(into: Path) -> None:
    imported(BOTH, into, "--write")
    each = [files(into)[f"initiative-{n}.yaml"].splitlines() for n in (1, 2)]
    listed = "".join(
        f"{'- ' if at == 0 else '  '}{line}\n"
        for text in each
        for at, line in enumerate(text)
    )
    for n in (1, 2):
        (into / f"initiative-{n}.yaml").unlink()
    (into / "all.yaml").write_text(listed, encoding="utf-8")

    again = counts([row("1", status="Done", blocked_by="2"), row("2")], into, "--write")

    assert (again["new"], again["changed"], again["conflicts"]) == (0, 2, 0)
    text = files(into)["all.yaml"]
    assert text.count("status: delivered\n") == 2
    assert "status: proposed" not in text
    assert counts([row("1", status="Done", blocked_by="2"), row("2")], into)["changed"] == 0


def test_two_files_with_the_same_item_are_said_and_one_is_followed(into: Path) -> None:
    imported(BOTH, into, "--write")
    copy = files(into)["initiative-2.yaml"].replace("id: initiative-2", "id: a-copy")
    (into / "a-copy.yaml").write_text(copy, encoding="utf-8")

    found = imported(BOTH, into)

    assert "Share their item with another initiative" in found.stdout


def test_a_new_id_is_followed(into: Path) -> None:
    imported(BOTH, into, "--write")
    edit(into, "initiative-2.yaml", "id: initiative-2", "id: cards")
    edit(into, "initiative-1.yaml", "depends_on: [initiative-2]", "depends_on: [cards]")
    third = row("3", blocked_by="2")

    again = counts([*BOTH, third], into, "--write")

    assert (again["new"], again["changed"], again["conflicts"]) == (1, 0, 0)
    assert "depends_on: [cards]\n" in files(into)["initiative-3.yaml"]


def test_where_both_changed_a_field_the_conflict_is_shown_and_left_alone(
    into: Path,
) -> None:
    imported(BOTH, into, "--write")
    edit(into, "initiative-1.yaml", "status: proposed", "status: paused")
    before = files(into)
    rows = [row("1", status="Done", blocked_by="2"), BOTH[1]]

    told = data(imported(rows, into, "--write", "--format", "json"))

    assert told["import"]["conflicts"] == 1
    assert told["imported"]["initiatives"][0]["conflicts"] == [
        {"field": "status", "before": "proposed", "here": "paused", "now": "delivered"}
    ]
    assert files(into) == before


@pytest.mark.parametrize(("side", "status"), [("mine", "paused"), ("source", "delivered")])
def test_a_conflict_is_settled_for_one_side(into: Path, side: str, status: str) -> None:
    imported(BOTH, into, "--write")
    edit(into, "initiative-1.yaml", "status: proposed", "status: paused")
    rows = [row("1", status="Done", blocked_by="2"), BOTH[1]]

    imported(rows, into, "--write", "--resolve", side)

    assert f"\nstatus: {status}\n" in files(into)["initiative-1.yaml"]
    assert counts(rows, into)["conflicts"] == 0


def test_where_both_say_the_same_by_now_there_is_no_conflict(into: Path) -> None:
    imported(BOTH, into, "--write")
    edit(into, "initiative-1.yaml", "status: proposed", "status: delivered")
    rows = [row("1", status="Done", blocked_by="2"), BOTH[1]]

    assert counts(rows, into, "--write")["conflicts"] == 0
    assert counts(rows, into)["changed"] == 0


def test_what_vanished_is_reported_and_stays(into: Path) -> None:
    imported(BOTH, into, "--write")
    before = files(into)

    told = data(imported([BOTH[0]], into, "--write", "--format", "json"))

    assert [each["key"] for each in told["imported"]["vanished"]] == ["2"]
    assert files(into).keys() == before.keys()


def test_an_export_of_another_project_makes_nothing_vanish(into: Path) -> None:
    imported([row("PAY-1"), row("PAY-2")], into, "--write")

    assert counts([row("OPS-1")], into)["vanished"] == 0
    assert counts([row("PAY-1")], into)["vanished"] == 1


def test_a_link_that_the_source_drops_is_dropped(into: Path) -> None:
    imported(BOTH, into, "--write")

    imported([row("1", status="Todo"), BOTH[1]], into, "--write")

    assert "depends_on" not in files(into)["initiative-1.yaml"]


def test_links_in_a_block_keep_their_comments(into: Path) -> None:
    three = [row("1", blocked_by="2, 3"), row("2"), row("3"), row("4")]
    imported(three, into, "--write")
    block = "depends_on:\n- initiative-2  # cards first\n- initiative-3\n"
    line = "depends_on: [initiative-2, initiative-3]\n"
    edit(into, "initiative-1.yaml", line, block)

    imported([row("1", blocked_by="2, 4"), *three[1:]], into, "--write")

    text = files(into)["initiative-1.yaml"]
    assert "depends_on:\n- initiative-2  # cards first\n- initiative-4\n" in text


def test_only_what_is_asked_for_is_written(into: Path) -> None:
    imported(BOTH, into, "--write")
    rows = [row("1", status="Done", blocked_by="2"), BOTH[1], row("3")]

    imported(rows, into, "--write", "--only", "changed")
    assert sorted(files(into)) == [
        "initiative-1.yaml",
        "initiative-2.yaml",
        "portfolio.yaml",
    ]
    imported(rows, into, "--write", "--only", "new")

    assert "initiative-3.yaml" in files(into)
    assert counts(rows, into)["unchanged"] == 3


def test_a_link_to_what_is_not_here_yet_waits(into: Path) -> None:
    imported(BOTH, into, "--write")
    rows = [row("1", status="Todo", blocked_by="2, 3"), BOTH[1], row("3")]

    imported(rows, into, "--write", "--only", "changed")
    assert "initiative-3" not in files(into)["initiative-1.yaml"]
    imported(rows, into, "--write")

    assert "depends_on: [initiative-2, initiative-3]" in files(into)["initiative-1.yaml"]


def test_drift_is_seen_in_ci(into: Path) -> None:
    imported(BOTH, into, "--write")

    assert imported(BOTH, into, "--check").exit_code == 0
    changed = imported([row("1", status="Done", blocked_by="2"), BOTH[1]], into, "--check")

    assert changed.exit_code == 1
    assert "`roadmap import --write` updates them" in changed.stderr


def test_conflicts_alone_are_settled_by_a_choice_not_by_writing(into: Path) -> None:
    imported(BOTH, into, "--write")
    edit(into, "initiative-1.yaml", "status: proposed", "status: paused")
    told = imported([row("1", status="Done", blocked_by="2"), BOTH[1]], into, "--check")

    assert told.exit_code == 1
    assert "--resolve mine or source settles the conflicts" in told.stderr


def test_a_dependency_that_closes_a_circle_with_a_persons_is_a_conflict(into: Path) -> None:
    imported([row("1"), row("2")], into, "--write")
    edit(into, "initiative-1.yaml", "x-source:", "depends_on: [initiative-2]\nx-source:")

    told = counts([row("1"), row("2", blocked_by="1")], into, "--write")

    assert told["conflicts"] == 1
    assert "depends_on" not in files(into)["initiative-2.yaml"]


def test_a_portfolio_that_cannot_be_read_in_full_is_left_alone(into: Path) -> None:
    imported(BOTH, into, "--write")
    (into / "initiative-2.yaml").write_text("title: [\n", encoding="utf-8")

    found = imported(BOTH, into, "--write")

    assert found.exit_code == 2
    assert "an item may be there already" in found.stderr


@pytest.mark.parametrize(
    ("before", "later", "options", "kept"),
    [
        ({"status": "Done"}, {"status": "Bob has it"}, (), "\nstatus: delivered\n"),
        ({"estimate": "2"}, {"estimate": "2"}, ("--points", "1=1w"), "\neffort: 2w\n"),
        ({"sprint": "S1"}, {"sprint": "S1"}, ("--keep", "Sprint"), "\nx-sprint: S1\n"),
        ({"priority": "High"}, {"priority": "High"}, ("--priority-as", "impact"),
         "\noutcomes: {tracker-priority: high}\n"),
    ],
)  # fmt: skip
def test_what_is_not_understood_or_not_asked_for_this_time_takes_nothing_away(
    into: Path,
    before: dict[str, str],
    later: dict[str, str],
    options: tuple[str, ...],
    kept: str,
) -> None:
    imported([row("1", **before)], into, "--write", *options)
    assert kept in files(into)["initiative-1.yaml"]
    text = files(into)["initiative-1.yaml"]

    assert counts([row("1", **later)], into, "--write")["changed"] == 0
    assert files(into)["initiative-1.yaml"] == text


def test_a_column_that_is_kept_and_emptied_goes(into: Path) -> None:
    imported([row("1", sprint="S1"), row("2")], into, "--write", "--keep", "Sprint")

    imported([row("1"), row("2", sprint="S2")], into, "--write", "--keep", "Sprint")

    assert "x-sprint" not in files(into)["initiative-1.yaml"]
    assert "\nx-sprint: S2\n" in files(into)["initiative-2.yaml"]


STATUSES = {"Todo": "proposed", "Done": "delivered", "Doing": "in_progress"}
SIDES: dict[str, tuple[str, st.SearchStrategy[str]]] = {
    "title": ("Title", st.text("abc XYZ-:#'\"é", min_size=1, max_size=12)),
    "status": ("Status", st.sampled_from(sorted(STATUSES))),
    "owner": ("Assignee", st.sampled_from(["Ana", "no", "Ben: web", "7"])),
    "effort": ("Estimate", st.sampled_from(["3d", "2w", "1w"])),
    "deadline": ("Due", st.sampled_from(["2027-05-01", "2027-06-30"])),
}
FIRST = {"title": "Pay", "status": "Todo", "owner": "Cleo", "effort": "4w"}
edits = st.fixed_dictionaries({}, optional={key: of for key, (_, of) in SIDES.items()})


def source(said: dict[str, str]) -> list[Any]:
    columns = {SIDES[key][0]: text for key, text in said.items() if key != "title"}
    return [{"ID": "P-1", "Title": said["title"], **columns}, row("P-2")]


@settings(max_examples=12, deadline=None)
@given(edits, edits)
def test_edits_at_the_source_and_by_hand_are_both_kept(
    there: dict[str, str], here: dict[str, str]
) -> None:
    from roadmap.cli.load import opened
    from roadmap.diagnostics import Place
    from roadmap.editing.values import with_values

    there = {key: text.strip() or "Pay" for key, text in there.items()}
    with TemporaryDirectory() as name:
        into = Path(name) / "plans"
        imported(source(FIRST), into, "--write")
        mine = {
            key: STATUSES.get(text, " ".join(text.split()) or "Mine")
            for key, text in here.items()
            if key not in there
        }
        path = into / "pay.yaml"
        changed = with_values(
            "pay.yaml",
            b"# by hand\n" + path.read_bytes(),
            [(Place("pay.yaml", (key,)), text) for key, text in mine.items()],
        )
        assert changed is not None
        path.write_bytes(changed)

        told = counts(source(FIRST | there), into, "--write")

        assert told["conflicts"] == 0
        found = opened(into).portfolio.initiatives["pay"]
        wanted = {
            key: STATUSES.get(text, " ".join(text.split()))
            for key, text in (FIRST | there).items()
        } | mine
        assert found.title == wanted["title"]
        assert found.status.value == wanted["status"]
        assert found.owners == (wanted["owner"],)
        assert found.effort[0].work.text == wanted["effort"]
        assert (found.deadline.text if found.deadline else None) == wanted.get("deadline")
        assert path.read_text(encoding="utf-8").startswith("# by hand\nid: pay\n")
        before = files(into)
        assert counts(source(FIRST | there), into, "--write")["changed"] == 0
        assert files(into) == before
