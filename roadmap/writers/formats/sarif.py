"""SARIF 2.1.0, which code scanning reads: OASIS Standard, 27 March 2020."""

from __future__ import annotations

import re
from typing import Any

from roadmap import __version__
from roadmap.diagnostics import Finding, Located
from roadmap.views.page import Page
from roadmap.writers.sarif_rules import rule_data
from roadmap.writers.text.json_text import json_data, json_text
from roadmap.writers.text.listed import TOP, listed, said
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import LISTS, Setting, Writer

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
FINGERPRINT = "roadmapFinding/v1"
"""Not `primaryLocationLineHash`: code scanning computes that one itself."""
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def _write(page: Page, setting: Setting) -> str:
    findings = listed(page)
    rules = {finding.rule.code: finding.rule for finding in findings}
    places = {code: index for index, code in enumerate(sorted(rules))}
    driver = {
        "name": "roadmap",
        "version": __version__,
        "rules": [rule_data(rules[code]) for code in places],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places[finding.rule.code]) for finding in findings],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, setting)


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": finding.severity.word,
        "message": {"text": text(said(finding))},
        "locations": [_location(finding.at)],
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": text(plain(label))}} | _location(at)
            for number, (at, label) in enumerate(finding.related, 1)
        ]
    if finding.initiative is not None:
        result["properties"] = {"initiative": finding.initiative}
    return result


def _location(at: Located) -> dict[str, Any]:
    span = at.span or TOP
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    artifact = {"uri": uri(at.path), "uriBaseId": ROOT}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def uri(path: str) -> str:
    """A path as a relative reference.

    >>> uri("initiatives/größe 1.yaml"), uri("a:b.yaml")
    ('initiatives/gr%C3%B6%C3%9Fe%201.yaml', 'a%3Ab.yaml')
    """
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogatepass"))


def text(said: str) -> str:
    r"""A message in which nothing is a placeholder (3.11.5) or a link (3.11.6).

    >>> text("no {0}, no [link](1), a [list]")
    'no {{0}}, no \\[link](1), a [list]'
    """
    return _LINK.sub(r"\\[", said.replace("{", "{{").replace("}", "}}"))


def _wrote(said: str) -> bool:
    try:
        return bool(json_data(said)["runs"][0]["tool"]["driver"]["name"] == "roadmap")
    except (TypeError, LookupError):
        return False


WRITER = Writer("sarif", LISTS, _write, _wrote)
