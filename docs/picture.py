"""The pictures of the readme: what the command prints, in a light and a dark terminal.

`python docs/picture.py` writes docs/images/plan-light.svg and plan-dark.svg anew. No font
is fetched: letters take the reader's own, in cells of one width; bars and signs are drawn.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
COMMAND = "roadmap plan"
COLUMNS = 100
CELL, LINE, SIZE, MARGIN, TALL = 8.0, 18, 13.2, 18, 12
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
TERMINAL = {
    "COLUMNS": str(COLUMNS),
    "FORCE_COLOR": "1",
    "PYTHONIOENCODING": "utf-8",
    "SOURCE_DATE_EPOCH": "1799020800",  # 4 January 2027
}
THEMES: Mapping[str, Mapping[str, str]] = {
    "light": {
        "ground": "#ffffff", "edge": "#d1d9e0", "": "#1f2328", "2": "#6e7781",
        "90": "#6e7781", "31": "#cf222e", "32": "#1a7f37", "33": "#9a6700",
        "34": "#0969da", "35": "#8250df", "36": "#1b7c83",
    },
    "dark": {
        "ground": "#0d1117", "edge": "#3d444d", "": "#e6edf3", "2": "#8b949e",
        "90": "#8b949e", "31": "#ff7b72", "32": "#3fb950", "33": "#d29922",
        "34": "#58a6ff", "35": "#bc8cff", "36": "#39c5cf",
    },
}  # fmt: skip
LEVELS = "▁▂▃▄▅▆▇█"
SHADES = {"█": 1.0, "▒": 0.6, "░": 0.3}
SIGNS = {"◆": "M4 4 8 9 4 14 0 9Z", "◇": "M4 5 7 9 4 13 1 9Z", "▷": "M1 5 7 9 1 13Z"}
_ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")


class Cell(NamedTuple):
    """A sign on the screen. `colour` is a code of the terminal, empty for the usual one."""

    sign: str
    colour: str
    bold: bool


def main() -> None:
    """Write both pictures."""
    IMAGES.mkdir(exist_ok=True)
    for theme, text in pictures().items():
        (IMAGES / f"plan-{theme}.svg").write_text(text, encoding="utf-8", newline="\n")


def pictures() -> Mapping[str, str]:
    """A picture for each theme."""
    shown = [f"$ {COMMAND}", *beginning(printed()), "…"]
    lines = [list(_cells(line)) for line in shown]
    return {theme: svg(lines, colours) for theme, colours in THEMES.items()}


def printed() -> list[str]:
    """What the command prints for the example, with its colours."""
    arguments = [sys.executable, "-m", "roadmap", *COMMAND.split()[1:], "initiatives"]
    kept = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    done = subprocess.run(
        arguments, cwd=ROOT, env=kept | TERMINAL, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8").splitlines()


def beginning(lines: list[str]) -> list[str]:
    """The calendar and what is said about it: all before the third empty line."""
    empty = [number for number, line in enumerate(lines) if not line]
    return lines[: empty[2]] if len(empty) > 2 else lines


def svg(lines: list[list[Cell]], colours: Mapping[str, str]) -> str:
    """A terminal with these lines."""
    width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    body = [
        part for row, line in enumerate(lines) for part in _drawn(line, row, colours)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" '
            f'width="{width:g}" height="{height}" role="img" font-size="{SIZE}" '
            f'font-family="{FONTS}" fill="{colours[""]}">',
            f"<title>{COMMAND}: the example's plan as the terminal shows it</title>",
            f'<rect x=".5" y=".5" width="{width - 1:g}" height="{height - 1}" rx="8" '
            f'fill="{colours["ground"]}" stroke="{colours["edge"]}"/>',
            *body,
            "</svg>\n",
        ]
    )


def _cells(line: str) -> Iterator[Cell]:
    colour, bold, end = "", False, 0
    for match in [*_ESCAPE.finditer(line), None]:
        stop = match.start() if match else len(line)
        yield from (Cell(sign, colour, bold) for sign in line[end:stop])
        if match:
            codes = [code for code in match[1].split(";") if code not in ("", "0")]
            bold = "1" in codes
            colour = next((code for code in codes if code != "1"), "")
            end = match.end()


def _drawn(line: list[Cell], row: int, colours: Mapping[str, str]) -> Iterator[str]:
    """Runs of a line: words as text, each sign of a chart as a shape."""
    top, column = MARGIN + row * LINE, 0
    for key, run in groupby(line, key=lambda cell: (_shape(cell.sign), cell[1:])):
        shape, (colour, bold) = key
        signs = [cell.sign for cell in run]
        left = MARGIN + column * CELL
        fill = f' fill="{colours[colour]}"' if colour else ""
        if shape == "text":
            yield from _words("".join(signs), left, top, fill, bold)
        else:
            for place, length, sign in _runs(signs):
                at = left + place * CELL
                yield _figure(sign, at, top, length * CELL, fill)
        column += len(signs)


def _shape(sign: str) -> str:
    drawn = sign in LEVELS or sign in SHADES or sign in SIGNS or sign in "─┊"
    return "drawn" if drawn else "text"


def _runs(signs: list[str]) -> Iterator[tuple[int, int, str]]:
    place = 0
    for sign, run in groupby(signs):
        length = len(list(run))
        if sign in SIGNS or sign == "┊":
            yield from ((place + n, 1, sign) for n in range(length))
        else:
            yield place, length, sign
        place += length


def _words(text: str, left: float, top: float, fill: str, bold: bool) -> Iterator[str]:
    for match in re.finditer(r"\S+(?: \S+)*", text):
        weight = ' font-weight="600"' if bold else ""
        x, length = left + match.start() * CELL, len(match[0]) * CELL
        yield (
            f'<text x="{x:g}" y="{top + 13}" textLength="{length:g}" '
            f'lengthAdjust="spacingAndGlyphs"{weight}{fill}>{escape(match[0])}</text>'
        )


def _figure(sign: str, left: float, top: float, width: float, fill: str) -> str:
    if sign in SIGNS:
        return f'<path transform="translate({left:g} {top})" d="{SIGNS[sign]}"{fill}/>'
    if sign in "─┊":
        end = f"h{width:g}" if sign == "─" else f"v{LINE}"
        start = f"{left:g} {top + 9}" if sign == "─" else f"{left + CELL / 2:g} {top}"
        dashes = "" if sign == "─" else ' stroke-dasharray="2 3"'
        stroke = fill.replace("fill", "stroke") or ' stroke="currentColor"'
        return f'<path d="M{start}{end}" opacity=".6"{dashes}{stroke}/>'
    high = TALL * (LEVELS.index(sign) + 1) / len(LEVELS) if sign in LEVELS else TALL
    paler = f' opacity="{SHADES[sign]:g}"' if SHADES.get(sign, 1) < 1 else ""
    where = f'x="{left:g}" y="{top + 15 - high:g}" width="{width:g}" height="{high:g}"'
    return f"<rect {where}{paler}{fill}/>"


if __name__ == "__main__":
    main()
