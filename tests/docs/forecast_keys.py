"""The keys of `forecast`, as a table of docs/file-format.md."""

from __future__ import annotations

from roadmap.simulation.settings import words
from tests.docs.framework_keys import HEAD, PAGE, rows
from tests.docs.markdown import ROOT, text_of

BEGIN = "<!-- forecast keys: written by `make rewrite` -->\n\n"
END = "\n<!-- end of forecast keys -->\n"


def written() -> str:
    """The part of the page that is made of what the forecast declares."""
    _, _, below = text_of(PAGE).partition(BEGIN)
    return below.partition(END)[0]


def rewrite() -> None:
    """Write the table into the page."""
    before, _, rest = text_of(PAGE).partition(BEGIN)
    after = rest.partition(END)[2]
    page = f"{before}{BEGIN}{table()}{END}{after}"
    (ROOT / PAGE).write_text(page, encoding="utf-8", newline="\n")


def table() -> str:
    """The table as it should be."""
    return HEAD + "".join(rows(words().portfolio, ""))
