"""A portfolio as git keeps it: the files of a folder in a revision, the tree untouched.

Only objects are read. Nothing is fetched, no lock is taken, no program of the
repository's own is run.
"""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from roadmap.reading.linked import Listing
from roadmap.reading.once import once
from roadmap.reading.sources import ENDINGS, LARGEST

_POINTER = b"version https://git-lfs.github.com/spec/"
_QUIET = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_LINK, _FILE = "120000", ("100644", "100755")
Done = subprocess.CompletedProcess[bytes]
MAINS = (
    "refs/remotes/origin/HEAD",
    "refs/heads/main",
    "refs/remotes/origin/main",
    "refs/heads/master",
    "refs/remotes/origin/master",
)


class NoGit(Exception):
    """Why git cannot answer, in words for a user; `cure` is a command, or empty."""

    def __init__(self, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.message, self.cure = message, cure


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its mode and the object that holds its bytes."""

    mode: str
    object: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its full id, when it was made (ISO 8601), and its first line."""

    id: str
    when: str
    subject: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A git checkout; `top` is its folder, `prefix` where the portfolio lies below it."""

    top: Path
    prefix: str

    def commit(self, name: str) -> str:
        """The id of the commit that a revision names."""
        found = self._found(f"{name}^{{commit}}")
        if found is None:
            raise NoGit(f"no revision `{name}`", self._missing(name))
        return found

    def base(self) -> str:
        """The commit at which the work here left the main branch."""
        main = next((name for name in MAINS if self._found(f"{name}^{{commit}}")), None)
        if main is None:
            said = "no branch origin/HEAD, main or master to compare with"
            raise NoGit(said, "git fetch origin main:main")
        if self._found("HEAD^{commit}") is None:
            raise NoGit("there is no commit here yet")
        done = self._git("merge-base", self.commit(main), self.commit("HEAD"))
        if done.returncode == 0:
            return done.stdout.decode().split()[0]
        if self.shallow:
            said = "this clone is shallow and lacks the commit that main and HEAD share"
            raise NoGit(said, "git fetch --unshallow origin")
        raise NoGit(f"{main.split('/', 2)[-1]} and HEAD have no commit in common")

    @property
    def shallow(self) -> bool:
        """Whether older commits were not fetched."""
        done = self._git("rev-parse", "--is-shallow-repository")
        return done.stdout.strip() == b"true"

    def commits(self, since: str | None = None) -> tuple[Commit, ...]:
        """The commits up to HEAD that touch the portfolio, the oldest first."""
        ends = ["HEAD"] if since is None else [f"^{self.commit(since)}", "HEAD"]
        if self._found("HEAD^{commit}") is None:
            raise NoGit("there is no commit here yet")
        where = f":(top,literal){self.prefix}" if self.prefix else ":(top)"
        form = "--format=%H%x00%cI%x00%s"
        options = ["--no-show-signature", "--first-parent", "--reverse", form]
        done = self._git("log", *options, "--end-of-options", *ends, "--", where)
        if done.returncode:
            raise NoGit(_why(done))
        lines = done.stdout.decode("utf-8", "replace").splitlines()
        return tuple(Commit(*line.split("\0", 2)) for line in lines if line.count("\0") > 1)

    def at(self, commit: str) -> Revision:
        """The portfolio's files in a commit; none where it did not exist yet."""
        tree = f"{commit}:{self.prefix}" if self.prefix else f"{commit}^{{tree}}"
        files: dict[str, Blob] = {}
        if self._kind(tree) == b"tree":
            done = self._git("ls-tree", "-r", "-z", self._found(tree) or "")
            if done.returncode:
                raise NoGit(_why(done))
            files = _listed(done.stdout)
        return Revision(self, commit, files)

    def blobs(self, objects: list[str]) -> dict[str, bytes]:
        """The bytes of objects; those that are missing here are left out."""
        asked = "".join(f"{each}\n" for each in objects).encode()
        done = self._git("cat-file", "--batch", stdin=asked)
        return _unpacked(done.stdout)

    def _kind(self, name: str) -> bytes | None:
        """What a name stands for: a tree, a blob; None where it is not there."""
        found = self._found(name)
        if found is None:
            return None
        done = self._git("cat-file", "--batch-check", stdin=f"{found}\n".encode())
        return [*done.stdout.split(), b"", b""][1]

    def _found(self, name: str) -> str | None:
        done = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return done.stdout.decode().split()[-1] if done.returncode == 0 else None

    def _missing(self, name: str) -> str:
        if self.shallow:
            return "git fetch --unshallow origin"
        return f"roadmap diff {name.replace('..', ' ').strip('. ')}" if ".." in name else ""

    def _git(self, *words: str, stdin: bytes = b"") -> Done:
        return _run(self.top, *words, stdin=stdin)


@dataclass(frozen=True, slots=True)
class Revision:
    """The YAML files of a portfolio in a commit, as a place to read from."""

    repository: Repository
    commit: str
    files: Mapping[str, Blob]
    _held: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    _leads: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def names(self) -> tuple[list[str], dict[str, str]]:
        """The YAML files, and the links that leave the folder with where they lead."""
        links = [name for name, blob in self.files.items() if blob.mode == _LINK]
        found, outside = Listing(self.files, set(links), self._target).walked()
        kept = once(found)
        self._leads.update(kept)
        return sorted(kept), {name: self._target(name) for name in sorted(outside)}

    def read(self, name: str) -> bytes:
        """A file's bytes; OSError where it is not here or too large."""
        blob = self.files.get(self._leads.get(name, name))
        if blob is None or blob.mode not in _FILE:
            raise OSError("not a file")
        data = self._bytes(blob)
        if data is None:
            raise OSError("its object is not in this clone")
        if len(data) > LARGEST:
            raise OSError(f"larger than {LARGEST // 1024 // 1024} MiB")
        if data.startswith(_POINTER):
            raise OSError("git keeps only a pointer of Git LFS")
        return data

    def shown(self, name: str) -> str:
        """The path below the git top level, after the commit."""
        return f"{self.commit[:10]}:{posixpath.join(self.repository.prefix, name)}"

    def _bytes(self, blob: Blob) -> bytes | None:
        """What a file holds; the first time, all files are asked for at once."""
        if not self._held:
            wanted = {each.object for each in self.files.values()}
            self._held.update(self.repository.blobs(sorted(wanted)))
        return self._held.get(blob.object)

    def _target(self, name: str) -> str:
        """What a link says, relative to where it lies if that is in the portfolio."""
        said = os.fsdecode(self._bytes(self.files[name]) or b"")
        root = (self.repository.top / self.repository.prefix).as_posix() + "/"
        if not said.startswith(root):
            return said
        return posixpath.relpath(said.removeprefix(root), posixpath.dirname(name) or ".")


def repository(folder: Path) -> Repository:
    """The checkout that a portfolio's folder lies in."""
    here = folder.resolve()
    standing = next(each for each in (here, *here.parents) if each.is_dir())
    done = _run(standing, "rev-parse", "--show-toplevel")
    if done.returncode:
        said = _why(done)
        raise NoGit(
            f"`{folder}` is in no git repository" if "not a git repo" in said else said
        )
    top = Path(os.fsdecode(done.stdout.rstrip(b"\r\n"))).resolve()
    prefix = Path(os.path.relpath(here, top)).as_posix()
    return Repository(top, "" if prefix == "." else prefix)


def _run(
    folder: Path, *words: str, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    settings = ["-c", "core.quotePath=false", "-c", "core.fsmonitor=false"]
    try:
        return subprocess.run(
            ["git", *settings, *words],
            cwd=folder,
            env=_surroundings(),
            input=stdin,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise NoGit("git is not installed, and history is kept by git") from None


def _surroundings() -> dict[str, str]:
    """The environment without what a hook says of the repository that it runs for."""
    kept = {name: text for name, text in os.environ.items() if name not in _OF_A_HOOK}
    return {**kept, **_QUIET}


def _why(done: Done) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "git gave no answer"


def _listed(listing: bytes) -> dict[str, Blob]:
    found = {}
    for line in filter(None, listing.split(b"\0")):
        facts, _, name = line.partition(b"\t")
        mode, kind, object = facts.decode().split()
        path = os.fsdecode(name)
        if kind == "blob" and (path.endswith(ENDINGS) or mode == _LINK):
            found[path] = Blob(mode, object)
    return found


def _unpacked(answer: bytes) -> dict[str, bytes]:
    found, at = {}, 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        facts = answer[at:end].split()
        at = end + 1
        if len(facts) == 3 and facts[1] == b"blob":
            size = int(facts[2])
            found[facts[0].decode()] = answer[at : at + size]
            at += size + 1
    return found
