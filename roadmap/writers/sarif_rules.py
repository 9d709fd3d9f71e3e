"""Rules as SARIF describes them: in a line, in a paragraph, and as a page of help."""

from __future__ import annotations

from typing import Any

from roadmap.diagnostics import Rule, Severity

_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "recommendation",
}


def rule_data(rule: Rule) -> dict[str, Any]:
    """A rule as a `reportingDescriptor`, with its manual page."""
    page = rule.page.strip() or rule.name
    prose, bad, rest = page.partition("\nBad:")
    prose, examples = prose.strip(), f"{bad}{rest}".strip()
    fenced = f"\n\n```text\n{examples}\n```" if examples else ""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": " ".join(prose.split("\n\n")[0].split())},
        "fullDescription": {"text": prose},
        "help": {"text": page, "markdown": f"{prose}{fenced}"},
        "defaultConfiguration": {"level": rule.severity.word},
        "properties": {
            "tags": ["roadmap"],
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }
