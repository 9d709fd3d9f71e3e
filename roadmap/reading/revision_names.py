"""Revision names that stand for several commits, and the commits at their ends."""

from __future__ import annotations

import re
from shlex import quote

from roadmap.reading.git import NoGit

_RANGE = re.compile(r"(.*?)\.{2,3}(.*)", re.DOTALL)
_PARENTS = re.compile(r"(.+)\^@")
_ALONE = re.compile(r"(.+)\^(?:!|-(\d*))")


_PLAIN = re.compile(r"[\w./@:^~+,=-]*")


class NotOne(NoGit):
    """A name that stands for several commits; `meant` are the ends of them."""

    def __init__(self, name: str, meant: tuple[str, ...]) -> None:
        super().__init__(f"`{name}` is not one commit")
        self.meant = meant


def meant(name: str) -> tuple[str, ...]:
    """The commits at the ends of what a name stands for; none where it is one commit.

    >>> meant("main...work"), meant("^HEAD~1"), meant("v1^!"), meant("main")
    (('main', 'work'), ('HEAD~1',), ('v1^', 'v1'), ())
    """
    if name.startswith(":"):
        return ()
    if name.startswith("^"):
        return (name.lstrip("^"),)
    if match := _PARENTS.fullmatch(name):
        return (f"{match[1]}^",)
    if match := _ALONE.fullmatch(name):
        return (f"{match[1]}^{match[2] or ''}", match[1])
    if match := _RANGE.fullmatch(name):
        return (match[1] or "HEAD", match[2] or "HEAD")
    return ()


def typed(name: str) -> str:
    """A name as typed in a shell, quoted if necessary.

    >>> typed("HEAD~1"), typed("a b")
    ('HEAD~1', "'a b'")
    """
    return name if _PLAIN.fullmatch(name) and name else quote(name)
