"""Links of an initiative: addresses, and short names that templates turn into addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from roadmap.model.addresses import LONGEST_MADE, usable
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.remembered import remembered
from roadmap.views.page import Link

ID = "{id}"
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
    templates = _templates(portfolio)
    made = link
    for length in templates.lengths:
        template = templates.by_lead.get(link[:length])
        if template is not None and len(link) > length:
            made = _made(template, quote(link[length:], safe="-._~", errors="replace"))
            break
    return made if _ADDRESS.fullmatch(made) and usable(made) else ""


@dataclass(frozen=True, slots=True)
class _Templates:
    """Templates by how their links begin, and the lengths of these, the longest first."""

    by_lead: Mapping[str, str]
    lengths: tuple[int, ...]


@remembered
def _templates(portfolio: Portfolio) -> _Templates:
    stated = portfolio.link_templates
    by_lead = {
        f"{name}-" if name[-1:].isalnum() else name: stated[name]
        for name in sorted(stated, key=len)
    }
    return _Templates(by_lead, tuple(sorted({*map(len, by_lead)}, reverse=True)))


def _made(template: str, id: str) -> str:
    """A template's address; empty where it is too long to be one."""
    length = len(template) + template.count(ID) * (len(id) - len(ID))
    return template.replace(ID, id) if length <= LONGEST_MADE else ""
