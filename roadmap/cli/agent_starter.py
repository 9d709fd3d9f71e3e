"""What `init --agents` writes: where coding assistants find how the roadmap works."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from roadmap.cli.exits import say, stop

AGENTS, SKILL = Path("AGENTS.md"), Path(".agents/skills/roadmap/SKILL.md")
REGION = "agents"
_SECTION = """\
## Roadmap

The roadmap is the YAML in {folder}. Scores, ranks and dates are computed from it;
never write them by hand.

- Before you change it, run `roadmap instructions all`.
- After every change, run `roadmap check` and `roadmap diff`, and say what moved.
- State only evidence that you have seen. A claim without evidence counts little.
"""
_SKILL = """\
---
name: roadmap
description: >-
  Add, change or review initiatives of the product roadmap in {folder}, with evidence,
  effort and dependencies, and see what a change does to scores and dates. Use it whenever
  a task touches those files, or asks what comes next and why.
---

# Roadmap

Run `roadmap instructions` first. It lists short texts on the files, on evidence, on
reviewing a change and on importing from a tracker; read the one that fits the task.

After every change, run `roadmap check` and `roadmap diff`.
"""


def agent_files(where: Path) -> Mapping[Path, str]:
    """The files that point assistants to the instructions, where they are not yet so.

    Only our region of `AGENTS.md` changes; a skill that somebody has changed stays.
    """
    from roadmap.reading.bounds import git_top

    root = Path(os.path.relpath(git_top(where) or Path.cwd()))
    folder = Path(os.path.relpath(where, root)).as_posix()
    here = folder == "."
    named = "this folder" if here else f"`{folder}/`"
    files = {root / AGENTS: _with_section(root / AGENTS, named)}
    skill, text = root / SKILL, _SKILL.format(folder="." if here else f"{folder}/")
    if _text(skill) in (None, text):
        files[skill] = text
    else:
        say(f"`{skill}` has been changed, and stays as it is")
    return {path: text for path, text in files.items() if _text(path) != text}


def _with_section(path: Path, folder: str) -> str:
    from roadmap.cli.region_faults import fault_text
    from roadmap.editing.lines import newline_of
    from roadmap.editing.regions import regions, replaced

    section, before = _SECTION.format(folder=folder), _text(path)
    marks = [f"<!-- roadmap:{word} {REGION} -->\n" for word in ("start", "end")]
    whole = f"{marks[0]}\n{section}\n{marks[1]}"
    if before is None:
        return whole
    marked = regions(before)
    for fault in marked.faults:
        stop(f"{path}:{fault.line}:{fault.column}: {fault_text(fault)}")
    ours = [region for region in marked.regions if region.name == REGION]
    if ours:
        return replaced(before, ours, [section])
    newline = newline_of(before)
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    return before + (gap + whole).replace("\n", newline)


def _text(path: Path) -> str | None:
    """What a file holds, byte for byte; None where there is none."""
    from roadmap.reading.sources import file_bytes

    if not path.exists():
        return None
    try:
        return file_bytes(str(path)).decode("utf-8")
    except UnicodeDecodeError:
        stop(f"`{path}` is not UTF-8 text")
    except OSError as error:
        stop(f"cannot read `{path}`: {error.strerror or error}")
