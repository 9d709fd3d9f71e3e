"""Discover parts: everything of one kind that the modules of a folder define."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, TypeVar

T = TypeVar("T")


def members(package: ModuleType, kind: type[T], name: str) -> tuple[T, ...]:
    """The object called `name` of every module in `package` that defines one of `kind`.

    In alphabetical order of the modules, so that it is the same on every machine.
    """
    return tuple(part for part in _named(package, name) if isinstance(part, kind))


def module_names(package: ModuleType) -> tuple[str, ...]:
    """The names of the modules directly in `package`, in alphabetical order."""
    return tuple(sorted(info.name for info in iter_modules(package.__path__)))


@cache
def _named(package: ModuleType, name: str) -> tuple[Any, ...]:
    """What every module in `package` calls `name`, None where it has no such thing."""
    modules = (f"{package.__name__}.{each}" for each in module_names(package))
    return tuple(getattr(import_module(module), name, None) for module in modules)
