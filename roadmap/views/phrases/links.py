"""Links of an initiative: addresses, and short names that templates turn into addresses."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from roadmap.model.addresses import usable
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.views.page import Link

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>|`\"\\()]+", re.IGNORECASE)


def links(portfolio: Portfolio, initiative: Initiative) -> tuple[Link, ...]:
    """The links of an initiative as written, each with its address."""
    return tuple(Link(link, address(portfolio, link)) for link in initiative.links)


def brief_links(portfolio: Portfolio, initiative: Initiative) -> tuple[Link, ...]:
    """The same for narrow tables: addresses are shortened to their host."""
    return tuple(
        Link(urlsplit(link.address).hostname or link.text, link.address)
        if link.address == link.text
        else link
        for link in links(portfolio, initiative)
    )


def address(portfolio: Portfolio, link: str) -> str:
    """The address of a link; empty if it cannot be followed and no template helps."""
    made = link
    for name in sorted(portfolio.link_templates, key=len, reverse=True):
        lead = f"{name}-" if name[-1:].isalnum() else name
        if link.startswith(lead) and link != lead:
            rest = quote(link.removeprefix(lead), safe="-._~", errors="replace")
            made = portfolio.link_templates[name].replace("{id}", rest)
            break
    return made if _ADDRESS.fullmatch(made) and usable(made) else ""
