"""A link looks like an address but is not a valid one, so pages show it as plain text.

The rule looks at `links`, at `link` in the evidence, and at what `link_templates` make.

Bad:   links: ["https://[example.org/pay"]
Good:  links: ["https://example.org/pay"]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.addresses import LONGEST_MADE, meant_as_address, usable
from roadmap.reading.quoting import shown

RULE = Rule("RM117", "malformed-address", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each invalid address."""
    portfolio = subject.portfolio
    for name, template in portfolio.link_templates.items():
        place = Place(portfolio.file) / "link_templates" / name
        if not usable(template.replace("{id}", "1")):
            yield _finding(template, place)
        elif len(template) > LONGEST_MADE:
            yield _too_long(template, place)
    for evidence in portfolio.evidence.values():
        if _malformed(evidence.link):
            yield _finding(evidence.link, evidence.place / "link")
    for initiative in portfolio.initiatives.values():
        for link in dict.fromkeys(initiative.links):
            if _malformed(link):
                yield _finding(link, initiative.place / "links" / link, initiative.id)


def _malformed(text: str) -> bool:
    return meant_as_address(text) and not usable(text)


def _too_long(template: str, place: Place) -> Diagnostic:
    message = f"{shown(template)} is longer than {LONGEST_MADE} characters"
    cure = "shorten it, as pages show its links as plain text"
    return Diagnostic(RULE, message, place, cure=cure)


def _finding(address: str, place: Place, id: str | None = None) -> Diagnostic:
    message = f"{shown(address)} is not a valid address"
    cure = "copy the address from the browser: `https://`, a host, then the page"
    return Diagnostic(RULE, message, place, cure=cure, initiative=id)


CHECK = Check(RULE, find)
