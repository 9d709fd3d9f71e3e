"""All forms in which a roadmap goes out, found by looking."""

from __future__ import annotations

from collections.abc import Mapping

import roadmap.importers.targets
from roadmap.families import members
from roadmap.importers.outgoing import Form


def forms() -> Mapping[str, Form]:
    """Every form by its name, in alphabetical order."""
    return {form.name: form for form in members(roadmap.importers.targets, Form, "FORM")}
