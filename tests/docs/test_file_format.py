from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from roadmap.diagnostics import Diagnostic
from roadmap.model.amounts import Range
from roadmap.model.initiative import Status
from roadmap.model.words import Words
from roadmap.reading import scalars
from roadmap.reading.ids import complaint
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.parsed import ParsedFiles
from roadmap.reading.portfolio_file import SECTIONS, PortfolioFile
from roadmap.reading.published import PublishedFile
from roadmap.reading.read import PortfolioReader, read
from roadmap.reading.record import Key as Known
from roadmap.reading.record import Record
from roadmap.reading.refusals import Unreadable
from roadmap.reading.refused import DEEPEST, MOST_IN_FILE
from roadmap.reading.scalars import Terms
from roadmap.reading.scenario_file import ScenarioFile
from roadmap.reading.scenarios import scenarios
from roadmap.reading.sources import LARGEST, Texts
from roadmap.reading.stamps import stamp
from roadmap.reading.unfolding import MOST_VALUES
from roadmap.scoring.catalogue import words
from roadmap.scoring.constants import BALANCE, SETTLED
from tests.answers import answer
from tests.docs import framework_keys
from tests.docs.markdown import Row, blocks, code, section, tables, text_of
from tests.docs.schema_keys import Key, keys, names, normal

TEXT = text_of("docs/file-format.md")
TODAY = date(2027, 1, 4)
FILES: dict[str, tuple[str, type[Record], str]] = {
    "an initiative": ("bill-forecast.yaml", InitiativeFile, "### An initiative"),
    "the portfolio": ("portfolio.yaml", PortfolioFile, "### portfolio.yaml"),
    "what was published": ("published.yaml", PublishedFile, "### published.yaml"),
    "a scenario": ("scenarios/more.yaml", ScenarioFile, "### A scenario"),
}
BATTERY = b"{title: A battery, outcomes: {calm: high}, depends_on: [], effort: 2w}"
BESIDE = {
    "published.yaml": {"portfolio.yaml": b""},
    "scenarios/more.yaml": {
        "portfolio.yaml": b"teams: {data: {people: 2}}",
        "neighbourhood-battery.yaml": BATTERY,
        "scenarios/more-people.yaml": b"title: More people",
    },
}


@cache
def rows_of(kind: str) -> dict[str, Row]:
    (found,) = tables(section(TEXT, FILES[kind][2]))
    assert len({row[0] for row in found}) == len(found)
    return {normal(code(row[0])[0]): row for row in found}


@cache
def known(kind: str) -> dict[str, Key]:
    return keys(FILES[kind][1])


@pytest.mark.parametrize("kind", FILES)
def test_every_key_has_a_row_and_every_row_a_key(kind: str) -> None:
    documented = set(rows_of(kind))
    assert known(kind).keys() - documented == set()
    assert documented - known(kind).keys() - names(FILES[kind][1]) == set()


@pytest.mark.parametrize("kind", FILES)
def test_a_row_says_what_the_reader_knows_of_its_key(kind: str) -> None:
    for path, (_, meaning, type_, _, default, _) in rows_of(kind).items():
        assert meaning, path
        assert type_, path
        assert default or path == "id", path
        key = known(kind).get(path)
        if key is None:
            continue
        assert key.required == (default == "required"), path
        assert set(key.choices) <= set(code(type_)), path
        assert key.default is None or default == f"`{key.default}`", path


def test_the_schema_explains_every_key_as_the_page_does() -> None:
    said: dict[int, tuple[Known, set[tuple[str, str]]]] = {}
    for kind in FILES:
        rows = rows_of(kind)
        for path, key in known(kind).items():
            meaning, example = rows[path][1], code(rows[path][5])[0]
            said.setdefault(id(key.known), (key.known, set()))[1].add((meaning, example))
    for known_key, written in said.values():
        assert (known_key.help, known_key.example) in written


@pytest.mark.parametrize("kind", FILES)
def test_the_example_of_a_row_is_read_without_a_finding(kind: str) -> None:
    name, examples = FILES[kind][0], rows_of(kind)
    for path in examples:
        text = _file(path, examples, known(kind))
        files = {**BESIDE.get(name, {}), name: text.encode()}
        found = findings(Texts(files))
        assert [diagnostic.message for diagnostic in found] == [], text


def findings(texts: Texts) -> list[Diagnostic]:
    """What reading finds in a portfolio, and in each of its scenarios."""
    reader = PortfolioReader(ParsedFiles(texts), Words(), TODAY)
    known = scenarios(reader.files)
    under = (reader.read(known.overlay(name)) for name in known.known)
    return [*reader.read().diagnostics, *(it for made in under for it in made.diagnostics)]


def _file(path: str, examples: dict[str, Row], known: dict[str, Key]) -> str:
    """A file that holds the example of a row and whatever must stand beside it."""
    text = _example(path, examples)
    while "." in path:
        above, _, key = path.rpartition(".")
        beside = {} if key == "*" else {key: text}
        for other, each in known.items():
            if each.required and other.rpartition(".")[0] == above:
                beside.setdefault(other.rpartition(".")[2], _example(other, examples))
        inside = ", ".join(f"{name}: {value}" for name, value in beside.items())
        text = f"{{{inside}}}" if beside else f"{{a-name: {text}}}"
        path = above
        if path.endswith("[]"):
            path, text = path.removesuffix("[]"), f"[{text}]"
    return f"{path}: {text}\n"


def _example(path: str, examples: dict[str, Row]) -> str:
    (found,) = code(examples[path][5])
    return found


def test_what_frameworks_declare_stands_in_the_page_as_declared() -> None:
    if os.environ.get("ROADMAP_REWRITE"):
        framework_keys.rewrite()

    assert framework_keys.written() == framework_keys.tables(), "`make rewrite` renews it"


def test_the_examples_of_framework_keys_are_read_without_a_finding() -> None:
    files = ("portfolio.yaml", "bill-forecast.yaml")
    for file, table in zip(files, tables(framework_keys.written()), strict=True):
        for row in table:
            (path,), (example,) = code(row[0]), code(row[5])
            *above, key = path.split(".")
            text = f"{key}: {example}"
            for step in reversed(above):
                text = f"{step}: {{{text}}}"
            found = read(Texts({file: text.encode()}), words(), TODAY)
            assert [diagnostic.message for diagnostic in found.diagnostics] == [], text


def _id(text: object) -> None:
    assert complaint(str(text)) is None


TERMS = Terms(sizes={"M": Range(Fraction(15), Fraction(15))})
READERS: dict[str, Callable[[object], object]] = {
    "duration": lambda text: scalars.duration(text, TERMS),
    "work": lambda text: scalars.estimate(text, TERMS),
    "percentage": scalars.share,
    "share": scalars.share_range,
    "impact": scalars.impact,
    "confidence": scalars.confidence,
    "gain": scalars.gain,
    "date": lambda text: scalars.period(text, TERMS),
    "date or range": lambda text: scalars.earliest(text, TERMS),
    "spread": scalars.spread,
    "date or time": lambda text: stamp(text, TERMS),
    "id": _id,
    "money": lambda text: float(str(text)),
}


def values() -> dict[str, Row]:
    (found,) = tables(section(TEXT, "## How to write values"))
    return {row[0]: row for row in found}


def test_every_way_of_writing_a_value_is_read() -> None:
    assert values().keys() == READERS.keys()
    for kind, row in values().items():
        for text in code(row[1]):
            READERS[kind](text)


def test_a_range_counts_as_the_page_says() -> None:
    weeks = [scalars.estimate(text, TERMS).middle / 5 for text in code(values()["work"][1])]
    assert [float(round(week, 2)) for week in weeks] == [6, 3.5, 3.33, 3.5, 3]


@pytest.mark.parametrize("kind", ["impact", "confidence"])
def test_words_count_as_the_page_says(kind: str) -> None:
    said = dict(re.findall(r"`(\w+)` (\d+) %", values()[kind][2]))
    counted = getattr(SETTLED, kind)
    assert said == {word: str(share * 100) for word, share in counted.items()}


def test_quarters_of_a_fiscal_year_are_those_that_the_page_says() -> None:
    terms = Terms(fiscal_year_starts=4)
    first, last = scalars.period("2027-Q1", terms), scalars.period("2027-Q4", terms)
    assert (first.first, first.last) == (date(2027, 4, 1), date(2027, 6, 30))
    assert (last.first, last.last) == (date(2028, 1, 1), date(2028, 3, 31))


def durations() -> list[Row]:
    return next(
        table for table in tables(section(TEXT, "## Effort and time")) if len(table[0]) == 5
    )


@pytest.mark.parametrize("row", durations(), ids=lambda row: row[4])
def test_work_takes_as_long_as_the_page_says(row: Row) -> None:
    (shared,), (stated,) = code(row[0]), code(row[1])
    bare = shared[1:-1] if shared.startswith("{") else shared
    found = answer(
        "plan",
        {"portfolio.yaml": f"{{start: 2027-01-04, {bare}}}", "work.yaml": stated},
    )
    (planned,) = found["initiatives"]
    assert (planned["start"], planned["end"]) == (row[2], row[3])


ONE_AT_A_TIME = (
    "{start: 2027-01-04, framework: value-effort, teams: {web: {people: 2, at_once: 1}}}"
)


def orders() -> list[Any]:
    text = section(TEXT, "## Effort and time")
    results = [table for table in tables(text) if len(table[0]) == 3]
    return [
        pytest.param(block.text, table, id=code(table[0][0])[0])
        for block, table in zip(blocks(text), results, strict=True)
    ]


@pytest.mark.parametrize(("initiatives", "table"), orders())
def test_the_order_is_the_one_that_the_page_says(
    initiatives: str, table: list[Row]
) -> None:
    files = {"portfolio.yaml": ONE_AT_A_TIME, "all.yaml": initiatives}
    found = answer("plan", files)["initiatives"]
    planned = {row["id"]: (row["start"], row["end"]) for row in found}
    assert planned == {code(row[0])[0]: (row[1], row[2]) for row in table}


def test_the_limits_are_those_that_the_page_says() -> None:
    mistakes = section(TEXT, "## What happens to mistakes")
    assert f"{LARGEST // 2**20} MiB" in mistakes
    assert f"deeper than {DEEPEST} levels" in mistakes
    assert f"expand into more than {MOST_VALUES:,} values" in mistakes
    assert f"more than {MOST_IN_FILE:,} values (keys" in mistakes
    assert f"at most {scalars.MOST_WEEKS} weeks" in values()["duration"][2]


def test_years_are_those_that_the_page_says() -> None:
    first, last = re.findall(r"years (\d+) to (\d+)", values()["date"][2])[0]
    for year, beyond in ((first, int(first) - 1), (last, int(last) + 1)):
        scalars.period(f"{year}-06", TERMS)
        with pytest.raises(Unreadable):
            scalars.period(f"{beyond}-06", TERMS)


def test_the_page_names_every_section_that_may_have_a_file_of_its_own() -> None:
    files = section(TEXT, "## Where to put files")
    assert {f"{name}.yaml" for name in SECTIONS} <= set(code(files))


def test_the_page_says_of_every_status_what_it_means() -> None:
    (found,) = tables(section(TEXT, "## Status"))
    assert [code(row[0])[0] for row in found] == list(Status)


def test_balance_is_what_the_page_says_where_nobody_says() -> None:
    said = rows_of("the portfolio")
    assert {key: int(said[f"balance.{key}"][4]) for key in BALANCE} == BALANCE


def test_the_example_of_three_keys_is_read_and_planned() -> None:
    (block,) = blocks(section(TEXT, "## Start with three keys"))
    (planned,) = answer("plan", {"bill-forecast.yaml": block.text})["initiatives"]
    assert (planned["id"], planned["effort"]) == ("bill-forecast", 6)
    assert planned["end"] is not None
