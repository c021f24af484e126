"""Which question set answers belong to: a session knows its own, also where the bundled one has a newer version by now.

An earlier version of a bundled set stays beside it, in a folder named `readiness@1.1.0`, and is never mended: what was
asked with it is scored by what it said.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.results import read_result
from samskab_cli.loading.session_mark import is_session
from samskab_cli.loading.sets.bundled import bundled_names, earlier_names
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.question_set import QuestionSet

if TYPE_CHECKING:
    from samskab_cli.model.result import QuestionSetRef
    from samskab_cli.model.session_lines import AskedSet

DEFAULT: Final = "readiness"
_ASKS_THE_SAME: Final = {"50716792015660e6bdee71036ef4336e47c27158b8c9b0018114a2400e4a1d03": "readiness@1.1.0"}
"""Sha256 of a version that isn't bundled → the earlier one that asks the same. 1.0.0 had no coarse sides yet."""
_HEADER: Final = 1 << 20
"""Bytes that a session's first line never has."""


def set_for(named: str | None, files: Iterable[str]) -> QuestionSet:
    """The named question set; without a name the one that all the files were asked with, else the default.

    Raises QuestionSetRefused as `load_question_set`.
    """
    if named is not None:
        return load_question_set(named)
    names = {_name_of(_asked_in(Path(file))) for file in files}
    return load_question_set(names.pop() or DEFAULT if len(names) == 1 else DEFAULT)


def earlier_version_with(items: set[str], question_set: QuestionSet) -> str | None:
    """What `--questions` must say for answers on these items of a set, where an earlier version asked just them.

    The words end in ` --quick` where its short version did.
    """
    for name in reversed(earlier_names(question_set.id)):
        earlier = load_question_set(name)
        for quick, option in ((False, ""), (True, " --quick")):
            asked = {item.id for item in earlier.items_asked(quick=quick)}
            if asked & set(question_set.item_by_id) == items:
                return f"{name}{option}"
    return None


def set_asked(asked: AskedSet, otherwise: QuestionSet) -> QuestionSet:
    """The bundled set in the version that was asked; a set of somebody's own has only the version at hand."""
    name = _name_of(asked)
    return load_question_set(name) if name else otherwise


def _name_of(asked: AskedSet | QuestionSetRef | None) -> str | None:
    """The bundled set that was asked; None where nobody says, and for a set of one's own."""
    if asked is None or asked.id not in bundled_names():
        return None
    if asked.sha256 in _ASKS_THE_SAME:
        return _ASKS_THE_SAME[asked.sha256]
    earlier = (name for name in earlier_names(asked.id) if load_question_set(name).sha256 == asked.sha256)
    return next(earlier, asked.id)


def _asked_in(file: Path) -> AskedSet | QuestionSetRef | None:
    """What a session's header or a result says; None for other files. Faults are left to those who read the whole."""
    try:
        with file.open("rb") as stream:
            first = stream.readline(_HEADER)
        if is_session(first):
            from samskab_cli.model.session_lines import Header  # noqa: PLC0415  # answers of files have none

            return Header.model_validate_json(first).question_set
        found = read_result(str(file))
    except (OSError, ValueError, ValidationError, AnswersRefused):
        return None
    return found.question_set if found else None
