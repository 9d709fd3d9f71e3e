"""`roadmap import`: a tracker's export becomes initiative files, again and again."""

from __future__ import annotations

import sys
from dataclasses import replace

from roadmap.cli.command import START, Command
from roadmap.cli.exits import LEFT_OUT, say, stop
from roadmap.cli.import_options import ImportOptions


def import_(given: ImportOptions) -> None:
    """Bring a tracker's export in, and up to date again.

    Without --write nothing is written: the page shows what would be.
    """
    from roadmap.cli.compute import checked
    from roadmap.cli.importing import planned
    from roadmap.cli.output import put, targets
    from roadmap.cli.writing_together import write_together
    from roadmap.views.pages.import_ import page

    if given.write and given.check:
        stop("--check writes nothing: leave --write out")
    where = targets(given.formats, given.output, "terminal")
    plan = planned(given)
    report = plan.report
    if given.write:
        write_together(plan.files, plan.before, plan.home)
        report = replace(report, written=True)
    answer = replace(checked(plan.read), all=given.all)
    put(page(answer, report), where, all=given.all, force=given.force)
    if report.stuck:
        files = sorted({reconciliation.file for reconciliation in report.stuck})
        say(f"left as they are, as their form allows no exact change: {', '.join(files)}")
        sys.exit(LEFT_OUT)
    if given.check and report.drift:
        cure = (
            "`roadmap import --write` updates them"
            if report.writes
            else "--resolve mine or source settles the conflicts"
        )
        say(f"the export says what the files do not; {cure}")
        sys.exit(LEFT_OUT)


COMMAND = Command("import", import_, ImportOptions, START, 23)
