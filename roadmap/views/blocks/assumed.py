"""What is assumed: by initiative, or once for all where nearly all share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roadmap.scoring.assumption import Assumption, Fact
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.assumptions import in_short

NEARLY_ALL = 0.8
FEW = 5


@dataclass(frozen=True, slots=True, order=True)
class OpenFact:
    """Something that an initiative lacks, or that is `assumed` of it, in a few words."""

    text: str
    assumed: bool = False


OpenFacts = Mapping[str, tuple[OpenFact, ...]]
"""OpenFacts by initiative."""


def assumptions(answer: Answer, id: str) -> tuple[Assumption, ...]:
    """What is assumed about an initiative.

    An assumed effort counts even where a framework uses another: the plan relies on it.
    """
    score = answer.score(id)
    assumed = score.assumed if score else ()
    listed = any(assumption.fact.of_work for assumption in assumed)
    if answer.portfolio.initiatives[id].effort_assumed and not listed:
        return (*assumed, Assumption(Fact.EFFORT))
    return assumed


def all_assumptions(answer: Answer) -> OpenFacts:
    """What is assumed about each open initiative that is shown, as notes."""
    return {
        initiative.id: assumed_notes(answer, initiative.id) for initiative in answer.open
    }


def assumed_notes(answer: Answer, id: str) -> tuple[OpenFact, ...]:
    """What is assumed about an initiative, as notes."""
    texts = in_short(assumptions(answer, id))
    return tuple(OpenFact(text, assumed=True) for text in texts)


def shared(answer: Answer, notes: OpenFacts) -> Mapping[OpenFact, int]:
    """The notes that nearly all have, and how many have each; none with `--all`."""
    if len(notes) < FEW or answer.all:
        return {}
    counts = Counter(note for each in notes.values() for note in dict.fromkeys(each))
    return {
        note: number
        for note, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if number >= NEARLY_ALL * len(notes)
    }


def banner(answer: Answer, notes: OpenFacts) -> tuple[Line, ...]:
    """A line for what nearly all lack, and one for what is assumed of nearly all."""
    counts = shared(answer, notes)
    said = (
        ("True of", [note for note in counts if not note.assumed]),
        ("Assumed for", [note for note in counts if note.assumed]),
    )
    return tuple(
        Line(f"{lead} {_shared(those, counts, notes)}.", "warning")
        for lead, those in said
        if those
    )


def _shared(those: list[OpenFact], counts: Mapping[OpenFact, int], notes: OpenFacts) -> str:
    """`all, so not repeated below: effort (96 of 96)`."""
    every = all(counts[note] == len(notes) for note in those)
    said = _counted(those, counts, notes)
    return f"{'all' if every else 'nearly all'}, so not repeated below: {said}"


def _counted(
    those: Iterable[OpenFact], counts: Mapping[OpenFact, int], notes: OpenFacts
) -> str:
    return ", ".join(f"{note.text} ({counts[note]} of {len(notes)})" for note in those)
