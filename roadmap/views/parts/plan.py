"""The plan: what each quarter delivers, and which teams work on it."""

from __future__ import annotations

from roadmap.views.blocks.outlook import by_quarter
from roadmap.views.part import ReportPart

PART = ReportPart("plan", 30, by_quarter)
