"""Whatever the files hold, they are read: a portfolio, and findings with places."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmap.checks.run import findings
from roadmap.diagnostics import Diagnostic, Severity
from roadmap.reading import initiative_file, portfolio_file
from roadmap.reading.findings import located_findings
from roadmap.reading.located import Files
from roadmap.reading.read import Read, read
from roadmap.reading.record import Record
from roadmap.reading.sources import Texts
from roadmap.scoring.catalogue import words

EXAMPLE = Path(__file__).parents[2] / "initiatives"
VALID = sorted(path.read_text(encoding="utf-8") for path in EXAMPLE.rglob("*.yaml"))
FORMAT = (vars(initiative_file) | vars(portfolio_file)).values()
RECORDS = [each for each in FORMAT if isinstance(each, type) and issubclass(each, Record)]
KEYS = sorted(
    {name for record in RECORDS for name in record.KEYS}
    | {"customer-value", "value-effort", "rice", "x-own"}
)
WORDS = (
    "2w 2w..5w 5w..2w 1q 60% 120% high -low massive 2027-06-30 2027-Q2 2027-02-30 idea "
    "in_progress dropped law survey commercial mon a b A know-my-bill web data #12 Größe"
)
VALUES = WORDS.split()


def judged(**files: bytes) -> tuple[Read, list[Diagnostic]]:
    """What is read and found; every place and fingerprint looked up on the way."""
    texts = {f"{name}.yaml": data for name, data in files.items()}
    was_read = read(Texts(texts), words(), date(2027, 1, 4))
    opened = Files(was_read.sources)
    found = list(findings(was_read, files=opened))
    every = located_findings(opened, found, "portfolio.yaml")
    for where in (at for finding in every for at in (finding.at, *dict(finding.related))):
        assert where.span is None or where.span.line >= 1
        assert where.span is None or where.span.column >= 1
        assert len(where.lines) <= 3
    assert len({finding.fingerprint for finding in every}) == len(found)
    return was_read, found


def errors(**files: bytes) -> list[str]:
    _, found = judged(**files)
    return [
        diagnostic.rule.code
        for diagnostic in found
        if diagnostic.severity is Severity.ERROR
    ]


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(VALUES)
)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYS + VALUES) | st.text(max_size=4), inner, max_size=6
        )
    ),
    max_leaves=30,
)


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_arbitrary_bytes_are_read(portfolio: bytes, initiative: bytes) -> None:
    judged(portfolio=portfolio, initiative=initiative)


@given(st.text(alphabet=st.sampled_from("ab:-?[]{},&*!|>'\"%#~ \n\t0."), max_size=60))
def test_arbitrary_punctuation_is_read(text: str) -> None:
    judged(portfolio=text.encode(), a=text.encode(), needs=text.encode())


@given(trees, trees, trees)
@example({"\0mapping": 1, "outcomes": {"\0list": {"\0": [1]}}}, {"\0": 1}, None)
def test_arbitrary_trees_are_read(portfolio: Any, initiatives: Any, needs: Any) -> None:
    judged(portfolio=flow(portfolio), initiatives=flow(initiatives), needs=flow(needs))


def flow(tree: Any) -> bytes:
    """A tree as JSON, which is YAML."""
    return json.dumps(tree, allow_nan=True).encode("utf-8", "surrogatepass")


@given(st.sampled_from(VALID), st.randoms(use_true_random=False))
def test_mutated_files_are_read(text: str, dice: random.Random) -> None:
    mutated = text
    for _ in range(dice.randint(1, 4)):
        mutated = mutation(mutated, dice)

    judged(portfolio=mutated.encode(), initiative=mutated.encode())


def mutation(text: str, dice: random.Random) -> str:
    """A text with a line lost, doubled, moved in or out, or a word replaced."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    match dice.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(dice.randrange(len(lines)), lines[at])
        case 2:
            lines[at] = "  " + lines[at]
        case 3:
            lines[at] = lines[at].replace(":", dice.choice(["", " :", ": -", ": {", "::"]))
        case _:
            before, sep, _ = lines[at].partition(": ")
            lines[at] = before + sep + dice.choice(VALUES + KEYS)
    return "\n".join(lines)


BOMBS = {
    "brackets": b"[" * 60_000,
    "braces": b"{a: " * 60_000,
    "dashes": b"- " * 25_000,
    "questions": b"? " * 25_000,
    "dashes after a carriage return": b"a:\r" + b"- " * 25_000,
    "dashes after a line separator": "a:\u2028".encode() + b"- " * 25_000,
    "indentation": b"".join(b" " * depth + b"a:\n" for depth in range(2_000)),
    "brackets and a control character": b"[" * 300 + b"\x01",
    "laughs": b"a: &a [x, x, x, x, x, x, x, x, x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (at, at, b",".join([b"*%c" % (at - 1)] * 9))
        for at in range(ord("b"), ord("k"))
    ),
    "a ladder of aliases": b"a0: &a0 [x]\n"
    + b"".join(b"a%d: &a%d [*a%d]\n" % (n, n, n - 1) for n in range(1, 1500)),
    "an alias of itself": b"a: &a [*a]\n",
    "a key that is an alias of itself": b"&a {*a : 1}\n",
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("file", ["portfolio", "initiative"])
def test_a_bomb_is_a_finding(name: str, file: str) -> None:
    assert set(errors(**{file: BOMBS[name]})) <= {"RM001", "RM002"}
    assert errors(**{file: BOMBS[name]})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("id: a\n".encode("utf-16"), "RM001"),
        ("title: Größe\n".encode("latin-1"), "RM001"),
        (b"title: a\0b\n", "RM001"),
        (b"title: a\x01b\n", "RM002"),
        (b"a: *unknown\n", "RM002"),
        (b"!!python/object:os.system {}\n", "RM005"),
        (b"title: !secret x\n", "RM005"),
        (b"{[a]: b}\n", "RM005"),
        (b"%YAML 1.1\n%YAML 1.1\n---\na: b\n", "RM002"),
        (b"must: {why: law, why: safety}\ndeadline: 2027-12\n", "RM003"),
        (b"<<: {title: a}\n", "RM004"),
        (b"cost: 1e400\n", "RM005"),
        (b"cost: .inf\n", "RM005"),
        (b"cost: .nan\n", "RM005"),
        (b"cost: " + b"9" * 5_000, "RM005"),
        (b"cost: -0.0001\n", "RM005"),
        (b"effort: 99999999999999w\n", "RM005"),
        (b"deadline: 9999-12-31\n", "RM005"),
        (b"deadline: 0000-00-00\n", "RM005"),
        ("id: Gro\u0308\u00dfe\n".encode(), "RM006"),
        (b"id: '#12'\n", "RM006"),
        (b"id: ''\n", "RM006"),
        (b'id: "a\\0b"\n', "RM006"),
    ],
)
def test_what_cannot_be_used_is_one_error(data: bytes, code: str) -> None:
    assert errors(initiative=data) == [code]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n# nothing but a comment\n",
        b"---\n---\n...\n",
        b"~\n",
        b"[]\n",
        b"\xef\xbb\xbftitle: A\r\neffort: 2w\r\n",
        b"title: A\reffort: 2w\r",
        b"title:\n",
        b"id: 12\n",
        b"title: 2027\n",
        b"title: no\n",
        b"title: '[/]'\n",
        "title: Größe 🌍\n".encode(),
        b"cost: 1e3\n",
        b"cost: 1.50\n",
        b"&a {title: A, tags: &t [b, c], summary: d}\n",
    ],
)
def test_what_is_odd_but_right_is_no_error(data: bytes) -> None:
    assert errors(initiative=data) == []


def test_ten_thousand_wrong_items_are_all_found_at_once() -> None:
    items = ", ".join(["soon"] * 10_000)

    assert errors(portfolio=f"holidays: [{items}]".encode()) == ["RM005"] * 10_000
