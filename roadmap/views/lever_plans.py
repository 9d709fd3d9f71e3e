"""A lever with the plan that it leads to, as computed for a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.studies.difference import Difference
    from roadmap.studies.levers import Lever


@dataclass(frozen=True, slots=True)
class LeverPlan:
    """A lever, the command that plans with it, and what that plan moves."""

    lever: Lever
    command: str
    difference: Difference

    def helps(self, id: str) -> bool:
        """Whether an initiative ends sooner than without the lever."""
        now, then = self.difference.old.end(id), self.difference.new.end(id)
        return now is not None and then is not None and then < now
