"""Portfolios as files: a folder, an edit of it, and a git repository that keeps both."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roadmap.model.portfolio import Portfolio
from roadmap.reading.read import read
from roadmap.reading.sources import Folder, Texts
from roadmap.scoring.catalogue import words
from roadmap.studies.causes import Cause
from roadmap.studies.difference import Difference, difference
from tests.answers import write

TODAY = date(2027, 1, 4)
SHOP = {
    "portfolio.yaml": """\
start: 2027-01-04
framework: value-effort
teams:
  web: {people: 1, at_once: 1}
  data: {people: 1, at_once: 1}
""",
    "ledger-events.yaml": "title: Events\neffort: {data: 3w}\ndepends_on: []\n",
    "refunds.yaml": """\
title: Refunds
effort: {web: 2w}
depends_on: [ledger-events]
value-effort: {value: 50}
""",
    "invoices.yaml": """\
title: Invoices
effort: {data: 2w}
depends_on: []
value-effort: {value: 10}
""",
    "search.yaml": """\
title: Search
effort: {web: 4w}
depends_on: []
value-effort: {value: 8}
""",
}
Replaced = tuple[str, str, str]


def portfolio(files: Mapping[str, str] | Path) -> Portfolio:
    """What the files say."""
    if isinstance(files, Path):
        return read(Folder(files, files), words(), TODAY).portfolio
    held = Texts({name: text.encode() for name, text in files.items()})
    return read(held, words(), TODAY).portfolio


def edited(files: Mapping[str, str], *replaced: Replaced) -> dict[str, str]:
    """The files with a text in one of them replaced, once each."""
    found = dict(files)
    for name, before, after in replaced:
        assert found[name].count(before) == 1, (name, before)
        found[name] = found[name].replace(before, after)
    return found


def between(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """What differs between two portfolios."""
    return difference(portfolio(old), portfolio(new))


def blamed(found: Difference, id: str) -> tuple[str, list[tuple[str, str]]]:
    """The kind of a cause, and the (id, key) of its edits, the first one first."""
    cause: Cause = found.causes[id]
    edits = [found.changes[number] for share in cause.shares for number in share.changes]
    return cause.kind, [(edit.id, edit.key) for edit in edits]


@dataclass(frozen=True, slots=True)
class Checkout:
    """A git repository of a test."""

    top: Path

    def git(self, *words: str, said: str | None = None) -> str:
        """What git answers to what it is told, or an error of the test's own."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.top,
            env={**os.environ, **_IDENTITY},
            input=said,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def commit(self, files: Mapping[str, str], says: str = "an edit") -> str:
        """A commit with these files written; its id."""
        write(self.top, files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", says)
        return self.git("rev-parse", "HEAD")

    def import_commits(self, name: str, texts: Iterable[str]) -> None:
        """A commit for each text of a file, all of them by one command."""
        branch = self.git("symbolic-ref", "HEAD")
        who = f"{_IDENTITY['GIT_AUTHOR_NAME']} <{_IDENTITY['GIT_AUTHOR_EMAIL']}>"
        head = f"commit {branch}\ncommitter {who} 1799056800 +0000\n{_data('an edit')}"
        stream, first = "", f"from {branch}^0\n"
        for text in texts:
            stream += f"{head}{first}M 100644 inline {name}\n{_data(text)}"
            first = ""
        self.git("fast-import", "--quiet", said=stream)
        self.git("reset", "--quiet", "--hard")


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"


_IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2027-01-04T10:00:00+00:00",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_COMMITTER_DATE": "2027-01-04T10:00:00+00:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def repository(top: Path, files: Mapping[str, str]) -> Checkout:
    """A new repository whose branch main holds the files."""
    top.mkdir(parents=True, exist_ok=True)
    found = Checkout(top)
    found.git("init", "--quiet", "--initial-branch", "main")
    found.commit(files, "the beginning")
    return found
