"""Published dates against a plan, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.studies.published_shifts import PublishedShift
from roadmap.studies.since_published import SincePublished
from roadmap.views.phrases.dates import dates_of


def published_data(
    portfolio: Portfolio,
    shifts: Sequence[PublishedShift],
    new: Sequence[str],
    since: SincePublished | None,
    causes: Mapping[str, str],
) -> dict[str, Any]:
    """The section `published`: each date that was told, by id, and what has none."""
    published = portfolio.published
    as_of = published.as_of if published else None
    by_id = sorted(shifts, key=lambda shift: shift.told.id)
    return {
        "as_of": as_of.isoformat() if as_of else None,
        "framework": published.framework if published else None,
        "since": _since(since) if since else None,
        "dates": [_date(portfolio, shift, causes.get(shift.told.id)) for shift in by_id],
        "new": list(new),
    }


def _since(since: SincePublished) -> dict[str, Any]:
    """What is different since the dates were published."""
    difference = since.difference
    return {
        "commit": since.commit or None,
        "days": since.days,
        "edits": len(difference.changes) if difference else None,
        "unknown": since.why,
    }


def _date(portfolio: Portfolio, shift: PublishedShift, cause: str | None) -> dict[str, Any]:
    told = shift.told
    now = dates_of(portfolio, shift.slot) if shift.slot else None
    return {
        "id": told.id,
        "shown": told.shown,
        "until": told.until.isoformat(),
        "published_start": told.start.isoformat(),
        "published_end": told.end.isoformat(),
        "start": now[0].isoformat() if now else None,
        "end": now[1].isoformat() if now else None,
        "start_days": shift.start,
        "end_days": shift.end,
        "beyond_days": shift.beyond if now else None,
        "status": shift.status,
        "cause": cause,
    }
