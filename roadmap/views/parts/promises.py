"""Promises: deadlines and told dates against the forecast."""

from __future__ import annotations

from roadmap.views.part import Audience, Part
from roadmap.views.promises import kept_table

PART = Part("promises", 90, kept_table, usual=(Audience.BOARD, Audience.TEAM))
