"""Read each file once, even if several names lead to it."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.reading.reserved import reserved


def once(leads: Mapping[str, str]) -> dict[str, str]:
    """One name for each file, of names and the files that they lead to.

    A reserved name wins, as it says what the file holds; then the name that is no link.

    >>> once({"again.yaml": "pay.yaml", "pay.yaml": "pay.yaml"})
    {'pay.yaml': 'pay.yaml'}
    """
    meant = reserved(leads)

    def rank(name: str) -> tuple[bool, bool, str]:
        return name not in meant, leads[name] != name, name

    kept: dict[str, str] = {}
    for name in sorted(leads, key=rank):
        kept.setdefault(leads[name], name)
    return {name: real for real, name in kept.items()}
