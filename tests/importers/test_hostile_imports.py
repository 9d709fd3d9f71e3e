"""Whatever an export holds: no crash, no half of an import, nothing outside its folder."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.checks.run import findings
from roadmap.cli.load import words
from roadmap.diagnostics import Severity
from roadmap.importers.choices import Choices
from roadmap.importers.drafts import Drafted, drafted
from roadmap.importers.export import Export
from roadmap.importers.file_text import file_text
from roadmap.importers.item import Estimate, EstimateUnit, Item, Relation
from roadmap.importers.known import Holding, holding
from roadmap.importers.reconciling import Fate, Reconciled, reconciled
from roadmap.model.initiative import Status
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Texts
from tests.importers.tables_made import files, imported, imported_file, row

WORDS = (
    "con aux.yaml needs portfolio scenarios .. ../../etc/passwd /abs C:\\x =1+1 +x @me -"
    " --- ... !!python/object [ { \" ' # : ? & * | > % ` ~ null true 2027 1e3 0x10"
)
NASTY = [*WORDS.split(), *"\ud800\u0301\u202e\x00\x07\ufeff\u2028\x85\U0001f600İﬀ"]
KEYS = "id title status issues tasks master cards lists number items"
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=12),
    st.sampled_from(NASTY).map(lambda text: f"{text} {text}\r\n{text}: {text} #{text}"),
    st.sampled_from(["x" * 400, "long words " * 40, "é" * 200]),
)
keys = st.one_of(st.sampled_from(["1", "P-1", "P-2", "p-2", "#3", "a b"]), texts)
several = st.lists(keys, max_size=3).map(tuple)
days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
amounts = st.none() | st.builds(
    Estimate,
    st.fractions(min_value=Fraction(1, 10**6), max_value=10**9),
    st.sampled_from(EstimateUnit),
)
items = st.builds(
    Item,
    keys.filter(lambda key: bool(key.strip())),
    texts.filter(lambda title: bool(title.strip())),
    url=texts | st.just("https://example.org/1"),
    description=texts,
    kind=texts,
    level=st.sampled_from([None, 0, 1, 2]),
    status=texts | st.sampled_from(["Done", "In progress", "Todo"]),
    state=st.none() | st.sampled_from(Status),
    priority=texts,
    estimate=amounts,
    remaining=amounts,
    spent=amounts,
    owners=several,
    labels=several,
    theme=texts,
    created=days,
    updated=days,
    started=days,
    finished=days,
    starts=days,
    due=days,
    parent=keys | st.just(""),
    depends_on=several,
    blocks=several,
    follows=several,
    relations=st.lists(st.builds(Relation, texts, keys), max_size=2).map(tuple),
    aliases=several,
    extra=st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
)
choices = st.builds(
    Choices,
    level=st.sampled_from([None, 0, 1, "Epic"]),
    flat=st.booleans(),
    point=st.sampled_from([None, Fraction(5)]),
    priority_need=st.sampled_from([None, "calm"]),
    keep=st.lists(st.sampled_from(NASTY), max_size=3).map(tuple),
)


def unique(found: list[Item]) -> tuple[Item, ...]:
    return tuple({item.key: item for item in found}.values())


def was_read(written: dict[str, bytes]) -> Read:
    return read(Texts(written), words(), date(2027, 1, 4))


def met(found: Drafted, export: Export, here: Holding) -> Reconciled:
    return reconciled(export.source, found.drafts, found.keys, here)


def written(made: Reconciled) -> dict[str, bytes]:
    return {outcome.file: file_text("jira", outcome).encode() for outcome in made.outcomes}


@settings(max_examples=25, deadline=None)
@given(st.lists(items, max_size=5).map(unique), choices)
def test_every_item_becomes_a_file_that_is_read_without_an_error(
    hostile: tuple[Item, ...], chosen: Choices
) -> None:
    export = Export("jira", hostile)
    found = drafted(export, chosen)

    there = written(met(found, export, Holding()))

    whole = was_read(there)
    wrong = [
        finding.message for finding in findings(whole) if finding.severity is Severity.ERROR
    ]
    assert wrong == []
    assert len(whole.portfolio.initiatives) == len(found.drafts) == len(there)
    again = met(found, export, holding(whole))
    assert [outcome.fate for outcome in again.outcomes] == [Fate.UNCHANGED] * len(
        found.drafts
    )
    assert not any(outcome.conflicts for outcome in again.outcomes)


@settings(max_examples=25, deadline=None)
@given(st.lists(items, min_size=1, max_size=5).map(unique))
def test_names_of_files_are_safe_and_differ_on_every_system(
    hostile: tuple[Item, ...],
) -> None:
    export = Export("jira", hostile)

    there = written(met(drafted(export, Choices(flat=True)), export, Holding()))

    names = [name.casefold() for name in there]
    assert len(set(names)) == len(names)
    for name in there:
        assert not name.startswith(("/", "."))
        assert not set(name) & set('<>:"|?*\\\x00')
        for part in name.split("/"):
            assert 0 < len(part.encode()) <= 255
            assert part.partition(".")[0].upper() not in {"CON", "AUX", "PRN", "NUL"}


cells = st.one_of(texts, st.sampled_from(["Title", "Issue key", "Summary", "Status", "1"]))
json_keys = st.one_of(
    st.sampled_from(KEYS.split()),
    texts,
)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda of: st.lists(of, max_size=3) | st.dictionaries(json_keys, of, max_size=5),
    max_leaves=12,
)


def as_csv(rows: list[list[str]]) -> bytes:
    lines = (",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def as_lines(values: list[Any]) -> bytes:
    return b"\n".join(map(as_json, values))


hostile_files = st.one_of(
    st.tuples(
        st.just("a.csv"), st.lists(st.lists(cells, max_size=5), max_size=6).map(as_csv)
    ),
    st.tuples(st.just("a.json"), json_values.map(as_json)),
    st.tuples(st.just("a.jsonl"), st.lists(json_values, max_size=4).map(as_lines)),
    st.tuples(st.just("a.csv"), st.binary(max_size=200)),
)
trackers = st.sampled_from(["jira", "linear", "github", "trello", "beads", "csv", None])


@settings(max_examples=25, deadline=None)
@given(hostile_files, trackers)
def test_a_hostile_file_is_imported_whole_or_refused_in_one_line(
    export: tuple[str, bytes], tracker: str | None
) -> None:
    name, content = export
    with TemporaryDirectory() as top:
        file, into = Path(top) / name, Path(top) / "plans"
        file.write_bytes(content)
        wanted = ("--from", tracker) if tracker else ()

        found = imported_file(file, into, "--write", *wanted)

        assert found.exit_code in (0, 2)
        assert sorted(path.name for path in Path(top).iterdir()) == (
            [name, "plans"] if into.exists() else [name]
        )
        if found.exit_code:
            assert not into.exists()
            assert len(found.stderr.splitlines()) == 1
        else:
            assert not [file for file in files(into) if not file.endswith(".yaml")]


def test_a_title_that_no_name_can_hold_gets_the_name_of_its_key() -> None:
    twins = (Item("P-1", "???"), Item("P-2", "???"), Item("P-3", "???"))
    export = Export("jira", twins)

    there = written(met(drafted(export, Choices()), export, Holding()))

    assert list(there) == ["p-1.yaml", "p-2.yaml", "p-3.yaml"]


def test_themes_are_folders_and_stay_inside() -> None:
    named = ("Billing & Payments", "../../etc", "Core/Search", "scenarios", "_private")
    each = tuple(Item(f"P-{n}", f"Item {n}", theme=theme) for n, theme in enumerate(named))
    export = Export("jira", each)

    there = written(met(drafted(export, Choices()), export, Holding()))

    assert list(there) == [
        "billing-payments/item-0.yaml",
        "etc/item-1.yaml",
        "core/search/item-2.yaml",
        "scenarios-2/item-3.yaml",
        "private/item-4.yaml",
    ]


LINES = (
    "x-source: []", "x-source: {system: csv, key: [1]}", "  last: 5", "  last:", "  key: 1",
    "  last: &a {title: A}", "status: [done]", "title: |\n  long", "depends_on: {a: b}",
    "id: ../x", "<<: *a", "- a", "\tb: c", "depends_on:\n  - initiative-2\n  - ghost", "",
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 14), st.sampled_from(LINES)), max_size=3))
def test_files_that_people_have_mangled_are_updated_or_left_as_they_are(
    edits: list[tuple[int, str]],
) -> None:
    with TemporaryDirectory() as top:
        into = Path(top) / "plans"
        imported([row("1", status="Todo", blocked_by="2"), row("2")], into, "--write")
        file = into / "initiative-1.yaml"
        lines = file.read_text(encoding="utf-8").splitlines()
        for at, line in edits:
            lines[min(at, len(lines) - 1)] = line
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        before = files(into)

        found = imported([row("1", "B", status="Done"), row("2")], into, "--write")

        assert found.exit_code in (0, 1, 2)
        if found.exit_code == 2:
            assert files(into) == before
        assert imported([row("1", "B", status="Done"), row("2")], into).exit_code < 3
