"""Publish a report: to stdout, to a file, or into the regions of a document."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import unified_diff
from typing import TYPE_CHECKING, NoReturn

from roadmap.cli.exits import LEFT_OUT, say
from roadmap.cli.files import write_text
from roadmap.cli.output import Target, put
from roadmap.cli.report_request import Document, ReportRequest
from roadmap.cli.streams import put_out

if TYPE_CHECKING:
    from roadmap.views.answer import Answer
    from roadmap.views.page import Page


def publish(answer: Answer, request: ReportRequest, where: Sequence[Target]) -> None:
    """Write a report to all its targets, or with `check` say which are out of date."""
    from roadmap.cli.documents import document

    pages = {target.name: _page(answer, request, target.name) for target in where}
    screens = [target for target in where if target.file is None]
    files = [target for target in where if target.file]
    documents = [document(answer, pages[it.name], request, it) for it in files]
    if request.check:
        _compare(documents, request.command)
        return
    for target in screens:
        put(pages[target.name], (target,), all=request.all)
    _explain_emptiness(answer, request)
    for each in documents:
        if each.before != each.after:
            write_text(each.path, each.after, force=True)


def _page(answer: Answer, request: ReportRequest, form: str) -> Page:
    """The page for a format; what can be clicked through is made for HTML alone."""
    from roadmap.views.pages import report, showcase
    from roadmap.views.part import Audience
    from roadmap.views.what_if import supposing

    made = showcase.page if form == "html" else report.page
    page = made(answer, request.views, request.audience)
    return supposing(page, answer, public=request.audience is Audience.CUSTOMER)


def _explain_emptiness(answer: Answer, request: ReportRequest) -> None:
    from roadmap.views.part import Audience
    from roadmap.views.public import nothing_is_decided

    if request.audience is Audience.CUSTOMER and nothing_is_decided(answer):
        say(
            "no initiative is committed or in progress, so customers see none; "
            "include proposals with --status proposed"
        )


def _compare(documents: Sequence[Document], command: str) -> None:
    """Exit with the differences if anything is out of date, and say how to update it."""
    stale = [each for each in documents if each.before != each.after]
    put_out("".join(map(difference, stale)))
    if stale:
        _out_of_date(stale, command)


def difference(document: Document) -> str:
    """What would change in a file, line by line, harmless to a terminal."""
    from roadmap.writers.text.safe import plain

    name = document.path.as_posix()
    lines = unified_diff(
        (document.before or "").splitlines(),
        document.after.splitlines(),
        f"{name} (as it is)",
        f"{name} (as it should be)",
        lineterm="",
    )
    return "".join(f"{plain(line)}\n" for line in lines)


def _out_of_date(stale: Sequence[Document], command: str) -> NoReturn:
    lacking = [f"`{each.path}`" for each in stale if each.before is None]
    old = [f"`{each.path}`" for each in stale if each.before is not None]
    said = []
    if lacking:
        verb = "does" if len(lacking) == 1 else "do"
        said.append(f"{' and '.join(lacking)} {verb} not exist yet")
    if old:
        said.append(f"{' and '.join(old)} {'is' if len(old) == 1 else 'are'} out of date")
    say(f"{' and '.join(said)}; to update, run: {command}")
    sys.exit(LEFT_OUT)
