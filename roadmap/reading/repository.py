"""A git checkout that holds a portfolio: its commits, and what a revision's name means."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roadmap.reading.endings import is_yaml
from roadmap.reading.fetching import branch_fetch, missing, older_fetch
from roadmap.reading.git import Git, NoGit, NoRepository, refusal
from roadmap.reading.revision import Revision, listed
from roadmap.reading.revision_names import NotOne, meant

_LATEST = 7_258_118_400
"""The first second of 2200, which lies beyond the calendar."""
_FIELDS = "--format=%H%x00%ct%x00%cI%x00%s"
_MENTION = "--format=%x00%H%x00%ct%x00%cI"
_YAML = [f":(top,icase,glob)**/*.{ending}" for ending in ("yaml", "yml")]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its full id, when it was made, and its first line.

    `when` is None where its time is no date from 1970 to 2199.
    """

    id: str
    when: date | None
    subject: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A commit with a word in what it changes, in these YAML files of the portfolio."""

    id: str
    when: date | None
    files: frozenset[str]


@dataclass(frozen=True, slots=True)
class Repository:
    """A git checkout; `top` is its folder, `prefix` where the portfolio lies below it."""

    top: Path
    prefix: str

    @property
    def git(self) -> Git:
        """Git, asked from the top of the checkout."""
        return Git(self.top)

    def commit(self, name: str) -> str:
        """The id of the one commit that a revision names."""
        id = self._commit(name)
        if id is not None:
            return id
        ends = meant(name)
        for end in ends:
            if self._commit(end) is None:
                raise missing(self.git, end)
        if ends:
            raise NotOne(name, ends)
        object = self.git.found(name)
        kind = self.git.kind(object) if object else ""
        if kind in ("tree", "blob", "tag"):
            what = {"tree": "a folder", "blob": "a file"}.get(kind, "a tag of no commit")
            raise NoGit(f"`{name}` is {what} in git, not a commit")
        raise missing(self.git, name)

    def main(self) -> str:
        """The full name of the main branch, here or where this was cloned from."""
        for name in _mains(self.git.remotes):
            if self._commit(name):
                return name
        raise _no_main(self.git)

    def base(self) -> str:
        """The commit at which the current branch left the main branch."""
        git, main = self.git, self.main()
        if self._commit("HEAD") is None:
            raise NoGit("there is no commit here yet")
        done = git.run("merge-base", self.commit(main), self.commit("HEAD"))
        if done.returncode == 0:
            return done.stdout.decode().split()[0]
        if done.returncode > 1:
            raise refusal(done)
        if git.shallow:
            said = "this clone is shallow and lacks the commit that main and HEAD share"
            raise NoGit(said, older_fetch(git))
        raise NoGit(f"{main.split('/', 2)[-1]} and HEAD have no commit in common")

    def commits(self, since: str | None = None) -> tuple[Commit, ...]:
        """The commits up to HEAD that touch the portfolio, the oldest first."""
        if self._commit("HEAD") is None:
            raise NoGit("there is no commit here yet")
        where = f":(top,literal){self.prefix}" if self.prefix else ":(top)"
        ends = self._ends(since)
        return self._log("--first-parent", "--reverse", *ends, "--", where)

    def mentioning(self, word: str) -> tuple[Mention, ...]:
        """The commits up to HEAD that add or remove lines with a word, the oldest first."""
        if self._commit("HEAD") is None:
            raise NoGit("there is no commit here yet")
        where = [f":(top,literal){self.prefix}"] if self.prefix else _YAML
        words = ("--first-parent", "--reverse", "--no-renames", "--no-textconv")
        options = ("--no-show-signature", "-z", "--name-only", f"-G{word}", _MENTION)
        said = self.git.answer("log", *options, *words, *self._ends(None), "--", *where)
        every = (each.strip("\0") for each in os.fsdecode(said).split("\0\0"))
        return tuple(_mention(each.split("\0"), self.prefix) for each in every if each)

    def dated(self, id: str) -> date | None:
        """The day of a commit; None where its time is no date from 1970 to 2199."""
        return next((commit.when for commit in self._log("--max-count=1", id)), None)

    def cut(self, since: str | None = None) -> Commit | None:
        """The commit at which a shallow clone ends; None where the history is whole."""
        if not self.git.shallow:
            return None
        path = os.fsdecode(self.git.answer("rev-parse", "--git-path", "shallow"))
        edge = (self.top / path.removesuffix("\n")).read_text("ascii").split()
        roots = self._log("--first-parent", "--max-parents=0", *self._ends(since))
        return next((root for root in roots if root.id in edge), None)

    def former(self, first: str) -> str | None:
        """The folder that the portfolio was moved from in a commit; None where in none."""
        before = self._commit(f"{first}^")
        if before is None or not self.prefix or self._tree(before):
            return None
        words = ("diff-tree", "-r", "-z", "-M100%", "--diff-filter=R", "--name-status")
        said = os.fsdecode(self.git.answer(*words, before, first)).split("\0")
        roots: Counter[str] = Counter()
        for old, new in zip(said[1::3], said[2::3], strict=False):
            name = new.removeprefix(f"{self.prefix}/")
            if name != new and f"/{old}".endswith(f"/{name}"):
                roots[old.removesuffix(name).rstrip("/")] += 1
        return roots.most_common(1)[0][0] or "." if roots else None

    def at(self, commit: str, only: frozenset[str] | None = None) -> Revision:
        """The portfolio's files in a commit, or some of them; none where it was not yet."""
        tree = self._tree(commit)
        files = listed(self.git.answer("ls-tree", "-r", "-z", tree)) if tree else {}
        if only is not None:
            files = {name: blob for name, blob in files.items() if name in only}
        return Revision(self.git, self.top, self.prefix, commit, files)

    def _commit(self, name: str) -> str | None:
        object = self.git.found(name)
        return object and self.git.found(f"{object}^{{commit}}")

    def _tree(self, commit: str) -> str | None:
        """The portfolio's folder in a commit; None where it did not exist."""
        if not self.prefix:
            return f"{commit}^{{tree}}"
        words = ("ls-tree", "-z", "--full-tree", commit, "--", self.prefix)
        facts = self.git.answer(*words).partition(b"\t")[0].decode().split()
        return facts[2] if facts[1:2] == ["tree"] else None

    def _ends(self, since: str | None) -> tuple[str, ...]:
        end = self.commit("HEAD")
        return (end,) if since is None else (f"^{self.commit(since)}", end)

    def _log(self, *words: str) -> tuple[Commit, ...]:
        options = ("--no-show-signature", "--encoding=UTF-8", "-z", _FIELDS)
        said = self.git.answer("log", *options, *words).decode("utf-8", "replace")
        fields = said.split("\0")
        records = zip(fields[::4], fields[1::4], fields[2::4], fields[3::4], strict=False)
        return tuple(
            Commit(id, _day(seconds, when), subject)
            for id, seconds, when, subject in records
        )


def _mention(fields: list[str], prefix: str) -> Mention:
    id, seconds, when, *names = fields
    below = f"{prefix}/" if prefix else ""
    paths = (name.removeprefix("\n") for name in names)
    inside = (path.removeprefix(below) for path in paths if path.startswith(below))
    return Mention(id, _day(seconds, when), frozenset(filter(is_yaml, inside)))


def _day(seconds: str, when: str) -> date | None:
    """The day of a commit, from its time in seconds and in ISO 8601."""
    if not seconds.isdecimal() or int(seconds[:20]) >= _LATEST:
        return None
    try:
        return date.fromisoformat(when[:10])
    except ValueError:
        return None


def _mains(remotes: tuple[str, ...]) -> list[str]:
    """Candidates for the main branch, the likeliest first."""
    heads = [f"refs/remotes/{remote}/HEAD" for remote in remotes]
    for name in ("main", "master"):
        heads.append(f"refs/heads/{name}")
        heads += [f"refs/remotes/{remote}/{name}" for remote in remotes]
    return heads


def _no_main(git: Git) -> NoGit:
    said = "no branch {}main or master to compare with"
    if not git.remotes:
        return NoGit(f"{said.format('')}; name a revision or a folder")
    remote = git.remotes[0]
    return NoGit(said.format(f"{remote}/HEAD, "), branch_fetch(git, remote, "main"))


def repository(folder: Path) -> Repository:
    """The checkout that a portfolio's folder lies in."""
    here = folder.resolve()
    standing = next(path for path in (here, *here.parents) if path.is_dir())
    done = Git(standing).run("rev-parse", "--show-toplevel")
    if done.returncode:
        if b"not a git repo" in done.stderr:
            raise NoRepository(f"`{folder}` is in no git repository")
        raise refusal(done)
    top = Path(os.fsdecode(done.stdout.removesuffix(b"\n"))).resolve()
    prefix = Path(os.path.relpath(here, top)).as_posix()
    return Repository(top, "" if prefix == "." else prefix)
