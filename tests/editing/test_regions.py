from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from roadmap.cli.region_faults import fault_text
from roadmap.editing.lines import file_lines, newline_of
from roadmap.editing.regions import regions, replaced

START, END = "<!-- roadmap:start {} -->", "<!-- roadmap:end {} -->"
TEXT = (
    "# Title", "words, *words*", "", "  ", "- item", "> quote", "漢字 👩\u200d🚀", "a | b",
    "\ttab", "    code", "trailing  ", "<!-- a comment -->", "\u2028 \x0b \x85", "12. step",
)  # fmt: skip
endings = st.sampled_from(["\n", "\r\n", "\r"])
lines = st.lists(st.tuples(st.sampled_from(TEXT), endings).map("".join), max_size=6)
contents = st.sampled_from(["", "one line", "# A\n\ntext", "| a |\n| - |", "\n\nspaced\n"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[str], list[str], str]:
    """What stands outside of regions, what inside, and the text of both."""
    names = [f"part-{n}" for n in range(draw(st.integers(0, 3)))]
    outside = ["".join(draw(lines)) for _ in range(len(names) + 1)]
    outside[0] = draw(st.sampled_from(["", "\ufeff"])) + outside[0]
    outside[-1] += draw(st.sampled_from(["", "the end, and no line end", "\n\n\n"]))
    inside = ["".join(draw(lines)) for _ in names]
    ends = [(draw(endings), draw(endings)) for _ in names]
    text = outside[0]
    for n, name in enumerate(names):
        text += START.format(name) + ends[n][0] + inside[n]
        text += END.format(name) + ends[n][1] + outside[n + 1]
    return outside, inside, text


@given(documents(), st.data())
def test_what_stands_outside_of_regions_stays_byte_for_byte(
    drawn: tuple[list[str], list[str], str], data: st.DataObject
) -> None:
    _, inside, text = drawn
    found = regions(text).regions
    new = [data.draw(contents) for _ in inside]
    after = replaced(text, found, new)
    again = regions(after).regions

    assert len(found) == len(inside)
    assert cut(after, [(region.start, region.end) for region in again]) == cut(
        text, [(region.start, region.end) for region in found]
    )
    assert replaced(after, again, new) == after


def cut(text: str, spans: list[tuple[int, int]]) -> list[str]:
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


@given(documents(), contents)
def test_content_takes_the_line_end_of_the_mark_above_it(
    drawn: tuple[list[str], list[str], str], content: str
) -> None:
    text = drawn[2]
    found = regions(text).regions
    after = replaced(text, found, [content for _ in found])

    for region in regions(after).regions:
        body = after[region.start : region.end]
        assert {line.ending for line in file_lines(body)} == {region.newline}


FENCES = st.lists(
    st.sampled_from(
        ["```", "````", "~~~", "```md", "``` a`b", "   ```", "    ```", "text", "", "# A"]
    ),
    max_size=8,
)


@given(FENCES, FENCES)
def test_marks_in_code_are_text_as_readers_of_markdown_see_it(
    before: list[str], between: list[str]
) -> None:
    name = "a"
    rows = [*before, "", START.format(name), "", *between, "", END.format(name), ""]
    text = "\n".join(rows)
    tokens = MarkdownIt("commonmark").parse(text)
    shown = {
        token.map[0] + 1: token.content
        for token in tokens
        if token.type == "html_block" and token.map
    }
    start = len(before) + 2
    end = start + len(between) + 3

    found = regions(text)

    seen = [region.line for region in found.regions] or [
        fault.line for fault in found.faults
    ]
    assert (start in shown and end in shown) == bool(found.regions)
    assert (start in shown or end in shown) == bool(seen)


@pytest.mark.parametrize(
    "fenced",
    [
        "- item\n\n  ```md\n  {}\n  ```\n",
        "> ```\n> {}\n> ```\n",
        "- a\n  - b\n\n    ```\n    {}\n    ```\n",
        "```\n{}\n",
    ],
)
def test_code_in_items_and_quotes_is_code(fenced: str) -> None:
    assert regions(fenced.format(START.format("a"))).faults == ()


@pytest.mark.parametrize(
    "ended",
    [
        "> ```\n> code\n\n{}",
        "- ```\n  code\n\n{}",
        "1. step\n   ~~~\n{}\n   ~~~\n",
        "```\ncode\n```\n{}",
        "    ```\n\n{}",
    ],
)
def test_code_ends_where_its_quote_or_item_ends(ended: str) -> None:
    assert regions(ended.format(START.format("a"))).faults


def test_a_mark_in_a_sentence_or_in_backticks_is_text() -> None:
    said = f"Write `{START.format('a')}` above it, or {END.format('a')}.\n"

    assert regions(said).faults == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{s:a}\n", (1, 1, "the region `a` has no end")),
        ("\n  {e:a}\n", (2, 3, "the region `a` ends here without a beginning")),
        (
            "{s:a}\n{e:a}\n{s:a}\n{e:a}\n",
            (3, 1, "the region `a` begins twice: here and on line 1"),
        ),
        (
            "{s:a}\n{s:a}\n{e:a}\n",
            (2, 1, "the region `a` begins twice: here and on line 1"),
        ),
        (
            "{s:a}\n{s:b}\n{e:b}\n{e:a}\n",
            (2, 1, "the region `b` begins inside `a`, which begins on line 1"),
        ),
        (
            "{s:a}\n{e:b}\n",
            (2, 1, "the region `b` ends here without a beginning"),
        ),
        (
            "<!-- roadmap:start -->\n",
            (1, 1, "`roadmap:start` needs a name: letters, digits and `. _ -`"),
        ),
        (
            "<!-- roadmap:start a plan -->\n",
            (
                1,
                1,
                "`plan` is no option: these are written key=value, where a region begins",
            ),
        ),
        (
            "<!-- roadmap:start a view=plan view=needs -->\n",
            (1, 1, "the region `a` says an option twice"),
        ),
    ],
)
def test_each_name_has_exactly_one_pair_of_marks(
    text: str, fault: tuple[int, int, str]
) -> None:
    for name in "ab":
        text = text.replace(f"{{s:{name}}}", START.format(name))
        text = text.replace(f"{{e:{name}}}", END.format(name))
    found = regions(text)

    (first, *_) = found.faults
    assert (first.line, first.column, fault_text(first)) == fault
    assert not found.regions


def test_a_region_knows_its_options_and_the_heading_it_stands_under() -> None:
    mark = "<!--roadmap:start a view=plan,needs audience=board-->"
    (found,) = regions(f"# A\n\n### B\n{mark}\n{END.format('a')}\n").regions

    assert found.options == {"view": "plan,needs", "audience": "board"}
    assert (found.level, found.line, found.column) == (3, 4, 1)


def test_a_file_ends_its_lines_as_its_first_one_ends() -> None:
    assert [newline_of(text) for text in ("a\r\nb\n", "a\nb\r\n", "a", "")] == [
        "\r\n",
        "\n",
        "\n",
        "\n",
    ]
