"""The manual: a page for each rule, as Markdown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby

from roadmap.diagnostics import Rule

GROUPS = {
    "RM0": "Files",
    "RM1": "References and dependencies",
    "RM2": "Estimates",
    "RM3": "Priorities",
    "RM4": "Dates and the schedule",
    "RM5": "Customers",
}
_OPENING = """# Rules

What `roadmap check` looks for, by code. `roadmap rule CODE` prints one of these pages.

- An **error** is something that the author of a change can fix in the lines they touched.
  `check` exits with 1 if there is one.
- A **warning** is a commitment or a number at risk.
- A **note** is good to know.

Rules marked *with `--plan`* look at the schedule. They run with `--plan`, `--fail-on plan`
or `check: {plan: true}`. [check.md](check.md) shows how to choose rules, change their
severity and allow single findings.
"""


def manual(rules: Iterable[Rule], planned: Collection[Rule]) -> str:
    """All pages, grouped by code, after a table of contents; `planned` need a schedule."""
    grouped = [
        (key, list(iterator))
        for key, iterator in groupby(rules, lambda rule: rule.code[:3])
    ]
    contents = [_contents(rule, planned) for _, each in grouped for rule in each]
    table = ["| code | name | severity |", "|---|---|---|", *contents]
    chapters = [_chapter(GROUPS[key], each, planned) for key, each in grouped]
    return "\n".join([_OPENING, *table, "", *chapters])


def _contents(rule: Rule, planned: Collection[Rule]) -> str:
    link = f"[{rule.name}](#{rule.code.lower()}-{rule.name})"
    return f"| {rule.code} | {link} | {_severity(rule, planned)} |"


def _severity(rule: Rule, planned: Collection[Rule]) -> str:
    return rule.severity.word + (", with `--plan`" if rule in planned else "")


def _chapter(title: str, rules: list[Rule], planned: Collection[Rule]) -> str:
    return "\n".join([f"## {title}", "", *(_page(rule, planned) for rule in rules)])


def _page(rule: Rule, planned: Collection[Rule]) -> str:
    text, examples = sections(rule.page)
    return (
        f"### {rule.code} {rule.name}\n\n*{_severity(rule, planned)}*\n\n{text}\n\n"
        f"```text\n{examples}\n```\n"
    )


def sections(page: str) -> tuple[str, str]:
    """The prose of a page, and its examples."""
    prose, bad, examples = page.strip().partition("\nBad:")
    return prose.strip(), f"{bad}{examples}".strip()
