"""Rule settings: the portfolio's own, overridden by the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NoReturn

from roadmap.cli.check_options import CheckOptions
from roadmap.cli.exits import stop, unknown

if TYPE_CHECKING:
    from roadmap.checks.limit import Limit
    from roadmap.checks.settings import Settings
    from roadmap.diagnostics import Severity
    from roadmap.model.portfolio import Portfolio


def asked_rules(given: CheckOptions, portfolio: Portfolio) -> Settings:
    """The portfolio's rule settings, overridden by the command line."""
    from roadmap.checks.settings import Settings, stated

    own = Settings(
        select=tuple(_names("--select", given.select)),
        ignore=tuple(_names("--ignore", given.ignore)),
        severity=dict(_severities(given.severity)),
        limits=_limits(given.limits),
        plan=given.plan or given.fail_on == "plan",
    )
    settings = stated(portfolio).under(own)
    return settings if not own.select else replace(settings, ignore=own.ignore)


def _names(flag: str, texts: Iterable[str] | None) -> Iterator[str]:
    for text in texts or ():
        for name in filter(None, (each.strip() for each in text.split(","))):
            yield _known(flag, name)


def _known(flag: str, name: str) -> str:
    from roadmap.checks.catalogue import rules
    from roadmap.checks.settings import meant

    known = rules()
    if any(meant(name, rule) for rule in known):
        return name
    every = [each for rule in known for each in (rule.name, rule.code)]
    unknown("rule", name, every, f"{flag}: ")


def _severities(texts: Iterable[str] | None) -> Iterator[tuple[str, Severity]]:
    from roadmap.diagnostics import Severity

    words = [severity.word for severity in Severity]
    for text in texts or ():
        name, sign, word = text.partition("=")
        if not sign:
            stop(f"--severity {text}: write RULE=SEVERITY, such as stale-evidence=warning")
        if word not in words:
            unknown("severity", word, words, f"--severity {text}: ")
        yield _known("--severity", name), Severity[word.upper()]


def _limits(texts: Iterable[str] | None) -> dict[str, dict[str, Fraction]]:
    from roadmap.checks.catalogue import checks

    known = {f"{each.rule}.{each.key}": each for c in checks() for each in c.limits}
    limits: dict[str, dict[str, Fraction]] = {}
    for text in texts or ():
        name, sign, number = text.partition("=")
        if not sign:
            stop(
                f"--set {text}: write RULE.KEY=NUMBER, such as overlong-initiative.weeks=20"
            )
        if name not in known:
            _unknown_limit(text, name, known)
        limit = known[name]
        limits.setdefault(limit.rule, {})[limit.key] = _amount(limit, number, text)
    return limits


def _unknown_limit(text: str, name: str, known: Collection[str]) -> NoReturn:
    """Stop; a name unlike any limit was probably meant as a what-if."""
    from roadmap.reading.near import nearest

    if nearest(name, known):
        unknown("limit", name, known, f"--set {text}: ")
    stop(
        f"--set {text}: `check` takes limits of rules, such as "
        "overlong-initiative.weeks=20; what-if values go to commands that plan, such as "
        "`plan --set` and `diff --set`, which list the errors that they cause"
    )


def _amount(limit: Limit, number: str, text: str) -> Fraction:
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import share
    from roadmap.reading.tree import scalar

    value = scalar(number)
    try:
        if limit.share:
            return share(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
            return Fraction(repr(float(value)))
    except Unreadable as error:
        stop(f"--set {text}: {error.message}; {error.cure}")
    stop(f"--set {text}: `{number}` is not a number of 0 or more")
