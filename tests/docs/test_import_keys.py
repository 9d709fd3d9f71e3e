"""docs/file-format.md names every key of `import`, as it is declared."""

from __future__ import annotations

import os

from roadmap.importers.words import words
from tests.docs.framework_keys import HEAD, PAGE, rows
from tests.docs.markdown import ROOT, text_of

BEGIN = "<!-- import keys: written by `make rewrite` -->\n\n"
END = "\n<!-- end of import keys -->\n"


def test_what_importers_declare_stands_in_the_page_as_declared() -> None:
    table = HEAD + "".join(rows(words().portfolio, ""))
    before, _, below = text_of(PAGE).partition(BEGIN)
    written, _, after = below.partition(END)
    if os.environ.get("ROADMAP_REWRITE"):
        page = f"{before}{BEGIN}{table}{END}{after}"
        (ROOT / PAGE).write_text(page, encoding="utf-8", newline="\n")
        written = table

    assert written == table, "`make rewrite` renews it"
