"""Lines that begin in the wrong column: which key they belong to."""

from __future__ import annotations

import pytest

from tests.reading.cures import cures, found

FURTHER = "this line is indented further than the key before it; "
LESS = "this line is indented less than the keys that it belongs to; "


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("title: A\n  effort: 1w", "effort", "title"),
        ("title: A\n effort: 1w", "effort", "title"),
        ("title: A\n\n  # why\n  effort: 1w", "effort", "title"),
        ("title: A\n  effort:\n    web: 1w", "effort", "title"),
        ("title: 'A'\n  effort: 1w", "effort", "title"),
        ("tags: [a]\n  effort: 1w", "effort", "tags"),
        ("effort:\n  web: 1w\n    data: 2w", "data", "web"),
        ("outcomes:\n  n: high\n    reach: 5%", "reach", "n"),
        ("- id: a\n    title: b", "title", "id"),
        ("- id: a\n  outcomes:\n    n: high\n      m: low", "m", "n"),
    ],
)
def test_a_line_too_far_in_is_told_the_key_it_stands_beside(
    text: str, name: str, other: str
) -> None:
    assert cures(text) == [f"{FURTHER}begin `{name}` in the same column as `{other}`"]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("title: A\neffort:\n    web: 1w\n  data: 2w", "data", "web"),
        ("- id: a\n  title: b\n effort: 1w", "effort", "title"),
        ("- title: A\neffort: 1w", "effort", "title"),
        ("  title: A\neffort: 1w", "effort", "title"),
    ],
)
def test_a_line_too_far_out_is_told_the_key_it_stands_beside(
    text: str, name: str, other: str
) -> None:
    assert cures(text) == [f"{LESS}begin `{name}` in the same column as `{other}`"]


@pytest.mark.parametrize(
    "text", ["title: Refunds: faster", "title: A\n  summary: b: c", "- title: Save: print"]
)
def test_a_line_with_a_second_colon_is_told_to_use_quotes(text: str) -> None:
    assert cures(text) == ["put text that holds `: ` in quotes"]


def test_a_long_line_is_not_looked_at_closely() -> None:
    (finding,) = found(f"title: A\n  x{' ' * 100_000}y: z")

    assert finding.cure
