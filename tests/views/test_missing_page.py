"""`list --missing`: what would improve the roadmap most comes first."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from tests.answers import answer, run
from tests.docs.markdown import ROOT

NEEDS = "needs:\n  calm: {importance: 8, satisfaction: 2}\n"
GREAT = "title: Great\noutcomes: {calm: massive}\neffort: 2w\ndepends_on: [base]\n"
FILES = {
    "portfolio.yaml": f"start: 2027-01-04\n{NEEDS}",
    "great.yaml": GREAT,
    "base.yaml": "title: Base\neffort: 1w\n",
    "small.yaml": "title: Small\noutcomes: {calm: minimal}\ndepends_on: []\n",
    "bare.yaml": "title: Bare\n",
}


def missing(files: dict[str, str]) -> list[tuple[str, list[str]]]:
    told = answer("list", files, "--missing")["missing"]
    return [(each["id"], each["missing"]) for each in told]


def test_the_greatest_value_at_stake_comes_first() -> None:
    assert missing(FILES) == [
        ("base", ["dependencies"]),
        ("small", ["effort"]),
        ("bare", ["need", "effort", "dependencies"]),
    ]


def test_without_any_value_what_unblocks_most_comes_first() -> None:
    files = {
        "a.yaml": "title: A\n",
        "b.yaml": "title: B\n",
        "c.yaml": "title: C\ndepends_on: [b]\n",
    }

    assert [id for id, _ in missing(files)] == ["b", "a", "c"]
    assert "Nothing has a value yet" in run("list", files, "--missing").stdout


def test_a_need_that_nobody_surveyed_is_missing() -> None:
    files = {"a.yaml": "title: A\noutcomes: {calm: high}\neffort: 1w\ndepends_on: []\n"}

    assert missing(files) == [("a", ["survey"])]


def test_what_says_everything_lacks_nothing() -> None:
    files = FILES | {"base.yaml": "title: Base\neffort: 1w\ndepends_on: []\n"}
    del files["small.yaml"], files["bare.yaml"]

    assert missing(files) == []
    assert "says what the roadmap needs" in run("list", files, "--missing").stdout


def test_what_is_done_needs_nothing_more() -> None:
    assert missing({"a.yaml": "title: A\nstatus: delivered\n"}) == []


def test_the_contract_of_json_is_kept() -> None:
    schema = json.loads((ROOT / "docs" / "output.schema.json").read_text(encoding="utf-8"))

    told = answer("list", FILES, "--missing")

    assert [*Draft202012Validator(schema).iter_errors(told)] == []


def test_a_long_list_is_folded_until_all_of_it_is_asked_for() -> None:
    files = {f"{number:02}.yaml": f"title: No {number}\n" for number in range(50)}

    folded, whole = (run("list", files, "--missing", *more) for more in ((), ("--all",)))

    assert "And 10 more (--all)." in folded.stdout
    assert folded.stdout.count("No ") == 40
    assert whole.stdout.count("No ") == 50
