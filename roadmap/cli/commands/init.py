"""`roadmap init`: a small commented portfolio to start from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from roadmap.cli.command import START, Command
from roadmap.cli.exits import stop
from roadmap.cli.option import argument, option
from roadmap.cli.streams import put_error, put_line


@dataclass(frozen=True, kw_only=True)
class InitOptions:
    """Every option of `init`."""

    folder: Path | None = argument(
        None, "FOLDER", "Where to write it; default: a folder `initiatives`."
    )
    inside: Path | None = option(None, "-C", metavar="FOLDER", help="The same as FOLDER.")
    ci: Literal["github", "gitlab"] | None = option(
        None,
        "--ci",
        help="Write the CI workflow too; only that if there is a portfolio already.",
    )
    agents: bool = option(
        False,
        "--agents",
        help="Tell coding assistants how to work with it, in AGENTS.md and a skill; "
        "only that if there is a portfolio already.",
    )
    format: Literal["text", "json"] = option(
        "text", "--format", help="Print the paths that were written as lines, or as JSON."
    )

    @property
    def where(self) -> Path:
        """The folder to start in; stops if it is named twice."""
        if self.folder is not None and self.inside is not None:
            stop("name the folder once: as FOLDER or with -C")
        named = self.folder or self.inside
        return (
            named or (_nearest() if self.agents or self.ci else None) or Path("initiatives")
        )


def _nearest() -> Path | None:
    """The portfolio that there is already, here or above."""
    from roadmap.reading.find import nearest_portfolio
    from roadmap.reading.merged import PORTFOLIO

    found = nearest_portfolio(Path())
    begun = found and any((found / name).exists() for name in PORTFOLIO)
    return found if begun else None


def init(given: InitOptions) -> None:
    """Create a small commented portfolio to start from."""
    from roadmap.cli.agent_starter import agent_files
    from roadmap.cli.ci_starter import workflow
    from roadmap.reading.merged import PORTFOLIO

    where, ci = given.where, given.ci
    added = ci is not None or given.agents
    begun = added and any((where / name).exists() for name in PORTFOLIO)
    files = {} if begun else _portfolio(where)
    workflows = workflow(ci, where) if ci else {}
    pointers = agent_files(where) if given.agents else {}
    named = where if given.folder or given.inside else None
    _refuse_taken(files, named)
    _refuse_taken(workflows)
    _write(files, named)
    _write({**workflows, **pointers})
    _tell([*files, *workflows, *pointers], given.format)
    if not (files or workflows or pointers):
        put_error("roadmap: everything is there already; nothing was written")
        return
    at = "" if where == Path("initiatives") else f" {where}"
    put_error(f"next: roadmap check{at}; roadmap plan{at}")


def _portfolio(where: Path) -> dict[Path, str]:
    """The files of a small portfolio, and the schemas that editors check them by."""
    from roadmap.cli.load import today
    from roadmap.cli.modeline import modeline, schema_path, schema_text
    from roadmap.cli.starter import FILES, PORTFOLIO

    main, text = where / "portfolio.yaml", PORTFOLIO.format(start=today())
    files = {main: modeline(main, where, "portfolio") + text}
    for name, text in FILES.items():
        files[where / name] = modeline(where / name, where, "initiative") + text
    kinds = ("portfolio", "initiative")
    return files | {schema_path(where, kind): schema_text(kind) for kind in kinds}


def _refuse_taken(files: Iterable[Path], within: Path | None = None) -> None:
    """Stop if a file already exists, or one that would be read in its place."""
    from roadmap.cli.destination import destination
    from roadmap.reading.endings import ENDINGS
    from roadmap.reading.misplaced import named_as_shared

    for path in files:
        destination(path, within)
        beside = path.parent.iterdir() if path.parent.is_dir() else ()
        there = [
            each
            for each in beside
            if each.name == path.name
            or (each.suffix in ENDINGS and each.stem == path.stem)
            or (path.stem == "portfolio" and named_as_shared(each.name))
        ]
        if there:
            stop(f"`{min(there)}` exists; nothing was written")


def _write(files: Mapping[Path, str], within: Path | None = None) -> None:
    """Write files, in folders that are made for them."""
    from roadmap.cli.files import write_text

    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            stop(f"cannot make `{path.parent}`: {error.strerror}")
        write_text(path, text, force=True, within=within)


def _tell(written: Sequence[Path], form: str) -> None:
    """Print the paths of the files that were written."""
    if form == "json":
        from roadmap.cli.plain_json import put_json

        put_json("written", [path.as_posix() for path in written])
        return
    for path in written:
        put_line(str(path))


COMMAND = Command("init", init, InitOptions, START, 21)
