"""Objectives: key results, and the work that is planned for them."""

from __future__ import annotations

from roadmap.views.blocks.objectives import objectives_table
from roadmap.views.part import Audience, ReportPart

PART = ReportPart("objectives", 60, objectives_table, usual=(Audience.BOARD, Audience.TEAM))
