"""An option or argument as a field of a dataclass: how it is typed, and what help says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from typing import Any, TypeVar

T = TypeVar("T")
_KEY = "option"


@dataclass(frozen=True, slots=True)
class Option:
    """How a field is typed. `flags` are empty for an argument.

    `panel` is the heading in help that it stands under. `parser` turns text into a value,
    raising ValueError with a message for people. `silent` leaves the default out of help.
    """

    flags: tuple[str, ...]
    metavar: str | None
    help: str
    panel: str | None = None
    parser: Callable[[str], Any] | None = None
    silent: bool = True


def option(
    default: T,
    *flags: str,
    metavar: str | None = None,
    help: str,
    panel: str | None = None,
    parser: Callable[[str], Any] | None = None,
    silent: bool = True,
) -> T:
    """A field for an option, with its default."""
    made: T = _field(default, Option(flags, metavar, help, panel, parser, silent))
    return made


def argument(default: T, metavar: str, help: str) -> T:
    """A field for an argument that may be left out."""
    made: T = _field(default, Option((), metavar, help))
    return made


def required(metavar: str, help: str) -> Any:
    """A field for an argument that must be there."""
    return _field(MISSING, Option((), metavar, help))


def _field(default: Any, said: Option) -> Any:
    return field(default=default, metadata={_KEY: said})


def option_of(each: Field[Any]) -> Option:
    """How a field is typed."""
    said: Option = each.metadata[_KEY]
    return said


def options_of(group: type[Any]) -> Mapping[str, Field[Any]]:
    """The fields of a dataclass of options, in the order in which help lists them.

    Those of its first base come first, then its own, then those of its other bases.
    """
    whole = {each.name: each for each in fields(group)}
    bases = [list(options_of(base)) for base in group.__bases__ if is_dataclass(base)]
    own = [name for name in whole if not any(name in base for base in bases)]
    order = [*(bases[0] if bases else []), *own, *(name for base in bases for name in base)]
    return {name: whole[name] for name in dict.fromkeys(order)}
