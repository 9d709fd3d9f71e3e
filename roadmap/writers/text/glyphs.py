"""The symbols that the terminal draws with, and their substitutes in plain ASCII."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from roadmap.writers.text.safe import plain
from roadmap.writers.writer import Setting

_ASCII: Final = str.maketrans(
    {
        "─": "-", "╌": "-", "│": "|", "┌": "+", "└": "+", "┊": ":",
        "▲": "^", "▼": "v", "█": "#", "▒": "=", "░": ".", "◆": "!", "◇": "o", "▷": ">",
        "…": "...", "÷": "/", "×": "x", "–": "-", "—": "-", "−": "-", "·": ".", "•": "-",
        "’": "'", "\u2018": "'", "“": '"', "”": '"', "→": "->", "≤": "<=", "≥": ">=",
        "\u00a0": " ",
        "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Symbols, each one column wide; `load` rises from nobody to everybody."""

    line: str = "─"
    tick: str = "┊"
    ellipsis: str = "…"
    nobody: str = "·"
    planned: str = "█"
    running: str = "▒"
    assumed: str = "░"
    deadline: str = "◆"
    promise: str = "▷"
    milestone: str = "◇"
    tab: str = "→"
    load: str = " ▁▂▃▄▅▆▇█"
    likely: str = "╌"


UNICODE = Glyphs()
ASCII = Glyphs("-", ":", "~", ".", "#", "=", ".", "!", ">", "o", ">", " 123456789", "-")


def glyphs(setting: Setting) -> Glyphs:
    """The symbols that the output can show."""
    return UNICODE if setting.unicode else ASCII


def shown(text: str, setting: Setting) -> str:
    r"""Text made safe and limited to characters that the output can show.

    >>> shown("12.5 ÷ 2 = 6.25 für 東", Setting(unicode=False))
    '12.5 / 2 = 6.25 f\\xfcr \\u6771'
    """
    safe = plain(text)
    if setting.unicode or safe.isascii():
        return safe
    folded = safe.translate(_ASCII)
    return folded.encode(setting.encoding, "backslashreplace").decode(setting.encoding)
