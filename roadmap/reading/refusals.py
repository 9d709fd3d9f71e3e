"""Why a value cannot be read, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction

from roadmap.reading import amount_forms, date_forms
from roadmap.reading.quoting import shown
from roadmap.reading.word_advice import Advice, advice

PLAIN = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")
"""A number without a unit."""
_SIZE = re.compile(r"[^\W_]{1,12}")
"""What reads like a size that nobody has defined."""


class Unreadable(ValueError):
    """A value is not what its key expects: why, and what to do.

    `write` is the replacement if it is unambiguous; `safe`: it may be applied unasked.
    """

    def __init__(
        self, message: str, cure: str, write: str = "", *, safe: bool = False
    ) -> None:
        super().__init__(message)
        self.message, self.cure, self.write, self.safe = message, cure, write, safe


def number_cure(text: str, what: str, cure: str) -> str:
    """How to write a bare number with its unit or sign."""
    if what == "an effort" or what == "a duration":
        return f"say the unit: `{text}w` for weeks, `{text}d` for days"
    if what in _SCALES and re.fullmatch(r"-?" + PLAIN.pattern, text):
        return _SCALES[what](text)
    return share_cure(text) if "percentage" in (what + cure) else cure


_SCALES = {
    "an impact": amount_forms.as_impact,
    "a confidence": amount_forms.as_confidence,
}


def share_cure(text: str) -> str:
    """How to write what should be a percentage."""
    if PLAIN.fullmatch(text):
        number = Fraction(text)
        as_share = number * 100 if number <= 1 else number
        if as_share <= 100 and as_share.denominator == 1:
            return f"write it as `{as_share}%`"
    return "write it as `60%`"


def no_share(text: str, what: str, cure: str) -> Unreadable:
    """The fault of a value that is not a percentage."""
    message = f"{shown(text)} is not {what}"
    if meant := amount_forms.share_meant(text):
        return Unreadable(message, f"write `{meant}`", meant, safe=True)
    return Unreadable(message, cure)


def no_work(text: str, what: str, cure: str) -> Unreadable:
    """The fault of a value that is not an amount of work or time."""
    message = f"{shown(text)} is not {what}"
    meant = amount_forms.work_meant(text)
    if meant is None:
        return Unreadable(message, cure)
    if meant == text.lower():
        return Unreadable(message, f"write `{meant}`", meant, safe=True)
    return Unreadable(message, f"write it as `{meant}`", meant)


def no_effort(text: str, sizes: Collection[str]) -> Unreadable:
    """The fault of a value that is neither an amount of work nor a size."""
    do = advice(text, sizes, "") if sizes else Advice("")
    if do.write:
        return Unreadable(
            f"{shown(text)} is not an effort", do.cure, do.write, safe=do.safe
        )
    if wordy(text) and _SIZE.fullmatch(text):
        known = f"write {one_of(tuple(sizes))}" if sizes else "write `5w`"
        define = f"define `sizes: {{{text}: 5w}}` in portfolio.yaml, or {known}"
        return Unreadable(f"no size {shown(text)}", define)
    sizes = f" or a size: {one_of(tuple(sizes))}" if sizes else ""
    return no_work(text, "an effort", f"write it as `6w` or `2w..5w`{sizes}")


def wordy(text: str) -> bool:
    """Whether a text is meant to be a word, as it has no number in it."""
    return re.search("[0-9]", text) is None


def no_word(
    text: str, bare: str, known: tuple[str, ...], what: str, cure: str
) -> Unreadable:
    """The fault of a word that is none of the known ones, or of one with a `-`."""
    do = advice(bare, known, cure)
    message = f"{shown(text)} is not {what}"
    if not do.write or bare == text:
        return Unreadable(message, do.cure, do.write, safe=do.safe)
    return Unreadable(message, f"write `-{do.write}`", f"-{do.write}", safe=do.safe)


DATES = "write it as `2027-06-30`, `2027-06`, `2027-Q2` or `2027-H1`"


def no_date(text: str, why: str = "") -> Unreadable:
    """The fault of a value that is not a date, with the date it may mean."""
    meant = date_forms.meant(text)
    message = f"{shown(text)} is not a date{why}"
    if len(meant) == 1:
        certain = date_forms.certain(text)
        return Unreadable(message, f"write `{meant[0]}`", meant[0], safe=certain)
    either = " or ".join(f"`{each}`" for each in meant)
    return Unreadable(message, f"write {either}, whichever you mean" if meant else DATES)


def one_of(words: tuple[str, ...]) -> str:
    """Words as alternatives: "a, b or c"."""
    return ", ".join(words[:-1]) + f" or {words[-1]}" if len(words) > 1 else words[0]
