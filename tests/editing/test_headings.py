"""Headings of Markdown as its readers see them, and regions that stand below them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from roadmap.editing.headings import headings
from roadmap.editing.lines import file_lines
from roadmap.editing.regions import regions, replaced

LINES = st.sampled_from(
    [
        "Title", "more *words*", "---", "===", "-", "--", " ---", "   ===", "    ---",
        "# A", "## B #", "#no", "", "", "- item", "1. x", "2. y", "> quote",
        "    code", "* * *",
        "<!-- c -->", "<b>Bold</b>", "<div>", "[a]: /u", "  indented", "```", "a | b",
    ]
)  # fmt: skip
CONTENT = "# A\n\n## B\n\nTitle\n=====\n\ntext"


def levels(text: str) -> list[int]:
    return [level for _, level in headings(file_lines(text)) if level]


@given(st.lists(LINES, max_size=7))
def test_headings_are_those_that_readers_of_markdown_see(rows: list[str]) -> None:
    text = "\n".join(["", *rows, ""])
    if "<div>" in rows and "```" in rows:
        return  # code in a block of HTML is no code, which is another rule's
    tokens = MarkdownIt("commonmark").parse(text)

    assert levels(text) == [
        int(token.tag[1])
        for token in tokens
        if token.type == "heading_open" and not token.level
    ]


@pytest.mark.parametrize(
    ("before", "level"),
    [
        ("# One\n", 1),
        ("One\n===\n", 1),
        ("My\nproduct\n-------\n\ntext\n", 2),
        ("text\n\n---\n", 0),
        ("# One\n\ntext\n\n---\n", 1),
        ("- item\n---\n", 0),
        ("> quote\n---\n", 0),
        ("| a |\n| --- |\n| b |\n", 0),
        ("<h1 align=center>Product</h1>\n", 1),
        ("<H3>Product</H3>\n\ntext\n", 3),
        ("---\ntitle: x\n---\n", 0),
        ("---\ntitle: x\n# comment\n---\n\n## Two\n", 2),
        ("\ufeff---\ntitle: x\n...\n", 0),
        ("<!--\n# gone\n-->\n", 0),
        ("```\nOne\n===\n```\n", 0),
        ("# One\r\n\r\nTwo\r\n---\r\n", 2),
    ],
)
def test_a_region_knows_the_heading_that_it_stands_under(before: str, level: int) -> None:
    text = f"{before}\n<!-- roadmap:start a -->\n<!-- roadmap:end a -->\n"

    assert [region.level for region in regions(text).regions] == [level]


@given(st.lists(LINES, max_size=5), st.lists(LINES, max_size=5))
def test_what_a_region_holds_changes_no_level_of_another(
    before: list[str], between: list[str]
) -> None:
    mark = "\n<!-- roadmap:{} {} -->\n"
    parts = [mark.format("start", name) + mark.format("end", name) for name in "ab"]
    text = "\n".join([*before, "", parts[0], *between, "", parts[1]])
    found = regions(text).regions
    after = regions(replaced(text, found, [CONTENT for _ in found])).regions

    assert [region.level for region in after] == [region.level for region in found]
