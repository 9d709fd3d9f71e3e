"""Run git to read objects, and explain why when it fails.

It never fetches, takes no lock, and runs no program that the repository configures.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_QUIET = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_SETTINGS = ("core.quotePath=false", "core.fsmonitor=false", "log.follow=false")
_OBJECT = re.compile(rb"[0-9a-f]{40,64}")
_UNTRUSTED, _UNFETCHED = "dubious ownership", b"could not fetch"
_OLDER_THAN_LOG = b"only goes back to"
Done = subprocess.CompletedProcess[bytes]


class NoGit(Exception):
    """Why git cannot answer, as a message for users.

    `cure` is a command, or empty, and `effect` what it does. `said` is git's own message,
    line by line, where it says more.
    """

    def __init__(
        self,
        message: str,
        cure: str = "",
        effect: str = "gets it",
        said: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message, self.cure, self.effect, self.said = message, cure, effect, said


class NoRepository(NoGit):
    """There is no repository, or no git to read it with."""


@dataclass(frozen=True, slots=True)
class Git:
    """Git, asked about the repository of a folder."""

    folder: Path

    def run(self, *words: str, stdin: bytes = b"") -> Done:
        """The output of a git command, whether it succeeds or not."""
        settings = [word for each in _SETTINGS for word in ("-c", each)]
        try:
            return subprocess.run(
                ["git", *settings, *words],
                cwd=self.folder,
                env=_surroundings(),
                input=stdin,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            said = "git is not installed, and history is kept by git"
            raise NoRepository(said) from None

    def answer(self, *words: str, stdin: bytes = b"") -> bytes:
        """The output of a git command. Raises NoGit if it fails."""
        done = self.run(*words, stdin=stdin)
        if done.returncode == 0:
            return done.stdout
        raise self.unfetched() if _UNFETCHED in done.stderr else refusal(done)

    def found(self, name: str) -> str | None:
        """The object that a name stands for; None if there is none or more than one."""
        done = self.run("rev-parse", "--verify", "--end-of-options", name)
        if done.returncode or not _OBJECT.fullmatch(done.stdout.strip()):
            return None
        if _OLDER_THAN_LOG in done.stderr:  # git would take the oldest that it knows
            return None
        return done.stdout.decode().strip()

    def kind(self, object: str) -> str:
        """The type of an object: commit, tree, blob or tag; empty if it is missing."""
        done = self.run("cat-file", "--batch-check", stdin=f"{object}\n".encode())
        return [*done.stdout.decode().split(), "", ""][1].replace("missing", "")

    def sizes(self, objects: list[str]) -> dict[str, int]:
        """The size of each object in bytes. Raises NoGit if one is missing."""
        asked = "".join(f"{each}\n" for each in objects).encode()
        answer = self.answer("cat-file", "--batch-check", stdin=asked)
        lines = [line.split() for line in answer.decode().split("\n") if line]
        if any(len(line) < 3 for line in lines):
            raise self.unfetched()
        return {line[0]: int(line[2]) for line in lines}

    def blobs(self, objects: list[str]) -> dict[str, bytes]:
        """The content of objects. Raises NoGit if one is missing."""
        asked = "".join(f"{each}\n" for each in objects).encode()
        return _unpacked(self.answer("cat-file", "--batch", stdin=asked))

    def unfetched(self) -> NoGit:
        """The error for missing objects, and how to fetch them."""
        promisors = self.run("config", "--get-regexp", r"^remote\..*\.promisor$").stdout
        if not promisors:
            said = "this repository lacks objects that its history names"
            return NoGit(said, "git fsck", "lists them")
        remote = os.fsdecode(promisors).split("\n")[0].partition(" ")[0][7:-9]
        said = "this clone is partial, and objects that it takes were not fetched"
        return NoGit(said, f"git fetch --refetch --no-filter {remote}", "gets them")

    @property
    def shallow(self) -> bool:
        """Whether older commits were not fetched."""
        return self.run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    @property
    def remotes(self) -> tuple[str, ...]:
        """The remotes to fetch from, `origin` first."""
        names = filter(None, os.fsdecode(self.run("remote").stdout).split("\n"))
        return tuple(sorted(names, key=lambda name: (name != "origin", name)))


def refusal(done: Done) -> NoGit:
    """Why git refuses, with its full message."""
    said = done.stderr.decode("utf-8", "replace").strip().split("\n")
    if _UNTRUSTED in said[0]:
        cure = next((line.strip() for line in said if "safe.directory" in line), "")
        message = "git does not trust this folder, which another user owns"
        return NoGit(message, cure, "allows it")
    first = said[0].removeprefix("fatal: ").removeprefix("error: ")
    return NoGit(first or "git gave no answer", said=tuple(filter(None, said[1:])))


def _surroundings() -> dict[str, str]:
    """The environment without what a hook says of the repository that it runs for."""
    kept = {name: text for name, text in os.environ.items() if name not in _OF_A_HOOK}
    return {**kept, **_QUIET}


def _unpacked(answer: bytes) -> dict[str, bytes]:
    blobs, at = {}, 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        facts = answer[at:end].split()
        at = end + 1
        if len(facts) == 3 and facts[1] == b"blob":
            size = int(facts[2])
            blobs[facts[0].decode()] = answer[at : at + size]
            at += size + 1
    return blobs
