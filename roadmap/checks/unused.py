"""What may have stood in files of which something was left out."""

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
    """The words of files of which something was left out, and how often each stands there.

    `anything`: one of them could not even be opened, so that it may hold any word.
    `partly` names the files of which other things were used.
    """

    words: Mapping[str, int]
    anything: bool
    partly: frozenset[str]

    def holds(self, word: str, file: str) -> bool:
        """Whether a word stands there, beside the once that `file` refers to it."""
        return self.anything or self.words.get(word, 0) > (file in self.partly)


def unused(read: Read) -> Unused:
    """What was left out of a portfolio."""
    faulty = {d.place.file: d.rule for d in read.diagnostics if d.place and _loses(d)}
    words: Counter[str] = Counter()
    anything = False
    for name, rule in faulty.items():
        words[name.rpartition("/")[2].rpartition(".")[0]] += 1
        if rule is OUTSIDE_LINK:  # its name may be looked at, not what it leads to
            continue
        try:
            text = read.sources.read(name).decode("utf-8", "replace")
        except OSError:
            anything = True
        else:
            words.update(_WORD.findall(text))
    return Unused(words, anything, frozenset(faulty.keys() - set(read.left_out)))


def _loses(found: Diagnostic) -> bool:
    """Whether a fault may have cost a whole initiative."""
    lost = found.rule is WRONG_VALUE and found.initiative is None
    return lost or found.rule in _LOSING
