"""A document in which one value is another one, all else shared with the old document."""

from __future__ import annotations

from typing import Any

from roadmap.diagnostics import Route


def with_value(document: Any, route: Route, value: Any) -> Any:
    """A document in which a value stands at a route; None takes the key away.

    An index one behind the end of a list adds an item. The old document stays as it was.

    >>> with_value({"effort": {"web": "2w"}}, ("effort", "data"), "1w")
    {'effort': {'web': '2w', 'data': '1w'}}
    >>> with_value({"title": "A", "deadline": "2027-Q1"}, ("deadline",), None)
    {'title': 'A'}
    """
    if not route:
        return list(value) if isinstance(value, tuple) else value
    step, *rest = route
    if isinstance(document, list) and isinstance(step, int):
        if step == len(document):
            return [*document, with_value(None, tuple(rest), value)]
        new = with_value(document[step], tuple(rest), value)
        return [*document[:step], new, *document[step + 1 :]]
    known = document if isinstance(document, dict) else {}
    if not rest and value is None:
        return {key: each for key, each in known.items() if key != step}
    if rest and value is None and step not in known:
        return document
    return {**known, str(step): with_value(known.get(str(step)), tuple(rest), value)}
