"""From exports on the command line to what becomes of them in a portfolio."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap.cli.exits import stop, unknown
from roadmap.cli.exported import exported
from roadmap.cli.import_options import ImportOptions

if TYPE_CHECKING:
    from roadmap.importers.choices import Choices
    from roadmap.importers.report import Report
    from roadmap.reading.read import Read

USUAL = Path("initiatives")
OURS = "roadmap"
"""The source that reads what `roadmap export` wrote."""
BEGINNING = """\
# What your initiatives share; `roadmap init` in an empty folder shows all there is to say.
format: 1
start: {start}
"""


@dataclass(frozen=True, slots=True)
class Planned:
    """A report, and the files that it would write, with what they replace."""

    report: Report
    read: Read
    home: Path
    files: Mapping[Path, bytes] = field(default_factory=dict)
    before: Mapping[Path, bytes] = field(default_factory=dict)


def planned(given: ImportOptions) -> Planned:
    """What an import would do."""
    from roadmap.importers.drafts import drafted
    from roadmap.importers.known import holding, ourselves
    from roadmap.importers.reconciling import reconciled
    from roadmap.importers.report import Report
    from roadmap.writers.terminal.progress import progress

    with progress("importing", 4) as advance:
        home = portfolio_home(given)
        read = _read(home)
        advance(1)
        export = exported(given)
        advance(1)
        ours = export.source == OURS
        decided = choices(given, read)
        drafts = drafted(export, replace(decided, flat=ours or decided.flat))
        if given.level is not None and not drafts.levels.at_level:
            unknown("level or kind", given.level, drafts.levels.there, most=20)
        advance(1)
        found = reconciled(
            export.source,
            drafts.drafts,
            drafts.keys,
            ourselves(read, OURS) if ours else holding(read),
            adding=given.only in (None, "new"),
            prefer=given.resolve or "",
        )
        report = Report(drafts, found, home.as_posix(), given.only)
        advance(1)
    return _with_files(report, read, home)


def portfolio_home(given: ImportOptions) -> Path:
    """The portfolio's folder, which need not be there yet."""
    from roadmap.cli.load import portfolio_at
    from roadmap.reading.find import nearest_portfolio

    if given.into is not None and given.inside is not None:
        stop("name the folder once: with --into or with -C")
    named = given.into or given.inside
    if named is not None:
        return portfolio_at(named) if named.exists() else named
    nearest = nearest_portfolio(Path())
    begun = nearest is not None and (nearest.name == USUAL.name or _begun(nearest))
    return portfolio_at(None) if begun else USUAL


def _begun(folder: Path) -> bool:
    from roadmap.reading.merged import PORTFOLIO

    return any((folder / name).is_file() for name in PORTFOLIO)


def _read(home: Path) -> Read:
    """The portfolio that is there, whole; an empty one where there is none."""
    from roadmap.cli.load import read_from, sources_of
    from roadmap.reading.sources import Texts

    read = read_from(sources_of(home) if home.is_dir() else Texts({}))
    if read.left_out or "initiatives" in read.unread:
        what = f"not everything in `{home}` can be read, so an item may be there already"
        stop(f"{what}; mend what `roadmap check {home}` finds, then import")
    return read


def choices(given: ImportOptions, read: Read) -> Choices:
    """The decisions of a command line and of `portfolio.yaml`."""
    from roadmap.importers.choices import WORKING_HOURS, Choices
    from roadmap.importers.words import KEY

    if given.flat and given.level is not None:
        stop("--flat makes every item an initiative: leave --level out")
    portfolio = read.portfolio
    section: Mapping[str, Any] = portfolio.settings.get(KEY, {})
    if given.team is not None and "teams" in portfolio.sections:
        given.team in portfolio.teams or unknown("team", given.team, portfolio.teams)
    return Choices(
        level=_level(given.level),
        flat=given.flat,
        point=_point(given.points, portfolio.calendar.days_a_week),
        sizes=_sizes(given.size or (), read),
        team=given.team,
        whose=len(portfolio.teams) < 2,
        priority_need=_need(given.priority_as, read),
        keep=tuple(given.keep or ()),
        statuses=section.get("status", {}),
        words=portfolio.status_words,
        days_a_week=portfolio.calendar.days_a_week,
        hours_a_day=section.get("hours_a_day", WORKING_HOURS),
    )


def _level(stated: str | None) -> int | str | None:
    if stated is None:
        return None
    return int(stated) if re.fullmatch("[0-9]{1,2}", stated) else stated


def _point(stated: str | None, days_a_week: int) -> Fraction | None:
    """The work of one point in person-days: `1=1w`, or `3=2d` for three."""
    if stated is None:
        return None
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import Terms, duration

    number, sign, text = stated.partition("=")
    sound = re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,4})?", number.strip())
    if not (sign and sound and Fraction(number.strip()) > 0):
        stop(f"--points {stated}: write it as 1=1w or 1=2d")
    try:
        return duration(text.strip(), Terms(days_a_week)) / Fraction(number.strip())
    except Unreadable as error:
        stop(f"--points: {error.message}; {error.cure}")


def _sizes(stated: Iterable[str], read: Read) -> Mapping[str, Fraction]:
    """The work of each size in person-days: those of the portfolio, and those stated."""
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import Terms, estimate

    found = {name.upper(): of.middle for name, of in read.portfolio.sizes.items()}
    for each in stated:
        name, sign, text = each.partition("=")
        if not (sign and name.strip()):
            stop(f"--size {each}: write it as M=3w")
        try:
            work = estimate(text.strip(), Terms(read.portfolio.calendar.days_a_week))
        except Unreadable as error:
            stop(f"--size {each}: {error.message}; {error.cure}")
        found[name.strip().upper()] = work.middle
    return found


def _need(stated: str | None, read: Read) -> str | None:
    """The need whose impact priorities are taken for."""
    if stated is None:
        return None
    from roadmap.importers.priorities import NEED
    from roadmap.reading.ids import complaint

    word, _, need = stated.partition(":")
    if word != "impact":
        stop(f"--priority-as {stated}: write it as impact or impact:NEED")
    need = need or NEED
    if "needs" in read.portfolio.sections and need not in read.portfolio.needs:
        unknown("need", need, read.portfolio.needs, "--priority-as: ")
    if wrong := complaint(need):
        stop(f"--priority-as: {wrong[0]}; {wrong[1]}")
    return need


def _with_files(report: Report, read: Read, home: Path) -> Planned:
    """The files that an import would write, and which cannot be changed in places."""
    from roadmap.cli.load import today
    from roadmap.editing.values import with_values
    from roadmap.importers.file_text import file_text
    from roadmap.importers.reconciling import Fate, Reconciliation

    files: dict[Path, bytes] = {}
    changed: dict[str, bytes] = {}
    stuck: list[Reconciliation] = []
    for reconciliation in report.shown:
        if reconciliation.fate is Fate.NEW:
            files[home / reconciliation.file] = file_text(
                report.drafted.source, reconciliation
            ).encode("utf-8")
            continue
        data = (
            changed[reconciliation.file]
            if reconciliation.file in changed
            else read.sources.read(reconciliation.file)
        )
        made = with_values(reconciliation.file, data, reconciliation.settings)
        if made is None:
            stuck.append(reconciliation)
        else:
            changed[reconciliation.file] = made
    before = {home / name: read.sources.read(name) for name in changed}
    files |= {home / name: data for name, data in changed.items()}
    begins = bool(files) and not read.files
    if begins:
        files[home / "portfolio.yaml"] = BEGINNING.format(start=today()).encode("utf-8")
    return Planned(
        replace(report, stuck=tuple(stuck), begins=begins), read, home, files, before
    )
