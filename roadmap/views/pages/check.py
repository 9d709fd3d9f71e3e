"""The check page: every finding, and the findings alone as data."""

from __future__ import annotations

from roadmap.views.answer import Answer
from roadmap.views.findings import finding_data
from roadmap.views.page import Findings, Page
from roadmap.views.portfolio import FORMAT, portfolio_data


def page(answer: Answer) -> Page:
    """The page of a check."""
    data = {
        "format": FORMAT,
        "portfolio": portfolio_data(answer),
        "findings": [finding_data(finding) for finding in answer.findings],
    }
    return Page("", (Findings(answer.findings, files=answer.files),), data)
