from __future__ import annotations

from itertools import pairwise

from roadmap.diagnostics import Severity
from roadmap.writers.markdown.step_summary import step_summary
from tests.writers.listed_pages import finding, harmful, page

ROOM = 1024 * 1024


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(("| error", "| warning"))]


def test_the_worst_stand_first_and_notes_are_only_counted() -> None:
    found = page(
        *(finding(f"no {severity.word}", severity, cure="mend") for severity in Severity)
    )
    place = "plans/portfolio.yaml:<!-- -->1:1"

    assert step_summary(found, ROOM) == (
        "\n### roadmap check\n\n"
        "| severity | place | rule | finding | help |\n|---|---|---|---|---|\n"
        f"| error | {place} | RM103 some-error | no error | mend |\n"
        f"| warning | {place} | RM102 some-warning | no warning | mend |\n"
        "\n1 error, 1 warning, 1 note in 3 files\n"
    )


def test_nothing_wrong_needs_no_table() -> None:
    assert step_summary(page(), ROOM) == "\n### roadmap check\n\n\nno findings in 3 files\n"


def test_every_row_has_five_cells_whatever_stands_in_it() -> None:
    text = step_summary(harmful(), ROOM)
    cells = {row.replace("\\\\", "").replace("\\|", "").count("|") for row in rows(text)}

    assert cells == {6}
    assert "@octocat" not in text


def test_what_does_not_fit_is_counted() -> None:
    found = page(*(finding(f"finding {n} " + "é" * 100) for n in range(9000)))
    text = step_summary(found, ROOM)
    kept = len(rows(text))

    assert ROOM - 1000 < len(text.encode()) <= ROOM
    assert f"and {9000 - kept} more" in text
    assert text.endswith("9000 errors in 3 files\n")


def test_a_summary_never_takes_more_than_its_room() -> None:
    found = page(*(finding(f"finding {n}") for n in range(30)))
    sizes = [len(step_summary(found, room).encode()) for room in range(0, 3000, 7)]

    assert sizes[0] == 0
    assert all(size <= room for size, room in zip(sizes, range(0, 3000, 7), strict=True))
    assert all(one <= other + 60 for one, other in pairwise(sizes))
