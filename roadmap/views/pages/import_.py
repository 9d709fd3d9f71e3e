"""The import page: what would be written, or was, and all that did not come over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmap.importers.catalogue import sources
from roadmap.importers.drafts import Drafted
from roadmap.importers.levels import EPICS
from roadmap.importers.reconciling import Fate
from roadmap.importers.report import Report
from roadmap.views.answer import Answer
from roadmap.views.blocks.import_tables import (
    changes_table,
    conflicts_table,
    gone_tables,
    loss_tables,
    new_table,
)
from roadmap.views.blocks.notices import headed
from roadmap.views.import_data import import_data
from roadmap.views.page import Block, Line, Page, Prose
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.imports import note_text
from roadmap.views.phrases.names import clipped


def page(answer: Answer, report: Report) -> Page:
    """The import page; `answer` holds the portfolio as it was."""
    source = sources().get(report.drafted.source)
    what = f"import from {source.title if source else report.drafted.source}"
    blocks = tuple(_blocks(report, all=answer.all))
    return Page(headed(answer, what), blocks, import_data(answer, report))


def _blocks(report: Report, *, all: bool) -> Iterator[Block]:
    yield Prose(tuple(_summary(report)))
    if report.only != "vanished":
        yield from new_table(report)
        yield from changes_table(report)
        yield from conflicts_table(report)
    yield from gone_tables(report)
    if report.only is None:
        yield from loss_tables(report.drafted, all=all)


def _summary(report: Report) -> Iterator[Line]:
    yield Line(_found(report.drafted))
    yield Line(_levels(report.drafted))
    yield Line(_fates(report), "strong")
    for note in report.drafted.notes:
        yield Line(note_text(note), "warning")
    yield from _warnings(report.drafted)
    if report.begins:
        verb = "Made" if report.written else "There is no portfolio yet: --write makes"
        yield Line(f"{verb} {report.where}/portfolio.yaml.")
    if report.written and report.count(Fate.NEW):
        yield Line(
            f"Next: `roadmap plan {report.where}` shows the schedule, `roadmap list "
            f"--missing {report.where}` what to add first."
        )
    if not report.written and report.shown:
        yield Line("Nothing is written yet: --write writes these files.", "faint")


def _found(drafted: Drafted) -> str:
    counts = drafted.counts
    said = {
        count(counts.links, "dependency", "dependencies"): counts.links,
        count(counts.parents, "parent"): counts.parents,
        count(counts.estimates, "estimate"): counts.estimates,
        f"{counts.done} done": counts.done,
    }
    parts = ", ".join(text for text, number in said.items() if number)
    return f"{count(counts.items, 'item')}{f': {parts}' if parts else ''}."


def _levels(drafted: Drafted) -> str:
    """Which items became initiatives, with the numbers behind the choice."""
    levels, number = drafted.levels, len(drafted.drafts)
    become = count(number, "initiative")
    if levels.flat:
        return f"Each item becomes an initiative: {become}."
    if not levels.folded and levels.chosen is None:
        return f"No item has a parent, so every item becomes an initiative: {become}."
    folded = f"with {count(levels.folded, 'item')} inside"
    if levels.chosen is None:
        return f"Items without a parent become initiatives: {become}, {folded}."
    alone = number - levels.at_level
    rest = f" and {count(alone, 'item')} outside of them" if alone else ""
    named = f"{levels.at_level} of level {levels.chosen}"
    if levels.chosen == EPICS:
        named = count(levels.at_level, "epic")
    elif isinstance(levels.chosen, str):
        named = f"{levels.at_level} of kind “{levels.chosen}”"
    return f"{become}: {named}{rest}, {folded}. --level or --flat chooses otherwise."


def _fates(report: Report) -> str:
    vanished = len(report.reconciled.vanished)
    conflicts = sum(len(conflict.conflicts) for conflict in report.conflicts)
    said = {f"{report.count(fate)} {fate}": report.count(fate) for fate in Fate}
    said |= {f"{vanished} vanished": vanished, count(conflicts, "conflict"): conflicts}
    parts = ", ".join(text for text, number in said.items() if number)
    where = "Written to" if report.written else "For"
    if not report.shown:
        where = "Nothing to write to"
    return f"{where} {report.where}{f': {parts}' if parts else ''}."


def _warnings(drafted: Drafted) -> Iterator[Line]:
    titles = Counter(draft.title.casefold() for draft in drafted.drafts)
    named = {draft.title.casefold(): clipped(draft.title, 60) for draft in drafted.drafts}
    twins = [f"“{named[title]}” ({n})" for title, n in titles.items() if n > 1]
    if twins:
        yield Line(f"The same title more than once: {listed(twins)}.", "warning")
    if drafted.looped:
        names = listed(drafted.looped)
        yield Line(f"{names} are among their own parents: they have none here.", "warning")
    if drafted.priorities:
        words = listed([f"“{word}” ({n})" for word, n in drafted.priorities.items()])
        yield Line(f"No impact is known for the priorities {words}.", "warning")
    if drafted.inside:
        links = count(drafted.inside, "dependency", "dependencies")
        verb = "is" if drafted.inside == 1 else "are"
        yield Line(
            f"{links} between items of the same initiative {verb} left out.", "faint"
        )
