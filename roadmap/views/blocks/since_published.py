"""What is different since dates were published, and what moves each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from roadmap.studies.difference import Difference
from roadmap.studies.published_shifts import PublishedShift
from roadmap.studies.since_published import MoveCause, NoEdits, SincePublished
from roadmap.views.page import Line
from roadmap.views.phrases.causes import because, names_of
from roadmap.views.phrases.changes import phrase
from roadmap.views.phrases.english import count
from roadmap.views.phrases.spans import days_passed

FEW = 3
"""Edits that are told; of more only the number."""
_MISSING = {
    NoEdits.NO_GIT: "git has no history of this folder",
    NoEdits.NOT_COMMITTED: "no commit holds the published dates as they stand",
    NoEdits.SHALLOW: "this clone is shallow and may lack the commit that published them",
    NoEdits.UNREADABLE: "nothing of the commit that published these dates can be read",
}
UNEXPLAINED = "no edit moves it on its own"


def since_lines(since: SincePublished) -> Iterator[Line]:
    """What is different since, or why nobody can say what was edited."""
    days = [days_passed(since.days)] if since.days else []
    if since.difference is not None:
        yield Line("; ".join([_edits(since, since.difference), *days]) + ".")
    elif since.why is not None:
        unknown = f"What was edited since is unknown, as {_MISSING[since.why]}"
        yield Line("; ".join([unknown, *days]) + ".")


def _edits(since: SincePublished, edited: Difference) -> str:
    changes, commit = edited.changes, since.commit[:10]
    if not changes:
        return f"Nothing was edited since commit {commit} published these dates"
    since_then = f"Since commit {commit} published these dates"
    if len(changes) <= FEW:
        names = names_of(edited)
        return f"{since_then}, {'; '.join(phrase(change, names) for change in changes)}"
    number = count(len(changes), "edit")
    return f"{since_then}, there were {number} (`roadmap diff {commit}` lists them)"


def causes_of(
    since: SincePublished, shifts: Sequence[PublishedShift], *, alone: bool = False
) -> Mapping[str, str]:
    """What moves each published date, in words, by id.

    Edits that stand above are only referred to, unless each text is read `alone`.
    """
    if since.difference is None:
        return {}
    number = len(since.difference.changes)
    known = set(range(number)) if number <= FEW and not alone else set()
    told = {}
    for id, cause in since.causes(shifts).items():
        told[id] = _told(since, since.difference, cause, known)
        for share in cause.edits.shares if cause.edits and not alone else ():
            known.update(share.changes)
    return told


def _told(
    since: SincePublished, edited: Difference, cause: MoveCause, known: set[int]
) -> str:
    edits = []
    if cause.edits:
        only = bool(known) and len(edited.changes) == 1
        edits = ["that edit" if only else because(edited, cause.edits, known)]
    days = [days_passed(since.days)] if cause.days and since.days else []
    return "; ".join([*edits, *days]) or UNEXPLAINED
