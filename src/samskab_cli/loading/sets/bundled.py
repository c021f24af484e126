"""Names of the bundled question sets and their earlier versions (`readiness@1.1.0`); a path else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from samskab_cli.errors import Problem, QuestionSetRefused
from samskab_cli.model.text import nearest, shown

SET: Final = "set.yaml"
MODEL: Final = "set.json"

_CHECKOUT = Path(__file__).parents[4] / "questions"
_INSTALLED = Path(__file__).parents[2] / "questions"
_SET_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}(@\d+\.\d+\.\d+)?")


def bundled_sets() -> Path:
    """The folder of the bundled sets: inside the installed wheel, or of the checkout in an editable install."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def bundled_names() -> tuple[str, ...]:
    """The names of the bundled sets."""
    return tuple(sorted(name for path in bundled_sets().glob(f"*/{SET}") if "@" not in (name := path.parent.name)))


def earlier_names(name: str) -> tuple[str, ...]:
    """The names of the earlier versions of a bundled set, as `readiness@1.1.0`, the oldest first."""
    found = (path.parent.name for path in bundled_sets().glob(f"{name}@*/{SET}"))
    return tuple(sorted(found, key=lambda earlier: [int(number) for number in earlier.partition("@")[2].split(".")]))


def path_of_set(name_or_path: str) -> Path:
    """Where a set lies: its folder, or its single file. Raises QuestionSetRefused where there is none."""
    if _SET_NAME.fullmatch(name_or_path) and (bundled_sets() / name_or_path / SET).is_file():
        return bundled_sets() / name_or_path
    path = Path(name_or_path)
    try:
        exists = "\0" not in name_or_path and path.exists()
    except OSError:  # a name too long for the file system
        exists = False
    if not exists:
        message = f"no question set {shown(name_or_path)}: neither a bundled name nor a folder or file"
        names = [name for bundled in bundled_names() for name in (bundled, *earlier_names(bundled))]
        raise QuestionSetRefused(Problem(message, suggestion=nearest(name_or_path, names)))
    if path.is_dir() and not (path / SET).exists():
        raise QuestionSetRefused(Problem(f"a folder without {SET}; expected that file and one a dimension", str(path)))
    return path.parent if path.name == SET else path
