"""The rules that reading reports, before any other rule runs."""

from __future__ import annotations

from roadmap.diagnostics import Rule, Severity


def _error(code: str, name: str, page: str) -> Rule:
    return Rule(code, name, Severity.ERROR, page)


UNREADABLE = _error(
    "RM001",
    "unreadable-file",
    """A file cannot be read: it is missing, not permitted, too large, not UTF-8, nested too
deeply, holds too many values, or its aliases expand to something enormous.

Nothing in it counts until it can be read.

Bad:   a file of 40 MiB, or one saved as UTF-16
Good:  UTF-8 text of at most 4 MiB and 100,000 values, nested at most 100 levels deep
""",
)
SYNTAX = _error(
    "RM002",
    "yaml-syntax",
    """A file is not valid YAML, so nothing in it counts.

Bad:   title: Refunds: faster and by card
Good:  title: "Refunds: faster and by card"
""",
)
DUPLICATE_KEY = _error(
    "RM003",
    "duplicate-key",
    """A mapping has the same key twice. The first one is used, the other is ignored.

Most YAML parsers keep the last one and say nothing.

Bad:   {title: Refunds, title: Faster refunds}
Good:  {title: Faster refunds}
""",
)
UNKNOWN_KEY = _error(
    "RM004",
    "unknown-key",
    """A key is not part of the format, so it is ignored and what it says is lost.

Start your own keys with `x-`: they are kept, and `explain` shows them.

Bad:   dependson: [ledger]
Good:  depends_on: [ledger]
""",
)
WRONG_VALUE = _error(
    "RM005",
    "wrong-value",
    """A value has the wrong type, form or range, so its key is ignored.

Bad:   effort: 3 weeks
Good:  effort: 3w
""",
)
UNUSABLE_ID = _error(
    "RM006",
    "unusable-id",
    """An id is missing or cannot be used, so the initiative is left out.

An id starts with a letter or digit of any script, followed by letters, digits and
`. _ - / #`, in Unicode form NFC. An initiative that has a file to itself needs no id: the
name of the file serves. Where a file holds several, each needs one.

Bad:   id: "#12"
Good:  id: pay-12
""",
)
DUPLICATE_ID = _error(
    "RM007",
    "duplicate-id",
    """Two initiatives have the same id, or ids that differ only in case.

The first one, by file and line, is used; the other is left out. Ids in a section of
portfolio.yaml that differ only in case are reported too, but both are used.

Bad:   two files that both say `id: refunds`
Good:  `id: refunds` and `id: refunds-by-card`
""",
)
DUPLICATE_SECTION = _error(
    "RM008",
    "duplicate-section",
    """A section is both in portfolio.yaml and in a file of its own. The one in
portfolio.yaml is used.

Bad:   `needs:` in portfolio.yaml next to a needs.yaml
Good:  one of the two
""",
)
OUTSIDE_LINK = _error(
    "RM009",
    "outside-link",
    """A symbolic link leads out of the portfolio's folder, so it is not followed.

Bad:   initiatives/secrets.yaml -> ../../elsewhere.yaml
Good:  a file of the portfolio's own
""",
)
MISPLACED = _error(
    "RM012",
    "misplaced-file",
    """A file for the whole portfolio is in the wrong place, so it is ignored.

It is a second portfolio.yaml in a subfolder, or a needs.yaml (or segments, evidence,
objectives, teams) without a portfolio.yaml next to it.

Bad:   initiatives/billing/portfolio.yaml below initiatives/portfolio.yaml
Good:  initiatives/portfolio.yaml alone, with initiatives/needs.yaml next to it
""",
)
CUT_TEXT = Rule(
    "RM013",
    "text-cut-by-comment",
    Severity.WARNING,
    """A value ends at a ` #`, and what follows it is lost as a comment.

In YAML a `#` after a space starts a comment, so half of a title can vanish unnoticed. Put
such a value in quotes, or a space after the `#` if it really starts a comment.

Bad:   title: Gate by level (proposal #9)
Good:  title: "Gate by level (proposal #9)"
""",
)
UNKNOWN_TARGET = _error(
    "RM014",
    "unknown-target",
    """A scenario changes something that does not exist, so the change is left out.

It sets a value at a path that leads nowhere, drops an initiative that is not there, or is
based on a scenario without a file. A path leads through keys and names, such as
`teams.data.people` or `bill-forecast.effort.web`. Where an id is also a key of
portfolio.yaml, start with `initiatives.`.

Bad:   set: {teams.dta.people: 3}
Good:  set: {teams.data.people: 3}
""",
)
SCENARIO_CYCLE = _error(
    "RM015",
    "scenario-cycle",
    """Scenarios are based on each other in a circle, so what they are based on is left out.

Bad:   a.yaml says `based_on: b`, and b.yaml says `based_on: a`
Good:  b.yaml is based on nothing
""",
)
NO_TEAM = _error(
    "RM109",
    "effort-without-team",
    """An effort names no team where there are several, so it is ignored.

The effort can name the team, or the initiative can, with `team`.

Bad:   effort: 3w
Good:  effort: {web: 3w}
""",
)
UNKNOWN_TEAM = _error(
    "RM106",
    "unknown-team",
    """An effort or an initiative refers to a team that `teams` does not list.

Bad:   effort: {wbe: 3w}
Good:  effort: {web: 3w}
""",
)
RULES = (
    UNREADABLE,
    SYNTAX,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    WRONG_VALUE,
    UNUSABLE_ID,
    DUPLICATE_ID,
    DUPLICATE_SECTION,
    OUTSIDE_LINK,
    MISPLACED,
    CUT_TEXT,
    UNKNOWN_TARGET,
    SCENARIO_CYCLE,
    UNKNOWN_TEAM,
    NO_TEAM,
)
