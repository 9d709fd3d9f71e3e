from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest

from tests.docs.console import beside_the_example, consoles, lines_of, matches, renew, said
from tests.docs.markdown import ROOT, blocks, text_of

RENEW = "`make rewrite` renews it; what it prints now:"
TOUR = ("init", "check", "score", "sequence", "plan", "explain", "report", "new")
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
)
REFERENCES = {
    "docs/decisions.md",
    "docs/file-format.md",
    "docs/json.md",
    "docs/rules.md",
}


@pytest.mark.usefixtures("kept_plans")
def test_every_console_block_shows_what_its_commands_print() -> None:
    """All pages in one test: most of them show a plan of the example."""
    for page in [page for page in PAGES if consoles(page)]:
        if os.environ.get("ROADMAP_REWRITE"):
            renew(page)

    assert "\n".join(line for page in PAGES for line in otherwise(page)) == ""


def otherwise(page: str) -> Iterator[str]:
    """What the commands of a page print otherwise, each below where it stands."""
    with beside_the_example():
        for block in consoles(page):
            for command, shown in said(block):
                printed = lines_of(command)
                if not matches(shown, printed):
                    yield f"{page}:{block.line}: `{command}` prints otherwise"
                    yield from (RENEW, *printed)


def test_the_tour_shows_each_command_of_the_main_job() -> None:
    commands = [
        command for console in consoles("README.md") for command, _ in said(console)
    ]
    words = {command.split()[1] for command in commands if command.startswith("roadmap ")}
    assert set(TOUR) <= words


def test_nothing_that_the_readme_has_run_is_outside_a_console_block() -> None:
    others = [
        block.text for block in blocks(text_of("README.md")) if block.language != "console"
    ]
    assert not any("$ " in text for text in others)


def test_a_page_that_is_not_a_reference_is_short() -> None:
    pages = {page for page in PAGES if page.startswith("docs/")} - REFERENCES
    lengths = {page: len(text_of(page).splitlines()) for page in pages}

    assert {page: length for page, length in lengths.items() if length > 200} == {}


def test_every_link_to_a_file_leads_somewhere() -> None:
    targets = [
        (page, target)
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text_of(page))
    ]

    assert len(targets) > len(PAGES)
    assert [it for it in targets if not ((ROOT / it[0]).parent / it[1]).exists()] == []


def test_every_link_to_a_heading_leads_somewhere() -> None:
    for page in PAGES:
        for target, anchor in re.findall(r"\]\(([^)#:]*)#([^)]+)\)", text_of(page)):
            path = (ROOT / page).parent / target if target else ROOT / page
            assert anchor in _anchors(path.read_text("utf-8")), f"{page}: {anchor}"


def _anchors(text: str) -> set[str]:
    return {_anchor(each) for each in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
