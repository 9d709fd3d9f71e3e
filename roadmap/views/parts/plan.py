"""The plan: what is done in which quarter, by whom."""

from __future__ import annotations

from roadmap.views.blocks.outlook import by_quarter
from roadmap.views.part import Part

PART = Part("plan", 30, by_quarter)
