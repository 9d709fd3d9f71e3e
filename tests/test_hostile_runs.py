"""Whatever a portfolio, a command line and its surroundings are: no crash, no harm."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from stat import S_IFCHR

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile import ENDS, Run, Surroundings, commands, folder, harmless, ran

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes are others there")

EVIL = (
    "Plain", "a", "::add-mask::a", "  ::stop-commands::x", "##[group]x", "red \x1b[31m\x07",
    "\x9b31m", "\u202eevil", "x\u200b::y", "漢字 👩\u200d🚀", "\u200f\u05d0",
    "caf\u00e9",
    "<b>|`*_#</b>", "=1+1", "http://[", "http://a\u2100b", "https://example.org:99999/x",
    "mailto:", "{id}", "null", "yes", "\ufeff", "a\u2028b\u0085c", "'\"\\", "%s %n {0}",
    "x" * 300, "-", "../../etc/passwd", "@bob #12", "\U0001f3f4\U000e0067\U000e007f",
    "\x00", "1e400", "²", "0x1f", "Ã©\ud800",
)  # fmt: skip
words = st.sampled_from(EVIL) | st.text(max_size=12)
VALUES = st.recursive(
    words | st.integers(-(10**20), 10**20) | st.booleans() | st.none() | st.floats(),
    lambda search_strategy: (
        st.lists(search_strategy, max_size=3)
        | st.dictionaries(words, search_strategy, max_size=3)
    ),
    max_leaves=4,
)
EFFORTS = st.sampled_from(["1w", "2w..5w", "0d"])
SOME = st.lists(words, max_size=2)
KEYS = (
    "title", "owner", "summary", "tags", "links", "theme", "status", "outcomes", "effort",
    "depends_on", "deadline", "promised", "must", "pin", "cost", "internal", "x-mine",
    "team", "owners", "kind", "priority", "parent", "relations", "created", "updated",
    "contributes_to", "evidence", "because", "id", "related", "not_before", "remaining",
)  # fmt: skip
TEXTS = {
    "title", "owner", "summary", "tags", "links", "theme", "x-mine", "because", "related"
}  # fmt: skip
CHOSEN = st.lists(st.sampled_from(KEYS), max_size=6, unique=True)


@st.composite
def initiatives(draw: st.DrawFn, *, wild: bool) -> dict[str, object]:
    """An initiative whose texts mean harm; a `wild` one is of any shape."""
    if wild:
        return {key: draw(VALUES) for key in draw(CHOSEN)}
    return {
        "title": draw(words), "owner": draw(words), "tags": draw(SOME),
        "links": draw(SOME), "summary": draw(words), "effort": draw(EFFORTS),
        "outcomes": {draw(words): "high"}, "x-mine": draw(VALUES), "kind": draw(words),
        "priority": draw(words), "parent": draw(words), "because": draw(words),
        "relations": {draw(words): draw(SOME)}, "status": "proposed",
    }  # fmt: skip


HOMES = ("p", "caf\udce9", "p\x1b[31m", "::add-mask::p", "##[x", "漢字", "p\u202e", "a b'c")
NAMES = (
    "a",
    "b",
    "c",
    "caf\udce9",
    "::x",
    "x\x1b[31m",
    "##[y",
    "nul",
    "e\u0301",
    "a\u200bb",
)
FILES = st.sets(st.sampled_from(NAMES), max_size=3)
KINDS = st.one_of(initiatives(wild=True), initiatives(wild=False))


@st.composite
def portfolios(draw: st.DrawFn) -> dict[str, str]:
    """The files of a small portfolio; JSON is YAML, and keeps every sign."""
    shared = {
        "start": "2027-01-04", "title": draw(words), "vision": draw(words),
        "link_templates": {"PAY": draw(words)}, "status_words": {draw(words): "paused"},
    }  # fmt: skip
    files = {"p/portfolio.yaml": json.dumps(shared)}
    for name in draw(FILES):
        files[f"p/{name}.yaml"] = json.dumps(draw(KINDS))
    return files


FORMATS = (
    "terminal", "markdown", "json", "csv", "csv-excel", "mermaid", "ics", "concise",
    "github", "sarif", "junit", "gitlab", "rdjson",
)  # fmt: skip
PAGES = ("list", "needs", "score", "sequence", "plan", "report", "check", "log")


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """A command of any kind, with options that fit it or not."""
    command = draw(
        st.sampled_from([*PAGES, "explain", "diff", "rule", "schema", "new", "init"])
    )
    line = [command]
    if command in ("explain", "rule", "new"):
        line.append(draw(st.sampled_from("abc") | words))
    if command == "diff":
        line += ["p", "p"]
    elif command not in ("schema", "rule", "init"):
        line += ["-C", "p"]
    some = st.lists(st.tuples(st.sampled_from(OPTIONS), words), max_size=2)
    for option, value in draw(some):
        line += [option, value]
    if command in PAGES or command in ("explain", "diff"):
        line += draw(st.sampled_from([(), *(("--format", name) for name in FORMATS)]))
    return line


OPTIONS = (
    "--owner", "--kind", "--parent", "--tag", "--theme", "--team", "--status", "--as-of",
    "--framework", "--by",
    "--select", "--severity", "--set", "--view", "--audience", "--units", "--need",
    "--depends-on", "--effort", "--since", "--fail-on", "--baseline", "--sort", "--dates",
)  # fmt: skip
VARIABLES = st.dictionaries(
    st.sampled_from(
        ["COLUMNS", "LINES", "TERM", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "TZ",
         "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "TERMINAL_WIDTH", "LANG", "LC_ALL"]
    ),
    st.sampled_from(["", "0", "1", "80", "²", "٣", "-1", "1e3", "9" * 30, "dumb", "xterm",
                     "true", "p", "nowhere/summary", "summary.md", "\udce9", "1799020800"]),
    max_size=4,
)  # fmt: skip
SURROUNDINGS = st.builds(
    Surroundings,
    variables=VARIABLES,
    encoding=st.sampled_from(
        ["utf-8", "ascii", "latin-1", "cp1252", "cp437", "utf-16", "shift_jis", "gb18030"]
    ),
    tty=st.booleans(),
    out=st.sampled_from([True, True, True, False]),
    err=st.sampled_from([True, True, True, False]),
    full=st.sampled_from([False, False, False, True]),
)


def is_sound(done: Run) -> bool:
    """Whether a run ends as it should, and prints no traceback."""
    return done.code in ENDS and "Traceback" not in done.err and "a bug" not in done.err


def moved(files: dict[str, str], home: str) -> dict[str, str]:
    """The same portfolio in a folder of another name."""
    return {f"{home}{name[1:]}": text for name, text in files.items()}


@settings(max_examples=40)
@given(portfolios(), command_lines(), SURROUNDINGS, st.sampled_from(HOMES))
def test_in_any_surroundings_a_command_ends_as_it_should(
    files: dict[str, str], line: list[str], around: Surroundings, home: str
) -> None:
    with folder(moved(files, home)):
        done = ran([home if word == "p" else word for word in line], around)

    assert is_sound(done), done.err


@settings(max_examples=40)
@given(portfolios(), command_lines(), st.sampled_from(["", "true"]), st.sampled_from(HOMES))
def test_nothing_that_is_printed_acts_on_a_terminal_or_a_runner(
    files: dict[str, str], line: list[str], runner: str, home: str
) -> None:
    with folder(moved(files, home)):
        asked = [home if word == "p" else word for word in line]
        done = ran(asked, Surroundings({"GITHUB_ACTIONS": runner}))

    assert is_sound(done), done.err
    assert harmless(done.out)
    assert harmless(done.err)
    if runner and "github" not in line:
        assert commands(done.out) == commands(done.err) == []
    if "json" in line and done.out and "--help" not in line:
        json.loads(done.out)


PLACES = (
    "new.out", "deep/new.out", "mine.txt", "folder", "pipe", "link", "null", "x" * 300,
    "inside", "dangling", "p/a.yaml", "loop",
)  # fmt: skip


@settings(max_examples=40)
@given(
    portfolios(),
    st.sampled_from([*PAGES, "schema", "explain a"]),
    st.sampled_from(["", *FORMATS]),
    st.sampled_from(PLACES),
    st.sampled_from([(), ("--force",)]),
)
def test_nothing_but_the_file_that_is_named_changes(
    files: dict[str, str], command: str, name: str, place: str, more: tuple[str, ...]
) -> None:
    with folder(
        {**files, "mine.txt": "mine", "folder/kept": "kept", "out/kept": "kept"}
    ) as at:
        (at / ".git").mkdir()
        os.mkfifo("pipe")
        Path("link").symlink_to(at.parent / f"{at.name}-elsewhere")
        Path("dangling").symlink_to("folder/new")
        Path("inside").symlink_to("new.out")
        Path("loop").symlink_to("loop")
        with_device = _device(Path("null"))
        inside = [] if command == "schema" else ["-C", "p"]
        to = ["--format", f"{name}:{place}"] if name and inside else ["-o", place]
        done = ran([*command.split(), *inside, *to, *more])
        elsewhere = at.parent / f"{at.name}-elsewhere"

        assert not elsewhere.exists()
    named = {"inside": "new.out", "dangling": "folder/new"}.get(place, place)
    assert is_sound(done), done.err
    assert done.changed <= {named}
    if place == "mine.txt" and not more:
        assert done.changed == set()
    if place in ("folder", "pipe", "link", "x" * 300, "deep/new.out", "loop"):
        assert (done.code, done.changed) == (2, set())
    if place == "null" and with_device:
        assert done.changed == set()


def _device(path: Path) -> bool:
    """A copy of the null device, where one may be made."""
    try:
        os.mknod(path, S_IFCHR | 0o666, os.makedev(1, 3))
    except (AttributeError, PermissionError):
        return False
    return True
