"""Values set, added or removed at places of a file, all else in it as it was.

As with cures, the new text is parsed again and compared with what it should say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from roadmap.diagnostics import Place
from roadmap.editing.lines import newline_of
from roadmap.editing.with_value import with_value
from roadmap.reading.tree import tree
from roadmap.reading.value_spans import Impossible, patches

_BOM = "\ufeff"


def with_values(
    file: str, data: bytes, settings: Iterable[tuple[Place, Any]]
) -> bytes | None:
    r"""A file in which values stand at places, None removing one.

    A place one behind the end of a list adds an item to it.

    None where that cannot be done without changing anything besides.

    >>> with_values("a.yaml", b"title: A # ours\n", [(Place("a.yaml", ("title",)), "B")])
    b'title: B # ours\n'
    """
    wanted = tuple(settings)
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    text = whole.removeprefix(_BOM)
    before = tree(file, data)
    if before.broken:
        return None
    try:
        text_patches = patches(data, text, newline_of(text), wanted)
    except Impossible:
        return None
    pieces, at = [], 0
    for patch in text_patches:
        pieces += [text[at : patch.start], patch.text]
        at = patch.end
    after = "".join([whole[: len(whole) - len(text)], *pieces, text[at:]]).encode("utf-8")
    new = tree(file, after)
    expected = list(before.documents)
    for place, value in wanted:
        document = expected[place.document]
        expected[place.document] = with_value(document, place.route, value)
    sound = not new.broken and len(new.faults) <= len(before.faults)
    return after if sound and new.documents == expected else None
