"""The git command that fetches what a clone lacks."""

from __future__ import annotations

import re

from roadmap.reading.git import Git, NoGit
from roadmap.reading.revision_names import typed


def missing(git: Git, name: str) -> NoGit:
    """What to say of a revision that is not here."""
    said = f"no revision `{name}`"
    start = re.split(r"[~^@:]", name, maxsplit=1)[0]
    short = start.removeprefix("refs/").removeprefix("remotes/")
    known = git.found(start) is not None
    for remote in git.remotes:
        branch = short.removeprefix(f"{remote}/")
        if branch not in (short, "", "HEAD") and not known:
            there = f"gets it if `{remote}` has it"
            return NoGit(said, branch_fetch(git, remote, branch), there)
    if not git.shallow or not git.remotes or not name.strip():
        return NoGit(said)
    said = f"{said} in this shallow clone"
    if known:
        return NoGit(said, older_fetch(git), "gets older commits")
    cure = f"git fetch --unshallow --tags {typed(git.remotes[0])}"
    return NoGit(said, cure, "gets older commits and tags")


def branch_fetch(git: Git, remote: str, branch: str) -> str:
    """The command that gets a branch, with its history where a clone is shallow."""
    whole = "--unshallow " if git.shallow else ""
    names = typed(f"+{branch}:refs/remotes/{remote}/{branch}")
    return f"git fetch {whole}{typed(remote)} {names}"


def older_fetch(git: Git) -> str:
    """The command that gets what a shallow clone left out; empty without a remote."""
    return f"git fetch --unshallow {typed(git.remotes[0])}" if git.remotes else ""
