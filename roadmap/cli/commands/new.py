"""`roadmap new`: one commented initiative file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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
    theme: str = option("", "--theme", metavar="THEME", help="The subfolder it belongs in.")
    team: str = option("", "--team", metavar="TEAM", help="The team that does the work.")
    effort: str = option(
        "", "--effort", metavar="6w", help="How much work it is, such as 6w or 2w..5w."
    )
    need: list[str] | None = option(
        None, "--need", metavar="NEED", help="A need that it addresses; may be repeated."
    )
    depends_on: list[str] | None = option(
        None,
        "--depends-on",
        metavar="ID",
        help="An initiative that it depends on; may be repeated.",
    )
    format: Literal["text", "json"] = option(
        "text", "--format", help="Print the path as a line, or as JSON."
    )


def new(given: NewOptions) -> None:
    """Create one commented initiative file and print its path."""
    from roadmap.cli.destination import destination
    from roadmap.cli.exits import stop
    from roadmap.cli.files import write_text
    from roadmap.cli.load import opened, portfolio_at
    from roadmap.cli.modeline import modeline, schema_path

    _refuse_other_encodings(given)
    portfolio = opened(given.where).portfolio
    _known(portfolio, given.team, given.need or (), given.depends_on or ())
    id = _id(given.title, portfolio)
    home = portfolio_at(given.where)
    name = (_theme(given.theme, home) / f"{id}.yaml").as_posix()
    path, schema = home / name, schema_path(home, "initiative")
    for each in (path, schema):
        destination(each, home)
    there = next((twin for twin in _twins(path) if twin.exists()), None)
    if there is not None:
        stop(f"`{there}` exists; nothing was written")
    text = modeline(path, home, "initiative") + _text(given, portfolio)
    _refuse_unread(home, name, text, id, given.title)
    _make(path.parent, schema.parent)
    write_text(path, text, within=home)
    _tell(path, given.format)
    _add_schema(schema, home)


def _tell(path: Path, form: str) -> None:
    from roadmap.cli.plain_json import put_json

    if form == "json":
        put_json("written", [path.as_posix()])
    else:
        put_line(str(path))


def _refuse_other_encodings(given: NewOptions) -> None:
    """Stop if a word cannot be written to the file because of its encoding."""
    from roadmap.cli.exits import stop
    from roadmap.cli.option import option_of, options_of

    for name, field in options_of(NewOptions).items():
        value = getattr(given, name)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and not _is_unicode(text):
                said = (*option_of(field).flags, f"the {name}")[0]
                stop(f"{said}: `{text}` is no UTF-8 text; set the terminal to UTF-8")


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _id(title: str, portfolio: Portfolio) -> str:
    """The id that a title gives; ends the command where it cannot be used."""
    from roadmap.cli.exits import stop
    from roadmap.reading.ids import complaint
    from roadmap.reading.naming import free_id, id_of

    id = free_id(id_of(title))
    if complaint(id):
        stop("the title gives no id; it needs a letter or digit")
    if id.casefold() in {known.casefold() for known in portfolio.initiatives}:
        stop(f"there is an initiative `{id}` already; choose another title")
    return id


def _theme(theme: str, home: Path) -> Path:
    """The folder of a theme, below the portfolio's; ends the command where it cannot be."""
    from roadmap.cli.exits import stop
    from roadmap.reading.naming import portable
    from roadmap.reading.sources import counts

    there = _is_folder(home / theme)
    folder = Path(theme if there else unicodedata.normalize("NFC", theme))
    if not there and not all(map(portable, folder.parts)):
        stop(f"--theme: not every system can hold a folder `{theme}`")
    if folder.is_absolute() or not counts((folder / "a.yaml").as_posix()):
        stop(f"--theme: `{theme}` cannot be a subfolder of the portfolio")
    return folder


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # too long for a path, or not one
        return False


def _twins(path: Path) -> Iterator[Path]:
    """A file, and its twin with the other extension, which gives the same id."""
    from roadmap.reading.endings import ENDINGS

    yield from (path.with_suffix(ending) for ending in ENDINGS)


def _refuse_unread(home: Path, name: str, text: str, id: str, title: str) -> None:
    """Stop if the file would not be read back as the requested initiative."""
    from roadmap.cli.exits import stop
    from roadmap.cli.load import read_from, sources_of
    from roadmap.diagnostics import Severity
    from roadmap.editing.amended import Amended

    read = read_from(Amended(sources_of(home), {name: text.encode()}))
    for diagnostic in read.diagnostics:
        if (
            diagnostic.place
            and diagnostic.place.file == name
            and diagnostic.severity is Severity.ERROR
        ):
            stop(f"nothing was written: {diagnostic.message}; {diagnostic.cure}")
    made = read.portfolio.initiatives.get(id)
    if made is None or made.title.split() != title.split():
        stop(f"nothing was written: `{home / name}` would not be read as `{title}`")


def _make(*folders: Path) -> None:
    from roadmap.cli.exits import stop

    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            stop(f"cannot make `{folder}`: {error.strerror}")


def _add_schema(path: Path, home: Path) -> None:
    """Write the schema that the file's first line names, unless it exists."""
    from roadmap.cli.exits import say
    from roadmap.cli.files import write_text
    from roadmap.cli.modeline import schema_text

    if not path.exists():
        write_text(path, schema_text("initiative"), within=home)
        say(f"added `{path}`, which lets your editor check the file")


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
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import Terms, estimate

    if stated:
        terms = Terms(portfolio.calendar.days_a_week, portfolio.sizes)
        try:
            estimate(stated, terms)
        except Unreadable as error:
            stop(f"--effort: {error.message}; {error.cure}")
    return stated


def _text(given: NewOptions, portfolio: Portfolio) -> str:
    from roadmap.cli.starter import INITIATIVE
    from roadmap.reading.yaml_text import yaml_text

    effort = yaml_text(_effort(given.effort, portfolio)) if given.effort else ""
    outcomes = [f"  {yaml_text(need)}: medium" for need in given.need or ()]
    what = f"{{{yaml_text(given.team)}: {effort or '4w'}}}" if given.team else effort
    blockers = given.depends_on
    listed = ", ".join(yaml_text(id) for id in blockers or ())
    return INITIATIVE.format(
        title=yaml_text(given.title),
        outcomes="\n".join(["outcomes:", *outcomes])
        if outcomes
        else "# outcomes: {a-need: {impact: medium, evidence: []}}",
        effort=f"effort: {what}" if what else "# effort: 4w",
        depends_on="# depends_on: []" if blockers is None else f"depends_on: [{listed}]",
    )


COMMAND = Command("new", new, NewOptions, START, 22)
