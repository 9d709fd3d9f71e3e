"""`roadmap publish`: write down the dates that people are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import LEFT_OUT, left_out, say, stop
from roadmap.cli.options import AsOf, Foretelling, InFolder, Planning, Scoring
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import query
from roadmap.cli.streams import put_line

if TYPE_CHECKING:
    from pathlib import Path

    from roadmap.cli.told_dates import Retold
    from roadmap.reading.sources import Folder
    from roadmap.views.answer import Answer


COMMENT = (
    "The dates we have told people. Written by `roadmap publish`; review it like code."
)


@dataclass(frozen=True, kw_only=True)
class PublishOptions(InFolder, AsOf, Scoring, Planning, Foretelling):
    """Every option of `publish`."""


def publish(given: PublishOptions) -> None:
    """Record today's dates in published.yaml, so that later plans keep them."""
    from roadmap.cli.compute import answered
    from roadmap.cli.load import portfolio_at, sources_of
    from roadmap.cli.told_dates import retold, told_dates
    from roadmap.editing.published_text import published_text

    home = portfolio_at(given.where)
    sources = sources_of(home)
    file = _file(sources, home)
    answer = answered(query(given), PLAN)
    _refuse_gaps(answer)
    told = told_dates(answer, file)
    text, before = published_text(told, COMMENT), _before(sources, file)
    if text == before:
        say(f"`{file}` is up to date; nothing was written")
        return
    _write(home, file, text, sources)
    say(_summary(retold(answer.portfolio.published, told)))
    put_line(str(home / file))


def _file(sources: Folder, home: Path) -> str:
    """The file's name; stops where it would count as an initiative."""
    from roadmap.reading.published import NAME
    from roadmap.reading.reserved import reserved

    held = reserved(sources.names()[0])
    if not held:
        stop(f"add a `portfolio.yaml` to `{home}` first; it may be empty")
    return next((name for name, holds in held.items() if holds == NAME), f"{NAME}.yaml")


def _refuse_gaps(answer: Answer) -> None:
    """Stop where the plan is not whole: people would be told half of it."""
    from roadmap.diagnostics import Severity
    from roadmap.sequencing.results import uninterrupted

    if answer.plan is not None:
        uninterrupted(answer.plan)
    errors = sum(finding.severity is Severity.ERROR for finding in answer.findings)
    if errors:
        cure = "correct what `roadmap check` shows first"
        stop(f"{left_out(errors)}, so nothing was published; {cure}", LEFT_OUT)


def _before(sources: Folder, file: str) -> str:
    """The file as it is, empty where there is none; line ends do not count."""
    try:
        return sources.read(file).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""


def _write(home: Path, file: str, text: str, sources: Folder) -> None:
    """Write the file, unless it could not be read again."""
    from roadmap.cli.files import write_text
    from roadmap.cli.load import read_from
    from roadmap.editing.amended import Amended

    again = read_from(Amended(sources, {file: text.encode("utf-8")}))
    for fault in again.diagnostics:
        if fault.place and fault.place.file == file:
            stop(f"`{file}` would be wrong, so nothing was written: {fault.message}")
    write_text(home / file, text, force=True, within=home)


def _summary(told: Retold) -> str:
    """What readers of the dates will notice."""
    parts = (
        (told.new, "new"),
        (told.changed, "changed"),
        (told.gone, "withdrawn"),
        (told.same, "unchanged"),
    )
    said = ", ".join(f"{number} {what}" for number, what in parts if number)
    return f"published dates: {said or 'none'}"


COMMAND = Command("publish", publish, PublishOptions, KEEP, 16)
