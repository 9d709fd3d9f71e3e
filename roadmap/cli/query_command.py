"""Commands that answer: the options they take, what they ask, the page they show."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any

from roadmap.cli.exits import INTERRUPTED, LEFT_OUT, engine_or_stop, say, stop
from roadmap.cli.folder import folder_of
from roadmap.cli.options import CHOSEN, Group
from roadmap.cli.query import Ask, filters

if TYPE_CHECKING:
    from roadmap.views.answer import Answer

_ASKED = ("as_of", "framework", "engine", "units", "ideas", "all", "by", "sort")


def answering(
    view: str, upto: int, help: str, *groups: Group, usual: str = "terminal"
) -> Callable[..., None]:
    """A command that answers up to `upto` and shows the page of a view.

    Its parameters are those of the groups; a parameter `id` goes to the view.
    """

    def command(**given: Any) -> None:
        from roadmap.cli.compute import answered
        from roadmap.cli.output import put, targets
        from roadmap.cli.pricing import priced

        where = targets(given["formats"], given["output"], usual)
        answer = answered(asked(given), upto)
        ids = [_known(answer, given["id"])] if "id" in given else []
        answer = priced(answer, ids or None, pairs=view == "plan")
        halted = answer.plan is not None and answer.plan.interrupted
        if halted:
            where = tuple(target for target in where if target.file is None)
        page = import_module(f"roadmap.views.pages.{view}").page(answer, *ids)
        put(page, where, all=given["all"], force=given["force"])
        if halted:
            stop("interrupted: this is the best plan so far", INTERRUPTED)
        leave(answer)

    return signed(command, help, *groups)


def signed(function: Callable[..., None], help: str, *groups: Group) -> Callable[..., None]:
    """A function of keywords with the signature and help that Typer shall see."""

    @wraps(function)
    def command(**given: Any) -> None:
        with engine_or_stop():
            function(**given)

    parameters = {name: each for group in groups for name, each in group.items()}
    command.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(
                name,
                Parameter.POSITIONAL_OR_KEYWORD,
                annotation=annotation,
                default=Parameter.empty if default is ... else default,
            )
            for name, (annotation, default) in parameters.items()
        ]
    )
    command.__annotations__ = {name: each[0] for name, each in parameters.items()}
    command.__doc__ = help
    return command


def defaults(command: Callable[..., None]) -> dict[str, Any]:
    """What a command is given when its command line is empty."""
    return {name: each.default for name, each in signature(command).parameters.items()}


def asked(given: dict[str, Any]) -> Ask:
    """The question that a command line asks."""
    chosen = filters(*(given.get(name) for name in CHOSEN))
    said = {name: given[name] for name in _ASKED if given.get(name) is not None}
    folder = folder_of(given.get("folder"), given.get("inside"))
    return Ask(folder, filters=chosen, exact=given.get("dates") == "exact", **said)


def _known(answer: Answer, id: str) -> str:
    from roadmap.cli.exits import unknown
    from roadmap.views.blocks.notices import lost_files

    known = answer.portfolio.initiatives
    if id in known:
        return id
    for file, why in lost_files(answer).items():
        if file.rpartition("/")[2].rpartition(".")[0] == id:
            stop(f"no initiative `{id}`, as its file was left out: {why}")
    unknown("initiative", id, known)


def leave(answer: Answer) -> None:
    """Exit 1, saying so, where an error leaves something out of the answer."""
    from roadmap.diagnostics import Severity

    errors = sum(each.diagnostic.severity is Severity.ERROR for each in answer.findings)
    if answer.shown is not None and not answer.shown:
        say("no initiative matches the filters")
    if errors:
        what = "1 error leaves" if errors == 1 else f"{errors} errors leave"
        them = "it" if errors == 1 else "them"
        say(f"{what} something out; `roadmap check` shows {them}")
        sys.exit(LEFT_OUT)
