"""Findings on the terminal: what is said of them is broken where a line ends."""

from __future__ import annotations

from roadmap.diagnostics import Diagnostic, Located, Place, Rule, Severity, Span
from roadmap.views.page import Findings, Page
from roadmap.writers.formats import writers
from roadmap.writers.writer import Setting

PLACE = Place("a.yaml", ("promised",))
FOUND = Diagnostic(
    Rule("RM405", "premature-promise", Severity.WARNING, ""),
    "`2027-07` was promised to the makers; the forecast is 2027-09-23: 39 days late",
    PLACE,
    cure="tell them, or move what stands before it, or promise less next time",
)
PAGE = Page(
    "", (Findings((FOUND,), places={PLACE: Located("a.yaml", Span(1, 1, 1, 2), ("x",))}),)
)


def written(width: int | None) -> list[str]:
    return writers()["terminal"].write(PAGE, Setting(width)).splitlines()


def test_message_and_help_go_on_below_their_first_words() -> None:
    lines = written(60)

    assert lines[:2] == [
        "warning[RM405]: `2027-07` was promised to the makers; the",
        "                forecast is 2027-09-23: 39 days late",
    ]
    assert lines[-4:-2] == [
        "  = help: tell them, or move what stands before it, or",
        "          promise less next time",
    ]


def test_they_stay_in_one_line_where_nothing_limits_it() -> None:
    assert written(None)[0] == f"warning[RM405]: {FOUND.message}"
    assert f"  = help: {FOUND.cure}" in written(None)


def test_a_tab_that_is_pointed_at_can_be_seen() -> None:
    located = Located("a.yaml", Span(2, 1, 2, 2), ("\tn: high",), 2)
    page = Page("", (Findings((FOUND,), places={PLACE: located}),))
    lines = writers()["terminal"].write(page, Setting()).splitlines()

    assert "2 | →   n: high" in lines
