"""Files that other people and other tools write: read as meant, or told apart."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.cli.load import words
from roadmap.reading.comments import comments
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Texts
from roadmap.reading.tree import tree

PORTFOLIO = b"title: P\nvision: v\nstart: 2027-01-04\n"


def portfolio(files: dict[str, str | bytes]) -> Read:
    texts = {
        name: text.encode() if isinstance(text, str) else text
        for name, text in files.items()
    }
    return read(Texts(texts), words(), date(2027, 1, 4))


def said(found: Read) -> list[str]:
    return [diagnostic.message for diagnostic in found.diagnostics]


@pytest.mark.parametrize("name", ["a.YAML", "a.Yml", "a.yAmL"])
def test_an_ending_counts_in_any_case(name: str) -> None:
    assert portfolio({name: "title: A\n"}).portfolio.initiatives.keys() == {"a"}


def test_the_portfolio_and_its_sections_are_found_in_any_case_of_their_ending() -> None:
    found = portfolio({"portfolio.YAML": PORTFOLIO, "teams.YML": "web: {people: 2}\n"})

    assert found.portfolio.title == "P"
    assert found.portfolio.teams.keys() == {"web"}


@pytest.mark.parametrize(
    ("escaped", "meant"),
    [
        (r"Launch \ud83d\ude80", "Launch 🚀"),
        (r"\uD83D\uDE80 to the moon", "🚀 to the moon"),
        (r"a \ud83d\ude80 b \ud83d\ude80", "a 🚀 b 🚀"),
        (r"\\ud83d", r"\ud83d"),
    ],
)
def test_json_that_spells_a_character_as_two_escapes_is_read(
    escaped: str, meant: str
) -> None:
    found = tree("a.yaml", f'{{"title": "{escaped}", "effort": "1w"}}'.encode())

    assert found.faults == []
    assert found.documents == [{"title": meant, "effort": "1w"}]


def test_half_a_pair_is_an_error_that_says_so() -> None:
    (fault,) = tree("a.yaml", rb'{"title": "\ud83d"}').faults

    assert "both halves" in fault.cure


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: A{}B\n", "A{}B"),
        ("# a{}b\ntitle: A\n", "A"),
        ("title: |-\n  a{}b\n", "a{}b"),
        ('title: "a{} b"\n', "a{} b"),
        ("title: \ue000{}\n", "\ue000{}"),
    ],
)
def test_what_only_yaml_1_1_takes_for_a_line_break_is_text(
    text: str, title: str, sign: str
) -> None:
    found = tree("a.yaml", text.format(sign).encode())

    assert found.faults == []
    assert found.documents == [{"title": title.format(sign)}]


def test_a_file_of_another_tool_is_one_error_and_no_work() -> None:
    found = portfolio(
        {"site.yml": "services: {web: 1}\nvolumes: []\n", "a.yaml": "title: A\n"}
    )

    assert found.portfolio.initiatives.keys() == {"a"}
    assert said(found) == ["holds no initiative: none of its keys is known"]


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nkind: Pod\nmetadata: {}\n",
        "version: 2\nupdates: []\n",
        "parent: ../base\nscripts: {}\n",
    ],
)
def test_a_key_that_many_tools_have_does_not_make_an_initiative(text: str) -> None:
    assert said(portfolio({"tool.yaml": text})) == [
        "holds no initiative: none of its keys is known"
    ]


def test_a_mapping_of_nothing_but_such_keys_is_an_initiative() -> None:
    found = portfolio({"a.yaml": "kind: bug\npriority: P1\n"})

    assert found.portfolio.initiatives.keys() == {"a"}


@pytest.mark.parametrize("key", ["initiatives", "items", "tracks", "milestones"])
def test_a_list_under_a_key_is_one_error_and_no_work(key: str) -> None:
    found = portfolio(
        {"all.yaml": f"{key}:\n  - {{id: a, title: A}}\n  - {{id: b, title: B}}\n"}
    )

    assert found.portfolio.initiatives == {}
    assert said(found) == [f"a list of initiatives is under `{key}`; none of them is read"]


@pytest.mark.parametrize("text", ["titel: A\n", "x-note: mine\n", "title: A\nfoo: 1\n"])
def test_a_slip_or_a_key_of_ones_own_is_still_an_initiative(text: str) -> None:
    assert portfolio({"a.yaml": text}).portfolio.initiatives.keys() == {"a"}


def test_of_files_with_one_name_the_help_says_which_id_to_add() -> None:
    found = portfolio(
        {"1-login/initiative.yaml": "title: A\n", "2-pay/initiative.yaml": "title: B\n"}
    )

    assert [diagnostic.cure for diagnostic in found.diagnostics] == [
        "add `id: 2-pay`, as several files have this name"
    ]


def test_what_aliases_expand_to_is_counted_over_all_files() -> None:
    nest = "a: &a [1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\n"
    nest += "c: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c]\n"
    found = portfolio(
        {
            f"{n}.yaml": f"title: T\nx-n:\n  {nest.replace(chr(10), chr(10) + '  ')}"
            for n in range(60)
        }
    )

    assert "aliases expand to more than 200,000 values" in said(found)


def test_comments_in_a_row_are_all_about_the_line_below_them() -> None:
    text = "# roadmap: one\n\n# other\n# roadmap: two\ntitle: A  # roadmap: three\n"

    assert [(comment.text, comment.line) for comment in comments(text.encode())] == [
        ("one", 5),
        ("two", 5),
        ("three", 5),
    ]


def test_a_key_that_stands_often_is_reported_against_its_first() -> None:
    found = tree("a.yaml", b"a: 1\nb: 2\na: 3\na: 4\n")

    assert found.documents == [{"a": 1, "b": 2}]
    assert [
        fault.related[0][0].span.line for fault in found.faults if fault.related[0][0].span
    ] == [1, 1]
