"""Inputs that grow: one kind each of what once took the square of its size, or worse."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Files = Mapping[str, str]
WORKING = "as_of: 2027-01-04\nstart: 2027-01-04\n"


@dataclass(frozen=True, slots=True)
class Kind:
    """A shape of input of any size, and the command that once suffered from it.

    `files` makes the files of size `n`, below a folder that the command runs in; the
    portfolio lies in `p`. A `committed` one is a git repository, changed since by `later`.
    """

    name: str
    n: int
    files: Callable[[int], Files]
    command: str = "check p"
    committed: bool = False
    later: Callable[[int], Files] = lambda _: {}

    def lay(self, folder: Path, n: int) -> None:
        """Write the input of size `n` into a folder."""
        _write(folder, self.files(n))
        if self.committed:
            for words in ("init -q -b main", "add -A", f"{AUTHOR} commit -qm first"):
                subprocess.run(["git", "-C", str(folder), *words.split()], check=True)
            _write(folder, self.later(n))


AUTHOR = "-c user.name=a -c user.email=a@example.org -c commit.gpgsign=false"


def _write(folder: Path, files: Files) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _one(text: Callable[[int], str], **shared: str) -> Callable[[int], Files]:
    """A portfolio of one file, and perhaps what all share."""
    beside = {f"p/{name}.yaml": said for name, said in shared.items()}
    return lambda n: {"p/a.yaml": text(n), **beside}


def _each(line: str, head: str = "") -> Callable[[int], str]:
    """A line for each number from 0, which stands for `#` in it."""
    return lambda n: head + "".join(line.replace("#", str(i)) for i in range(n))


def _named(n: int, section: str, value: str) -> str:
    return f"{section}:\n" + "".join(f"  s{i}: {value}\n" for i in range(n))


def _teams(n: int) -> Files:
    rows = _each("- {id: i#, title: I, effort: {u#: 1w}, depends_on: []}\n")
    return {"p/portfolio.yaml": _named(n, "teams", "{people: 2}"), "p/a.yaml": rows(n)}


def _aliased(n: int) -> str:
    """As many documents as allow for the square of their number to be a few thousand."""
    side = int(n**0.5)
    names = ", ".join(f"q{i}" for i in range(side))
    first = f"- {{id: a, title: A, depends_on: &d [{names}]}}\n"
    return first + _each("- {id: i#, title: I, depends_on: *d}\n")(side)


def _documents(n: int) -> str:
    """Documents each of which multiplies what it holds by ten, four times over."""
    one = "x-a: &a [1, 2, 3, 4]\nx-b: &b [*a, *a, *a, *a]\nx-c: [*b, *b, *b]\n"
    return "".join(f"---\nid: i{i}\ntitle: I\n{one}" for i in range(n))


def _headings(n: int) -> str:
    themes = (f'"t{i:016b}"'.replace("0", ".").replace("1", "!") for i in range(n))
    rows = (f"- {{id: i{i}, title: T, theme: {theme}}}\n" for i, theme in enumerate(themes))
    return "".join(rows)


def _regions(n: int) -> Files:
    mark = "<!-- roadmap:start r# view=needs -->\n<!-- roadmap:end r# -->\n\ntext\n\n"
    return {"p/a.yaml": "title: A\neffort: 1w\n", "R.md": _each(mark)(n)}


def _mark(n: int) -> Files:
    mark = f"<!-- roadmap:start r view=needs{' ' * n}-->\n<!-- roadmap:end r -->\n"
    return {"p/a.yaml": "title: A\n", "R.md": f"{mark}<!-- roadmap:start{' ' * n}x\n"}


def _many_templates(n: int) -> Files:
    home = _named(n, "link_templates", "'https://example.org/{id}'")
    links = ", ".join(f"s{i}-1" for i in range(n))
    return {"p/portfolio.yaml": home, "p/a.yaml": f"title: A\nlinks: [{links}]\n"}


def _long_template(n: int) -> Files:
    home = f"link_templates: {{PAY: 'https://example.org/{'a' * n}/{{id}}'}}\n"
    links = ", ".join(f"PAY-{i}" for i in range(n))
    return {"p/portfolio.yaml": home, "p/a.yaml": f"title: A\nlinks: [{links}]\n"}


def _wide_table(n: int) -> str:
    return f"- {{id: a, title: {'A' * 10 * n}}}\n" + _each("- {id: i#, title: I}\n")(n)


def _set(n: int) -> Files:
    """A scenario that sets a value of each team, and one of each initiative."""
    teams = "".join(f"  teams.s{i}.people: 3\n  i{i}.effort.s{i}: 2w\n" for i in range(n))
    work = _each("- {id: i#, title: I, effort: {s#: 1w}, depends_on: []}\n")
    return {
        "p/portfolio.yaml": _named(n, "teams", "{people: 2}"),
        "p/a.yaml": work(n),
        "p/scenarios/more.yaml": f"set:\n{teams}",
    }


def _astray(n: int) -> Files:
    """A scenario whose paths and ids all lead nowhere."""
    paths = _each("  tems.s#.people: 3\n  teams.t#.people: 3\n", "set:\n")
    drops = _each("- j#\n", "drop:\n")
    return _set(n) | {"p/scenarios/more.yaml": paths(n) + drops(n)}


def _slow_team(n: int) -> Files:
    slow = "teams: {web: {people: 0.1, focus: 10%}}\nholidays: [2027-01-06]\n"
    return {"p/portfolio.yaml": WORKING + slow, "p/a.yaml": f"title: A\neffort: {n}d\n"}


def _chain(n: int) -> str:
    first = "- {id: i0, title: I, effort: 1d}\n"
    rows = (f"- {{id: i{i}, title: I, depends_on: [i{i - 1}]}}\n" for i in range(1, n))
    return first + "".join(rows)


def _days_off(n: int) -> Files:
    months = ((i // 336, i // 28 % 12 + 1, i % 28 + 1) for i in range(n))
    days = ", ".join(f"{2027 + year}-{month:02}-{day:02}" for year, month, day in months)
    return {
        "p/portfolio.yaml": f"{WORKING}holidays: [{days}]\n",
        "p/a.yaml": "title: A\neffort: 4w\n",
    }


def _unlike(n: int) -> Files:
    return {f"p/i{i}.yaml": f"title: I\ncolour{i}: 1\nstatus: s{i}\n" for i in range(n)}


def _noted(n: int) -> Files:
    return {f"p/i{i}.yaml": f"title: Work {i}\n" for i in range(n)}


def _segments(n: int) -> Files:
    home = _named(n, "segments", "{customers: 10}") + _named(n, "needs", "{importance: 7}")
    return {
        "p/portfolio.yaml": home,
        "p/a.yaml": _each("  s#: high\n", "title: A\noutcomes:\n")(n),
    }


def _blob(n: int) -> Files:
    return {"p/a.yaml": "title: A\neffort: 1w\n", "p/b.yaml": "title: B\n" + "# blob\n" * n}


def _edited(n: int) -> Files:
    return {"p/a.yaml": _each("- {id: i#, title: I, effort: 2w}\n")(n)}


def _before(n: int) -> Files:
    return {"p/a.yaml": _each("- {id: i#, title: I, effort: 1w}\n")(n)}


def _long(sign: str, key: str = "title") -> Callable[[int], str]:
    return lambda n: f"id: a\ntitle: A\nx-{key}: 1\n{key}: '{sign * n}'\n".replace(
        "title: A\nx-title: 1\n", ""
    )


def _line(n: int) -> str:
    names = ", ".join(f"q{i}" for i in range(n))
    return f"title: A\neffort: 1w\ndepends_on: [\t{names}]\n"


KINDS = (
    Kind("keys that occur twice", 4000, _one(_each("x-k#: 1\nx-k#: 2\n", "title: A\n"))),
    Kind("comments for roadmap", 8000, _one(_each("# roadmap: line #\n", "title: A\n"))),
    Kind(
        "comments that allow findings",
        1000,
        _one(_each("  - q#  # roadmap: allow[RM101]\n", "title: A\ndepends_on:\n")),
    ),
    Kind("an unknown id of many letters", 100_000,
         _one(lambda n: f"title: A\ndepends_on: [{'a' * n}]\n")),
    Kind("an id of many letters", 100_000,
         _one(lambda n: f"- {{id: {'a' * n}}}\n- {{id: b, depends_on: [{'a' * n}b]}}\n")),
    Kind("findings on one line", 1000, _one(_line), "check p --all"),
    Kind("findings on one line, as lists", 1000, _one(_line), "check p --format github"),
    Kind("a title of wide letters", 20_000, _one(_long("漢")), "explain a -C p"),
    Kind("a title of one word", 200_000, _one(_long("a")), "explain a -C p"),
    Kind("unknown teams beside known ones", 1000, _teams),
    Kind("headings that come out alike", 500, _one(_headings), "list p --format markdown"),
    Kind("regions in a file", 400, _regions, "report p -o R.md"),
    Kind("a mark with many spaces", 50_000, _mark, "report p -o R.md --check"),
    Kind("links of many dots", 50_000, _one(_long("./", "summary")), "explain a -C p"),
    Kind("aliases in many documents", 500, _one(_documents)),
    Kind("findings through aliases", 20_000, _one(_aliased), "check p --format github"),
    Kind("long link templates", 1000, _long_template, "explain a -C p"),
    Kind("many link templates", 1000, _many_templates, "explain a -C p"),
    Kind("wide Markdown tables", 500, _one(_wide_table), "list p --format markdown"),
    Kind("a slow team", 200, _slow_team, "plan p"),
    Kind("files in git", 50_000, _blob, "diff HEAD -C p", committed=True, later=_before),
    Kind("edits between two versions", 50, _before, "diff HEAD -C p", True, _edited),
    Kind("files with errors of their own", 150, _unlike),
    Kind("files with notes", 400, _noted),
    Kind("files with notes, on a page", 400, _noted, "list p"),
    Kind("documents in a file", 1000, _one(_each("--- {id: i#, colour: 1}\n"))),
    Kind("keys without a value in braces", 4000,
         _one(lambda n: "{title: A, " + ", ".join(f"b{i}" for i in range(n)) + "}\n")),
    Kind("numbers that commas cut", 4000, _one(lambda n: f"{{cost: 1{',2' * n}}}\n")),
    Kind("unknown keys in one mapping", 1000, _one(_each("  k#: 1\n", "- title: A\n"))),
    Kind("wrong values in one mapping", 1000, _one(_each("  k#: 7\n", "outcomes:\n"))),
    Kind("values in a list", 10_000, _one(lambda n: f"title: A\ntags: [{'1,' * n}]\n")),
    Kind("addresses in brackets", 10_000, _one(_long("http://a)")),
         "list p --format markdown"),
    Kind("backticks in a row", 50_000, _one(_long("`")), "list p --format markdown"),
    Kind("stars and pipes", 20_000, _one(_long("*|_&#64;")), "list p --format markdown"),
    Kind("a chain of dependencies", 100, _one(_chain), "explain i0 -C p"),
    Kind("days off", 500, _days_off, "plan p"),
    Kind("needs and segments", 1000, _segments, "check p"),
    Kind("values that a scenario sets", 500, _set),
    Kind("paths of a scenario that lead nowhere", 500, _astray),
    Kind("names that are like each other", 1500,
         _one(_each("- {id: name#, title: I, depends_on: [nome#]}\n"))),
)  # fmt: skip
