"""The rules that reading itself reports: what is wrong before anything is judged."""

from __future__ import annotations

from roadmap.diagnostics import Rule, Severity


def _error(code: str, name: str, page: str) -> Rule:
    return Rule(code, name, Severity.ERROR, page)


UNREADABLE = _error(
    "RM001",
    "unreadable-file",
    """A file cannot be read: it is missing, forbidden, too large, not UTF-8 text, nested
too deeply, or it unfolds its aliases into something huge.

Everything in it is left out of every view until it can be read.

Bad:   a file of 40 MiB, or one saved as UTF-16
Good:  UTF-8 text of at most 16 MiB, nested at most 100 levels deep
""",
)
SYNTAX = _error(
    "RM002",
    "yaml-syntax",
    """A file is not YAML. Everything in it is left out until it is.

Bad:   title: Refunds: faster and by card
Good:  title: "Refunds: faster and by card"
""",
)
DUPLICATE_KEY = _error(
    "RM003",
    "duplicate-key",
    """A mapping says the same key twice. The first one counts, the other is ignored;
YAML itself would keep the last in silence.

Bad:   {title: Refunds, title: Faster refunds}
Good:  {title: Faster refunds}
""",
)
UNKNOWN_KEY = _error(
    "RM004",
    "unknown-key",
    """A key is not one of the format's. It counts as absent, so what it says is lost.

Your own keys begin with `x-`: they are kept, ignored and shown by `explain`.

Bad:   dependson: [ledger]
Good:  depends_on: [ledger]
""",
)
WRONG_VALUE = _error(
    "RM005",
    "wrong-value",
    """A value has the wrong type, form or range. The key counts as absent.

Bad:   effort: 3 weeks
Good:  effort: 3w
""",
)
UNUSABLE_ID = _error(
    "RM006",
    "unusable-id",
    """An id cannot be used, or there is none where one is needed; the initiative is left
out.

Ids begin with a letter or digit of any script (Unicode form NFC), then letters, digits
and `. _ - / #`. In a file with several initiatives each needs one; alone in a file,
an initiative may leave it out: then it is the file's name without its ending.

Bad:   id: "#12"
Good:  id: pay-12
""",
)
DUPLICATE_ID = _error(
    "RM007",
    "duplicate-id",
    """Two initiatives have the same id, or ids that differ only in case. The first one
counts (by file and line), the other is left out. In a section of portfolio.yaml ids that
differ only in case both count, and are found fault with too.

Bad:   two files that both say `id: refunds`
Good:  `id: refunds` and `id: refunds-by-card`
""",
)
DUPLICATE_SECTION = _error(
    "RM008",
    "duplicate-section",
    """A section stands both in portfolio.yaml and in the file of its own name. The one in
portfolio.yaml counts.

Bad:   `needs:` in portfolio.yaml beside a needs.yaml
Good:  one of the two
""",
)
OUTSIDE_LINK = _error(
    "RM009",
    "outside-link",
    """A link leads out of the portfolio's folder. It is not followed.

Bad:   initiatives/secrets.yaml -> ../../elsewhere.yaml
Good:  a file of the portfolio's own
""",
)
MISPLACED = _error(
    "RM012",
    "misplaced-file",
    """A file holds what is shared by all initiatives, and stands where nobody looks for
it: a second portfolio.yaml in a subfolder, or a needs.yaml (segments, evidence,
objectives, teams) without a portfolio.yaml beside it. It is ignored.

Bad:   initiatives/billing/portfolio.yaml below initiatives/portfolio.yaml
Good:  initiatives/portfolio.yaml alone, with initiatives/needs.yaml beside it
""",
)
NO_TEAM = _error(
    "RM109",
    "effort-without-team",
    """An effort belongs to no team: there are several teams, and neither the effort nor
the initiative's `team` says whose it is. The initiative counts as having no effort.

Bad:   effort: 3w
Good:  effort: {web: 3w}
""",
)
UNKNOWN_TEAM = _error(
    "RM106",
    "unknown-team",
    """A team is named that the section `teams` does not have.

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
    UNKNOWN_TEAM,
    NO_TEAM,
)
