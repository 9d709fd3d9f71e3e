"""iCalendar: deadlines, commitments and milestones as all-day events. RFC 5545."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from roadmap.views.page import Bar, Page, Timeline
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import Setting, Writer

PRODUCT = "-//roadmap//roadmap//EN"
ROOM = 75
"""Octets of a line, without its end."""
WORDS = {"deadline": "Deadline", "milestone": "Milestone", "promise": "Commitment"}


def _write(page: Page, setting: Setting) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    name = str(page.data.get("portfolio", {}).get("title") or page.title)
    if page.condition:
        name = f"{name} ({page.condition})"
    if name:
        lines.append(f"X-WR-CALNAME:{text(name)}")
    for block in page.blocks:
        if isinstance(block, Timeline):
            lines += _events(block, _host(name))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _host(name: str) -> str:
    """What tells one portfolio's events from another's, whatever script its title is in."""
    return f"{sha256(name.encode('utf-8', 'replace')).hexdigest()[:12]}.roadmap"


def _events(timeline: Timeline, host: str) -> Iterator[str]:
    """An event for each date to keep, by date; what has no date is left out."""
    stamp = timeline.as_of or timeline.dates.get(timeline.first_day)
    bars = [bar for group in timeline.groups for bar in group.bars]
    found = {
        (kind, bar.id): (when, bar) for bar in bars for kind, when in _kept(timeline, bar)
    }
    dated = [(when, kind, id, bar) for (kind, id), (when, bar) in found.items()]
    for when, kind, _, bar in sorted(dated, key=lambda each: each[:3]):
        title = f"{WORDS[kind]}: {bar.title}"
        said = "" if kind == "milestone" else _forecast(timeline, bar)
        yield from _event(f"{kind}-{bar.id}@{host}", when, title, said, stamp or when)


def _kept(timeline: Timeline, bar: Bar) -> Iterator[tuple[str, date]]:
    yield from bar.stated.items()
    if bar.kind == "milestone" and bar.start_day in timeline.dates:
        yield "milestone", timeline.dates[bar.start_day]


def _forecast(timeline: Timeline, bar: Bar) -> str:
    """When a bar ends, and by when it is safe to say that it has."""
    often = f" ({timeline.often})" if timeline.often else ""
    safe = f"; 85 % date: {bar.p85.isoformat()}" if bar.p85 else ""
    return f"Forecast: {bar.ends}{often}{safe}"


def _event(uid: str, when: date, title: str, said: str, stamp: date) -> Iterator[str]:
    after = when if when == date.max else when + timedelta(days=1)
    yield "BEGIN:VEVENT"
    yield f"UID:{text(uid)}"
    yield f"DTSTAMP:{_digits(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(when)}"
    yield f"DTEND;VALUE=DATE:{_digits(after)}"
    yield f"SUMMARY:{text(title)}"
    if said:
        yield f"DESCRIPTION:{text(said)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _digits(when: date) -> str:
    return when.isoformat().replace("-", "")


def text(said: str) -> str:
    r"""Text as a value: what separates values is escaped.

    >>> text("a; b, c\\d")
    'a\\; b\\, c\\\\d'
    """
    said = plain(said).replace("\\", "\\\\")
    return said.replace(";", "\\;").replace(",", "\\,")


def folded(line: str) -> str:
    r"""A line of any length in lines of at most 75 octets, no character cut in two.

    >>> folded("x" * 76)[74:]
    'x\r\n x'
    """
    pieces, piece, used = [], "", 0
    for sign in line:
        size = len(sign.encode("utf-8"))
        if used + size > ROOM:
            pieces.append(piece)
            piece, used = " ", 1
        piece, used = piece + sign, used + size
    return "\r\n".join([*pieces, piece])


def _wrote(said: str) -> bool:
    return f"PRODID:{PRODUCT}" in said[:200]


WRITER = Writer("ics", frozenset({Timeline}), _write, _wrote)
