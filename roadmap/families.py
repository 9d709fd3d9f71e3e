"""Families of parts: everything of one kind defined in a folder, found by looking."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def members(package: ModuleType, kind: type[T], name: str) -> tuple[T, ...]:
    """The object called `name` of every module in `package` that defines one of `kind`.

    In alphabetical order of the modules, so that it is the same on every machine.
    """
    found = (getattr(module, name, None) for module in _modules(package))
    return tuple(part for part in found if isinstance(part, kind))


def module_names(package: ModuleType) -> tuple[str, ...]:
    """The names of the modules directly in `package`, in alphabetical order."""
    return tuple(sorted(info.name for info in iter_modules(package.__path__)))


def _modules(package: ModuleType) -> list[ModuleType]:
    return [import_module(f"{package.__name__}.{name}") for name in module_names(package)]
