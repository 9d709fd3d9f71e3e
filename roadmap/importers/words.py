"""The section `import` of portfolio.yaml: what imports cannot know by themselves."""

from __future__ import annotations

from roadmap.model.initiative import Status
from roadmap.model.words import NUMBER, TEXT, Word, Words

KEY = "import"


def words() -> Words:
    """The section `import`."""
    own = (
        Word(
            "status",
            "map",
            "what the tracker's status words mean here",
            example="{Ready for QA: in_progress}",
            of=TEXT,
            choices=tuple(status.value for status in Status),
        ),
        Word(
            "hours_a_day",
            NUMBER,
            "hours of a working day, for estimates in hours",
            "8",
            above=0,
            at_most=24,
        ),
    )
    help = "how exports of trackers are read"
    return Words(portfolio=(Word(KEY, "section", help, words=own),))
