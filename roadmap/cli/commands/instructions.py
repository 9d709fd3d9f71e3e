"""`roadmap instructions`: how to work with the files, for people and coding assistants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from roadmap.cli.command import START, Command
from roadmap.cli.option import argument, option
from roadmap.cli.streams import put_out

if TYPE_CHECKING:
    from roadmap.cli.instruction_texts import Instruction


@dataclass(frozen=True, kw_only=True)
class InstructionsOptions:
    """Every option of `instructions`."""

    topic: str | None = argument(
        None, "TOPIC", "What to read about; `all` for every text; default: how to start."
    )
    format: Literal["text", "json"] = option(
        "text", "--format", help="Markdown text, or JSON."
    )


def instructions(given: InstructionsOptions) -> None:
    """Print how to work with the files, for people and coding assistants."""
    from roadmap.cli.exits import unknown
    from roadmap.cli.instruction_texts import instructions as texts

    every = texts()
    topics = {instruction.topic: instruction for instruction in every}
    topic = (given.topic or every[0].topic).casefold()
    if topic != "all" and topic not in topics:
        unknown("topic", topic, [*topics, "all"])
    chosen = every if topic == "all" else (topics[topic],)
    if given.format == "json":
        _put_json(chosen)
        return
    put_out("\n".join(instruction.text for instruction in chosen))
    if given.topic is None:
        more = "".join(
            f"- `{instruction.topic}`: {instruction.title}\n" for instruction in every[1:]
        )
        put_out(f"\nMore, with `roadmap instructions TOPIC`:\n\n{more}")


def _put_json(chosen: Sequence[Instruction]) -> None:
    from roadmap.cli.plain_json import put_json

    put_json(
        "instructions",
        [
            {
                "topic": instruction.topic,
                "title": instruction.title,
                "text": instruction.text,
            }
            for instruction in chosen
        ],
    )


COMMAND = Command("instructions", instructions, InstructionsOptions, START, 25)
