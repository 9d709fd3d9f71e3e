"""When something is delivered: where 8 in 10 draws end, or the plan's date without any."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from roadmap.sequencing.results import Slot
from roadmap.simulation.results import EndRange
from roadmap.views.answer import Answer
from roadmap.views.phrases.dates import dates_of, deserved
from roadmap.views.phrases.forecasts import OFTEN, range_text


def often(answer: Answer, heading: str) -> str:
    """A heading over deliveries: `Delivery (8 in 10)`, or `Delivery` without a forecast."""
    return f"{heading} ({OFTEN})" if answer.forecast else heading


def delivery(answer: Answer, slot: Slot) -> str:
    """When a slot ends: a range where there is a forecast, otherwise the plan's date."""
    ends = range_of(answer, slot)
    if ends is None:
        return planned_delivery(answer, slot)
    assumed = answer.portfolio.initiatives[slot.id].effort_assumed
    return range_text(answer.portfolio, ends, assumed=assumed, exact=answer.exact)


def final_delivery(answer: Answer, slots: Collection[Slot], *, full: bool = False) -> str:
    """When the last of some slots ends; of all in the plan, as the forecast says.

    Of others the range is the latest of theirs, which is as good as ranges alone can tell.
    """
    forecast = answer.forecast
    if forecast is None:
        last = max(slots, key=lambda slot: (slot.end_day, slot.id))
        return planned_delivery(answer, last, full=full)
    ends = forecast.finish
    if len(slots) < len(forecast.ranges):
        ranges = [forecast.ranges[slot.id] for slot in slots]
        p10, p90 = (
            max(end_range.p10 for end_range in ranges),
            max(end_range.p90 for end_range in ranges),
        )
        ends = replace(max(ranges, key=lambda end_range: end_range.p90), p10=p10, p90=p90)
    return range_text(answer.portfolio, ends, exact=answer.exact)


def planned_delivery(answer: Answer, slot: Slot, *, full: bool = False) -> str:
    """The plan's own date, as precise as its range where there is a forecast."""
    portfolio = answer.portfolio
    return deserved(
        portfolio,
        dates_of(portfolio, slot)[1],
        assumed=portfolio.initiatives[slot.id].effort_assumed,
        exact=answer.exact,
        full=full,
        apart=_apart(answer, slot),
    )


def _apart(answer: Answer, slot: Slot) -> int | None:
    """How many days a range is long from end to end; None without a forecast."""
    ends, date_of = range_of(answer, slot), answer.portfolio.calendar.date_of
    return (date_of(ends.p90) - date_of(ends.p10)).days if ends else None


def range_of(answer: Answer, slot: Slot) -> EndRange | None:
    """The range of a slot's end, None without a forecast."""
    return answer.forecast.ranges[slot.id] if answer.forecast else None
