"""Showing the page: phones, paper, the dark, without scripts, to everybody, in peace."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Reader
from tests.browser.conftest import written

MODULES = os.environ.get("ROADMAP_NODE_MODULES", "")
PAPER = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
VIEWS = "return [...document.querySelectorAll('main > section')].map(s => s.dataset.view)"
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
TITLES = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(2)>",
    "\"double\" & 'single' `quotes`",
    "right \u202eot tfel \u202d and back",
    "A title that never ends " * 12,
    "W" * 300,
    "{{ 7 * 7 }} {% raw %} %}",
    "--> <!-- ]]> \\u003c",
)


@pytest.mark.parametrize("width", [390, 720])
def test_no_view_is_wider_than_the_window(
    browser: Reader, example: Path, width: int
) -> None:
    """A width of 720 is that of a desk's window at 200 %."""
    browser.open(example, width=width)
    for view in browser.run(VIEWS):
        browser.open(example, f"#view={view}", width)

        assert browser.overflow() <= 0, view


def test_without_scripts_everything_can_be_read(browser: Reader, example: Path) -> None:
    browser.open(example)
    views = browser.run(VIEWS)
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.driver.refresh()
    shown = [view.get_attribute("data-view") for view in browser.shown("main > section")]
    useless = browser.shown("#filter") + browser.shown(".tools") + browser.shown("#expand")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)

    assert shown == views
    assert not useless


def test_the_dark_is_dark_and_paper_is_white(browser: Reader, example: Path) -> None:
    browser.open(example, theme="dark")
    assert brightness(browser, "backgroundColor") < 50
    assert brightness(browser, "color") > 200
    browser.dress("dark", "print")

    assert brightness(browser, "backgroundColor") == 255
    assert brightness(browser, "color") < 50


@pytest.mark.parametrize("paper", PAPER)
def test_each_view_begins_on_a_page_of_its_own(
    browser: Reader, example: Path, paper: str
) -> None:
    browser.open(example)
    views = browser.run(VIEWS)
    pdf = browser.printed(*PAPER[paper])
    pages = len(re.findall(rb"/Type /Page\b", pdf))

    assert pages > len(views)
    assert not browser.shown("details.dossier[open]"), "printing leaves no trace"


def test_paper_cuts_no_bar_and_repeats_the_heads_of_tables(
    browser: Reader, example: Path
) -> None:
    browser.open(example)
    browser.dress("light", "print")
    styles = browser.run(
        "const of = (s, name) => [...new Set([...document.querySelectorAll(s)]"
        ".map(e => getComputedStyle(e)[name]))];"
        "return [of('main section', 'display'), of('main section', 'breakBefore'),"
        " of('main tr', 'breakInside'), of('main thead', 'display'),"
        " of('.tabs', 'display')]"
    )
    browser.dress("light")

    assert styles == [["block"], ["page"], ["avoid"], ["table-header-group"], ["none"]]


def test_the_timeline_of_the_example_is_one_slide(browser: Reader, example: Path) -> None:
    browser.open(example)
    browser.size(1050)
    browser.dress("light", "print")
    high = browser.run(
        "return document.querySelector('#v-timeline').getBoundingClientRect().height"
    )
    browser.dress("light")

    assert high < 718, "an A4 page is 210 mm high, less its margins: 188 mm at 96 dpi"


def test_nothing_is_fetched_and_the_console_stays_empty(
    browser: Reader, example: Path
) -> None:
    browser.open(example)
    for view in browser.run(VIEWS):
        browser.one(f".tabs [data-view={view}]").click()
    browser.choose("theme", "billing")
    console, asked = browser.read_logs()

    assert console == []
    assert [address for address in asked if not address.startswith("file:")] == []


def test_titles_that_mean_harm_are_shown_as_they_are(
    browser: Reader, tmp_path: Path
) -> None:
    folder = tmp_path / "initiatives"
    folder.mkdir()
    (folder / "portfolio.yaml").write_text(
        "title: </title><script>alert(0)</script>\nstart: 2027-01-04\n", encoding="utf-8"
    )
    for number, title in enumerate(TITLES):
        text = f"title: {quoted(title)}\ntags: [{quoted(title[:60])}]\neffort: 2w\n"
        text += f"depends_on: [t{number - 1}]\n" if number else ""
        (folder / f"t{number}.yaml").write_text(text, encoding="utf-8")
    page = written(folder, tmp_path / "page.html")

    for width in (1440, 390):
        browser.open(page, width=width)
        for view in browser.run(VIEWS):
            browser.open(page, f"#view={view}", width)
            assert browser.overflow() <= 0, view
    console, _ = browser.read_logs()
    assert console == []
    assert browser.run("return document.scripts.length") == 3
    cells = browser.all(".gantt .bar th")
    shown = {cell.get_attribute("textContent").strip() for cell in cells}
    assert {*TITLES[:3], *TITLES[5:]} <= shown
    assert not any("\u202e" in text for text in shown)


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped.strip()}"'


@pytest.mark.skipif(not MODULES, reason="no npm to get axe-core with")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(browser: Reader, example: Path, theme: str) -> None:
    axe = Path(MODULES, "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    browser.open(example, theme=theme)
    faults = []
    for view in browser.run(VIEWS):
        at = "#i-bill-forecast" if view == "initiatives" else f"#view={view}"
        browser.open(example, at, theme=theme)
        browser.run(axe)
        faults += [(view, *violation) for violation in violations(browser)]

    assert faults == []


def violations(browser: Reader) -> list[tuple[Any, ...]]:
    script = (
        "const done = arguments[1];"
        "axe.run(document, {runOnly: arguments[0]}).then(found => done(found.violations))"
    )
    found = browser.driver.execute_async_script(script, list(STANDARDS))
    return [
        (each["id"], node["target"], node.get("failureSummary"))
        for each in found
        for node in each["nodes"][:3]
    ]


def brightness(browser: Reader, name: str) -> float:
    colour = browser.run(f"return getComputedStyle(document.body).{name}")
    red, green, blue = map(float, re.findall(r"[\d.]+", colour)[:3])
    return (red + green + blue) / 3
