"""`roadmap export`: order, dates and links in the form that a tracker takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roadmap.cli.command import START, Command
from roadmap.cli.exits import stop
from roadmap.cli.option import option
from roadmap.cli.options import OUTPUT, AsOf, Filtering, InFolder, Ordering, Planning


@dataclass(frozen=True, kw_only=True)
class ExportOptions(InFolder, AsOf, Ordering, Planning, Filtering):
    """Every option of `export`."""

    to: str = option(
        "csv", "--to", metavar="FORM", help="The form: csv, github or jira.", silent=False
    )
    changed_since: str | None = option(
        None,
        "--changed-since",
        metavar="REV",
        help="Only initiatives that are new or edited since this git revision.",
    )
    output: Path | None = option(
        None,
        "-o",
        "--output",
        metavar="FILE",
        help="Write to this file; Jira's links go to FILE-links.csv beside it.",
        panel=OUTPUT,
    )
    force: bool = option(False, "--force", help="Replace files that exist.", panel=OUTPUT)


def export(given: ExportOptions) -> None:
    """Write the roadmap in the form that a tracker imports."""
    from roadmap.cli.compute import answered
    from roadmap.cli.exits import say, unknown
    from roadmap.cli.exporting import changed_since, outgoing
    from roadmap.cli.query import PLAN
    from roadmap.cli.query_command import leave, query
    from roadmap.cli.streams import put_out
    from roadmap.importers.forms import forms

    known = forms()
    if given.to not in known:
        unknown("form", given.to, known)
    answer = answered(query(given), PLAN)
    since = given.changed_since
    only = changed_since(given.where, since, answer) if since else None
    rows = outgoing(answer, given.to, only)
    written = known[given.to].write(rows, answer.portfolio.calendar.days_a_week)
    if given.output is None:
        put_out(written.text)
        if any(text.count("\n") > 1 for text in written.beside.values()):
            say("links are a file of their own: name a file with -o to get both")
    else:
        _save(given.output, written.text, written.beside, force=given.force)
    leave(answer)


def _save(path: Path, text: str, beside: Mapping[str, str], *, force: bool) -> None:
    """Write all files, or none where one of them exists."""
    from roadmap.cli.destination import destination
    from roadmap.cli.files import write_text
    from roadmap.cli.streams import put_line

    files = {path: text}
    files |= {path.with_name(path.stem + end): more for end, more in beside.items()}
    for file in files:
        place = destination(file)
        if place.mode is not None and not place.stream and not force:
            stop(f"`{file}` exists; --force replaces it")
    for each, content in files.items():
        write_text(each, content, force=True)
        put_line(str(each))


COMMAND = Command("export", export, ExportOptions, START, 24)
