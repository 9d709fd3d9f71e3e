"""The words in files that were left out, which may explain what seems to be missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from roadmap.diagnostics import Diagnostic
from roadmap.reading.faults import (
    DUPLICATE_ID,
    OUTSIDE_LINK,
    SYNTAX,
    UNREADABLE,
    UNUSABLE_ID,
    WRONG_VALUE,
)
from roadmap.reading.read import Read

_WORD = re.compile(r"[\w./#-]+")
_LOSING = (DUPLICATE_ID, OUTSIDE_LINK, SYNTAX, UNREADABLE, UNUSABLE_ID)


@dataclass(frozen=True, slots=True)
class Unused:
    """The words in such files, and how often each occurs there.

    `anything`: one of them could not be opened, so it may contain any word. `partly` are
    the files of which some content was used.
    """

    words: Mapping[str, int]
    anything: bool
    partly: frozenset[str]

    def holds(self, word: str, file: str) -> bool:
        """Whether a word occurs there, apart from where `file` refers to it."""
        return self.anything or self.words.get(word, 0) > (file in self.partly)


def unused(read: Read) -> Unused:
    """The words in what was left out of a portfolio."""
    faulty = {d.place.file: d.rule for d in read.diagnostics if d.place and _loses(d)}
    words: Counter[str] = Counter()
    anything = False
    for name, rule in faulty.items():
        words[name.rpartition("/")[2].rpartition(".")[0]] += 1
        if rule is OUTSIDE_LINK:  # only its name may be read, not its target
            continue
        try:
            text = read.sources.read(name).decode("utf-8", "replace")
        except OSError:
            anything = True
        else:
            words.update(_WORD.findall(text))
    return Unused(words, anything, frozenset(faulty.keys() - set(read.left_out)))


def _loses(diagnostic: Diagnostic) -> bool:
    """Whether a fault may have cost a whole initiative."""
    lost = diagnostic.rule is WRONG_VALUE and diagnostic.initiative is None
    return lost or diagnostic.rule in _LOSING
