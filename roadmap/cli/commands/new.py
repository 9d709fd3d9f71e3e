"""`roadmap new`: one commented initiative file."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadmap.cli import options
from roadmap.cli.command import START, Command

if TYPE_CHECKING:
    from roadmap.model.portfolio import Portfolio

Title = Annotated[str, typer.Argument(metavar="TITLE", help="What it is called.")]
Theme = Annotated[
    str, typer.Option("--theme", metavar="THEME", show_default=False, help="Its subfolder.")
]
Effort = Annotated[
    str, typer.Option("--effort", metavar="6w", show_default=False, help="How much work.")
]
Team = Annotated[
    str,
    typer.Option("--team", metavar="TEAM", show_default=False, help="Whose work it is."),
]
Needs = Annotated[
    list[str] | None,
    typer.Option(
        "--need", metavar="NEED", show_default=False, help="A need that it meets."
    ),
]
DependsOn = Annotated[
    list[str] | None,
    typer.Option(
        "--depends-on", metavar="ID", show_default=False, help="What it waits for."
    ),
]


def new(
    title: Title,
    inside: options.In = None,
    theme: Theme = "",
    team: Team = "",
    effort: Effort = "",
    need: Needs = None,
    depends_on: DependsOn = None,
) -> None:
    """Write one commented initiative file and print its path."""
    from roadmap.cli.exits import stop
    from roadmap.cli.files import write_text
    from roadmap.cli.load import opened, portfolio_at
    from roadmap.cli.modeline import modeline

    portfolio = opened(inside).portfolio
    _known(portfolio, team, need or (), depends_on or ())
    id = _id(title)
    if not id:
        stop("the title gives no id; it needs a letter or digit")
    if id.casefold() in {known.casefold() for known in portfolio.initiatives}:
        stop(f"there is an initiative `{id}` already; choose another title")
    home = portfolio_at(inside)
    path = home / _theme(theme) / f"{id}.yaml"
    if path.exists():
        stop(f"`{path}` exists; nothing was written")
    text = _text(title, team, _effort(effort, portfolio), need or (), depends_on)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, modeline(path, home, "initiative") + text)
    typer.echo(str(path))
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


def _text(
    title: str, team: str, effort: str, needs: Iterable[str], waits: list[str] | None
) -> str:
    from roadmap.cli.starter import INITIATIVE

    outcomes = [f"  {need}: medium" for need in needs]
    what = f"{{{team}: {effort or '4w'}}}" if team else effort
    listed = ", ".join(_scalar(id) for id in waits or ())
    return INITIATIVE.format(
        title=_scalar(title),
        outcomes="\n".join(["outcomes:", *outcomes])
        if outcomes
        else "# outcomes: {a-need: {impact: medium, evidence: []}}",
        effort=f"effort: {what}" if what else "# effort: 4w",
        depends_on="# depends_on: []" if waits is None else f"depends_on: [{listed}]",
    )


def _scalar(text: str) -> str:
    """Text as a YAML scalar: plain where that reads the same, else quoted."""
    from roadmap.reading.tree import tree

    plain = tree("", f"[{text}]".encode())
    same = plain.documents == [[text]] and not plain.faults and "#" not in text
    return text if same else json.dumps(text, ensure_ascii=False)


COMMAND = Command("new", new, START, 22)
