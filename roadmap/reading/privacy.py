"""The `internal` key, which hides an initiative from customers; in doubt, it hides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import DUPLICATE_KEY
from roadmap.reading.near import Names

MARK = "internal"
_MARKS = Names([MARK])


def internal(data: Mapping[str, Any]) -> bool:
    """Whether the keys of an initiative hide it from customers.

    Only `false` shows it. Any other value, and none at all, hides it, as whoever writes the
    key means something by it. A key that is one typing error away counts as the mark.

    >>> internal({"internal": "yes"}), internal({"Internal": True}), internal({})
    (True, True, False)
    """
    return any(value is not False for key, value in data.items() if _is_mark(key))


def marked_twice(faults: Iterable[Diagnostic]) -> frozenset[Place]:
    """The initiatives that say twice whether they are internal; only one would count."""
    return frozenset(
        Place(fault.place.file, fault.place.route[:-1], fault.place.document)
        for fault in faults
        if fault.rule is DUPLICATE_KEY and fault.place and fault.place.route[-1:] == (MARK,)
    )


def _is_mark(key: str) -> bool:
    if key == MARK:
        return True
    if abs(len(key) - len(MARK)) > 1 or key[:2] == "x-":
        return False
    near = _MARKS.near(key)
    return near is not None and near.sure
