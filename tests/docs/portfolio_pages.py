"""The pages of every command on a portfolio, in the terminal and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from typer.testing import CliRunner

from roadmap.cli import bringing_forward
from roadmap.cli.app import app
from tests.answers import answer, write
from tests.docs.console import TERMINAL
from tests.docs.markdown import ROOT
from tests.kept_plans import hurry_plans
from tests.studies.files import repository

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SHARED = ROOT.parent / "shared" / "portfolios"
PORTFOLIOS = {"the example": ROOT / "initiatives"} | {
    folder.name: folder for folder in sorted(SHARED.glob("*")) if folder.is_dir()
}
COMMANDS = (
    *("list", "needs", "score", "sequence", "plan", "forecast"),
    *("explain", "report", "diff", "log", "check"),
)
EDITS = (
    (r"\beffort: .*", "effort: 7w"),
    (r"\bdefault_effort: .*", "default_effort: 2w"),
    (r"\bpeople: \d+", "people: 1"),
    (r"\bimportance: .*", "importance: 9.5"),
    (r"\bconfidence: \d+%", "confidence: 20%"),
    (r"\bpromised: .*", "promised: {date: 2027-01-29, to: a partner}"),
    (r"\bdepends_on:\n +- .*", "depends_on: []"),
    (r"\bstatus: proposed", "status: paused"),
    (r"\btitle: .*", "title: Another title"),
)
"""What is edited to see what `diff` and `log` say, each where it is first found."""
ADDED = {"a-new-one.yaml": "title: A new one\neffort: 2w\ndepends_on: []\n"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One page in two formats; both are whole, so nothing in them is cut."""

    terminal: str
    markdown: str


@cache
def shown(command: str, portfolio: str) -> tuple[Shown, ...]:
    """The pages of a command on a portfolio, planned quickly rather than well."""
    folder = PORTFOLIOS[portfolio]
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as name:
        hurry_plans(patch)
        for number in ("BEST", "TEAMS"):  # one lever says all that three say
            patch.setattr(bringing_forward, number, 1)
        for key, value in TERMINAL.items():
            patch.setenv(key, value)
        with chdir(name):
            return tuple(_shown(line) for line in _lines(command, folder))


@cache
def own_words(portfolio: str) -> frozenset[str]:
    """All that the authors of a portfolio wrote as values: titles, statements, notes."""
    found: set[str] = set()
    for path in PORTFOLIOS[portfolio].rglob("*.yaml"):
        for document in yaml.load_all(path.read_text(encoding="utf-8"), LOADER):
            found.update(_texts(document))
    return frozenset(found)


def edited(folder: Path) -> dict[str, str]:
    """The files of a portfolio, with each of the edits made where it can be."""
    files = _files(folder)
    for before, after in EDITS:
        for name, text in files.items():
            if re.search(before, text):
                files[name] = re.sub(before, after, text, count=1)
                break
    return files | ADDED


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def _lines(command: str, folder: Path) -> Iterator[list[str]]:
    """The command lines that show all that a command has to say."""
    match command:
        case "explain":
            yield from ([command, id, "-C", str(folder)] for id in _one_of_each(folder))
        case "report":
            for audience in ("team", "board", "customer"):
                yield [command, str(folder), "--audience", audience]
        case "diff":
            write(Path("edited"), edited(folder))
            yield [command, str(folder), "edited"]
        case "log":
            before, after = ({f"initiatives/{n}": t for n, t in files.items()} for files in
                             (_files(folder), edited(folder)))  # fmt: skip
            checkout = repository(Path("checkout"), before)
            checkout.commit(after)
            checkout.commit(before)
            yield [command, "checkout"]
        case "check":
            yield [command, str(folder), "--plan", "--exit-zero"]
        case _:
            yield [command, str(folder)]


def _one_of_each(folder: Path) -> list[str]:
    """An initiative of every status, and one with and one without a value of its own."""
    found: dict[object, str] = {}
    for each in answer("list", folder)["initiatives"]:
        found.setdefault(each["status"], each["id"])
        found.setdefault(each["value"] is None, each["id"])
    return sorted(set(found.values()))


def _shown(line: list[str]) -> Shown:
    formats = [f"--format={name}:page.{name}" for name in ("terminal", "markdown")]
    result = CliRunner().invoke(app, [*line, "--all", "--force", *formats])
    if result.exit_code not in (0, 1):
        raise RuntimeError(f"{line}: exit {result.exit_code}\n{result.output}")
    texts = (Path(f"page.{name}").read_text("utf-8") for name in ("terminal", "markdown"))
    return Shown(*texts)


def _texts(found: object) -> Iterator[str]:
    if isinstance(found, dict):
        for value in found.values():
            yield from _texts(value)
    elif isinstance(found, list):
        for value in found:
            yield from _texts(value)
    elif isinstance(found, str):
        yield found
