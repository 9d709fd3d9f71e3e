"""The file name extensions of YAML."""

from __future__ import annotations

ENDINGS = (".yaml", ".yml")


def is_yaml(name: str) -> bool:
    """Whether a file's name says that it is YAML, in whatever case.

    >>> is_yaml("billing/refunds.yaml"), is_yaml("FEATURE.YAML"), is_yaml("notes.md")
    (True, True, False)
    """
    return name.lower().endswith(ENDINGS)
