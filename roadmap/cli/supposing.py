"""What a command supposes: a scenario, values that are set, initiatives dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop, unknown
from roadmap.cli.option import option

if TYPE_CHECKING:
    from roadmap.diagnostics import Diagnostic, Finding
    from roadmap.reading.overlay import Overlay
    from roadmap.reading.parsed import ParsedFiles

WHAT_IF = "What if"


@dataclass(frozen=True, kw_only=True)
class Overriding:
    """Values that are set and initiatives that are dropped, without touching a file."""

    settings: list[str] | None = option(
        None,
        "--set",
        metavar="PATH=VALUE",
        help="Answer as if this value were different, such as teams.data.people=3; may be "
        "repeated.",
        panel=WHAT_IF,
    )
    drops: list[str] | None = option(
        None,
        "--drop",
        metavar="ID",
        help="Answer as if this initiative were dropped; may be repeated.",
        panel=WHAT_IF,
    )


@dataclass(frozen=True, kw_only=True)
class Supposing(Overriding):
    """A scenario, and what is different besides."""

    scenario: str | None = option(
        None,
        "--scenario",
        metavar="NAME",
        help="Answer as if the scenario in scenarios/NAME.yaml came true.",
        panel=WHAT_IF,
    )


@dataclass(frozen=True, slots=True)
class Supposed:
    """What a command line supposes, as typed; nothing by default."""

    scenario: str | None = None
    settings: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is supposed."""
        return self != NOTHING

    def with_setting(self, setting: str) -> Supposed:
        """The same with a value on top, in place of all that it replaces.

        >>> Supposed(settings=("a.b=1", "a.b.c=2", "a.bc=3")).with_setting("a.b=4").settings
        ('a.bc=3', 'a.b=4')
        """
        path = _path(setting)
        kept = [it for it in self.settings if not f"{_path(it)}.".startswith(f"{path}.")]
        return replace(self, settings=(*kept, setting))


def _path(setting: str) -> str:
    return setting.partition("=")[0].strip()


NOTHING = Supposed()


def supposed(given: object) -> Supposed:
    """What the options of a command suppose, as far as it takes them."""
    if not isinstance(given, Overriding):
        return NOTHING
    scenario = given.scenario if isinstance(given, Supposing) else None
    found = Supposed(scenario, drops=tuple(dict.fromkeys(given.drops or ())))
    for setting in given.settings or ():
        found = found.with_setting(setting)
    return found


def overlay_of(files: ParsedFiles, said: Supposed) -> Overlay:
    """What is supposed, as an overlay: options on top of the scenario."""
    from roadmap.reading.overlay import AS_WRITTEN
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.typed_changes import typed_changes

    below = AS_WRITTEN if said.scenario is None else _scenario(files, said.scenario)
    try:
        return below + typed_changes(said.settings, said.drops)
    except Unreadable as error:
        stop(f"{error.message}; {error.cure}")


def _scenario(files: ParsedFiles, name: str) -> Overlay:
    from roadmap.reading.scenarios import scenarios

    found = scenarios(files)
    if name in found.broken:
        shown = files.sources.shown(found.broken[name])
        stop(f"`{shown}` is no scenario that can be read; `roadmap check` says why")
    if name not in found.known:
        if not found.files:
            stop(f"no scenario `{name}`, as there is no file in `scenarios/`")
        unknown("scenario", name, found.known)
    return found.overlay(name)


def refuse_options(findings: Iterable[Finding], overlay: Overlay) -> None:
    """Stop if something is wrong with an option; a scenario's faults are findings."""
    for finding in findings:
        if option := faulty_option(finding.diagnostic, overlay):
            stop(f"{option}: {finding.message}; {finding.cure}")


def faulty_option(fault: Diagnostic, overlay: Overlay) -> str:
    """The option that an error is about; empty for all others."""
    from roadmap.diagnostics import Severity

    if fault.severity is not Severity.ERROR or fault.place is None:
        return ""
    return fault.place.file if fault.place.file in overlay.options else ""
