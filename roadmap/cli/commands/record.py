"""`roadmap record`: write down what happened to an initiative, in its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import say, stop, unknown
from roadmap.cli.option import option, required
from roadmap.cli.options import Inside
from roadmap.cli.streams import put_line

if TYPE_CHECKING:
    from pathlib import Path

    from roadmap.diagnostics import Diagnostic, Place
    from roadmap.editing.recording import MetricReading, WhatHappened
    from roadmap.model.initiative import Initiative
    from roadmap.model.portfolio import Portfolio
    from roadmap.reading.read import Read


NO_MEASURE = (
    "no outcome of `{}` has a `measure`; add "
    "`measure: {{metric: …, baseline: …, target: …}}` to one first"
)


@dataclass(frozen=True, kw_only=True)
class RecordOptions(Inside):
    """Every option of `record`."""

    id: str = required("ID", "The initiative's id.")
    delivered: str | None = option(
        None,
        "--delivered",
        metavar="DATE|today",
        help="It was delivered on this day; sets its status too.",
    )
    actual: list[str] | None = option(
        None,
        "--actual",
        metavar="METRIC=VALUE[@DATE]",
        help="What a metric was on a day, today by default; may be repeated.",
    )
    spent: list[str] | None = option(
        None,
        "--spent",
        metavar="TEAM=WORK",
        help="The work it took a team, such as web=7w; may be repeated.",
    )


def record(given: RecordOptions) -> None:
    """Record a delivery, its results and the work it took, in the initiative's file."""
    from roadmap.cli.load import opened, portfolio_at
    from roadmap.editing.recording import recorded

    read = opened(given.where)
    portfolio = read.portfolio
    if given.id not in portfolio.initiatives:
        unknown("initiative", given.id, portfolio.initiatives)
    initiative = portfolio.initiatives[given.id]
    wanted = _record(given, portfolio, initiative)
    file = initiative.place.file
    before = read.sources.read(file)
    after = recorded(initiative.place, before, wanted)
    if after is None:
        stop(f"`{file}` cannot be changed in place; nothing was written")
    if after == before:
        say(f"`{file}` is up to date; nothing was written")
        return
    _write(portfolio_at(given.where), file, (before, after), read)


def _write(home: Path, file: str, versions: tuple[bytes, bytes], read: Read) -> None:
    """Write the new version of a file, unless it brings an error; say what it brings."""
    from roadmap.checks.run import findings
    from roadmap.cli.files import write_text
    from roadmap.cli.load import read_from
    from roadmap.diagnostics import Severity
    from roadmap.editing.amended import Amended

    before, after = versions
    again = read_from(Amended(read.sources, {file: after}))
    known = {_said(finding) for finding in findings(read)}
    new = [finding for finding in findings(again) if _said(finding) not in known]
    mine = [
        diagnostic
        for diagnostic in new
        if diagnostic.place and diagnostic.place.file == file
    ]
    for diagnostic in mine:
        if diagnostic.severity is Severity.ERROR:
            stop(f"nothing was written: {diagnostic.message}; {diagnostic.cure}")
    path = home / file
    if path.read_bytes() != before:
        stop(f"`{path}` changed in the meantime; nothing was written")
    write_text(path, after.decode("utf-8"), force=True, within=home)
    for diagnostic in mine:
        fault = f"{diagnostic.severity.word} {diagnostic.rule.code}"
        say(f"{fault}: {diagnostic.message}; {diagnostic.cure}")
    put_line(str(path))


def _said(diagnostic: Diagnostic) -> tuple[str, str, Place | None]:
    return diagnostic.rule.code, diagnostic.message, diagnostic.place


def _record(
    given: RecordOptions, portfolio: Portfolio, initiative: Initiative
) -> WhatHappened:
    from roadmap.editing.recording import WhatHappened
    from roadmap.model.initiative import Status

    if not (given.delivered or given.actual or given.spent):
        stop("nothing to record; give --delivered, --actual or --spent")
    delivered = given.delivered and _day(given.delivered, "--delivered", portfolio)
    return WhatHappened(
        delivered=delivered or None,
        closes=bool(delivered) and initiative.status is not Status.DELIVERED,
        readings=tuple(_reading(it, portfolio, initiative) for it in given.actual or ()),
        spent=dict(_spent(each, portfolio, initiative) for each in given.spent or ()),
        owner=initiative.spent[0].team if initiative.spent else "",
    )


def _day(stated: str, option: str, portfolio: Portfolio) -> str:
    """A date as files write it; `today` is that of the machine."""
    from roadmap.cli.load import today
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import Terms, period

    if stated == "today":
        return today().isoformat()
    year = portfolio.fiscal_year
    terms = Terms(fiscal_year_starts=year.starts, fiscal_year_named_by=year.named_by)
    try:
        return period(stated, terms).text
    except Unreadable as error:
        stop(f"{option}: {error.message}; {error.cure}, or `today`")


def _reading(stated: str, portfolio: Portfolio, initiative: Initiative) -> MetricReading:
    """A metric, its value and the date: `contacts=3100@2026-12-15`."""
    from roadmap.editing.recording import MetricReading
    from roadmap.reading.tree import scalar

    metric, sign, rest = stated.rpartition("=")
    text, at, when = rest.partition("@")
    value = scalar(text.strip())
    if not sign or isinstance(value, bool) or not isinstance(value, int | float):
        stop(f"--actual: `{stated}` is not METRIC=VALUE; write it as `contacts=3100`")
    place = _measure(metric, initiative)
    when = when.strip() if at else "today"
    return MetricReading(place, _day(when, "--actual", portfolio), value)


def _measure(metric: str, initiative: Initiative) -> Place:
    """The place of the first measure with a metric, however it is capitalised."""
    claims = (*initiative.outcomes, *initiative.contributions)
    known: dict[str, Place] = {}
    for claim in claims:
        if claim.measure is not None:
            known.setdefault(claim.measure.metric, claim.place / "measure")
    if not known:
        stop(f"--actual: {NO_MEASURE.format(initiative.id)}")
    alike = {_folded(name): place for name, place in reversed(known.items())}
    found = known.get(metric) or alike.get(_folded(metric))
    if found is None:
        unknown("metric", metric, known, "--actual: ")
    return found


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _spent(stated: str, portfolio: Portfolio, initiative: Initiative) -> tuple[str, str]:
    """A team and its work: `web=7w`; work alone is that of the only team."""
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import Terms, estimate

    team, sign, work = stated.rpartition("=")
    if not sign and stated in portfolio.teams:
        stop(f"--spent: `{stated}` names no work; write it as `{stated}=7w`")
    known = initiative.spent or ()
    if not team and len(known) > 1:
        stop(f"--spent: several teams did it; say whose, as in `{known[0].team}={work}`")
    if team and team not in portfolio.teams and "teams" in portfolio.sections:
        unknown("team", team, portfolio.teams, "--spent: ")
    try:
        estimate(work, Terms(portfolio.calendar.days_a_week, portfolio.sizes))
    except Unreadable as error:
        stop(f"--spent: {error.message}; {error.cure}")
    return team, work


COMMAND = Command("record", record, RecordOptions, KEEP, 15)
