"""The instructions that come with the program: a short text on each topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

_NAME = re.compile(r"\d+-(.+)\.md")


@dataclass(frozen=True, slots=True)
class Instruction:
    """One text: its topic as it is asked for, its title, and itself as Markdown."""

    topic: str
    title: str
    text: str


def instructions() -> tuple[Instruction, ...]:
    """Every text, in the order of their files."""
    folder = files("roadmap.cli").joinpath("instructions")
    texts = {file.name: file for file in folder.iterdir() if _NAME.fullmatch(file.name)}
    return tuple(
        _instruction(name, texts[name].read_text("utf-8")) for name in sorted(texts)
    )


def _instruction(name: str, text: str) -> Instruction:
    match = _NAME.fullmatch(name)
    title = text.partition("\n")[0].removeprefix("# ")
    return Instruction(match[1] if match else name, title, text)
