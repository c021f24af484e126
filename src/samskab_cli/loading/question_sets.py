"""Question sets, from YAML to the model."""

from __future__ import annotations

from pathlib import Path

import yaml

from samskab_cli.errors import QuestionSetRefused
from samskab_cli.model.question_set import QuestionSet

_CHECKOUT = Path(__file__).parents[3] / "questions"
_INSTALLED = Path(__file__).parents[1] / "questions"


def bundled_sets() -> Path:
    """The folder of the bundled sets: inside the installed wheel, or of the checkout in an editable install."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def load_question_set(name_or_path: str = "readiness") -> QuestionSet:
    """The question set of a bundled name, a folder or a single file.

    Raises QuestionSetRefused with all its faults.
    """
    folder = bundled_sets() / name_or_path
    if not folder.is_dir():
        raise QuestionSetRefused(f"no question set {name_or_path}")
    content = yaml.safe_load((folder / "set.yaml").read_text(encoding="utf-8"))
    content["dimensions"] = [
        yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8")) for name in content["dimensions"]
    ]
    return QuestionSet.model_validate(content)
