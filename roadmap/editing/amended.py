"""A portfolio's files with some of them changed in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmap.reading.sources import Sources, counts, is_scenario


@dataclass(frozen=True, slots=True)
class Amended:
    """Sources in which `changed` files replace existing ones or are added to them."""

    below: Sources
    changed: Mapping[str, bytes] = field(default_factory=dict)

    def names(self) -> tuple[list[str], dict[str, str]]:
        """The YAML files, and the links that leave the folder with where they lead."""
        names, outside = self.below.names()
        return sorted({*names, *filter(counts, self.changed)}), outside

    def scenarios(self) -> list[str]:
        """The scenario files."""
        return sorted({*self.below.scenarios(), *filter(is_scenario, self.changed)})

    def read(self, name: str) -> bytes:
        """A file's bytes, changed or as they are."""
        return self.changed[name] if name in self.changed else self.below.read(name)

    def shown(self, name: str) -> str:
        """The path that a reader of findings knows the file by."""
        return self.below.shown(name)
