"""The example portfolio with one fault seeded at a time, and where it must be found.

Each mutation replaces exact text of one file of `initiatives/`. The finding is expected at
the marks `«` and `»` of the new text, in the same line of the same file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from roadmap.reading.sources import SCENARIOS

FOLDER = Path(__file__).parents[2] / "initiatives"
OPEN, CLOSE = "«", "»"


@dataclass(frozen=True, slots=True)
class Mutation:
    """One seeded fault: the file's new text, and the finding that it must bring.

    Lines and columns are counted from 1, the end exclusive. `seed` says what was done.
    """

    seed: str
    file: str
    text: str
    code: str
    line: int
    column: int
    end_column: int


def example() -> dict[str, str]:
    """The files of the example, by path, without its scenarios."""
    return {
        file.relative_to(FOLDER).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(FOLDER.rglob("*.yaml"))
        if file.parent != FOLDER / SCENARIOS
    }


def mutations() -> tuple[Mutation, ...]:
    """Mutations of the example: every seed, and every file by several of them."""
    found: list[Mutation] = []
    for number, (file, text) in enumerate(example().items()):
        seeds = INITIATIVE if "/" in file else SHARED.get(file, ())
        for turn, seed in enumerate(seeds):
            if "/" not in file or (number + turn) % 5 < 2:
                found.extend(_seeded(file, text, seed))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Seed:
    """A way to break a file: what matches `pattern` becomes `new`.

    `new` may refer to groups, and marks where the finding must be. `most` times a file;
    not where `unless` is found.
    """

    name: str
    code: str
    pattern: str
    new: str
    most: int = 1
    unless: str = r"\Z\A"


INITIATIVE: tuple[Seed, ...] = (
    Seed("a list for a title", "RM005", r"^title: .*$", "title: «[one, two]»"),
    Seed("a tag of another program", "RM005", r"^title: (.*)$", 'title: «!secret "x"»'),
    Seed("a misspelt key", "RM004", r"^effort:", "«efort»:"),
    Seed("a key in another case", "RM004", r"^depends_on:", "«Depends_on»:"),
    Seed("a foreign key", "RM004", r"^owner:", "«assignee»:"),
    Seed("a key twice", "RM003", r"^(owner: .*)$", "\\1\n«owner»: Somebody"),
    Seed(
        "a status that there is not",
        "RM005",
        r"^(owner: .*)$",
        "\\1\nstatus: «doing»",
        unless="^status:",
    ),
    Seed(
        "a date that there is not",
        "RM005",
        r"^(owner: .*)$",
        "\\1\nnot_before: «2027-02-30»",
        unless="^not_before:",
    ),
    Seed("an effort in words", "RM005", r"^effort: [^{\n]*\{[^\n]*$", "effort: «3 weeks»"),
    Seed("a team that there is not", "RM106", r"^(effort: )\{[^\n]*$", r"\1{«wbe»: 2w}"),
    Seed(
        "a confidence above all", "RM005", r"(confidence): \S+%(?=[,}\s])", r"\1: «120%»", 2
    ),
    Seed(
        "an impact that there is not",
        "RM005",
        r"(impact): (?:high|low|medium)\b",
        r"\1: «huge»",
        2,
    ),
    Seed("a reach that is no share", "RM005", r"(reach): \d+%", r"\1: «many»", 2),
    Seed(
        "a need that there is not", "RM102", r"^(outcomes:\n  )([a-z-]+)(?=:)", r"\1«\2x»"
    ),
    Seed(
        "an objective that there is not",
        "RM104",
        r"^(contributes_to:\n  )([a-z-]+)(?=:)",
        r"\1«\2x»",
    ),
    Seed(
        "evidence that there is not",
        "RM105",
        r"(evidence: \[)([a-z0-9-]+)\]",
        r"\1«\2-old»]",
        2,
    ),
    Seed(
        "a segment that there is not",
        "RM103",
        r"(segments: \[)families",
        r"\1«famillies»",
        2,
    ),
    Seed(
        "a dependency that there is not",
        "RM101",
        r"^(depends_on:\n  - )([a-z-]+)$",
        r"\1«\2-v2»",
    ),
    Seed(
        "a dependency of its own", "RM101", r"^depends_on: \[\]", "depends_on: [«nobody»]"
    ),
    Seed("a tab before a key", "RM002", r"^owner:", "«\t»owner:"),
    Seed("a colon in a title", "RM002", r"^title: (\S+) .*$", r"title: \1«:» again: more"),
    Seed("a quote that stays open", "RM002", r"\Z", 'x-end: «"»open'),
    Seed(
        "a mapping where a list belongs",
        "RM005",
        r"^tags:\n(?:  - .*\n)+",
        "tags: «{a: b}»\n",
    ),
    Seed(
        "a number where a mapping belongs",
        "RM005",
        r"^(owner: .*)$",
        "\\1\nmust: «5»",
        unless="^must:",
    ),
    Seed(
        "a law without its reason",
        "RM005",
        r"^(owner: .*)$",
        "\\1\nmust: {why: «because»}",
        unless="^must:",
    ),
    Seed(
        "a promise without a date",
        "RM005",
        r"^(owner: .*)$",
        "\\1\npromised: {date: «soon»}",
        unless="^promised:",
    ),
    Seed(
        "a negative cost",
        "RM005",
        r"^(owner: .*)$",
        "\\1\nx-c: 1\ncost: «-3»",
        unless="^cost:",
    ),
    Seed(
        "an endless number",
        "RM005",
        r"^(owner: .*)$",
        "\\1\nx-c: 1\ncost: «.inf»",
        unless="^cost:",
    ),
    Seed("an id of no letters", "RM006", r"\A((?:#.*\n)*)", '\\1id: «"#12"»\n'),
    Seed(
        "a must without a deadline",
        "RM402",
        r"^(owner: .*)$",
        "\\1\n«must»: {why: law}",
        unless="^(must|deadline|status: (idea|delivered|dropped))",
    ),
    Seed(
        "a related one that there is not",
        "RM114",
        r"^(owner: .*)$",
        "\\1\nrelated: [«nobody»]",
        unless="^related:",
    ),
)
PORTFOLIO: tuple[Seed, ...] = (
    Seed("a framework that there is not", "RM108", r"^framework: .*$", "framework: «rise»"),
    Seed("a balance of more", "RM303", r"^balance: \{needs: 50", "«balance»: {needs: 60"),
    Seed("people below none", "RM005", r"people: 4$", "people: «-4»"),
    Seed("a day that there is not", "RM005", r"^  - 2027-01-06$", "  - «2027-13-06»"),
    Seed("a format to come", "RM005", r"^format: 1", "format: «2»"),
    Seed(
        "a rule that there is not",
        "RM115",
        r"^format: 1",
        "check: {ignore: [«stale-evidnce»]}\nformat: 1",
    ),
    Seed(
        "nobody in a segment",
        "RM503",
        r"^  renters:\n(.*\n)    customers: 64000\n",
        "  «renters»:\n\\1    customers: 0\n",
    ),
    Seed(
        "a team that leaves half of one idle",
        "RM208",
        r"^(  data:\n    people: )2$",
        "  data:\n    at_once: 2\n    people: «2.5»",
    ),
)
NEEDS: tuple[Seed, ...] = (
    Seed(
        "a stage that there is not", "RM107", r"stage: (use|pay|join)$", r"stage: «\1s»", 4
    ),
    Seed("an importance above ten", "RM005", r"importance: \d\.\d$", "importance: «11»", 4),
    Seed("a share above all", "RM005", r"affects: \d+%$", "affects: «101%»", 4),
)


SHARED = {"portfolio.yaml": PORTFOLIO, "needs.yaml": NEEDS}


def _seeded(file: str, text: str, seed: Seed) -> Iterator[Mutation]:
    if re.search(seed.unless, text, re.M):
        return
    matches = list(re.finditer(seed.pattern, text, re.M))[: seed.most]
    for match in matches:
        marked = text[: match.start()] + match.expand(seed.new) + text[match.end() :]
        before, _, rest = marked.partition(OPEN)
        inside, _, after = rest.partition(CLOSE)
        line, start = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield Mutation(
            seed.name,
            file,
            before + inside + after,
            seed.code,
            line,
            start,
            start + len(inside),
        )
