"""The shapes that a value may have, where a key allows several: mapping, list, scalar."""

from __future__ import annotations

from pydantic import Tag

SHAPE = "\0"
"""Begins the tag of a shape: a step of an error's route that stands in no file."""


def shape(value: object) -> str:
    """The tag of a value's shape.

    >>> shape([1, 2])[1:]
    'list'
    """
    if isinstance(value, dict):
        return f"{SHAPE}mapping"
    return f"{SHAPE}list" if isinstance(value, list) else SHAPE


def tag(name: str) -> Tag:
    """What marks the member of a union that is read from values of a shape."""
    return Tag(SHAPE + name)
