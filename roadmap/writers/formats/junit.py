"""JUnit's XML, which test reports read: a suite for each file, a case for each finding.

Nothing stands in it that Jenkins' schema does not know: junit-10.xsd of its xUnit plugin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from roadmap.diagnostics import Finding, Severity
from roadmap.views.page import Page
from roadmap.writers.text.listed import line_of, listed, said
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import LISTS, Setting, Writer

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OPENING = f'{_DECLARED}<testsuites name="roadmap"'


def _write(page: Page, setting: Setting) -> str:
    from xml.etree.ElementTree import Element, indent, tostring

    findings = sorted(listed(page, Severity.WARNING), key=_path)
    root = Element("testsuites", {"name": "roadmap"} | _totals(len(findings)))
    root.extend(_suites(findings))
    indent(root)
    # Character references survive any encoding of stdout.
    data = tostring(root, encoding="us-ascii", xml_declaration=False)
    return f"{_DECLARED}{data.decode('ascii')}\n"


def _suites(findings: list[Finding]) -> Iterator[Element]:
    """A suite for each file; where nothing is wrong, one with a case that passed.

    Readers of these reports take one without a case for broken.
    """
    from xml.etree.ElementTree import Element, SubElement

    if not findings:
        clean = Element("testsuite", {"name": "roadmap"} | _totals(0))
        facts = {"name": "no errors or warnings", "classname": "roadmap"}
        SubElement(clean, "testcase", facts)
        yield clean
    for path, group in groupby(findings, key=_path):
        cases = list(group)
        suite = Element("testsuite", {"name": path, "file": path} | _totals(len(cases)))
        suite.extend(map(_case, cases, _names(cases)))
        yield suite


def _path(finding: Finding) -> str:
    return plain(finding.at.path)


def _totals(failures: int) -> dict[str, str]:
    return {"tests": str(failures or 1), "failures": str(failures), "errors": "0"}


def _names(cases: list[Finding]) -> Iterator[str]:
    """What a report calls findings: rule and initiative; those called alike are counted."""
    seen: Counter[str] = Counter()
    for case in cases:
        rule, concerned = case.rule.name, case.initiative
        name = plain(f"{rule}: {concerned}" if concerned else rule)
        seen[name] += 1
        yield f"{name} ({seen[name]})" if seen[name] > 1 else name


def _case(finding: Finding, name: str) -> Element:
    from xml.etree.ElementTree import Element, SubElement

    case = Element("testcase", {"name": name, "classname": _path(finding)})
    kind = f"{finding.severity.word} {finding.rule.code}"
    failure = SubElement(case, "failure", {"message": plain(finding.message), "type": kind})
    failure.text = f"{line_of(finding)}: {finding.rule.code} {said(finding)}"
    return case


def _wrote(text: str) -> bool:
    return text.startswith(_OPENING)


WRITER = Writer("junit", LISTS, _write, _wrote)
