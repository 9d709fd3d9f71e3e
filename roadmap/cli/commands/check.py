"""`roadmap check`: every finding, with its place and its fix."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.check_options import CheckOptions
from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import LEFT_OUT, engine_or_stop, say, stop

if TYPE_CHECKING:
    from roadmap.checks.settings import Settings
    from roadmap.diagnostics import Diagnostic, Finding
    from roadmap.reading.read import Read
    from roadmap.reading.sources import Sources
    from roadmap.views.answer import Answer


def check(given: CheckOptions) -> None:
    """Validate files."""
    from roadmap.cli.asked_rules import asked_rules
    from roadmap.cli.load import opened
    from roadmap.cli.output import put, targets
    from roadmap.views.pages.check import page

    where = targets(given.formats, given.output, "terminal", lists=True)
    _refuse(given)
    read = opened(given.where, given.as_of, whole=True)
    if not read.files:
        say(f"no .yaml or .yml file in `{read.sources.shown('.')}`; nothing was checked")
    if given.fix or given.unsafe_fixes or given.diff:
        read = _fixed(read, given)
    settings = asked_rules(given, read.portfolio)
    answer = _answer(read, given, settings)
    if given.write_baseline and given.baseline is not None:
        from roadmap.cli.baseline import write_baseline

        write_baseline(answer.findings, given.baseline)
        return
    if given.baseline is not None:
        from roadmap.checks.run import silent
        from roadmap.cli.baseline import new_ones

        new = new_ones(answer.findings, given.baseline, silent(settings))
        answer = replace(answer, findings=new)
    put(page(answer), where, all=given.all, force=given.force)
    if not given.exit_zero and _fails(answer.findings, given.fail_on):
        sys.exit(LEFT_OUT)


def _answer(read: Read, given: CheckOptions, settings: Settings) -> Answer:
    """What was read with its findings, those in scenario files among them."""
    from roadmap.cli.compute import checked

    files = read.sources.scenarios()
    with engine_or_stop():
        more = _in_scenarios(read.sources, given, settings) if files else ()
        answer = checked(read, settings=settings, more=more)
    return replace(answer, files=answer.files + len(files))


def _in_scenarios(
    sources: Sources, given: CheckOptions, settings: Settings
) -> tuple[Diagnostic, ...]:
    from roadmap.checks.scenarios import scenario_findings
    from roadmap.cli.load import reader_of
    from roadmap.reading.scenarios import scenarios

    reader = reader_of(sources, given.as_of, kept=True)
    return tuple(scenario_findings(reader, scenarios(reader.files), settings))


def _refuse(given: CheckOptions) -> None:
    """Stop if an option would be ignored."""
    if given.write_baseline and given.baseline is None:
        stop("--write-baseline: say where with --baseline FILE")
    page = given.formats or given.output
    if given.write_baseline and (page or given.diff):
        stop("--write-baseline writes the baseline only; leave -o, --format and --diff out")
    if given.diff and (page or given.baseline):
        stop("--diff prints changes to files only; leave -o, --format and --baseline out")


def _fixed(read: Read, given: CheckOptions) -> Read:
    """What was read, with fixes applied; with --diff the command ends here."""
    from roadmap.checks.run import findings
    from roadmap.cli.asked_rules import asked_rules
    from roadmap.cli.fixing import fixes, show_fixes, write_fixes
    from roadmap.cli.load import read_from

    def found(read: Read) -> tuple[Diagnostic, ...]:
        settings = asked_rules(given, read.portfolio)
        more = _in_scenarios(read.sources, given, settings)
        return (*findings(read, settings=settings), *more)

    def again(sources: Sources) -> Read:
        return read_from(sources, given.as_of)

    made = fixes(read, again, found, unsafe=given.unsafe_fixes)
    if given.diff:
        show_fixes(made, read.sources)
        sys.exit(LEFT_OUT if made.cures and not given.exit_zero else 0)
    return write_fixes(made, read.sources, _folder(read.sources))


def _folder(sources: Sources) -> Path:
    """The folder that a portfolio was read from."""
    from roadmap.reading.sources import Folder

    assert isinstance(sources, Folder)
    return sources.path


def _fails(found: Iterable[Finding], fail_on: str) -> bool:
    from roadmap.checks.catalogue import about_the_plan
    from roadmap.diagnostics import Severity

    if fail_on == "plan":
        codes = about_the_plan()
        return any(
            finding.severity is Severity.ERROR or finding.rule.code in codes
            for finding in found
        )
    return any(finding.severity >= Severity[fail_on.upper()] for finding in found)


COMMAND = Command("check", check, CheckOptions, KEEP, 11)
