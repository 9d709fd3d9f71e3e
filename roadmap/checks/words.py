"""The section `check` of portfolio.yaml: rules, their severity and their limits."""

from __future__ import annotations

from roadmap.checks.catalogue import checks
from roadmap.checks.settings import KEY
from roadmap.diagnostics import Severity
from roadmap.model.words import FLAG, TEXT, Word, Words

_NAMES = "by name, code or start of a code"


def words() -> Words:
    """The section `check`, with the limits of every rule."""
    limits = tuple(
        Word(
            check.rule.name,
            "section",
            f"limits of rule {check.rule.code}",
            words=tuple(limit.word for limit in check.limits),
        )
        for check in checks()
        if check.limits
    )
    own = (
        Word("select", "list", f"only these rules, {_NAMES}", "", "[RM0, RM1]", of=TEXT),
        Word("ignore", "list", f"all but these rules, {_NAMES}", "", "[RM201]", of=TEXT),
        Word(
            "severity",
            "map",
            f"the severity of rules, {_NAMES}",
            example="{stale-evidence: warning}",
            of=TEXT,
            choices=tuple(severity.word for severity in Severity),
        ),
        Word("plan", FLAG, "run the rules that need a schedule too", "false", "true"),
    )
    help = "what `roadmap check` looks for"
    return Words(portfolio=(Word(KEY, "section", help, words=(*own, *limits)),))
