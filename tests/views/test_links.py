from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.views.pages.explain import page
from roadmap.views.pages.report import page as report
from roadmap.views.part import Audience
from roadmap.views.phrases.links import address
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import Setting
from tests.building import initiative, portfolio
from tests.views.viewing import lines, prose, scored

TEMPLATES = {"PAY": "https://t.example.org/PAY-{id}", "#": "https://t.example.org/{id}"}
FULL = replace(
    initiative("full", title="Fully told"),
    links=("PAY-1184", "https://example.org/brief", "PAYROLL-2", "see the shared folder"),
    related=("other", "lost"),
    perspectives=(("customer", "Ana"), ("operational", "Cleo")),
    cost=Fraction(12000),
    tags=("app", "calm"),
    internal=True,
)
TOLD = scored(
    replace(
        portfolio(FULL, initiative("other", title="The other")),
        link_templates=TEMPLATES,
        currency="EUR",
    )
)


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("PAY-1184", "https://t.example.org/PAY-1184"),
        ("#12", "https://t.example.org/12"),
        ("PAY-1 2/../x?y", "https://t.example.org/PAY-1%202%2F..%2Fx%3Fy"),
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("PAYROLL-2", ""),
        ("PAY-", ""),
        ("javascript:alert(1)", ""),
        ("https://example.org/a)b", ""),
        ("a folder somewhere", ""),
        ("http://[", ""),
        ("http://[::1", ""),
        ("http://a\u2100b", ""),
        ("https://example.org:99999/", ""),
        ("http://", ""),
        ("https:///path", ""),
        ("PAY-\udce9", "https://t.example.org/PAY-%3F"),
    ],
)
def test_a_link_leads_to_its_address_or_nowhere(link: str, leads_to: str) -> None:
    assert address(replace(portfolio(), link_templates=TEMPLATES), link) == leads_to


def test_a_template_that_is_no_address_makes_none() -> None:
    templates = {"X": "javascript:alert({id})"}

    assert address(replace(portfolio(), link_templates=templates), "X-1") == ""


ADDRESSES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["http://", "https://", "HTTP://", "mailto:", "http:", "", "//"]),
    st.text("ab.[]:@/%#?\u2100\uff0e\u3002 0199999"),
    st.text(max_size=5),
)


@given(ADDRESSES)
def test_whatever_a_link_says_a_report_shows_it(said: str) -> None:
    linked = portfolio(replace(initiative("a"), links=(said,)))
    text = writers()["markdown"].write(report(scored(linked), ["plan"]), Setting())

    assert "| Links" in text
    assert address(linked, said) in ("", said)


def test_what_moves_nothing_is_told_too() -> None:
    assert prose(page(TOLD, "full"), "Further details") == [
        "Reviewed by Ana (customers) and Cleo (operations).",
        "Non-labour cost: 12 000 EUR.",
        "Tags: app, calm.",
        "Internal: left out of what customers see.",
        "Related: The other (other)",
        "Related: lost (unknown)",
        "Link: PAY-1184 https://t.example.org/PAY-1184",
        "Link: https://example.org/brief",
        "Link: PAYROLL-2",
        "Link: see the shared folder",
    ]


def test_it_is_in_the_data_too() -> None:
    found: Any = page(TOLD, "full").data["explanation"]

    assert found["cost"] == 12000
    assert found["perspectives"] == {"customer": "Ana", "operational": "Cleo"}
    assert found["links"][0] == {
        "text": "PAY-1184", "address": "https://t.example.org/PAY-1184"
    }  # fmt: skip
    assert found["links"][2] == {"text": "PAYROLL-2", "address": None}


def test_a_report_links_what_a_template_knows() -> None:
    text = writers()["markdown"].write(report(TOLD, ["plan"]), Setting())

    assert (
        "[PAY-1184](https://t.example.org/PAY-1184), "
        "[example.org](https://example.org/brief), PAYROLL-2"
    ) in text


def test_without_links_there_is_no_column_for_them() -> None:
    plain = scored(portfolio(initiative("plain")))

    assert "Links" not in writers()["markdown"].write(report(plain, ["plan"]), Setting())


def test_the_summary_adds_up_money_for_colleagues_alone() -> None:
    said = "Non-labour cost: 12 000 EUR for 1 initiative."

    assert said in lines(report(TOLD, ["summary"]))
    text = writers()["markdown"].write(
        report(TOLD, ["summary", "now-next-later", "dropped"], Audience.CUSTOMER), Setting()
    )
    assert "12 000" not in text
    assert "PAY" not in text


def test_a_template_makes_no_address_of_thousands_of_characters() -> None:
    told = replace(TOLD.portfolio, link_templates={"PAY": "https://example.org/{id}{id}"})

    assert address(told, "PAY-12") == "https://example.org/1212"
    assert address(told, f"PAY-{'1' * 2000}") == ""


def test_of_two_templates_the_one_whose_name_says_more_counts() -> None:
    both = {"A": "https://short.example.org/{id}", "A-B": "https://long.example.org/{id}"}

    assert address(replace(TOLD.portfolio, link_templates=both), "A-B-1").endswith("g/1")
    assert "long" in address(replace(TOLD.portfolio, link_templates=both), "A-B-1")
    assert "short" in address(replace(TOLD.portfolio, link_templates=both), "A-C")
