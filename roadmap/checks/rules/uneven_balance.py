"""The four numbers of `balance` do not add up to 100.

They are used as they are, so a point is worth less or more than in other portfolios.
Numbers that are left out have defaults: needs 50, customer 10, commercial 25, operational
15.

Bad:   balance: {needs: 50, customer: 10, commercial: 25, operational: 25}
Good:  balance: {needs: 50, customer: 10, commercial: 25, operational: 15}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity

RULE = Rule("RM303", "uneven-balance", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The portfolio's balance, where it does not add up to 100."""
    balance = subject.portfolio.balance
    total = sum(balance.values())
    home = Place(subject.portfolio.file)
    place = home / "balance"
    if not balance or total == 100 or subject.doubted(home, "balance"):
        return
    if subject.doubted(place):
        return
    sum_of = " + ".join(f"{float(each):g}" for each in balance.values())
    message = f"the balance is {sum_of} = {float(total):g}, not 100"
    yield Diagnostic(RULE, message, place.key, cure="make the four numbers add up to 100")


CHECK = Check(RULE, find)
