"""Values are set in exact places: the rest of a file stays as it is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.diagnostics import Place, Step
from roadmap.editing.values import with_values
from roadmap.reading.tree import tree

FILE = "a.yaml"


def changed(text: str, *settings: tuple[tuple[Step, ...], Any], document: int = 0) -> str:
    wanted = [(Place(FILE, route, document), value) for route, value in settings]
    made = with_values(FILE, text.encode(), wanted)
    assert made is not None
    return made.decode()


@pytest.mark.parametrize(
    ("before", "route", "value", "after"),
    [
        ("title: A  # ours\n", ("title",), "B: b", 'title: "B: b"  # ours\n'),
        ("title: 'A'\nstatus: idea\n", ("title",), "B", "title: B\nstatus: idea\n"),
        ("title: A\n", ("status",), "idea", "title: A\nstatus: idea\n"),
        ("title: A", ("status",), "idea", "title: A\nstatus: idea"),
        ("a: 1\r\nb: 2\r\n", ("c",), 3, "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("title: A\nstatus: idea # no\nb: c\n", ("status",), None, "title: A\nb: c\n"),
        ("a: {b: 1, c: 2}\n", ("a", "b"), None, "a: {c: 2}\n"),
        ("a: {b: 1, c: 2}\n", ("a", "c"), None, "a: {b: 1}\n"),
        ("a: {b: 1}\n", ("a", "c"), [1, "x"], "a: {b: 1, c: [1, x]}\n"),
        ("a:\nb: 1\n", ("a",), "c", "a: c\nb: 1\n"),
        ("a: |\n  long\n  text\nb: 1\n", ("a",), "c", "a: c\nb: 1\n"),
        ("a:\n  - b # why\n  - c\n", ("a",), ["b", "d"], "a:\n  - b # why\n  - d\n"),
        ("a:\n- b\n- c\n", ("a",), ["c"], "a:\n- c\n"),
        ("a:\n- b\n- c\nd: 1\n", ("a",), ["e"], "a: [e]\nd: 1\n"),
        ("a: [b, c]\n", ("a",), ["c"], "a: [c]\n"),
        ("- {id: a}\n- {id: b}\n", (1, "id"), "c", "- {id: a}\n- {id: c}\n"),
        ("a: 1\nx-source:\n  k: 1\n", ("b",), 2, "a: 1\nb: 2\nx-source:\n  k: 1\n"),
        ("x-source:\n  last:\n    a: 1\n", ("x-source", "last", "b"), 2,
         "x-source:\n  last:\n    a: 1\n    b: 2\n"),
        ("x-source:\n  k: 1\n", ("x-source", "last", "b"), 2,
         "x-source:\n  k: 1\n  last: {b: 2}\n"),
    ],
)  # fmt: skip
def test_one_value_changes_and_nothing_else(
    before: str, route: tuple[Step, ...], value: Any, after: str
) -> None:
    assert changed(before, (route, value)) == after


def test_several_values_of_a_missing_mapping_come_as_one() -> None:
    routes = [("x-source", "last", name) for name in "ab"]

    made = changed("x-source:\n  k: 1\n", *((route, 1) for route in routes))

    assert made == "x-source:\n  k: 1\n  last: {a: 1, b: 1}\n"


def test_a_value_in_another_document_is_set_there() -> None:
    assert changed("a: 1\n---\na: 2\n", (("a",), 3), document=1) == "a: 1\n---\na: 3\n"


def test_a_byte_order_mark_stays() -> None:
    assert changed("\ufefftitle: A\n", (("title",), "B")) == "\ufefftitle: B\n"


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("a: &x 1\nb: *x\n", ("b",)),
        ("title: [\n", ("title",)),
        ("- a\n", ("title",)),
    ],
)
def test_what_cannot_be_set_alone_is_left_alone(text: str, route: tuple[Step, ...]) -> None:
    assert with_values(FILE, text.encode(), [(Place(FILE, route), "new")]) is None


texts = st.text(max_size=8).filter(str.isprintable)
values = texts | st.integers(0, 99) | st.lists(texts, min_size=1, max_size=3)
names = st.sampled_from(["title", "status", "tags", "links", "owner"])


@given(
    st.dictionaries(names, values, min_size=1),
    st.dictionaries(names, st.none() | values, max_size=3),
    st.booleans(),
)
def test_a_file_says_what_was_set_and_all_else_as_before(
    before: dict[str, Any], wanted: dict[str, Any], in_block: bool
) -> None:
    from roadmap.reading.yaml_text import yaml_value

    lines = []
    for key, value in before.items():
        if in_block and isinstance(value, list):
            lines += [f"{key}:", *(f"  - {yaml_value(each)}  # why" for each in value)]
        else:
            lines.append(f"{key}: {yaml_value(value)}  # kept")
    text = "\n".join([*lines, "x-own: 1", ""])

    made = with_values(
        FILE, text.encode(), [(Place(FILE, (key,)), value) for key, value in wanted.items()]
    )

    assert made is not None
    expected = {**before, **wanted, "x-own": 1}
    said = {key: value for key, value in expected.items() if value is not None}
    assert tree(FILE, made).documents == [said]
