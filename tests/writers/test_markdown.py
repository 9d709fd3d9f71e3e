from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction

import pytest

from roadmap.diagnostics import Diagnostic
from roadmap.views.page import (
    Bar,
    BarGroup,
    Column,
    Findings,
    Group,
    Line,
    Load,
    Page,
    Prose,
    Row,
    Table,
    Timeline,
)
from roadmap.writers.catalogue import writers
from roadmap.writers.markdown.text import escaped, heading, opening, worded
from roadmap.writers.text.width import columns, marks
from roadmap.writers.writer import Setting
from tests.writers.sample_pages import UNKNOWN, hostile_page, located, plan_page


def written(page: Page) -> str:
    return writers()["markdown"].write(page, Setting())


def prose(*lines: Line) -> str:
    return written(Page("Page", (Prose(lines),))).partition("\n\n")[2]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a | b", "a \\| b"),
        ("<script>", "&lt;script>"),
        ("&amp; & more", "&amp;amp; & more"),
        ("*a* _b_ c_d __e__", "\\*a\\* \\_b\\_ c_d \\_\\_e\\_\\_"),
        ("[x](y) ![z]", "\\[x\\](y) !\\[z\\]"),
        ("~~gone~~ `code`", "\\~\\~gone\\~\\~ \\`code\\`"),
        ("back\\slash", "back\\\\slash"),
        ("two\nlines  far\tapart", "two lines far apart"),
        ("\x1b[31m", "\\\\x1b\\[31m"),
        ("costs $5 or $6", "costs \\$5 or \\$6"),
        ("at 10:30:15", "at 10:30:15"),
    ],
)
def test_user_text_says_what_it_says(text: str, kept: str) -> None:
    assert escaped(text) == kept


@pytest.mark.parametrize(
    "text", ["@octocat", "a/b#12", "#7", "GH-9", ":rocket:", "a@b.org"]
)
def test_nobody_is_notified_and_nothing_is_linked(text: str) -> None:
    assert "<!-- -->" in escaped(text)
    assert escaped(text).replace("<!-- -->", "") == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("see https://x.org/a_b.", "see <https://x.org/a_b>."),
        ("(http://x.org)", "(<http://x.org>)"),
        ("mailto:a@b.org", "<mailto:a@b.org>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://x.org/a|b", "<https://x.org/a>\\|b"),
        ("www.x.org", "www<!-- -->.x.org"),
    ],
)
def test_only_addresses_of_the_web_and_of_mail_are_links(text: str, kept: str) -> None:
    assert escaped(text) == kept


@pytest.mark.parametrize(
    "text", ["# 1", "> 1", "- 1", "+ 1", "1. 1", "12) 1", "===", "---", "#7"]
)
def test_a_paragraph_begins_nothing_else(text: str) -> None:
    assert re.match(r"\\|\d+\\", opening(text))


def test_a_heading_ends_in_no_punctuation() -> None:
    assert heading("Now: ") == "Now"
    assert heading("Now, or never!") == "Now, or never&#33;"


def test_two_headings_of_the_same_words_are_told_apart() -> None:
    table = Table("t", (Column("A"),), (Group("Now", (Row(("a",)),)),))
    named = Table("u", (Column("A"),), (Group("Now", (Row(("a",)),)),), "Later on")
    headings = re.findall("^#+ .*", written(Page("Now", (table, named))), re.M)

    assert headings == ["# Now", "## Now (2)", "## Later on", "### Later on: Now"]


def test_columns_line_up_as_they_are_displayed() -> None:
    tables = [
        block.splitlines()
        for block in written(hostile_page()).split("\n\n")
        if block.startswith("| ")
    ]

    assert tables
    # A mark between letters is drawn as nothing but counted as one by formatters.
    widths = [{columns(line) + marks(line) for line in table} for table in tables]
    assert all(len(width) == 1 for width in widths)


def test_numbers_stand_on_the_right() -> None:
    assert "| --------------- | ----------- | -------: |" in written(plan_page())


def table(*groups: Group) -> str:
    heads = (Column("Initiative", shrink=1), Column("Done"), Column("Links"))
    return written(Page("Page", (Table("plan", heads, groups),))).partition("\n\n")[2]


def test_a_date_is_never_broken_in_a_narrow_column_and_titles_may_be() -> None:
    row = Row(("Go live", "18 Jan 2028", "not before the trial"))

    assert "| Go live    | 18\u00a0Jan\u00a02028 | not before the trial |" in table(
        Group("", (row,))
    )


def test_a_column_of_which_only_other_groups_make_use_is_left_out() -> None:
    first, second = Row(("Refunds", "Mar", "PAY-1")), Row(("Search", "May", None))

    text = table(Group("Q1", (first,)), Group("Q2", (second,)))

    assert [line for line in text.splitlines() if line.startswith("| Initiative")] == [
        "| Initiative | Done | Links |", "| Initiative | Done |"
    ]  # fmt: skip
    assert "| Initiative | Done | Links |" in table(Group("", (second,)))


def test_items_are_one_list_that_begins_at_the_margin() -> None:
    lines = (Line("a", indent=1), Line("b", indent=2), Line("c", "item"), Line("d"))

    assert prose(*lines) == "- a\n  - b\n- c\n\nd\n"


def test_a_strong_line_is_a_quote_and_a_heading_a_heading() -> None:
    assert prose(Line("Vision", "strong"), Line("Two", "strong")) == "> Vision\n>\n> Two\n"
    assert prose(Line("Why", "heading"), Line("so")) == "## Why\n\nso\n"


def test_what_a_finding_quotes_is_code() -> None:
    assert worded("no need `a*b` here") == "no need `a*b` here"
    assert worded("odd ` tick") == "odd \\` tick"
    assert worded("``` @bob") == "\\`\\`\\` @<!-- -->bob"


def test_brief_findings_are_a_count() -> None:
    found = Findings((located(Diagnostic(UNKNOWN, "bad")),), brief=True)

    assert written(Page("P", (found,))) == "# P\n\n1 error; `roadmap check` shows it.\n"


def test_an_id_that_prose_or_a_cell_quotes_is_code() -> None:
    table = Table("t", (Column("Why"),), (Group("", (Row(("waits for `a_b`",)),)),))

    assert prose(Line("It waits for `live_*shelf*`.")) == "It waits for `live_*shelf*`.\n"
    assert prose(Line("`a` waits", "item")) == "- `a` waits\n"
    assert "| waits for `a_b` |" in written(Page("P", (table,)))


def test_nothing_is_code_where_backticks_do_not_pair_or_a_column_would_end() -> None:
    table = Table("t", (Column("Why"),), (Group("", (Row(("`a|b`",)),)),))

    assert prose(Line("odd ` tick and `id`")) == "odd \\` tick and \\`id\\`\n"
    assert "| \\`a\\|b\\` |" in written(Page("P", (table,)))


def test_months_that_a_bar_may_still_reach_are_marked() -> None:
    start = date(2027, 1, 4)
    days = [start + timedelta(day // 5 * 7 + day % 5) for day in range(90)]
    bar = Bar("bill", "Bill", "planned", 0, 10, ("web",), "Jan – Mar", likely=(8, 45))
    ticks = ((0, "Jan"), (20, "Feb"), (40, "Mar"), (63, "Apr"))
    timeline = Timeline(
        "plan", 0, 90, ticks, (BarGroup("", (bar,)),), (), dict(enumerate(days)),
        often="8 in 10",
    )  # fmt: skip
    text = written(Page("Page", (timeline,)))

    assert "| Ends (8 in 10) |" in text
    assert re.search(r"\| █ +\| ╌ +\| ╌ +\| +\| +\| Jan – Mar", text)
    assert "╌ ends by here 9 times in 10" in text


def test_a_month_counts_only_the_days_on_which_somebody_is_there() -> None:
    bar = Bar("bill", "Bill", "planned", 0, 4, ("web",), "7 Jan")
    load = Load("web", "Web", "w", (Fraction(1, 2), None, None, Fraction(1, 2)))
    timeline = Timeline("plan", 0, 4, (), (BarGroup("", (bar,)),), (load,))

    assert written(Page("Page", (timeline,))).endswith("| Web              | 50 % |\n")
