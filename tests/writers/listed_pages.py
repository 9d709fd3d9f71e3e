"""Pages of findings whose words, paths and places mean harm, and one without any."""

from __future__ import annotations

from roadmap.diagnostics import Diagnostic, Located, Place, Rule, Severity, Span
from roadmap.views.page import Findings, Page
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import Setting
from tests.writers.sample_pages import HOSTILE, located

HARMFUL = (
    *HOSTILE,
    "100% %0A %25",
    "a\r\nb\rc\nd",
    "\n::error::not a finding",
    "x::y,z=1::",
    "]]> <![CDATA[ </failure>",
    "nul \x00 tab \t bell \x07 \x0b \ufffe \uffff \ud800 \x85",
    "{0} and {curly} [link](1) [a]",
    "漢字 and 👩\u200d🚀",
)
PAGE = "Something is wrong.\n\nWhy it matters.\n\nBad:   a: 1\nGood:  b: 1\n"
RULES = {
    severity: Rule(f"RM10{severity.value}", f"some-{severity.word}", severity, PAGE)
    for severity in Severity
}


def page(*findings: Diagnostic, places: dict[Place, Located] | None = None) -> Page:
    """A page of findings, each with a fingerprint of its own."""
    home, known = "plans/portfolio.yaml", places or {}
    found = tuple(
        located(diagnostic, known, home=home, mark=f"{number:032x}")
        for number, diagnostic in enumerate(findings)
    )
    return Page("", (Findings(found, files=3),))


def finding(
    message: str = "no such thing",
    severity: Severity = Severity.ERROR,
    place: Place | None = None,
    initiative: str | None = None,
    cure: str = "",
    related: tuple[tuple[Place, str], ...] = (),
) -> Diagnostic:
    return Diagnostic(RULES[severity], message, place, related, cure, initiative)


def at(
    line: str = "title: bad", start: int = 8, end: int = 11, path: str = "plans/a.yaml"
) -> tuple[Place, dict[Place, Located]]:
    """A place on the fifth line of a file, by columns in characters, from 1."""
    place = Place("a.yaml", ("title",))
    return place, {place: Located(path, Span(5, start, 5, end), (line,), 5)}


def harmful() -> Page:
    """Every harmful text as message, cure, initiative and path, as error and as warning."""
    found = []
    places = {}
    for number, text in enumerate(HARMFUL):
        place = Place(f"{number}.yaml", ("title",))
        path = text.replace("\x00", "") or "empty"
        places[place] = Located(path, Span(2, 1, 4, 3), ("one", "two", text), 2)
        for severity in Severity:
            found.append(finding(text, severity, place, text, text, ((place, text),)))
    return page(*found, finding("nowhere"), places=places)


def written(format: str, page: Page, setting: Setting | None = None) -> str:
    return writers()[format].write(page, setting or Setting())
