"""`roadmap rule`: the page of a rule in the manual, or a list of all rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from roadmap.cli.command import KEEP, Command
from roadmap.cli.option import argument, option
from roadmap.cli.streams import put_line, put_out

if TYPE_CHECKING:
    from roadmap.checks.settings import Settings
    from roadmap.diagnostics import Rule

INDENT = len("Good:  ")
"""Columns before an example."""


@dataclass(frozen=True, kw_only=True)
class RuleOptions:
    """Every option of `rule`."""

    code: str | None = argument(
        None, "CODE", "A rule's code or name, or the start of codes."
    )
    inside: Path | None = option(
        None,
        "-C",
        metavar="FOLDER",
        help="Show the severities that this portfolio sets.",
    )
    format: Literal["text", "json"] = option(
        "text", "--format", help="A page of text, or JSON."
    )


def rule(given: RuleOptions) -> None:
    """Print a rule's manual page; without a code, list all rules."""
    from roadmap.checks.catalogue import rules
    from roadmap.checks.settings import meant
    from roadmap.cli.exits import unknown

    code, settings = given.code, _settings(given.inside)
    known = {each.code: each for each in rules()}
    named = {each.name: each for each in known.values()}
    one = known.get((code or "").upper()) or named.get((code or "").lower())
    listed = [each for each in known.values() if code is None or meant(code, each)]
    if one is None and code is not None and not listed:
        unknown("rule", code, [*known, *named])
    if given.format == "json":
        _put_json([one] if one else listed, settings)
    elif one is None:
        for each in listed:
            put_line(f"{each.code}  {_severity(each, settings):<7}  {each.name}")
    else:
        _put_page(one, settings)


def _put_page(rule: Rule, settings: Settings) -> None:
    from roadmap.cli.output import screen_width

    heading = f"{rule.code} {rule.name} ({_severity(rule, settings)})"
    paragraphs = f"{rule.page.strip()}{_plan(rule)}".split("\n\n")
    page = "\n\n".join(_fitted(paragraph, screen_width()) for paragraph in paragraphs)
    put_out(f"{heading}\n{'=' * len(heading)}\n\n{page}\n")


def _put_json(rules: Iterable[Rule], settings: Settings) -> None:
    from roadmap.cli.plain_json import put_json

    put_json(
        "rules",
        [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": _severity(rule, settings),
                "page": rule.page.strip(),
            }
            for rule in rules
        ],
    )


def _fitted(paragraph: str, width: int | None) -> str:
    """A paragraph in lines of a width; each example hangs below its first word."""
    from roadmap.writers.terminal.wrapped import wrapped

    if width is None:
        return paragraph
    if not paragraph.startswith("Bad:"):
        return "\n".join(wrapped(paragraph.replace("\n", " "), width))
    lines = []
    for line in paragraph.splitlines():
        first, *rest = wrapped(line[INDENT:], width - INDENT)
        lines += [line[:INDENT] + first, *(" " * INDENT + piece for piece in rest)]
    return "\n".join(lines)


def _settings(inside: Path | None) -> Settings:
    """The settings of the portfolio in a folder, or the defaults."""
    from roadmap.checks.settings import SETTLED, stated
    from roadmap.cli.load import opened

    return SETTLED if inside is None else stated(opened(inside, whole=True).portfolio)


def _severity(rule: Rule, settings: Settings) -> str:
    return settings.weighed(rule).word if settings.counts(rule) else "off"


def _plan(rule: Rule) -> str:
    from roadmap.checks.catalogue import planned

    how = "`roadmap check --plan`, `--fail-on plan` or `check: {plan: true}`"
    return f"\n\nThis rule looks at the schedule: it runs with {how}." * (rule in planned())


COMMAND = Command("rule", rule, RuleOptions, KEEP, 12)
