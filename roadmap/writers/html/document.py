"""A page as one HTML file: style and script inside, nothing fetched."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from roadmap.views.page import (
    Cell,
    Findings,
    Links,
    Page,
    Row,
    Table,
    Timeline,
)
from roadmap.views.pictures import Board, Landscape
from roadmap.views.readable import readable
from roadmap.writers.html.calendar_picture import calendar_picture
from roadmap.writers.html.calendar_rows import calendar_rows, grid
from roadmap.writers.html.density import density
from roadmap.writers.html.facets import FACETS, edges, facets, values
from roadmap.writers.html.landscape_picture import kinds_of, landscape_picture
from roadmap.writers.html.letters import anchor, cut, fitted, pieces
from roadmap.writers.text.cells import cell_text
from roadmap.writers.text.counted import brief_count, counted
from roadmap.writers.text.dependency_list import dependency_list
from roadmap.writers.text.folded import fold_text, folded
from roadmap.writers.text.listed import path_of
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import Setting

if TYPE_CHECKING:
    from jinja2 import Environment

MARK = '<meta name="generator" content="roadmap">'


def document(page: Page, setting: Setting) -> str:
    """A page as HTML; one without sections is its blocks, one below the other."""
    style, script = _asset("page.css") + _grids(page), _asset("page.js")
    dossiers = {dossier.id for dossier in page.dossiers}
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            page=page,
            style=style,
            script=script if page.sections else "",
            style_hash=_hash(style),
            script_hash=_hash(script),
            mark=MARK,
            facets=facets(page.dossiers),
            filters=[(name, values(page.dossiers, name)) for name in FACETS],
            edges=edges(page),
            known=dossiers,
            everything=setting.all,
        )
    )


def _grids(page: Page) -> str:
    """Style for each timeline on a page: attributes may hold none."""
    inside = (block for section in page.sections for block in section.blocks)
    every = (block for block in (*page.blocks, *inside) if isinstance(block, Timeline))
    return "".join(sorted({grid(timeline) for timeline in every}))


def picture(page: Page, setting: Setting) -> str:
    """The first block of a page that can be drawn, as SVG; empty where there is none."""
    drawable = (Timeline, Board, Landscape)
    block = next((block for block in page.blocks if isinstance(block, drawable)), None)
    if block is None:
        return ""
    name = type(block).__name__.lower()
    template = _environment().get_template(f"{name}.svg.j2")
    style = _asset("picture.css")
    return template.render(block=block, page=page, embedded=style) + "\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("roadmap.writers.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters |= {
        "plain": lambda text: plain(str(text)),
        "cut": cut,
        "fitted": fitted,
        "pieces": pieces,
        "anchor": anchor,
        "cell": lambda cell: plain(cell_text(cell)),
    }
    made.globals |= {
        "kind_of": lambda block: type(block).__name__.lower(),
        "links_of": _links,
        "calendar_picture": calendar_picture,
        "calendar_rows": calendar_rows,
        "density": density,
        "kinds_of": kinds_of,
        "landscape_picture": landscape_picture,
        "dependencies": dependency_list,
        "findings": _findings,
        "readable": readable,
        "used": _used,
        "title_at": _title_at,
    }
    return made


@cache
def _asset(name: str) -> str:
    return files("roadmap.writers.html").joinpath("templates", name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _links(cell: Cell) -> tuple[Any, ...]:
    return cell.links if isinstance(cell, Links) else ()


def _used(table: Table) -> list[int]:
    """The columns that some row fills."""
    rows = [row for group in table.groups for row in group.rows]
    return [
        number
        for number, _ in enumerate(table.columns)
        if any(number < len(row.cells) and cell_text(row.cells[number]) for row in rows)
    ]


def _title_at(table: Table, row: Row) -> int:
    """The column that names what a row is about: the first that holds words."""
    words = (n for n, column in enumerate(table.columns) if not column.right)
    return next((n for n in words if n < len(row.cells) and cell_text(row.cells[n])), 0)


def _findings(block: Findings, everything: bool) -> dict[str, Any]:
    """Findings as a list of lines, and how many there are."""
    if block.brief:
        return {"lines": [], "count": brief_count(block.findings) if block.findings else ""}
    single, folds = folded(block.findings, everything)
    lines = [
        {
            "where": path_of(finding.at) if finding.placed else "",
            "rule": finding.rule.code,
            "severity": finding.severity.word,
            "text": finding.message,
            "help": finding.cure,
        }
        for finding in single
    ]
    lines += [
        {
            "where": "",
            "rule": fold.first.rule.code,
            "severity": fold.first.severity.word,
            "text": fold_text(fold),
            "help": "",
        }
        for fold in folds
    ]
    return {"lines": lines, "count": counted(block.findings, block.files)}
