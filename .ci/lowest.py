"""Print the lowest versions that pyproject.toml allows, as constraints for pip.

Use: python .ci/lowest.py > lowest.txt && pip install --constraint lowest.txt .
"""

import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"].values()
for requirement in sum(extras, project["dependencies"]):
    print(requirement.replace(">=", "=="))  # noqa: T201 a script that prints
