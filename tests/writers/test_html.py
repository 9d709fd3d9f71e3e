"""The page as a file: it fetches nothing, runs nothing foreign, and stays small."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from roadmap.views.page import Line, Page, Prose
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import Setting
from tests.answers import run, write
from tests.kept_plans import hurry_plans
from tests.test_json_contract import part_of_the_example
from tests.writers.sample_pages import hostile_page

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "initiatives"
SCRIPT = ROOT / "roadmap" / "writers" / "html" / "templates" / "page.js"
DRAWN = ("timeline", "now-next-later", "needs")
VOID = frozenset(("meta", "input", "br", "link", "img"))


class Outline(HTMLParser):
    """The elements of a page: what they are, and whether each is closed."""

    def __init__(self, text: str) -> None:
        """Parse a page."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element without content."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "roadmap.html"
    with pytest.MonkeyPatch.context() as patch:
        hurry_plans(patch)
        outcome = run("report", EXAMPLE, "--format", f"html:{file}")
    assert outcome.exit_code == 0, outcome.stderr
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def hostile() -> str:
    return writers()["html"].write(hostile_page(), Setting())


def hashes(text: str, tag: str) -> list[str]:
    """The hashes of all elements of a kind that have content of ours."""
    bodies = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    return [
        f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" for body in bodies
    ]


def test_the_policy_allows_our_style_and_our_script_and_nothing_more(example: str) -> None:
    (policy,) = (
        str(meta["content"])
        for meta in Outline(example).named("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    assert rules == {
        "default-src": "'none'",
        "style-src": " ".join(hashes(example, "style")),
        "script-src": " ".join(hashes(example, "script")),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_elements_are_closed_and_have_no_style_or_handler(
    name: str, request: pytest.FixtureRequest
) -> None:
    found = Outline(request.getfixturevalue(name))

    assert (found.wrong, found.open) == ([], [])
    for tag, attributes in found.elements:
        assert not [
            attribute
            for attribute in attributes
            if attribute == "style" or attribute[:2] == "on"
        ], tag


def test_no_id_stands_twice(example: str) -> None:
    ids = [at["id"] for _, at in Outline(example).elements if "id" in at]

    assert len(ids) == len(set(ids))


def test_every_link_on_the_page_leads_somewhere(example: str) -> None:
    found = Outline(example)
    ids = {at["id"] for _, at in found.elements if "id" in at}
    hrefs = [str(at["href"]) for _, at in found.elements if "href" in at]

    assert {href[1:] for href in hrefs if href.startswith("#")} <= ids


def test_only_links_of_users_lead_elsewhere(example: str) -> None:
    stated = "".join(path.read_text("utf-8") for path in EXAMPLE.rglob("*.yaml"))
    found = Outline(example)
    assert not [tag for tag, at in found.elements if "src" in at or tag in ("link", "img")]
    for address in re.findall(r"https?://[^\"'<>\s]+", example):
        site = "/".join(address.split("/")[:3])
        assert site in stated or address == "http://www.w3.org/2000/svg", address


def test_titles_stay_text(hostile: str) -> None:
    assert "<b>bold</b>" not in hostile
    assert "&lt;b&gt;bold&lt;/b&gt;" in hostile
    assert "\u202e" not in hostile


def test_addresses_in_a_text_can_be_followed(example: str) -> None:
    hrefs = [at.get("href") for at in Outline(example).named("a")]

    assert "https://tracker.example.org/PAY-1184" in hrefs


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "ftp://a.b"]
)
def test_only_addresses_of_pages_can_be_followed(address: str) -> None:
    text = writers()["html"].write(
        Page("P", (Prose((Line(f"go {address} now"),)),)), Setting()
    )

    assert "<a href=" not in text.partition("<main")[2]


def test_the_page_of_the_example_is_small(example: str) -> None:
    assert len(example.encode()) < 400_000


def test_our_script_is_small() -> None:
    assert len(SCRIPT.read_bytes()) < 10_000


@pytest.mark.usefixtures("quick_plans")
@pytest.mark.parametrize("views", ["findings", "summary,findings"])
def test_a_view_without_a_titled_part_has_a_heading(views: str) -> None:
    outcome = run("report", EXAMPLE, "--view", views, "--format", "html")

    assert outcome.exit_code == 0
    assert '<h2 id="h-findings">Findings</h2>' in outcome.stdout


def test_the_same_files_make_the_same_bytes(tmp_path: Path) -> None:
    goals = ("bill-forecast", "meter-photo", "grid-gateway-opens", "bill-layout")
    write(tmp_path / "part", part_of_the_example(goals))
    page = run("report", tmp_path / "part", "--format", "html").stdout
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    command = [sys.executable, "-m", "roadmap", "report", "-C", str(tmp_path / "part")]
    other = subprocess.run(
        [*command, "--format", "html"],
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
    )

    assert other.stdout == page.replace("\n", os.linesep).encode()


def test_check_says_whether_a_page_is_up_to_date(tmp_path: Path) -> None:
    folder, file = tmp_path / "initiatives", tmp_path / "roadmap.html"
    folder.mkdir()
    (folder / "portfolio.yaml").write_text("start: 2027-01-04\n", encoding="utf-8")
    (folder / "one.yaml").write_text("title: One\neffort: 1w\n", encoding="utf-8")
    target = ("--format", "html", "-o", str(file))
    assert run("report", folder, *target).exit_code == 0
    assert run("report", folder, *target, "--check").exit_code == 0
    (folder / "one.yaml").write_text("title: Two\neffort: 1w\n", encoding="utf-8")
    stale = run("report", folder, *target, "--check")

    assert stale.exit_code == 1
    assert "out of date" in stale.stderr
    assert "Two" in stale.stdout
    assert run("report", folder, *target).exit_code == 0, "our own page may be replaced"


@pytest.mark.usefixtures("quick_plans")
@pytest.mark.parametrize("view", DRAWN)
def test_a_picture_is_well_formed_and_needs_nothing(view: str) -> None:
    text = run("report", EXAMPLE, "--view", view, "--format", "svg").stdout
    root = ElementTree.fromstring(text)

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]
    assert "prefers-color-scheme:dark" in text


def test_a_picture_of_hostile_titles_is_well_formed() -> None:
    ElementTree.fromstring(writers()["svg"].write(hostile_page(), Setting()))
