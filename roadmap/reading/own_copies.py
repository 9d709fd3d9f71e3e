"""Values set in documents that others share: what is on the way is copied once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from roadmap.diagnostics import Route


@dataclass(slots=True)
class OwnCopies:
    """The copies that were made so far, which may be changed where they are.

    Setting many values then takes the time of copying once, not of copying each time.
    """

    _made: dict[int, Any] = field(default_factory=dict)

    def placed(self, document: Any, route: Route, value: Any) -> Any:
        """A document in which a value stands at a route; None takes the key away.

        >>> shared = {"effort": {"web": "2w"}, "deadline": "2027-Q1"}
        >>> copies = OwnCopies()
        >>> mine = copies.placed(shared, ("effort", "data"), "1w")
        >>> copies.placed(mine, ("deadline",), None), shared["deadline"]
        ({'effort': {'web': '2w', 'data': '1w'}}, '2027-Q1')
        """
        if not route:
            return value
        own = self.own(document)
        step, *rest = route
        if rest:
            there = isinstance(own, list) or step in own
            below = own[step] if there else None
            if value is not None or below is not None:
                own[step] = self.placed(below, tuple(rest), value)
        elif value is None and isinstance(own, dict):
            own.pop(step, None)
        else:
            own[step] = value
        return own

    def own(self, document: Any) -> Any:
        """A mapping or list that may be changed; of anything else, an empty mapping."""
        if id(document) in self._made:
            return document
        mine: Any = [*document] if isinstance(document, list) else {}
        if isinstance(document, dict):
            mine = dict(document)
        self._made[id(mine)] = mine
        return mine
