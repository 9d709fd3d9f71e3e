"""The pages in docs/frameworks say what the program computes, to the last figure."""

from __future__ import annotations

import os
import re
from datetime import date
from fractions import Fraction
from math import prod
from pathlib import Path

import pytest

from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Word
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.catalogue import frameworks, scores, words
from roadmap.scoring.figures import brief, rounded
from roadmap.scoring.framework import Leaf, Score

PAGES = Path(__file__).parents[2] / "docs" / "frameworks"
BEGIN = "<!-- frameworks: written by `make rewrite` -->\n\n"
END = "\n<!-- end of frameworks -->\n"
USUAL = "customer-value"


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def blocks(text: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def named(text: str) -> dict[str, bytes]:
    """The blocks that begin with a file's name."""
    found = (re.match(r"# (\S+\.yaml)\n", block) for block in blocks(text))
    return {match[1]: match.string.encode() for match in found if match}


def portfolio(files: dict[str, bytes]) -> Portfolio:
    found = read(Texts(files), words(), date(2027, 1, 4))

    assert found.diagnostics == ()

    return found.portfolio


def rows(text: str) -> dict[str, list[Fraction]]:
    """The rows of all tables of figures, by the claim that they begin with."""
    found: dict[str, list[Fraction]] = {}
    for line in text.splitlines():
        first, *rest = [cell.strip() for cell in line.strip("|").split("|")]
        if rest and all(re.fullmatch(r"-?[\d./]+( %)?", cell) for cell in rest):
            found[first.strip("`")] = [amount(cell) for cell in rest]
    return found


def amount(cell: str) -> Fraction:
    if cell.endswith("%"):
        return Fraction(cell.removesuffix("%").strip()) / 100
    upper, _, lower = cell.partition("/")
    return Fraction(upper) / Fraction(lower or 1)


def example(framework: str) -> tuple[Score, dict[str, Leaf]]:
    found = scores(portfolio(named(page("customer-value.md"))), framework)["bill-forecast"]
    return found, {leaf.target: leaf for leaf in found.leaves}


@pytest.mark.parametrize("framework", ["customer-value", "rice"])
def test_the_worked_example_is_what_the_program_computes(framework: str) -> None:
    leaves = example(framework)[1]
    told = rows(page(f"{framework}.md"))

    assert leaves.keys() <= told.keys()
    for target, leaf in leaves.items():
        *factors, points = told[target]
        assert points == leaf.points
        assert points == rounded(prod(factors, start=Fraction(1)))


def test_the_totals_of_the_worked_examples_are_what_the_program_computes() -> None:
    points, claims = example("customer-value")
    rice, _ = example("rice")
    text = page("customer-value.md")

    assert points.value == Fraction("34.53")
    assert "**34.53 points**" in text
    assert (
        f"34.53 ÷ {brief(points.size, 2)} = **{brief(points.score or Fraction(0))}**"
        in text
    )
    assert f"{brief(claims['retention'].gain or Fraction(0), 2)}0 points more" in text
    assert f"{brief(rice.value or Fraction(0), 2)} ÷ 9.5" in page("rice.md")
    assert f"**{round(rice.score or 0)}**" in page("rice.md")


def test_the_example_for_everybody_is_what_the_program_computes() -> None:
    files = named(page("customer-value.md"))
    everybody = files["bill-forecast.yaml"].replace(b"    segments: [families]\n", b"")
    facts = portfolio({**files, "bill-forecast.yaml": everybody})
    leaf = scores(facts, "customer-value")["bill-forecast"].leaves[0]

    assert leaf.points == Fraction("31.1")
    assert "= 31.10 points" in page("customer-value.md")


def test_the_stated_values_are_divided_as_the_pages_say() -> None:
    plain = portfolio(named(page("value-effort.md")))
    stated = next(block for block in blocks(page("rice.md")) if block.startswith("rice:"))

    assert scores(plain, "value-effort")["one-login"].score == 5
    assert "**5**" in page("value-effort.md")
    assert scores(portfolio({"a.yaml": stated.encode()}), "rice")["a"].score == 3200
    assert "**3200**" in page("rice.md")


def test_every_constant_and_every_term_is_on_its_frameworks_page() -> None:
    constants, terms = set(), set()
    for framework in frameworks().values():
        text = page(framework.page)
        for section in framework.words.portfolio:
            for key, word in keys(section.words):
                constants.add(key)
                assert f"| `{key}` | {word.default} | {word.help} |" in text
        for section in framework.words.initiative:
            for word in section.words:
                terms.add(word.key)
                assert f"`{word.key}`" in text or f"{word.key}:" in text

    assert len(constants) > 10
    assert {"reach", "value"} <= terms


def test_the_index_lists_every_framework_as_it_describes_itself() -> None:
    index = page("README.md")
    before, _, rest = index.partition(BEGIN)
    _, _, after = rest.partition(END)
    written = f"{before}{BEGIN}{listed()}{END}{after}"
    if os.environ.get("ROADMAP_REWRITE"):
        (PAGES / "README.md").write_text(written, encoding="utf-8", newline="\n")

    assert page("README.md") == written, "`make rewrite` renews it"


def listed() -> str:
    """The index of frameworks, those that need no stated values first."""
    every = sorted(
        frameworks().values(),
        key=lambda framework: (framework.name != USUAL, framework.name),
    )
    rows = [
        f"| [`{framework.name}`]({framework.page}) "
        f"| {framework.measures} | {framework.fits} |\n"
        for framework in every
    ]
    return f"| name | value | when it fits |\n|---|---|---|\n{''.join(rows)}"


def keys(found: tuple[Word, ...], above: str = "") -> list[tuple[str, Word]]:
    return [
        pair
        for word in found
        for pair in (keys(word.words, f"{word.key}.") or [(above + word.key, word)])
    ]
