"""GitLab's Code Quality report: what a merge request shows beside the changed lines."""

from __future__ import annotations

import re
from typing import Any

from roadmap.diagnostics import Finding, Severity
from roadmap.views.page import Page
from roadmap.writers.text.json_text import json_data, json_text
from roadmap.writers.text.listed import listed, span_of
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import LISTS, Setting, Writer

_GRADES = {Severity.ERROR: "major", Severity.WARNING: "minor"}
_CODE = re.compile(r"RM\d+")


def _write(page: Page, setting: Setting) -> str:
    findings = listed(page, Severity.WARNING)
    return json_text([_issue(finding) for finding in findings], setting)


def _issue(finding: Finding) -> dict[str, Any]:
    return {
        "check_name": finding.rule.code,
        "description": plain(finding.message),
        "severity": _GRADES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {
            "path": plain(finding.at.path),
            "lines": {"begin": span_of(finding).line},
        },
    }


def _wrote(text: str) -> bool:
    data = json_data(text)
    return isinstance(data, list) and all(
        isinstance(each, dict) and _CODE.fullmatch(str(each.get("check_name")))
        for each in data
    )


WRITER = Writer("gitlab", LISTS, _write, _wrote)
