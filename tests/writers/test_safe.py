"""Text from users on pages: what is harmless stays, what acts on a screen is spelt out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.writers.text.safe import plain, spelt
from roadmap.writers.text.width import columns, marks

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    "text",
    [
        "\u200f\u05ea\u05e9\u05dc\u05d5\u05dd\u200f (v2)",  # Hebrew between its marks
        "\u200eABC\u200e",
        "\u061c\u0627",
        "\u0645\u06cc\u200c\u0631\u0648\u0645",  # Persian, with a joiner
        "\u0d15\u0d4d\u200d",
        "\u0661\u06dd",  # the end of an ayah
        f"Launch in {SCOTLAND}",
        "👨\u200d👩\u200d👧 ☀\ufe0f",
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("sign", "\u00ad\u200b\u2060\u2062\ufeff")
def test_a_sign_that_nobody_sees_is_left_out(sign: str) -> None:
    assert plain(f"Donau{sign}dampf") == spelt(f"Donau{sign}dampf") == "Donaudampf"


@pytest.mark.parametrize("sign", [*TURNS, "\x1b", "\x07", "\x9b", "\udce9", "\ufff9"])
def test_what_acts_on_a_screen_is_spelt_out(sign: str) -> None:
    said = plain(f"a{sign}b")

    assert said.isascii()
    assert said.startswith("a\\")
    assert said.endswith("b")


@pytest.mark.parametrize(
    "hidden", [SCOTLAND[1:], SCOTLAND[:-1], "\U0001f3f4" + "\U000e0061" * 40 + "\U000e007f"]
)
def test_tags_that_make_no_flag_hide_nothing(hidden: str) -> None:
    assert "\\U000e00" in plain(hidden)


@given(st.text())
def test_harmless_text_is_one_line_and_stays_as_it_is_when_made_harmless_again(
    text: str,
) -> None:
    said = plain(text)

    assert plain(said) == said
    assert not any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in said)
    assert not set(said) & set(TURNS)


def test_marks_take_no_room_on_a_terminal() -> None:
    assert columns("\u200f\u05d0\u05d1\u200f") == 2
    assert columns(SCOTLAND) == 2
    assert (marks("\u200f\u05d0\u05d1\u200f"), marks(SCOTLAND)) == (2, 0)
