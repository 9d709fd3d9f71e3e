"""The places where people read our words, each with what is read there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from roadmap.cli.app import app
from tests.docs.glossary import phrases
from tests.docs.markdown import ROOT
from tests.docs.pieces import Piece, descriptions, markdown, terminal, values, without
from tests.docs.portfolio_pages import COMMANDS, PORTFOLIOS, own_words, shown

Places = dict[str, Callable[[], Iterator[Piece]]]
GOLDEN = ROOT / "tests" / "writers" / "golden"
MESSAGES = "tests/checks/messages.txt"
OUTPUT = "docs/output.schema.json"
KINDS = (
    *("initiative", "portfolio", "segments", "needs"),
    *("objectives", "evidence", "teams"),
)


def places() -> Places:
    """Each place by its name, and what is read there."""
    return {
        **_documents(),
        **_help(),
        **_rules(),
        **_schemas(),
        **_golden(),
        **_pages(),
    }


def violations(pieces: Iterable[Piece]) -> list[str]:
    """The avoided phrases among the pieces, each with a few of the texts that hold it."""
    found: dict[str, dict[str, None]] = {}
    for kind, text in dict.fromkeys(pieces):
        for phrase, where in _avoidable(kind, text):
            found.setdefault(phrase, {})[f"{kind}: {where}"] = None
    return [f"`{text}` {len(where)}x, {next(iter(where))}" for text, where in found.items()]


@cache
def _avoidable(kind: str, text: str) -> list[tuple[str, str]]:
    """The avoided phrases of a text, each with what stands around it; many are repeated."""
    return [
        (phrase, text[max(match.start() - 30, 0) : match.end() + 30])
        for phrase, search in _banned(kind)
        if (match := search(text))
    ]


@cache
def _banned(kind: str) -> list[tuple[str, Callable[[str], re.Match[str] | None]]]:
    """The phrases that no text of a kind may hold, each with what finds it."""
    return [(it.text, it.pattern().search) for it in phrases() if kind in it.banned]


def _documents() -> Places:
    paths = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
    names = [path.relative_to(ROOT).as_posix() for path in paths]
    return {name: partial(_document, name) for name in names}


def _document(path: str) -> Iterator[Piece]:
    return markdown(_read(path))


def _help() -> Places:
    commands: Any = get_command(app)
    names = [f"{name} " for name in commands.commands]
    return {f"{name}--help": partial(_helped, name) for name in ["", *names]}


def _helped(name: str) -> Iterator[Piece]:
    return terminal(_said(*name.split(), "--help"))


def _rules() -> Places:
    """What `rule` says itself; the pages of all rules are in docs/rules.md."""
    return {"rule": lambda: terminal(_said("rule")), "rule CODE": _manual}


def _manual() -> Iterator[Piece]:
    """The page of a rule that needs a plan; its examples are files."""
    for paragraph in _said("rule", "missed-deadline").split("\n\n"):
        if not paragraph.startswith(("Bad:", "Good:")):
            yield from terminal(paragraph)


def _schemas() -> Places:
    return {OUTPUT: lambda: descriptions(_read(OUTPUT))} | {
        f"schema {kind}": partial(_schema, kind) for kind in KINDS
    }


def _schema(kind: str) -> Iterator[Piece]:
    return descriptions(_said("schema", kind))


def _golden() -> Places:
    names = sorted({path.name.partition(".")[0] for path in GOLDEN.iterdir()})
    return {MESSAGES: _messages} | {
        f"golden {name}": partial(_samples, name) for name in names
    }


def _messages() -> Iterator[Piece]:
    for line in _read(MESSAGES).splitlines():
        yield from terminal(line)


def _samples(name: str) -> Iterator[Piece]:
    for path in sorted(GOLDEN.glob(f"{name}.*")):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            yield from values(text)
        else:
            yield from (markdown if path.suffix == ".md" else terminal)(text, cells=True)


def _pages() -> Places:
    return {
        f"{command} of {name}": partial(_page, command, name)
        for name in PORTFOLIOS
        for command in COMMANDS
    }


def _page(command: str, portfolio: str) -> Iterator[Piece]:
    own = _own_phrases(portfolio)
    for page in shown(command, portfolio):
        yield from markdown(without(page.markdown, own), cells=True)
        yield from terminal(without(page.terminal, own), cells=True)


@cache
def _own_phrases(portfolio: str) -> tuple[str, ...]:
    """What the authors of a portfolio wrote and we would have avoided."""
    return tuple(
        text
        for text in own_words(portfolio)
        if any(phrase.pattern().search(text) for phrase in phrases())
    )


def _read(path: str) -> str:
    """A file of the repository; what it shows of the example is the example's."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return without(text, _own_phrases("the example"))


def _said(*line: str) -> str:
    result = CliRunner().invoke(
        app, list(line), terminal_width=1000, max_content_width=1000
    )
    if result.exit_code:
        raise RuntimeError(f"{line}: exit {result.exit_code}\n{result.output}")
    return result.stdout
