"""Write a page to the terminal or to files."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType
from typing import TYPE_CHECKING

from roadmap.cli.destination import destination, refuse_read_only, same_place
from roadmap.cli.exits import stop, unknown
from roadmap.cli.files import MARK, refuse_foreign, write_text
from roadmap.cli.streams import encoding_of, is_terminal, put_out

if TYPE_CHECKING:
    from roadmap.views.page import Page
    from roadmap.writers.writer import Setting, Writer

USUAL_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Target:
    """A format and where it goes; no file means stdout."""

    name: str
    file: Path | None = None


def targets(
    formats: list[str] | None, output: Path | None, usual: str, *, lists: bool = False
) -> tuple[Target, ...]:
    """Where a page goes: each `--format NAME[:FILE]`, one of them to `-o`.

    `lists`: the page is one of findings, so that formats for nothing else can show it.
    """
    targeted = [_target(each, lists) for each in formats or [usual]]
    loose = [target for target in targeted if target.file is None]
    if len(loose) > 1:
        stop("only one --format can go to the same place; name files: --format json:FILE")
    if output is not None and not loose:
        stop("-o has nothing to write: every --format names its own file")
    placed = tuple(Target(target.name, target.file or output) for target in targeted)
    _refuse_places(placed)
    return placed


def _refuse_places(placed: tuple[Target, ...]) -> None:
    """Stop if a file may not be written, or if one format would replace another."""
    files = [target.file for target in placed if target.file is not None]
    for file in files:
        destination(file)
    for number, file in enumerate(files):
        if any(same_place(file, before) for before in files[:number]):
            stop(f"two formats go to the same file `{file}`")
    if len(files) < len(placed) and any(map(_is_stdout, files)):
        stop("one format goes to stdout, and another to the file that stdout leads to")


def _is_stdout(file: Path) -> bool:
    try:
        found, out = file.stat(), os.fstat(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return False
    return S_ISREG(out.st_mode) and os.path.samestat(found, out)


def _target(text: str, lists: bool) -> Target:
    name, colon, file = text.partition(":")
    if colon and not file:
        stop(f"--format {text}: name a file after the colon")
    _known(name, lists)
    return Target(name, Path(file) if file else None)


def put(
    page: Page,
    where: tuple[Target, ...],
    *,
    all: bool = False,
    force: bool = False,
    own: Mapping[str, Page] = MappingProxyType({}),
) -> None:
    """Write a page to all its targets, or to none where one of them is impossible.

    `own` are pages for formats that show more than others, by the format's name.
    """
    chosen = [writer_for(page, target.name) for target in where]
    texts = [
        writer.write(own.get(target.name, page), _in_file(all)) if target.file else ""
        for target, writer in zip(where, chosen, strict=True)
    ]
    for target, writer, text in zip(where, chosen, texts, strict=True):
        if target.file is not None:
            refuse_read_only(refuse_foreign(target.file, text, writer, force=force))
    for target, writer, text in zip(where, chosen, texts, strict=True):
        if target.file is None:
            _print(own.get(target.name, page), writer, all)
        else:
            mark = f"{MARK} {target.name}` -->\n\n" if target.name == "markdown" else ""
            write_text(target.file, mark + text, force=True)
    if any(writer.name == "github" for writer in chosen):
        from roadmap.cli.step_summary import append_step_summary

        append_step_summary(page)


def writer_for(page: Page, name: str) -> Writer:
    """The format of a name, if it has something to show of such a page."""
    from roadmap.writers.catalogue import shows_anything, writers

    writer = _known(name)
    if not shows_anything(writer, page):
        able = [each.name for each in writers().values() if shows_anything(each, page)]
        these = f"{', '.join(able[:-1])} and {able[-1]}" if able[1:] else "".join(able)
        stop(f"the format `{name}` shows nothing of this page; there are {these}")
    return writer


def _known(name: str, lists: bool = True) -> Writer:
    from roadmap.writers.catalogue import writer, writers
    from roadmap.writers.writer import LISTS

    if found := writer(name):
        return found
    able = [each.name for each in writers().values() if lists or each.shows != LISTS]
    unknown("format", name, able, most=100)


def _in_file(all: bool) -> Setting:
    from roadmap.writers.writer import Setting

    return Setting(width=None, colour=False, unicode=True, all=all)


def _print(page: Page, writer: Writer, all: bool) -> None:
    text = writer.write(page, _on_screen(all))
    lost = "xmlcharrefreplace" if writer.name == "markdown" else "backslashreplace"
    put_out(text, lost=lost, obeyed=writer.name == "github")


def _on_screen(all: bool) -> Setting:
    from roadmap.writers.writer import Setting

    tty = is_terminal(sys.stdout)
    dumb = os.environ.get("TERM") == "dumb"
    colour = tty and not dumb and not os.environ.get("NO_COLOR")
    if os.environ.get("FORCE_COLOR") and not os.environ.get("NO_COLOR"):
        colour = True
    return Setting(
        width=screen_width(),
        colour=colour,
        unicode=_unicode(),
        all=all,
        encoding=encoding_of(sys.stdout),
    )


def screen_width() -> int | None:
    """Columns of the screen, or those that COLUMNS states; None in a pipe."""
    stated = os.environ.get("COLUMNS", "")
    if re.fullmatch("[0-9]{1,4}", stated) and int(stated) > 0:
        return int(stated)
    if not is_terminal(sys.stdout):
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or USUAL_WIDTH
    except (OSError, ValueError):
        return USUAL_WIDTH


def _unicode() -> bool:
    try:
        "█▁▒░◆┊─▲▼÷".encode(encoding_of(sys.stdout))
    except (UnicodeError, LookupError):
        return False
    return True
