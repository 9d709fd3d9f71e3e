"""Tables are read whatever wrote them, and what is guessed or lost is said."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.importers.catalogue import detected, sources
from roadmap.importers.days import DayReader
from roadmap.importers.export import Dropped, Export, Lost, Missing, Note, Refusal, Remark
from roadmap.importers.item import Estimate, EstimateUnit, Item, Relation
from roadmap.importers.outgoing import csv_lines
from roadmap.importers.source import Raw, Wishes
from roadmap.importers.tables import unmarked
from roadmap.model.initiative import Status


def of(text: str | bytes, **wishes: object) -> Export | Refusal:
    data = text if isinstance(text, bytes) else text.encode()
    raw = Raw("export.csv", {"export.csv": data})
    source = detected(raw)
    assert source is not None
    return source.read(raw, Wishes(**wishes))  # type: ignore[arg-type]


def export(text: str | bytes, **wishes: object) -> Export:
    found = of(text, **wishes)
    assert isinstance(found, Export)
    return found


def only(text: str, **wishes: object) -> Item:
    (item,) = export(text, **wishes).items
    return item


def jira(*columns: str, **cells: str) -> str:
    header = ["Summary", "Issue key", "Issue id", "Issue Type", "Status", *columns]
    row = ["Do it", "PAY-1", "10001", "Task", "To Do", *cells.values()]
    return ",".join(header) + "\n" + ",".join(row) + "\n"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", None), ("utf-8-sig", None), ("utf-16", "utf-16"), ("utf-16-le", "utf-16"),
     ("cp1252", "cp1252")],
)  # fmt: skip
def test_every_encoding_gives_the_same_titles(encoding: str, said: str | None) -> None:
    found = export("Title,Status\nGrüße für alle,Open\n".encode(encoding))

    assert found.items[0].title == "Grüße für alle"
    assert [note.detail[0] for note in found.notes if note.remark is Remark.ENCODING] == [
        *([said] if said else [])
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_gives_the_same_cells(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (["Title", "Status"], ["A", "Open"]))

    assert only(text).status == "Open"


def test_rows_above_the_header_are_skipped_and_said() -> None:
    found = export("Our backlog\n\nTitle,Status,Owner\nA,Open,Ann\n")

    assert [item.title for item in found.items] == ["A"]
    assert Note(Remark.PREAMBLE, 2) in found.notes


def test_a_line_break_in_a_title_is_a_space() -> None:
    assert only('Title,Status\n"One\ntwo",Open\n').title == "One two"


def test_a_row_without_a_title_is_counted() -> None:
    assert Note(Remark.WITHOUT_TITLE, 1) in export("Title,Status\nA,Open\n,Open\n").notes


def test_titles_that_repeat_stay_apart_where_there_is_no_key() -> None:
    found = export("Title,Status\nA,Open\nA,Done\n")

    assert [item.key for item in found.items] == ["A", "A (2)"]
    assert Note(Remark.REPEATED_KEY, 1, ("A",)) in found.notes


def test_a_column_that_has_no_place_is_lost_with_its_count_unless_it_is_kept() -> None:
    text = "Title,Team colour\nA,red\nB,\n"

    assert export(text).dropped == (Dropped("Team colour", 1, Lost.NO_PLACE),)
    kept = export(text, keep=frozenset({"team colour"}))
    assert kept.items[0].extra == (("Team colour", "red"),)
    assert kept.dropped == ()


def test_a_column_can_be_mapped() -> None:
    item = only("Was,Wer\nA,Ann\n", columns={"title": "Was", "owners": "wer"})

    assert (item.title, item.owners) == ("A", ("Ann",))


@pytest.mark.parametrize(
    ("header", "cell", "amount", "unit"),
    [
        ("Estimate", "3", 3, EstimateUnit.POINTS),
        ("Effort (days)", "2,5", Fraction(5, 2), EstimateUnit.DAYS),
        ("Effort", "2w", 2, EstimateUnit.WEEKS),
        ("Estimate", "1w 2d", 7, EstimateUnit.DAYS),
        ("Estimate", "1h 30m", 5400, EstimateUnit.SECONDS),
        ("Original estimate", "7200", 7200, EstimateUnit.SECONDS),
    ],
)
def test_an_estimate_counts_in_the_unit_that_its_column_or_cell_names(
    header: str, cell: str, amount: Fraction, unit: EstimateUnit
) -> None:
    assert only(f'Title,{header}\nA,"{cell}"\n').estimate == Estimate(
        Fraction(amount), unit
    )


def test_zero_is_no_estimate_and_a_word_is_said_to_be_unread() -> None:
    found = export("Title,Estimate\nA,0\nB,soon\n")

    assert [item.estimate for item in found.items] == [None, None]
    assert Note(Remark.UNREAD_ESTIMATE, 1, ("soon",)) in found.notes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-12", date(2026, 3, 12)),
        ("2026/03/12 10:00", date(2026, 3, 12)),
        ("12/Mar/26 9:41 AM", date(2026, 3, 12)),
        ("Mar 12, 2026", date(2026, 3, 12)),
        ("Tue Aug 23 2022 13:54:01 GMT+0000 (GMT)", date(2022, 8, 23)),
        ("Mon, 21 Apr 2025 10:17:06 UTC+0000", date(2025, 4, 21)),
        ("12.03.2026", date(2026, 3, 12)),
        ("30/06/2027", date(2027, 6, 30)),
        ("6/30/2027 16:14", date(2027, 6, 30)),
        ("2025年8月5日", date(2025, 8, 5)),
        ("05/8月/25", date(2025, 8, 5)),
    ],
)
def test_a_day_is_read_in_any_usual_form(text: str, day: date) -> None:
    assert DayReader().day(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/août/25 2:47 PM", date(2025, 8, 5)),
        ("01/juil./25", date(2025, 7, 1)),
        ("14/sept./25", date(2025, 9, 14)),
        ("12. März 2026", date(2026, 3, 12)),
        ("3 mayo 2026", date(2026, 5, 3)),
        ("07/лист/25", None),
        ("7 июля 2025", date(2025, 7, 7)),
    ],
)
def test_months_in_other_languages_are_read_by_their_names(
    text: str, day: date | None
) -> None:
    pytest.importorskip("babel", reason="needs the extra `import`")

    assert DayReader().day(text) == day


def test_one_clear_day_tells_the_order_of_the_whole_table() -> None:
    found = export("Title,Due\nA,03/04/2027\nB,30/04/2027\n")

    assert found.items[0].due == date(2027, 4, 3)


def test_a_day_that_nobody_can_tell_from_a_month_is_left_out_and_said() -> None:
    text = "Title,Due\nA,03/04/2027\n"

    assert export(text).items[0].due is None
    assert Note(Remark.DAY_OR_MONTH, 1, ("03/04/2027",)) in export(text).notes
    assert only(text, day_first=False).due == date(2027, 3, 4)


@pytest.mark.parametrize(
    ("header", "depends_on", "blocks"),
    [
        ("Inward issue link (Blocks)", ("PAY-2",), ()),
        ("Outward issue link (Blocks)", (), ("PAY-2",)),
        ("Outward issue link (Depends)", ("PAY-2",), ()),
        ("Inward issue link (Dependency)", (), ("PAY-2",)),
        ("Lien de ticket entrant (Blocks)", ("PAY-2",), ()),
        ("Inward issue link (Gantt: Finish to Start)", ("PAY-2",), ()),
    ],
)
def test_a_jira_link_keeps_its_direction(
    header: str, depends_on: tuple[str, ...], blocks: tuple[str, ...]
) -> None:
    item = only(jira(header, link="PAY-2"))

    assert (item.depends_on, item.blocks) == (depends_on, blocks)


@pytest.mark.parametrize(
    "kind", ["Cloners", "Relates", "Duplicate", "Polaris work item link"]
)
def test_other_jira_links_order_nothing(kind: str) -> None:
    item = only(jira(f"Outward issue link ({kind})", link="PAY-2"))

    assert (item.depends_on, item.blocks) == ((), ())
    assert item.relations == (Relation(kind.casefold(), "PAY-2"),)


def test_a_header_that_repeats_is_a_value_each() -> None:
    item = only(jira("Labels", "Labels", "Labels", one="a", two="", three="c"))

    assert item.labels == ("a", "c")


@pytest.mark.parametrize(
    ("category", "resolution", "state"),
    [
        ("Done", "", Status.DELIVERED),
        ("Done", "Won't Do", Status.DROPPED),
        ("In Progress", "", Status.IN_PROGRESS),
        ("To Do", "Done", Status.PROPOSED),
        ("Erledigt", "Duplikat", Status.DROPPED),
        ("Hotovo", "", None),
    ],
)
def test_the_status_category_decides_in_jira(
    category: str, resolution: str, state: Status | None
) -> None:
    text = jira("Status Category", "Resolution", category=category, resolution=resolution)

    assert only(text).state is state


def test_a_jira_in_a_language_that_nobody_knows_is_read_by_shape() -> None:
    header = ["Souhrn", "Klíč", "Číslo", "Druh", "Stav", "a", "b", "c"]
    row = ["Udělat", "PAY-1", "10001", "Úkol", "Hotovo", "", "", ""]

    item = only("\n".join([",".join(header), ",".join(row)]))

    assert (item.title, item.key, item.kind) == ("Udělat", "PAY-1", "Úkol")
    assert (item.status, item.aliases) == ("Hotovo", ("10001",))


def test_accounts_of_people_are_lost_as_personal() -> None:
    found = export(jira("Reporter Id", "Parent summary", who="7:1", what="Epic"))

    assert Dropped("Reporter Id", 1, Lost.PERSONAL) in found.dropped
    assert Dropped("Parent summary", 1, Lost.REPEATED) in found.dropped


def test_linear_takes_back_the_sign_that_it_puts_before_formulas() -> None:
    text = "ID,Title,Status,Cycle Name,Cycle Start\nA-1,'=Equal pay,Todo,,\n"

    assert only(text).title == "=Equal pay"


def test_a_log_of_transitions_is_no_backlog() -> None:
    found = of("Issue key,Title,From status,To status,When\nPAY-1,A,Open,Done,2026-01-01\n")

    assert isinstance(found, Refusal)
    assert found.why is Missing.TRANSITIONS


TABLES = ("csv", "gitlab", "jira", "linear", "plane")
CELLS = st.sampled_from(
    ["Title", "Summary", "Issue key", "PAY-1", "Status", "", " ", "Due", "03/04/2027", "0",
     "Inward issue link (Blocks)", "=cmd()", "a\nb", '"', "Labels", "x,y", "2w", "10001"]
) | st.text(max_size=6)  # fmt: skip


@given(rows=st.lists(st.lists(CELLS, max_size=6), max_size=6), name=st.sampled_from(TABLES))
def test_any_table_is_read_or_refused(rows: list[list[str]], name: str) -> None:
    lines = (",".join(f'"{cell}"' for cell in row) for row in rows)
    raw = Raw("a.csv", {"a.csv": "\n".join(lines).encode(errors="replace")})

    assert isinstance(sources()[name].read(raw, Wishes()), Export | Refusal)


def test_an_exported_cell_neither_computes_nor_acts_on_a_terminal() -> None:
    text = csv_lines(["Title"], [[" =1+1"], ["red\x1b[31m"], ["turned\u202eback"]])

    assert text.splitlines() == ["Title", "' =1+1", "red [31m", "turned back"]
    assert unmarked("' =1+1") == " =1+1"
