"""What is published works on its own, where nothing but its dependencies is installed.

The wheel is installed into an empty environment outside the tree. Its dependencies, and
theirs, are copied from the running environment: no network, and anything that pip would
not have installed is missing there too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

import roadmap
from roadmap.sequencing.compiled import kernel

TREE = Path(__file__).parent.parent
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"

needs_posix = pytest.mark.skipif(
    sys.platform == "win32", reason="the compiler there is not named by CC"
)
needs_kernel = pytest.mark.skipif(kernel is None, reason="it is not built, or left aside")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, TREE, at=TREE)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return only(built, "customer_roadmap-*.whl")


@pytest.fixture(scope="module")
def sdist(built: Path) -> Path:
    return only(built, "customer_roadmap-*.tar.gz")


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands of an environment lie that holds the wheel and what it needs."""
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, symlinks=sys.platform != "win32")
    packages = next(home.glob("lib/python*/site-packages"), home / "Lib" / "site-packages")
    for needed in closure(wheel).values():
        copy(needed, packages)
    pip = (sys.executable, "-m", "pip", "--python", home / SCRIPTS / "python")
    run(*pip, "install", "--no-index", "--no-compile", wheel, at=home)
    return home / SCRIPTS


def closure(wheel: Path) -> dict[str, Distribution]:
    """What pip would install beside the wheel: its dependencies, theirs, and so on."""
    (published,) = distributions(path=[str(wheel)])
    waiting = list(published.requires or ())
    found: dict[str, Distribution] = {}
    while waiting:
        needed = Requirement(waiting.pop())
        name = canonicalize_name(needed.name)
        applies = needed.marker is None or needed.marker.evaluate({"extra": ""})
        if applies and name not in found:
            found[name] = distribution(name)
            waiting += found[name].requires or ()
    return found


def copy(needed: Distribution, packages: Path) -> None:
    """Copy the files of a distribution, compiled ones too, as old as they are."""
    for file in needed.files or ():
        source = Path(str(needed.locate_file(file)))
        if ".." not in file.parts and source.exists():
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def run(*words: str | Path, at: Path) -> str:
    """What a command prints that succeeds."""
    done = tried(*words, at=at)

    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def tried(
    *words: str | Path, at: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    """What a command comes to, run with none of the developer's settings for Python."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(
        [str(word) for word in words],
        cwd=at,
        env=environment | {"PYTHONUTF8": "1"} | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def test_the_wheel_holds_the_package_its_types_and_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [PurePosixPath(name) for name in archive.namelist()]

    assert {name.parts[0].partition("-")[0] for name in names} == {
        "customer_roadmap",
        "roadmap",
    }
    assert PurePosixPath("roadmap/py.typed") in names
    assert not [name for name in names if name.suffix in (".c", ".h")]
    assert any(name.match("*.dist-info/licenses/LICENSE") for name in names)


def kernels(wheel: Path) -> list[str]:
    """The compiled parts that a wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return [n for n in archive.namelist() if Path(n).suffix in (".so", ".pyd")]


def test_a_wheel_with_the_kernel_is_for_one_platform_and_every_later_python(
    wheel: Path,
) -> None:
    *_, tags = parse_wheel_filename(wheel.name)
    (tag,) = tags

    if kernels(wheel):
        assert (tag.interpreter, tag.abi) == ("cp311", "abi3")
        assert tag.platform != "any"
    else:
        assert kernel is None
        assert str(tag) == "py3-none-any"


@needs_kernel
def test_the_installed_search_is_compiled(scripts: Path, tmp_path: Path) -> None:
    shown = "from roadmap.sequencing.compiled import kernel; print(kernel.__file__)"
    library = Path(run(scripts / "python", "-c", shown, at=tmp_path).strip())

    assert scripts.parent in library.parents


BUILDING = (sys.executable, "-m", "build", "--wheel", "--no-isolation", TREE, "--outdir")
NO_COMPILER = {"CC": "false"}


@pytest.mark.parametrize(
    "variables",
    [
        pytest.param(NO_COMPILER, marks=needs_posix, id="no compiler"),
        pytest.param({"ROADMAP_PURE_PYTHON": "1"}, id="left aside"),
    ],
)
def test_without_a_compiler_there_is_a_wheel_for_every_platform(
    variables: dict[str, str], tmp_path: Path
) -> None:
    built = tried(*BUILDING, tmp_path, at=TREE, **variables)
    pure = only(tmp_path, "*-py3-none-any.whl")

    assert built.returncode == 0
    assert not kernels(pure)


@needs_posix
def test_a_wheel_that_must_hold_the_kernel_is_not_built_without(tmp_path: Path) -> None:
    required = NO_COMPILER | {"ROADMAP_REQUIRE_KERNEL": "1"}
    built = tried(*BUILDING, tmp_path, at=TREE, **required, ROADMAP_PURE_PYTHON="")

    assert built.returncode != 0
    assert not [*tmp_path.iterdir()]


def test_the_source_holds_all_that_its_tests_need(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        files = {PurePosixPath(*PurePosixPath(n).parts[1:]) for n in archive.getnames()}

    needed = ("CHANGELOG.md", "LICENSE", "Makefile", "README.md", "pyproject.toml")
    assert {*map(PurePosixPath, needed), PurePosixPath("tests/conftest.py")} <= files
    assert {path.parts[0] for path in files if path.parts}.isdisjoint({".git", ".venv"})


def test_what_is_installed_tells_its_version(scripts: Path, tmp_path: Path) -> None:
    assert roadmap.__version__ in run(scripts / "roadmap", "--version", at=tmp_path)


def test_a_new_user_gets_from_nothing_to_a_plan(scripts: Path, tmp_path: Path) -> None:
    run(scripts / "roadmap", "init", at=tmp_path)
    run(scripts / "roadmap", "check", at=tmp_path)

    assert run(scripts / "roadmap", "plan", at=tmp_path).strip()
