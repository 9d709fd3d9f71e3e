"""Reading the page: tabs, filters, links, sorting and grouping, with mouse or keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers import answer
from tests.browser.chromium import Reader
from tests.browser.conftest import EXAMPLE

ENTER, TAB, SPACE = "\ue007", "\ue004", " "


def test_a_tab_shows_its_view_alone_and_says_so_in_the_address(
    browser: Reader, example: Path
) -> None:
    browser.open(example)
    tab = browser.one(".tabs a[data-view=needs]")
    tab.click()

    (view,) = browser.shown("main > section")
    assert view.get_attribute("id") == "v-needs"
    assert tab.get_attribute("aria-current") == "page"
    assert "view=needs" in browser.hash()


def test_a_filter_says_how_many_initiatives_fit(browser: Reader, example: Path) -> None:
    themes = {it["id"]: it["theme"] for it in answer("list", EXAMPLE)["initiatives"]}
    fit = list(themes.values()).count("billing")
    browser.open(example)
    browser.choose("theme", "billing")

    assert browser.one("output").text == f"{fit} of {len(themes)} initiatives"
    assert f"billing ({fit})" in browser.one("#filters [name=theme]").text
    for row in browser.shown(".gantt .bar"):
        assert themes[row.get_attribute("data-id").removeprefix("i-")] == "billing"


def test_a_link_shows_what_its_sender_saw(browser: Reader, example: Path) -> None:
    browser.open(example)
    browser.one(".tabs a[data-view=ranking]").click()
    browser.choose("team", "data")
    browser.one("[name=q]").send_keys("bill")
    browser.all(".t-score thead button")[4].click()
    seen = [row.text for row in browser.shown(".t-score [data-id]")]
    address = browser.hash()
    browser.open(example, address)

    assert seen
    assert [row.text for row in browser.shown(".t-score [data-id]")] == seen
    assert browser.hash() == address


def test_clearing_the_filters_shows_everything_again(
    browser: Reader, example: Path
) -> None:
    browser.open(example)
    every = len(browser.shown(".gantt .bar"))
    browser.one("[name=q]").send_keys("no such words anywhere")
    assert not browser.shown(".gantt .bar")
    browser.one("#filters [type=reset]").click()

    assert browser.one("output").text == ""
    assert len(browser.shown(".gantt .bar")) == every


def test_an_address_with_an_id_opens_its_reasons(browser: Reader, example: Path) -> None:
    browser.open(example, "#i-bill-forecast")

    dossier = browser.one("#i-bill-forecast")
    assert dossier.get_attribute("open")
    assert "Ranking" in dossier.text
    assert "Schedule" in dossier.text


def test_a_bar_is_a_click_away_from_its_reasons_and_back(
    browser: Reader, example: Path
) -> None:
    browser.open(example)
    browser.one(".gantt .bar[data-id='i-bill-forecast'] svg").click()
    assert browser.one("#i-bill-forecast").get_attribute("open")
    assert browser.hash() == "#i-bill-forecast"
    browser.driver.back()

    assert [view.get_attribute("id") for view in browser.shown("main > section")] == [
        "v-timeline"
    ]


def test_work_of_several_teams_stands_under_each_of_them(
    browser: Reader, example: Path
) -> None:
    from selenium.webdriver.support.ui import Select

    planned = {it["id"]: it["parts"] for it in answer("plan", EXAMPLE)["initiatives"]}
    browser.open(example)
    Select(browser.one(".by")).select_by_value("team")

    rows = browser.shown(".gantt [data-id='i-bill-forecast']")
    heads = [row.find_element("xpath", "../tr[1]").text for row in rows]
    assert sorted(heads) == sorted(planned["bill-forecast"])
    assert "by=team" in browser.hash()


def test_zooming_makes_the_calendar_wider_but_not_the_page(
    browser: Reader, example: Path
) -> None:
    from selenium.webdriver.support.ui import Select

    browser.open(example)
    before = browser.one(".axis").size["width"]
    Select(browser.one(".zoom")).select_by_value("m")

    assert browser.one(".axis").size["width"] > 3 * before
    assert browser.overflow() <= 0


def test_the_initiative_in_focus_shows_what_it_depends_on(
    browser: Reader, example: Path
) -> None:
    browser.open(example)
    browser.run("document.querySelector('.gantt [data-id=i-bill-forecast] a').focus()")

    clear = {
        row.get_attribute("data-id").removeprefix("i-")
        for row in browser.all(".gantt .bar:not(.far)")
    }
    assert browser.all(".edges path")
    assert {"meter-readings-api", "meter-data-store"} <= clear
    assert "move-in-one-form" not in clear


@pytest.mark.parametrize("column", [2, 3, 4])
def test_the_ranking_can_be_sorted_by_a_figure(
    browser: Reader, example: Path, column: int
) -> None:
    browser.open(example, "#view=ranking")
    button = browser.all(".t-score thead button")[column]
    button.click()
    cells = f".t-score tbody:first-of-type [data-id] td:nth-child({column + 1})"
    down = [float(cell.text.strip("~")) for cell in browser.all(cells) if cell.text]
    button.click()
    up = [float(cell.text.strip("~")) for cell in browser.all(cells) if cell.text]

    assert down == sorted(down, reverse=True)
    assert up == sorted(up)
    assert browser.shown("th[aria-sort=ascending]")


def test_the_keyboard_alone_gets_to_a_view_and_to_the_reasons(
    browser: Reader, example: Path
) -> None:
    browser.open(example)
    browser.press(TAB)
    assert browser.driver.switch_to.active_element.text == "Skip to the content"
    browser.press(ENTER, TAB, TAB, ENTER)
    (view,) = browser.shown("main > section")
    assert view.get_attribute("id") == "v-now-next-later"
    browser.run("document.querySelector('#v-now-next-later .card a').focus()")
    browser.press(ENTER)

    opened = browser.driver.switch_to.active_element
    assert opened.tag_name == "summary"
    browser.press(ENTER)
    assert not browser.shown("details.dossier[open]")
    outline = browser.run("return getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"


def test_all_initiatives_can_be_opened_at_once(browser: Reader, example: Path) -> None:
    browser.open(example, "#initiatives")
    browser.one("#expand").click()

    assert len(browser.all("details.dossier[open]")) == len(browser.all(".dossier"))
    assert browser.one("#expand").text == "Collapse all"


def test_filters_are_open_where_there_is_room(browser: Reader, example: Path) -> None:
    browser.open(example)
    assert browser.one("#filter").get_attribute("open")
    browser.open(example, width=390)
    assert not browser.one("#filter").get_attribute("open")
