"""Diagrams that the real Mermaid has read; `make test-rendered` has it read them again."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from roadmap.writers.catalogue import writers
from roadmap.writers.markdown.region import region_text
from roadmap.writers.mermaid.diagram import MOST_EDGES, MOST_SIGNS
from roadmap.writers.mermaid.drawing import drawing
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import Setting
from tests.rendered.samples import TITLES, chart, drawn_page, graph, layers, many

HERE = Path(__file__).parent
PASSED = HERE / "passed"
MODULES = os.environ.get("ROADMAP_NODE_MODULES", "")
REWRITE = MODULES and os.environ.get("ROADMAP_REWRITE")
SETTING = Setting()
TEXTS = {
    "gantt.mmd": lambda: drawing(chart()).diagrams[0].text,
    "flowchart.mmd": lambda: drawing(graph()).diagrams[0].text,
    "whole.md": lambda: writers()["markdown"].write(drawn_page(), SETTING),
    "region.md": lambda: f"# Ours\n\n{region_text(drawn_page().blocks, 2, SETTING)}\n",
}
LARGE = {
    "wide": lambda: drawing(layers(15, 4)),
    "reduced": lambda: drawing(layers(9, 6)),
    "long": lambda: drawing(many()),
    "one theme": lambda: drawing(layers(30, 3, themes=1)),
}
rendered = pytest.mark.skipif(
    not MODULES or not shutil.which("node"),
    reason="no Node.js with Mermaid; `make test-rendered` gets them",
)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_the_one_that_the_real_tools_have_passed(name: str) -> None:
    found = TEXTS[name]()
    file = PASSED / name
    if REWRITE:
        PASSED.mkdir(exist_ok=True)
        file.write_bytes(found.encode("utf-8"))

    assert found == file.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", LARGE)
def test_no_diagram_is_larger_than_what_is_drawn(name: str) -> None:
    found = LARGE[name]()

    assert found.note
    for diagram in found.diagrams:
        assert len(diagram.text) <= MOST_SIGNS
        assert diagram.text.count("-->") <= MOST_EDGES


def test_a_graph_is_first_freed_of_what_is_implied() -> None:
    assert len(drawing(layers(9, 6)).diagrams) == 1
    assert drawing(layers(9, 6)).diagrams[0].text.count("-->") == 5 * 81


def test_a_graph_cut_by_theme_keeps_every_arrow_that_is_not_implied() -> None:
    found = drawing(layers(15, 4)).diagrams

    assert [diagram.title for diagram in found] == ["theme 0", "theme 1", "theme 2"]
    assert sum(diagram.text.count("-->") for diagram in found) == 3 * 15 * 15


@rendered
@pytest.mark.parametrize("name", ["gantt.mmd", "flowchart.mmd"])
def test_the_real_mermaid_reads_every_title_as_it_is(name: str, tmp_path: Path) -> None:
    (read,) = parsed([TEXTS[name]()], tmp_path)
    titles = [" ".join(plain(title).split()) or "?" for title in TITLES]

    assert read["error"] is None
    shown = [decoded(each) for each in read["names"]]
    bars = [each for each in shown if not each.startswith(("Deadline:", "Commitment:"))]
    remarks = r" \((in progress|effort assumed)\)$"
    assert [re.sub(remarks, "", bar) for bar in bars] == titles


@rendered
@pytest.mark.parametrize("name", LARGE)
def test_the_real_mermaid_reads_large_diagrams(name: str, tmp_path: Path) -> None:
    texts = [diagram.text for diagram in LARGE[name]().diagrams]

    assert [each["error"] for each in parsed(texts, tmp_path)] == [None] * len(texts)


@rendered
@pytest.mark.parametrize("view", ["timeline", "dependencies"])
def test_the_real_mermaid_reads_a_diagram_in_which_nothing_is(
    view: str, tmp_path: Path
) -> None:
    from tests.answers import run

    (tmp_path / "portfolio.yaml").write_text("start: 2027-01-04\n", encoding="utf-8")
    text = run("report", tmp_path, "--view", view, "--format", "mermaid").stdout

    assert [each["error"] for each in parsed([text], tmp_path)] == [None]


@rendered
def test_the_real_mermaid_reads_the_example(tmp_path: Path) -> None:
    from tests.answers import run

    example = HERE.parent.parent / "initiatives"
    texts = [
        run("report", example, "--view", view, "--format", "mermaid").stdout
        for view in ("timeline", "dependencies")
    ]

    assert [each["error"] for each in parsed(texts, tmp_path)] == [None, None]


@rendered
def test_prettier_would_change_nothing(tmp_path: Path) -> None:
    for name in ("whole.md", "region.md"):
        text = TEXTS[name]()
        (tmp_path / name).write_bytes(text.encode("utf-8"))
        node("prettier", "--write", str(tmp_path / name))

        assert (tmp_path / name).read_bytes().decode("utf-8") == text


@rendered
def test_markdownlint_finds_nothing(tmp_path: Path) -> None:
    for name in ("whole.md", "region.md"):
        (tmp_path / name).write_bytes(TEXTS[name]().encode("utf-8"))

        assert "0 error" in node("markdownlint-cli2", name, cwd=tmp_path)


@rendered
def test_the_versions_that_passed_are_on_record() -> None:
    tools = ("jsdom", "markdownlint-cli2", "mermaid", "prettier")
    found = {name: version(name) for name in tools}
    file = PASSED / "versions.json"
    if REWRITE:
        file.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")

    assert json.loads(file.read_text(encoding="utf-8")) == found


def parsed(texts: list[str], folder: Path) -> list[dict[str, Any]]:
    """What Mermaid says of each text."""
    files = [folder / f"{number}.mmd" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text.encode("utf-8"))
    script = [str(HERE / "parse.mjs"), MODULES, *map(str, files)]
    done = subprocess.run(
        ["node", *script], capture_output=True, check=True, encoding="utf-8"
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def decoded(text: str) -> str:
    """A text with the signs that Mermaid keeps coded until it draws."""
    return re.sub(r"ﬂ°°(\d+)¶ß", lambda found: chr(int(found[1])), text).strip()


def node(tool: str, *args: str, cwd: Path | None = None) -> str:
    path = Path(MODULES) / "node_modules" / ".bin" / tool
    done = subprocess.run(
        [str(path), *args], capture_output=True, encoding="utf-8", cwd=cwd, check=False
    )
    return done.stdout + done.stderr


def version(package: str) -> str:
    file = Path(MODULES) / "node_modules" / package / "package.json"
    found: str = json.loads(file.read_text(encoding="utf-8"))["version"]
    return found
