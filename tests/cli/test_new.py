"""What `new` and `init` write: it can be read, and its name fits every system."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.reading.ids import complaint
from roadmap.reading.naming import free_id, id_of, portable
from tests.answers import write
from tests.cli.test_exit_codes import SMALL, roadmap

posix = pytest.mark.skipif(sys.platform == "win32", reason="names are others there")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    write(tmp_path / "p", {"portfolio.yaml": "start: 2027-01-04\n"})
    return tmp_path / "p"


def listed(folder: Path) -> dict[str, str]:
    """The title of each initiative, by id."""
    found = json.loads(roadmap("list", folder, "--format", "json").stdout)["initiatives"]
    return {each["id"]: each["title"] for each in found}


TITLES = [
    "pay: at once",
    "- a list",
    "{a: b}",
    "[a, b]",
    "a #1 of 2",
    "'single' and \"double\"",
    "back\\slash",
    "yes",
    "null",
    "12",
    "2027-01-04",
    "1e3",
    "&anchor *alias !tag",
    "? what",
    "@you `code`",
    "% per year",
    "  spaces  ",
    "tab\tand\nline",
    "red \x1b[31m and \x07 and \x7f and \x9b",
    "line\u2028and\u0085and\ufeff",
    "turned \u202e round",
    "漢字 and 👩\u200d🚀",
    "<<: merged",
    "=",
    "x" * 3000,
]


@pytest.mark.parametrize("title", [each for each in TITLES if id_of(each)])
def test_every_title_is_read_as_it_was_given(empty: Path, title: str) -> None:
    result = roadmap("new", "-C", empty, "--", title)
    (name,) = (path.stem for path in empty.glob("*.yaml") if path.stem != "portfolio")
    found = json.loads(roadmap("list", empty, "--format", "json").stdout)["initiatives"]

    assert result.exit_code == 0, result.stderr
    assert [(each["id"], each["title"].split()) for each in found] == [
        (name, title.split())
    ]
    assert roadmap("check", empty, "--fail-on", "error").exit_code == 0


@pytest.mark.parametrize(
    "option", ["--need", "--team", "--depends-on", "--effort", "--theme"]
)
@pytest.mark.parametrize(
    "value", [*TITLES[:3], *TITLES[10:16], "work", "a/b", "..", "x" * 300]
)
def test_whatever_is_asked_for_is_written_so_that_it_is_read_or_not_at_all(
    empty: Path, option: str, value: str
) -> None:
    before = sorted(empty.iterdir())
    result = roadmap("new", "Zed", option, value, "-C", empty)

    assert result.exit_code in (0, 2)
    if result.exit_code:
        assert sorted(empty.iterdir()) == before
        assert result.stderr.startswith("roadmap: ")
    else:
        assert listed(empty) == {"zed": "Zed"}
        assert roadmap("check", empty, "--fail-on", "error").exit_code == 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=70), need=st.text(min_size=1, max_size=20))
def test_any_title_and_need_are_read_as_given_or_refused(
    empty: Path, title: str, need: str
) -> None:
    for path in empty.glob("*.yaml"):
        if path.name != "portfolio.yaml":
            path.unlink()
    code = roadmap("new", "--need", need, "-C", empty, "--", title).exit_code

    assert code in (0, 2)
    assert [each.split() for each in listed(empty).values()] == [title.split()] * (
        code == 0
    )


@posix
@pytest.mark.parametrize(
    "words",
    [
        ("{}",),
        ("T", "--theme", "{}"),
        ("T", "--team", "{}"),
        ("T", "--need", "{}"),
        ("T", "--need", "pay", "--need", "{}"),
        ("T", "--effort", "{}"),
        ("T", "--depends-on", "{}"),
    ],
)
def test_a_word_in_another_encoding_is_2_and_nothing_is_written(
    empty: Path, words: tuple[str, ...]
) -> None:
    result = roadmap("new", *(word.format("caf\udce9") for word in words), "-C", empty)

    assert result.exit_code == 2
    assert "no UTF-8 text" in result.stderr
    assert [path.name for path in empty.iterdir()] == ["portfolio.yaml"]


@posix
def test_a_folder_in_another_encoding_is_one_to_write_to(tmp_path: Path) -> None:
    folder = tmp_path / "caf\udce9"

    assert roadmap("init", folder).exit_code == 0
    assert roadmap("new", "T", "-C", folder).exit_code == 0
    assert (folder / "t.yaml").exists()
    assert roadmap("init", folder, "--ci", "github").exit_code == 2


RESERVED = ("Needs", "Segments", "Evidence", "Objectives", "Teams", "Portfolio", "needs!")


@pytest.mark.parametrize("title", RESERVED)
@pytest.mark.parametrize("main", ["portfolio.yaml", "portfolio.yml"])
def test_a_title_that_gives_a_reserved_name_gets_another(
    tmp_path: Path, title: str, main: str
) -> None:
    write(tmp_path, {main: "title: Real\n"})
    for theme in ((), ("--theme", "billing")):
        assert roadmap("new", title, *theme, "-C", tmp_path).exit_code in (0, 2)

    assert list(listed(tmp_path).values()) == [title]
    assert roadmap("list", tmp_path).stdout.startswith("Real")
    assert roadmap("check", tmp_path, "--fail-on", "error").exit_code == 0


@pytest.mark.parametrize("title", ["Aux", "CON", "nul", "Prn", "COM1", "lpt9", "com²"])
def test_no_file_has_a_name_that_windows_keeps_for_devices(empty: Path, title: str) -> None:
    assert roadmap("new", title, "-C", empty).stdout.endswith(f"{title.lower()}-2.yaml\n")


@pytest.mark.parametrize(
    "theme", ["con", "a/nul", "what?", "a:b", "x.", "aux.d", "a\\b", "t\t"]
)
def test_no_folder_has_a_name_that_another_system_cannot_hold(
    empty: Path, theme: str
) -> None:
    assert roadmap("new", "T", "--theme", theme, "-C", empty).exit_code == 2
    assert [path.name for path in empty.iterdir()] == ["portfolio.yaml"]


@posix
def test_a_folder_that_is_there_is_a_theme_whatever_its_name(empty: Path) -> None:
    (empty / "why?").mkdir()

    assert roadmap("new", "T", "--theme", "why?", "-C", empty).exit_code == 0


@pytest.mark.parametrize(
    "theme", ["scenarios", "scenarios/a", "_drafts", ".hidden", "a/_b", "../up", "/tmp"]
)
def test_what_is_never_read_is_not_written(empty: Path, theme: str) -> None:
    before = sorted(empty.parent.rglob("*"))

    assert roadmap("new", "T", "--theme", theme, "-C", empty).exit_code == 2
    assert sorted(empty.parent.rglob("*")) == before


@posix
@pytest.mark.parametrize("theme", ["billing", "billing/deep", "a/billing"])
def test_a_theme_that_leads_out_of_the_portfolio_is_2(empty: Path, theme: str) -> None:
    (empty.parent / "out" / "deep").mkdir(parents=True)
    (empty / "a").mkdir()
    for link in (empty / "billing", empty / "a" / "billing"):
        link.symlink_to(empty.parent / "out")
    before = sorted((empty.parent / "out").rglob("*"))

    assert roadmap("new", "T", "--theme", theme, "-C", empty).exit_code == 2
    assert sorted((empty.parent / "out").rglob("*")) == before


@posix
def test_schemas_are_written_through_no_link_either(empty: Path) -> None:
    (empty.parent / "out").mkdir()
    (empty / ".schema").symlink_to(empty.parent / "out")

    assert roadmap("new", "T", "-C", empty).exit_code == 2
    assert list((empty.parent / "out").iterdir()) == []
    assert not (empty / "t.yaml").exists()


@posix
def test_init_goes_through_no_link_that_nobody_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "repo").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "repo" / "initiatives").symlink_to("../out")
    (tmp_path / "repo" / ".github").symlink_to("../out")
    monkeypatch.chdir(tmp_path / "repo")

    assert roadmap("init").exit_code == 2
    assert roadmap("init", "plans", "--ci", "github").exit_code == 2
    assert list((tmp_path / "out").iterdir()) == []
    assert not (tmp_path / "repo" / "plans").exists()
    assert roadmap("init", "initiatives").exit_code == 0


@pytest.mark.parametrize("there", ["portfolio.yml", "needs.yaml", "event-store.yml"])
def test_init_begins_no_portfolio_that_takes_the_place_of_what_is_there(
    tmp_path: Path, there: str
) -> None:
    write(tmp_path, {there: "title: Mine\n"})
    result = roadmap("init", tmp_path)

    assert result.exit_code == 2
    assert f"{there}` exists; nothing was written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == [there]


def test_a_file_with_the_other_ending_is_not_written_beside(empty: Path) -> None:
    write(empty, {"pay.yml": "title: 'broken\n", "b.yaml": "title: B\n"})

    assert roadmap("new", "Pay", "-C", empty).exit_code == 2


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("हिन्दी भुगतान", "हिन्दी-भुगतान"),
        ("ภาษาไทย การชำระเงิน", "ภาษาไทย-การชำระเงิน"),
        ("தமிழ்", "தமிழ்"),
        ("İstanbul", "istanbul"),
        ("I\u0307stanbul", "istanbul"),
        ("Ünïcödé", "ünïcödé"),
        ("e\u0301te\u0301", "été"),
        ("می\u200cروم", "میروم"),
        ("ශ්\u200dරී", "ශ්රී"),
        ("Donau\u00addampf", "donaudampf"),
        ("ភាសា\u200bខ្មែរ", "ភាសា-ខ្មែរ"),
        ("1\ufe0f\u20e3 first ❤\ufe0f", "1-first"),
        ("\u0301 accent", "accent"),
        ("한국어 결제", "한국어-결제"),
        ("Größe & Maß", "größe-maß"),
    ],
)
def test_an_id_keeps_the_letters_of_every_script(title: str, id: str) -> None:
    assert id_of(title) == id


@given(st.text(max_size=200))
def test_an_id_of_a_title_can_be_used_on_every_system(title: str) -> None:
    id = free_id(id_of(title))

    assert not id or complaint(id) is None
    assert portable(f"{id}.yaml")
    assert len(f"{id}.yaml".encode()) <= 255 - 10
    assert id_of(id) == id or len(id_of(title)) == 60


@posix
def test_what_new_prints_acts_on_no_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "p\x1b[31m"
    write(folder, SMALL)

    assert "\x1b" not in roadmap("new", "T", "-C", folder).output
