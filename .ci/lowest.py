"""The lowest versions that pyproject.toml allows users, as constraints for pip; what developers need stays new."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
for requirement in [*project["dependencies"], *extras["pdf"], *extras["spss"], *extras["phones"]]:
    found = re.fullmatch(r"([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?>=([0-9.]+)(?:,.*)?", requirement)
    if found is None:
        raise SystemExit(f"no lowest version in {requirement!r}")
    print(f"{found[1]}=={found[2]}")
