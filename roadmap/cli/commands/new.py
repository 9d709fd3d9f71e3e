"""`roadmap new`: one commented initiative file."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.command import START, Command
from roadmap.cli.option import option, required
from roadmap.cli.options import Inside
from roadmap.cli.streams import put_line

if TYPE_CHECKING:
    from roadmap.model.portfolio import Portfolio


@dataclass(frozen=True, kw_only=True)
class NewOptions(Inside):
    """Every option of `new`."""

    title: str = required("TITLE", "What it is called.")
    theme: str = option("", "--theme", metavar="THEME", help="Its subfolder.")
    team: str = option("", "--team", metavar="TEAM", help="The team that does the work.")
    effort: str = option("", "--effort", metavar="6w", help="How much work it is.")
    need: list[str] | None = option(
        None, "--need", metavar="NEED", help="A need that it addresses; may be repeated."
    )
    depends_on: list[str] | None = option(
        None, "--depends-on", metavar="ID", help="What blocks it; may be repeated."
    )


def new(given: NewOptions) -> None:
    """Create one commented initiative file and print its path."""
    from roadmap.cli.exits import stop
    from roadmap.cli.files import write_text
    from roadmap.cli.load import opened, portfolio_at
    from roadmap.cli.modeline import modeline

    portfolio = opened(given.where).portfolio
    _known(portfolio, given.team, given.need or (), given.depends_on or ())
    id = _id(given.title)
    if not id:
        stop("the title gives no id; it needs a letter or digit")
    if id.casefold() in {known.casefold() for known in portfolio.initiatives}:
        stop(f"there is an initiative `{id}` already; choose another title")
    home = portfolio_at(given.where)
    path = home / _theme(given.theme) / f"{id}.yaml"
    if path.exists():
        stop(f"`{path}` exists; nothing was written")
    text = _text(given, _effort(given.effort, portfolio))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, modeline(path, home, "initiative") + text)
    put_line(str(path))
    _add_schema(home)


def _add_schema(home: Path) -> None:
    """Put the schema that the file's first line names beside it, unless it is there."""
    from roadmap.cli.exits import say
    from roadmap.cli.files import write_text
    from roadmap.cli.modeline import schema_path, schema_text

    path = schema_path(home, "initiative")
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        write_text(path, schema_text("initiative"))
        say(f"`{path}` is the schema that editors check it by")


def _known(
    portfolio: Portfolio, team: str, needs: Iterable[str], waits: Iterable[str]
) -> None:
    from roadmap.cli.exits import unknown

    if team and team not in portfolio.teams and "teams" in portfolio.sections:
        unknown("team", team, portfolio.teams)
    for need in needs:
        if need not in portfolio.needs and "needs" in portfolio.sections:
            unknown("need", need, portfolio.needs)
    for id in waits:
        if id not in portfolio.initiatives:
            unknown("initiative", id, portfolio.initiatives)


def _effort(stated: str, portfolio: Portfolio) -> str:
    from roadmap.cli.exits import stop
    from roadmap.reading.scalars import Terms, Unreadable, estimate

    if stated:
        terms = Terms(portfolio.calendar.days_a_week, portfolio.sizes)
        try:
            estimate(stated, terms)
        except Unreadable as error:
            stop(f"--effort: {error.message}; {error.cure}")
    return stated


def _theme(theme: str) -> Path:
    from roadmap.cli.exits import stop

    parts = Path(theme).parts
    if Path(theme).is_absolute() or any(part.startswith((".", "_")) for part in parts):
        stop(f"--theme: `{theme}` cannot be a subfolder of the portfolio")
    return Path(*parts)


def _id(title: str) -> str:
    """A title as an id: lower case, words joined by `-`."""
    text = unicodedata.normalize("NFC", title).lower()
    words = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return "-".join(words)[:60].strip("-")


def _text(given: NewOptions, effort: str) -> str:
    from roadmap.cli.starter import INITIATIVE

    outcomes = [f"  {need}: medium" for need in given.need or ()]
    what = f"{{{given.team}: {effort or '4w'}}}" if given.team else effort
    blockers = given.depends_on
    listed = ", ".join(_scalar(id) for id in blockers or ())
    return INITIATIVE.format(
        title=_scalar(given.title),
        outcomes="\n".join(["outcomes:", *outcomes])
        if outcomes
        else "# outcomes: {a-need: {impact: medium, evidence: []}}",
        effort=f"effort: {what}" if what else "# effort: 4w",
        depends_on="# depends_on: []" if blockers is None else f"depends_on: [{listed}]",
    )


def _scalar(text: str) -> str:
    """Text as a YAML scalar: plain where that reads the same, else quoted."""
    from roadmap.reading.tree import tree

    plain = tree("", f"[{text}]".encode())
    same = plain.documents == [[text]] and not plain.faults and "#" not in text
    return text if same else json.dumps(text, ensure_ascii=False)


COMMAND = Command("new", new, NewOptions, START, 22)
