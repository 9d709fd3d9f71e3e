from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers import Outcome, run, write

FILES = {
    "initiatives/portfolio.yaml": "title: Northwind\nneeds: {calm: {statement: Be calm}}\n"
    "start: 2027-01-04\n",
    "initiatives/a.yaml": "title: First\nstatus: committed\noutcomes: {calm: high}\n"
    "effort: 2w\n"
    "promised: {date: 2027-03-31}\n",
    "initiatives/b.yaml": "title: Second\noutcomes: {calm: low}\neffort: 1w\n"
    "depends_on: [a]\n",
}
DOCUMENT = """\
# Ours

<!-- roadmap:start promises -->
<!-- roadmap:end promises -->

```md
<!-- roadmap:start nothing -->
```

<!-- roadmap:start next view=now-next-later,dropped audience=customer -->
old
<!-- roadmap:end next -->
the end"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def report(folder: Path, *args: str) -> Outcome:
    return run("report", folder / "initiatives", *args)


def test_regions_are_filled_and_the_rest_stays(folder: Path) -> None:
    file = folder / "doc.md"
    file.write_bytes(b"\xef\xbb\xbf" + DOCUMENT.replace("\n", "\r\n").encode())

    done = report(folder, "-o", str(file))
    text = file.read_bytes().decode("utf-8")

    assert done == Outcome(0, "", "")
    assert text.startswith("\ufeff# Ours\r\n\r\n<!-- roadmap:start promises -->\r\n\r\n")
    assert text.endswith("<!-- roadmap:end next -->\r\nthe end")
    assert "on\u00a0track" in text
    assert "| Be calm" in text
    assert "\nold" not in text
    assert text.count("\n") == text.count("\r\n")


def test_a_page_for_customers_without_decided_work_says_how_to_include_proposals(
    folder: Path,
) -> None:
    write(folder, {"initiatives/a.yaml": "title: First\noutcomes: {calm: high}\n"})

    empty = report(folder, "--audience", "customer")
    asked = report(folder, "--audience", "customer", "--status", "proposed")

    said = "Nothing is decided yet. What we commit to will appear here."
    assert said in empty.stdout
    assert empty.stderr == (
        "roadmap: no initiative is committed or in progress, so customers see none; "
        "include proposals with --status proposed\n"
    )
    assert "First" in asked.stdout
    assert asked.stderr == ""


def test_check_writes_nothing_and_says_what_mends_it(folder: Path) -> None:
    file = folder / "doc.md"
    file.write_text(DOCUMENT, encoding="utf-8")

    stale = report(folder, "-o", str(file), "--check")
    report(folder, "-o", str(file))
    fresh = report(folder, "-o", str(file), "--check")

    assert stale.exit_code == 1
    assert "\n-old\n" in stale.stdout
    assert "+| Be calm" in stale.stdout
    assert f" -o {file}" in stale.stderr
    assert "--check" not in stale.stderr
    assert fresh == Outcome(0, "", "")


def test_the_command_that_mends_says_all_that_was_asked(folder: Path) -> None:
    file = str(folder / "new.md")
    args = ("--audience", "board", "--view", "summary,plan", "--as-of", "2027-02")

    said = report(folder, "-o", file, *args, "--check").stderr

    for word in ("--audience board", "--view summary,plan", "--as-of 2027-02", "-C "):
        assert word in said


def test_a_whole_document_is_checked_and_replaced_by_its_mark(folder: Path) -> None:
    file = folder / "ROADMAP.md"

    assert report(folder, "-o", str(file), "--check").exit_code == 1
    assert not file.exists()
    assert report(folder, "-o", str(file)).exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("<!-- roadmap: written by")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert report(folder, "-o", str(file), "--check").exit_code == 0
    assert report(folder, "-o", str(file), "--view", "plan").exit_code == 0
    assert b"\n\r\n## Deliveries by quarter\r\n" in file.read_bytes()


def test_a_file_that_is_not_ours_is_left_alone_without_force(folder: Path) -> None:
    file = folder / "notes.md"
    file.write_text("# Notes\n", encoding="utf-8")

    refused = report(folder, "-o", str(file))

    assert refused.exit_code == 2
    assert file.read_text(encoding="utf-8") == "# Notes\n"
    assert report(folder, "-o", str(file), "--force").exit_code == 0


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("promisses", "doc.md:2:1: no view `promisses`; did you mean `promises`?"),
        ("a view=timline", "doc.md:2:1: no view `timline`; did you mean `timeline`?"),
        ("plan audience=bored", "doc.md:2:1: no audience `bored`; did you mean `board`?"),
        ("plan veiw=plan", "doc.md:2:1: no option `veiw`; did you mean `view`?"),
        ("plan audience=customer", "doc.md:2:1: customers do not see the view `plan`"),
    ],
)
def test_a_region_that_cannot_be_filled_is_named_with_its_place(
    folder: Path, mark: str, said: str
) -> None:
    file = folder / "doc.md"
    text = f"\n<!-- roadmap:start {mark} -->\n<!-- roadmap:end {mark.split()[0]} -->\n"
    file.write_text(text, encoding="utf-8")

    refused = report(folder, "-o", str(file))

    assert refused.exit_code == 2
    assert said in refused.stderr
    assert file.read_text(encoding="utf-8") == text


def test_marks_that_do_not_pair_are_named_with_their_place(folder: Path) -> None:
    file = folder / "doc.md"
    file.write_text("# A\n\n<!-- roadmap:start plan -->\n", encoding="utf-8")

    refused = report(folder, "-o", str(file), "--check")

    assert refused.exit_code == 2
    assert "doc.md:3:1: the region `plan` has no end" in refused.stderr


def test_a_document_names_its_views_itself(folder: Path) -> None:
    file = folder / "doc.md"
    file.write_text(DOCUMENT, encoding="utf-8")

    assert report(folder, "-o", str(file), "--view", "plan").exit_code == 2


def test_an_unknown_view_is_a_mistake_and_the_nearest_is_named(folder: Path) -> None:
    refused = report(folder, "--view", "summary,plann")

    assert refused.exit_code == 2
    assert "no view `plann`; did you mean `plan`?" in refused.stderr


def test_customers_cannot_be_shown_the_plan(folder: Path) -> None:
    assert report(folder, "--view", "plan", "--audience", "customer").exit_code == 2
    assert report(folder, "--audience", "customer", "--format", "json").exit_code == 2
    assert report(folder, "--audience", "customer", "--format", "ics").exit_code == 2


def test_a_check_needs_a_file(folder: Path) -> None:
    assert report(folder, "--check").exit_code == 2


def test_a_file_that_is_no_text_is_no_document(folder: Path) -> None:
    file = folder / "picture.md"
    file.write_bytes(b"\xff\xfe\x00")

    assert report(folder, "-o", str(file)).exit_code == 2
    assert report(folder, "-o", str(folder)).exit_code == 2


def test_a_file_that_is_not_there_yet_is_not_called_old(folder: Path) -> None:
    (folder / "doc.md").write_text(DOCUMENT, encoding="utf-8")
    names = [f"markdown:{folder / name}" for name in ("new.md", "doc.md")]
    said = report(folder, "--format", names[0], "--format", names[1], "--check").stderr

    assert "new.md` does not exist yet and " in said
    assert "doc.md` is out of date; to update, run: " in said


DOCUMENTS = {
    "two regions": "# T\n\n{0}\n\n{1}\n",
    "no heading": "{0}\n\ntext\n\n{1}\n",
    "underlined": "T\n=\n\nTwo\n---\n\n{0}\n\n### Three\n\n{1}\n",
    "windows": "# T\r\n\r\n{0}\r\n{1}",
    "deep": "###### T\n\n{0}\n\n{1}\n",
    "front matter": "---\ntitle: T\n---\n\n{0}\n\n{1}\n",
    "bom": "\ufeff{0}\n\n{1}\n",
}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_that_was_just_written_is_up_to_date(
    folder: Path, document: str
) -> None:
    marks = [
        f"<!-- roadmap:start {name} view={view} -->\n<!-- roadmap:end {name} -->"
        for name, view in (("a", "plan,summary"), ("b", "now-next-later"))
    ]
    out = folder / "R.md"
    out.write_bytes(DOCUMENTS[document].format(*marks).encode())
    written = report(folder, "-o", str(out))
    first = out.read_bytes()
    checked = report(folder, "-o", str(out), "--check")
    report(folder, "-o", str(out))

    assert (written.exit_code, checked.exit_code) == (0, 0), checked.stdout
    assert out.read_bytes() == first
