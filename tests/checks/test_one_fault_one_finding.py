"""One fault, one finding: what was not read is no reason to find fault elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from roadmap.checks.run import findings
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.catalogue import words

WHOLE = "title: A title\ncontributes_to: {growth: low}\neffort: 1w\n"
SOUND = {"portfolio": "title: Northwind", "a": WHOLE + "depends_on: []"}


def codes(**files: str) -> list[str]:
    """What is found, but for what is found too where nothing is broken."""
    return [code for code in found(files) if code not in usual()]


@cache
def usual() -> frozenset[str]:
    return frozenset(found(SOUND))


def found(files: Mapping[str, str]) -> list[str]:
    texts = {f"{name}.yaml": text.encode() for name, text in files.items()}
    every = findings(read(Texts(texts), words(), date(2027, 1, 4)))
    return [diagnostic.rule.code for diagnostic in every]


def test_what_a_broken_file_may_hold_is_not_missed() -> None:
    assert codes(a=WHOLE + "depends_on: [ledger]", ledger="title: a: b") == ["RM002"]
    assert codes(a=WHOLE + "depends_on: [ledger]", b="[{id: ledger}") == ["RM002"]


def test_what_no_broken_file_speaks_of_is_missed() -> None:
    assert codes(a=WHOLE + "depends_on: [ledger]", b="[{id: books}") == ["RM101", "RM002"]


def test_what_is_no_mapping_may_have_been_meant_as_the_initiative() -> None:
    assert codes(a=WHOLE + "depends_on: [ledger]", b="[ledger]") == ["RM005"]


def test_a_wrong_value_in_an_initiative_that_is_kept_hides_no_other() -> None:
    told = codes(
        a=WHOLE + "depends_on: [ledger]",
        b=WHOLE + "depends_on: []\nsummary: [ledger]",
        c="[books]",
    )

    assert told == ["RM101", "RM005", "RM005"]


def test_what_waits_for_an_unusable_id_is_not_found_fault_with() -> None:
    assert codes(a=WHOLE + 'depends_on: ["#12"]', b='id: "#12"') == ["RM006"]


def test_an_unusable_id_beside_a_misspelt_one_hides_nothing() -> None:
    text = f'- {{id: "#12"}}\n- {{id: a, {flow()}, depends_on: [ledgre]}}'

    assert codes(a=text) == ["RM006", "RM101"]


def flow() -> str:
    return WHOLE.strip().replace("\n", ", ")


def test_what_waits_for_an_id_that_differs_in_case_is_not_found_fault_with() -> None:
    told = codes(
        a=f"id: ledger\n{WHOLE}depends_on: []",
        b=f"- {{id: Ledger, {flow()}}}\n- {{id: c, {flow()}, depends_on: [Ledger]}}",
    )

    assert told == ["RM007"]


def test_names_of_a_broken_section_are_not_missed() -> None:
    told = codes(
        portfolio="title: Northwind",
        needs="know-my-bill: {importance: 8",
        a=WHOLE + "depends_on: []\noutcomes: {know-my-bill: high}",
    )

    assert told == ["RM002"]


def test_a_section_that_is_no_mapping_misses_nothing() -> None:
    text = WHOLE + "depends_on: []\noutcomes: {know-my-bill: high}"

    assert codes(portfolio="needs: [know-my-bill]", a=text) == ["RM005"]
    assert codes(portfolio="{}", needs="[know-my-bill]", a=text) == ["RM005"]


def test_a_need_that_is_wrongly_described_is_still_there() -> None:
    text = WHOLE + "depends_on: []\noutcomes: {know-my-bill: high}"

    assert codes(portfolio="needs: {know-my-bill: 8}", a=text) == ["RM005"]


def test_names_of_a_section_that_stands_twice_are_not_missed() -> None:
    told = codes(
        portfolio="objectives: {retention: {}}",
        objectives="growth: {}",
        a=WHOLE + "depends_on: []",
    )

    assert told == ["RM008"]


def test_a_second_portfolio_file_is_said_to_be_ignored() -> None:
    texts = {"portfolio.yaml": b"vision: A", "portfolio.yml": b"title: B"}
    was_read = read(Texts(texts), words(), date(2027, 1, 4))

    (fault,) = (
        finding for finding in findings(was_read) if finding.rule.code not in usual()
    )
    assert (fault.rule.code, fault.place) == ("RM008", was_read.diagnostics[0].place)
    assert was_read.portfolio.vision == "A"


def test_a_key_with_a_wrong_value_is_not_missed_as_well() -> None:
    assert (
        codes(a="title: [A]\neffort: soon\ncontributes_to: 5\ndepends_on: x")
        == ["RM005"] * 4
    )
    assert codes(a=WHOLE + "depends_on: []\nmust: {why: law}\ndeadline: soon") == ["RM005"]


def test_a_misspelt_key_is_not_missed_as_well() -> None:
    assert codes(
        a="title: A\neffort: 1w\ndepends_on: []\ncontribute_to: {growth: low}"
    ) == ["RM004"]


def test_what_is_missing_only_because_its_value_was_wrong_is_not_said() -> None:
    portfolio = "teams: {web: {people: 2, away: [{from: soon}, {from: 2027-02-30}]}}"

    assert codes(portfolio=portfolio) == ["RM005", "RM005"]


def test_evidence_that_is_not_there_is_not_called_weak_too() -> None:
    told = codes(
        portfolio="needs: {bill: {importance: 8, satisfaction: 2}}\nevidence: {s: {}}",
        a="title: A\neffort: 1w\ndepends_on: []\n"
        "outcomes: {bill: {confidence: 80%, evidence: [t]}}",
    )

    assert told == ["RM105"]


def test_a_section_that_is_not_there_makes_no_name_wrong() -> None:
    told = codes(
        a=WHOLE + "depends_on: []\noutcomes: {bill: {segments: [s], evidence: [e]}}"
    )

    assert told == ["RM501"]


def test_what_a_dependency_that_is_no_list_may_name_is_not_called_purposeless() -> None:
    ledger = "title: Ledger\neffort: 1w\ndepends_on: []"

    assert codes(a=WHOLE + "depends_on: ledger", ledger=ledger) == ["RM005"]
    assert codes(a=WHOLE + "depends_on: []", ledger=ledger) == ["RM301"]
