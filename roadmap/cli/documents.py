"""Documents with a report: whole files, or regions of a file that somebody maintains."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.destination import destination, refuse_read_only
from roadmap.cli.exits import stop, unknown
from roadmap.cli.files import MARK, refuse_foreign
from roadmap.cli.output import Target, writer_for
from roadmap.cli.report_request import Document, ReportRequest, known_views

if TYPE_CHECKING:
    from roadmap.editing.regions import Region
    from roadmap.views.answer import Answer
    from roadmap.views.page import Block, Page
    from roadmap.writers.writer import Setting, Writer

HEAD = f"{MARK} report` -->"
OPTIONS = ("audience", "view")


def document(
    answer: Answer, page: Page, request: ReportRequest, target: Target
) -> Document:
    """What a file should hold; ends the command where it must not be touched."""
    from roadmap.cli.region_faults import fault_text
    from roadmap.editing.regions import regions

    path = target.file or Path()
    before = _text(path, request.check)
    if target.name == "markdown" and before is not None:
        marked = regions(before)
        for fault in marked.faults:
            stop(f"{path}:{fault.line}:{fault.column}: {fault_text(fault)}")
        if marked.regions:
            after = _with_regions(answer, request, path, before, marked.regions)
            return Document(path, before, after)
    writer = writer_for(page, target.name)
    after = _whole(page, request, writer, before)
    refuse_foreign(path, after, writer, force=request.force)
    return Document(path, before, after)


def _whole(page: Page, request: ReportRequest, writer: Writer, before: str | None) -> str:
    from roadmap.editing.lines import newline_of

    text = writer.write(page, _setting(request))
    if writer.name != "markdown":
        return text
    newline = newline_of(before) if before else "\n"
    return f"{HEAD}\n\n{text}".replace("\n", newline)


def _setting(request: ReportRequest) -> Setting:
    from roadmap.writers.writer import Setting

    return Setting(all=request.all)


def _with_regions(
    answer: Answer,
    request: ReportRequest,
    path: Path,
    before: str,
    marked: tuple[Region, ...],
) -> str:
    from roadmap.editing.regions import replaced
    from roadmap.views.pages.report import region
    from roadmap.writers.markdown.region import region_text

    if request.views:
        stop(f"`{path}` has regions, and these name their views: leave --view out")
    asked = [_asked(path, each, request) for each in marked]
    contents = (
        region_text(
            (*_condition(answer, own), *region(answer, own.views, own.audience)),
            each.level + 1,
            _setting(own),
        )
        for each, own in zip(marked, asked, strict=True)
    )
    return replaced(before, marked, contents)


def _condition(answer: Answer, request: ReportRequest) -> tuple[Block, ...]:
    """What a region supposes, so that no document passes a scenario off as the plan."""
    from roadmap.views.page import Prose
    from roadmap.views.part import Audience
    from roadmap.views.what_if import supposed_lines

    customers = request.audience is Audience.CUSTOMER
    lines = tuple(supposed_lines(answer, public=customers))
    return (Prose(lines),) if lines else ()


def _asked(path: Path, region: Region, request: ReportRequest) -> ReportRequest:
    """What a region wants to show, and to whom."""
    from roadmap.views.part import Audience

    at = f"{path}:{region.line}:{region.column}: "
    for key in region.options:
        if key not in OPTIONS:
            unknown("option", key, OPTIONS, at)
    audience = region.options.get("audience", request.audience.value)
    if audience not in list(Audience):
        unknown("audience", audience, list(Audience), at)
    names = region.options.get("view", region.name).split(",")
    reader = Audience(audience)
    return replace(request, views=known_views(names, reader, at), audience=reader)


def _text(path: Path, check: bool) -> str | None:
    """What stands in a file, byte for byte; None where there is none, or only a stream."""
    from roadmap.reading.sources import file_bytes

    place = destination(path)
    if not check:
        refuse_read_only(place)
    elif place.stream:
        stop(f"--check needs a file to look at; `{path}` is none")
    if place.mode is None or place.stream:
        return None
    try:
        return file_bytes(str(path)).decode("utf-8")
    except UnicodeDecodeError:
        stop(f"`{path}` is no UTF-8 text")
    except OSError as error:
        stop(f"cannot read `{path}`: {error.strerror or error}")
