"""Build hook: compile the search's kernel where there is a compiler, and never insist.

A wheel then holds the kernel and runs on one platform, with any CPython from 3.11 on (the
stable ABI). Without a compiler it is a wheel for every platform, whose search is slower.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from setuptools import Distribution, Extension
from setuptools.errors import BaseError, CCompilerError, PlatformError

MODULE, OLDEST = "roadmap.sequencing.search._kernel", "cp311"
SEARCH = Path("roadmap", "sequencing", "search")
"""Where the kernel is imported from; its sources are in the folder `kernel` there."""
FLAGS = ["/std:c11"] if sys.platform == "win32" else ["-O3", "-g0", "-fvisibility=hidden"]
PURE = "ROADMAP_PURE_PYTHON"
"""With this in the environment nothing is compiled."""
REQUIRED = "ROADMAP_REQUIRE_KERNEL"
"""With this in the environment there is no wheel without the kernel."""


class KernelHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the kernel to a wheel, or puts it into the tree of an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is put together."""
        beside = Path(self.root, SEARCH)
        if version == "editable":
            for old in [*beside.glob("_kernel.*so"), *beside.glob("_kernel*.pyd")]:
                old.unlink()  # even where none follows: it may be of another source
        if os.environ.get(PURE):
            return
        self.folder = TemporaryDirectory()
        try:
            with chdir(self.root):
                library, tag = compiled(Path(self.folder.name))
        except (BaseError, CCompilerError, OSError) as error:
            if os.environ.get(REQUIRED):
                raise
            self.app.display_warning(f"The search stays in pure Python, slower: {error}")
            return
        if version == "editable":
            shutil.copyfile(library, beside / library.name)
        else:
            inside = (SEARCH / library.name).as_posix()
            build_data["force_include"][str(library)] = inside
            build_data.update(tag=tag, pure_python=False)

    def finalize(self, version: str, build_data: dict[str, Any], artifact: str) -> None:
        """Remove what was compiled, once it is in the wheel."""
        if hasattr(self, "folder"):
            self.folder.cleanup()


def compiled(folder: Path) -> tuple[Path, str]:
    """The kernel, compiled into a folder, and the tag of a wheel that holds it."""
    stable = sys.implementation.name == "cpython"
    if not stable or sysconfig.get_config_var("Py_GIL_DISABLED"):
        raise PlatformError("this Python has no stable ABI")
    sources = sorted(map(str, SEARCH.glob("kernel/*.c")))
    extension = Extension(MODULE, sources, extra_compile_args=FLAGS)
    extension.py_limited_api = True
    whole = Distribution({"name": "kernel", "version": "0", "ext_modules": [extension]})
    build = whole.get_command_obj("build_ext")
    build.build_lib, build.build_temp = str(folder / "lib"), str(folder / "temp")
    build.ensure_finalized()
    build.run()
    (library,) = build.get_outputs()
    wheel = whole.get_command_obj("bdist_wheel")
    wheel.py_limited_api, wheel.bdist_dir = OLDEST, str(folder / "lib")
    wheel.ensure_finalized()
    return Path(library), "-".join(wheel.get_tag())
