"""GitHub: a shell script of `gh` commands to read before it is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from roadmap.importers.outgoing import Form, Outgoing, Written, amount
from roadmap.importers.texts import harmless, one_line
from roadmap.model.initiative import Status

HEAD = """\
#!/bin/sh
# Issues for the roadmap. Read this script, then run it in a clone of the repository.
# It needs gh 2.94 or newer, for --add-blocked-by; what it creates, it creates each time.
set -eu
"""
_KNOWN = re.compile(r"(?:(?P<repository>[\w.-]+/[\w.-]+))?#(?P<number>\d+)")


def _write(rows: Sequence[Outgoing], days_a_week: int) -> Written:
    names = {row.id: f"issue_{number}" for number, row in enumerate(rows, start=1)}
    lines = [HEAD]
    for row in rows:
        lines += _issue(row, names[row.id])
    lines += _links(rows, names)
    return Written("\n".join(lines) + "\n")


def _issue(row: Outgoing, name: str) -> Iterator[str]:
    """The commands that make an issue, or bring the one that there is up to date."""
    yield f"# {one_line(row.title)}"
    title, body = f"--title={_quoted(row.title)}", f"--body={_quoted(_body(row))}"
    known = _KNOWN.fullmatch(row.key)
    if known:
        where = f" --repo={quote(known['repository'])}" if known["repository"] else ""
        yield f"{name}={quote(_address(row, known['number']))}"
        yield f"gh issue edit {known['number']}{where} {title}"
        if row.status in (Status.DELIVERED, Status.DROPPED):
            why = "completed" if row.status is Status.DELIVERED else "'not planned'"
            yield f"gh issue close {known['number']}{where} --reason={why}"
    else:
        labels = "".join(f" --label={_quoted(label)}" for label in row.labels)
        yield f"{name}=$(gh issue create {title} {body}{labels})"
    yield ""


def _address(row: Outgoing, number: str) -> str:
    """What names an issue in any repository: its address; its number where none is said."""
    repository = row.key.partition("#")[0]
    if not repository:
        return number
    end = f"/{repository}/issues/{number}"
    return row.url if row.url.endswith(end) else f"https://github.com{end}"


def _links(rows: Sequence[Outgoing], names: Mapping[str, str]) -> Iterator[str]:
    linked = [row for row in rows if any(first in names for first in row.depends_on)]
    if linked:
        yield "# Dependencies"
    for row in linked:
        for first in row.depends_on:
            if first in names:
                waits, comes = names[row.id], names[first]
                yield f'gh issue edit "${waits}" --add-blocked-by="${comes}"'


def _body(row: Outgoing) -> str:
    facts = [] if row.rank is None else [f"Rank {row.rank}"]
    if row.start and row.end:
        facts.append(f"planned {row.start.isoformat()} to {row.end.isoformat()}")
    if row.weeks:
        unit = "person-week" if row.weeks == 1 else "person-weeks"
        facts.append(f"{amount(row.weeks)} {unit}")
    if row.owners:
        facts.append(f"owner {', '.join(row.owners)}")
    said = f"{', '.join(facts)}." if facts else ""
    return "\n\n".join(filter(None, [row.summary, said, f"Roadmap id: {row.id}"]))


def _quoted(text: str) -> str:
    """A value that the shell takes as it is; signs that no terminal prints are dropped."""
    return quote("\n".join(map(harmless, text.split("\n"))))


FORM = Form("github", _write)
