"""A question set to begin with: the small commented one, or a copy of another under a name of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from samskab_cli.errors import Problem, QuestionSetRefused
from samskab_cli.loading.sets.bundled import bundled_names
from samskab_cli.loading.sets.yaml_set import read_question_set
from samskab_cli.model.text import shown

SCHEMA_FILE: Final = "question-set.schema.json"
"""Lies beside the files, so that editors complete and explain them without a network."""

_STARTER: Final = Path(__file__).parent / "starter"
_NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
_ID_LINE: Final = re.compile(r"^(id:[ \t]*)[^\s#]+", re.MULTILINE)
_EDITOR_LINE: Final = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"


def new_set(name: str, from_set: str | None = None) -> Mapping[str, str]:
    """The files of a new set: name of the file → its text; `from_set` is a bundled name, a folder or a single file.

    Raises QuestionSetRefused for a name that no set can have, and for a set that can't be copied.
    """
    if not _NAME.fullmatch(name):
        raise QuestionSetRefused(
            f"expected a name of small letters a-z, digits and -, a letter first, at most 40; found {shown(name)}"
        )
    if name in bundled_names():
        raise QuestionSetRefused(f"{name} is the name of a bundled set; choose another")
    main, *dimensions = _sources(from_set)
    text, changed = _ID_LINE.subn(lambda match: match[1] + name, main.read_text(encoding="utf-8-sig"), count=1)
    if not changed:
        raise QuestionSetRefused(Problem("its id isn't on a line of its own, and so can't be changed", str(main)))
    files = {"set.yaml": text} | {path.name: path.read_text(encoding="utf-8-sig") for path in dimensions}
    return {file: _for_editors(text) for file, text in files.items()}


def _sources(from_set: str | None) -> list[Path]:
    """The files to copy: what is common first, then a file a dimension."""
    _, files = read_question_set(str(_STARTER) if from_set is None else from_set)
    return [Path(document.file) for document in files.documents]


def _for_editors(text: str) -> str:
    return text if "yaml-language-server" in text else _EDITOR_LINE + text
