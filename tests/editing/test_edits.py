"""A cure replaces exactly what it is about, and leaves every other byte as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.diagnostics import Edit, Place, Span
from roadmap.editing.edits import EMPTY_LIST, edited
from roadmap.reading.tree import tree

IDS = st.sampled_from(["ledger", "pay-12", "x.y", "m/n", "é1", "10", "1e3", "no", "a#b"])
SPACES = st.sampled_from([" ", "  ", "\t"])
ENDS = st.sampled_from(["\n", "\r\n"])
COMMENTS = st.sampled_from(["", "  # why", " #", "  # roadmap: allow[x] 'so' \"be\" it"])
QUOTES = st.sampled_from(["", "'", '"'])


def made(text: str, *edits: Edit) -> str:
    return edited("a.yaml", text.encode(), edits).data.decode()


def value(*route: str | int, to: str = "new", document: int = 0) -> Edit:
    return Edit(Place("a.yaml", route, document), to)


def key(*route: str | int, to: str = "new") -> Edit:
    return Edit(Place("a.yaml", route).key, to)


def none(*route: str | int) -> Edit:
    return value(*route, "depends_on", to=EMPTY_LIST)


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    assert made("a:   old   # old\nb: old\n", value("a")) == "a:   new   # old\nb: old\n"


def test_a_name_in_a_list_is_replaced_once() -> None:
    assert made("a: [old, b, old]", value("a", "old")) == "a: [new, b, old]"
    assert made("a:\n  - b\n  - old\n", value("a", 1)) == "a:\n  - b\n  - new\n"


@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_stay(quote: str) -> None:
    text = f"a: {quote}old{quote} # {quote}\n"

    assert made(text, value("a")) == text.replace("old", "new")


@pytest.mark.parametrize("id", ["10", "1e3", "true", "null", "-3", "a b", "a: b"])
def test_what_would_be_no_text_is_quoted(id: str) -> None:
    assert made("a: old", value("a", to=id)) == f'a: "{id}"'


def test_a_key_is_renamed_and_its_value_stays() -> None:
    assert made("old : {x: 1}  # old\n", key("old")) == "new : {x: 1}  # old\n"


def test_a_key_that_is_there_already_is_not_made_twice() -> None:
    assert made("old: 1\nnew: 2\n", key("old")) == "old: 1\nnew: 2\n"


def test_a_key_and_a_value_below_it_are_both_mended() -> None:
    edits = (key("old"), value("old", "a"), value("old", 1, to="c"))

    assert made("old: [a, b]", *edits) == "new: [new, c]"


def test_one_impossible_edit_does_not_keep_the_others() -> None:
    edits = (key("old"), value("new", to="x"), value("a"), value("nowhere", "at", "all"))

    assert made("old: 1\nnew: 2\na: 3\n", *edits) == "old: 1\nnew: x\na: new\n"


def test_what_an_alias_means_elsewhere_is_not_changed_with_it() -> None:
    text = "a: &x old\nb: *x\n"

    assert made(text, value("a")) == text
    assert made(text, value("b")) == text


def test_a_block_of_text_is_left_alone() -> None:
    assert made("a: |\n  old\n", value("a")) == "a: |\n  old\n"


def test_the_second_document_is_mended_in_its_place() -> None:
    text = "a: old\n---\na: old\n"

    assert made(text, value("a", document=1)) == "a: old\n---\na: new\n"


def test_a_word_of_a_comment_is_replaced() -> None:
    text = "a: 1  # roadmap: allow[old]\n"
    place = Place("a.yaml", span=Span(1, 24, 1, 27))

    assert made(text, Edit(place, "new")) == text.replace("old", "new")


def test_broken_files_are_left_alone() -> None:
    for text in ("a: b: c", "a: [", "\0"):
        assert made(text, value("a")) == text
    assert edited("a.yaml", b"a: \xff", [value("a")]).data == b"a: \xff"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a\n", "id: a\ndepends_on: []\n"),
        ("id: a", "id: a\ndepends_on: []"),
        ("id: a\r\nb: 1\r\n", "id: a\r\nb: 1\r\ndepends_on: []\r\n"),
        ("id: a  # it\n# end\n", "id: a  # it\ndepends_on: []\n# end\n"),
        (
            "id: a\nb:\n  - c\n  - {d: e}\n",
            "id: a\nb:\n  - c\n  - {d: e}\ndepends_on: []\n",
        ),
        ("id: a\nb: >-\n  c\n\n", "id: a\ndepends_on: []\nb: >-\n  c\n\n"),
        ("id: a\nb:\n", "id: a\nb:\ndepends_on: []\n"),
        ("id: a\nb: c\n  d\n", "id: a\nb: c\n  d\ndepends_on: []\n"),
        ("{id: a}  # it\n", "{id: a, depends_on: []}  # it\n"),
        ("{id: a,}", "{id: a, depends_on: [],}"),
        ("{}", "{depends_on: []}"),
        ("\ufeffid: a\n", "\ufeffid: a\ndepends_on: []\n"),
        ("depends_on:\nid: a\n", "depends_on: []\nid: a\n"),
        ("depends_on: ~  # soon\n", "depends_on: []  # soon\n"),
        ("- 1\n", "- 1\n"),
    ],
)
def test_a_key_that_nobody_wrote_is_added_behind_the_others(
    before: str, after: str
) -> None:
    assert made(before, none()) == after


def test_each_item_of_a_list_gets_its_own() -> None:
    text = "- id: a\n  b: 1\n-   id: c\n- {id: d}\n"

    assert made(text, none(0), none(1), none(2)) == (
        "- id: a\n  b: 1\n  depends_on: []\n-   id: c\n    depends_on: []\n"
        "- {id: d, depends_on: []}\n"
    )


@st.composite
def files(draw: st.DrawFn) -> tuple[str, int]:
    """A list of dependencies in any style, and which of them is misspelt."""
    names = draw(st.lists(IDS, min_size=1, max_size=4))
    end, quote = draw(ENDS), draw(QUOTES)
    quoted = [f"{quote}{name}{quote}" for name in names]
    which = draw(st.integers(0, len(names) - 1))
    head = f"title: A{draw(COMMENTS)}{end}depends_on:"
    if draw(st.booleans()):
        inner = f",{draw(SPACES).strip(chr(9)) or ' '}".join(quoted)
        return f"{head} [{inner}]{draw(COMMENTS)}{end}", which
    items = "".join(f"  -  {name}{draw(COMMENTS)}{end}" for name in quoted)
    return f"{head}{draw(COMMENTS)}{end}{items}effort: 2w{draw(COMMENTS)}{end}", which


@given(files(), IDS)
def test_nothing_but_the_span_changes_and_twice_changes_nothing(
    file: tuple[str, int], wanted: str
) -> None:
    text, which = file
    edit = value("depends_on", which, to=wanted)
    result = edited("a.yaml", text.encode(), [edit])
    after = result.data.decode()
    before, now = tree("a.yaml", text.encode()), tree("a.yaml", after.encode())
    same = [i for i, name in enumerate(before.documents[0]["depends_on"]) if i != which]

    assert now.documents[0]["depends_on"][which] == wanted
    assert now.documents[0].keys() == before.documents[0].keys()
    assert all(
        now.documents[0]["depends_on"][i] == before.documents[0]["depends_on"][i]
        for i in same
    )
    assert (
        sum(a != b for a, b in zip(text.splitlines(), after.splitlines(), strict=True)) <= 1
    )
    assert edited("a.yaml", after.encode(), [edit]).data.decode() == after
