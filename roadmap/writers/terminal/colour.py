"""Styles as the colours of a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap.writers.terminal.pieces import Pieces

STYLES = {
    "title": "bold",
    "strong": "bold",
    "heading": "bold",
    "faint": "dim",
    "good": "green",
    "warning": "yellow",
    "error": "bold red",
    "warned": "bold yellow",
    "note": "bold blue",
    "gutter": "bold blue",
    "help": "cyan",
    "planned": "cyan",
    "running": "green",
    "assumed": "dim",
    "deadline": "bold red",
    "milestone": "bold magenta",
    "promise": "bold yellow",
}


def coloured(lines: Iterable[Pieces]) -> str:
    """Lines with the escapes of a sixteen-colour terminal, and no others."""
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(said) for name, said in STYLES.items()}
    found = []
    for line in lines:
        for text, style in _trimmed(line):
            known = styles.get(style)
            found.append(
                known.render(text, color_system=ColorSystem.STANDARD) if known else text
            )
        found.append("\n")
    return "".join(found)


def _trimmed(line: Pieces) -> Pieces:
    kept = list(line)
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(" "))
    return tuple(kept)
