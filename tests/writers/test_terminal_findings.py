from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap.diagnostics import Diagnostic, Located, Place, Span
from roadmap.views.page import Findings, Page
from roadmap.writers.text.width import columns
from tests.writers.sample_pages import UNKNOWN, findings_page, located
from tests.writers.test_terminal import written


def pointing(text: str, begin: int, end: int) -> Page:
    place = Place("a.yaml", ("x",))
    found = Located("a.yaml", Span(1, begin + 1, 1, end + 1), (text,))
    bad = Diagnostic(UNKNOWN, "bad", place)
    return Page("", (Findings((located(bad, {place: found}),)),))


@given(
    st.text(st.sampled_from("ab 漢é\t\x1b\u202e"), max_size=200),
    st.integers(20, 90),
    st.booleans(),
)
def test_the_caret_stands_under_what_is_wrong(before: str, width: int, ascii: bool) -> None:
    page = pointing(f"{before}WRONG{before}", len(before), len(before) + 5)
    lines = written(page, width, unicode=not ascii).splitlines()
    source, carets = lines[3], lines[4]

    assert carets.strip(" |") == "^^^^^"
    assert columns(source[: source.index("WRONG")]) == carets.index("^")
    assert columns(source) <= max(width, 24)


def test_a_label_for_the_place_itself_stands_behind_its_caret() -> None:
    place = Place("a.yaml", ("x",))
    found = {place: Located("a.yaml", Span(1, 4, 1, 5), ("x: b",))}
    diagnostic = Diagnostic(UNKNOWN, "circle", place, ((place, "`a` waits for `b`"),))
    page = Page("", (Findings((located(diagnostic, found),)),))
    lines = written(page).splitlines()

    assert lines[4] == "  |    ^ `a` waits for `b`"


def test_findings_are_counted_by_severity_with_the_worst_first() -> None:
    assert written(findings_page()).splitlines()[-1] == (
        "6 errors, 2 warnings, 21 notes in 14 files"
    )
    assert written(Page("", (Findings((), files=3),))) == "no findings in 3 files\n"
