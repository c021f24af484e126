"""`--waves COLUMN`: the rounds in one file, the values of that column in their order."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.answers.load import read_as_far_as_possible
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import fold, shown

_MOST: Final = 12
_NAMED: Final = 4


def wave_values(
    path: str, question_set: QuestionSet, column: str, sheet: str | None = None, map_file: Path | None = None
) -> list[str]:
    """The rounds of a file: values that begin with digits (years, dates) rising, others as the file has them first.

    Each can be read by `where`. Raises AnswersRefused for a column that isn't there, and for one that holds fewer than
    two values or more than twelve.
    """
    only = LoadOptions(sheet=sheet, map_file=map_file, groups=(column,))
    files, _, _ = read_as_far_as_possible([path], question_set, only)
    if any(column not in file.mapping.groups for file in files):
        problems = [problem for file in files for problem in file.mapping.problems]
        raise AnswersRefused(*(problems or [Problem(f"{shown(column)} is no column of rounds", path)]))
    sizes: Counter[str] = Counter()
    for file in files:
        sizes.update(file.group_sizes()[column])
    values = list({fold(value): value for value in reversed(list(sizes)) if value}.values())[::-1]
    if not 1 < len(values) <= _MOST:
        named = ", ".join(map(shown, values[:_NAMED])) or "nothing"
        more = f" and {len(values) - _NAMED} more" if len(values) > _NAMED else ""
        message = f"a column of rounds has 2 to {_MOST} values; {shown(column)} holds {named}{more}"
        raise AnswersRefused(Problem(message, path))
    if all(value[0].isdigit() for value in values):
        values.sort(key=lambda value: (_number(value), value))
    return values


def _number(value: str) -> float:
    try:
        return float(value.replace(",", "."))
    except ValueError:  # a date as 2025-03-01 sorts as a text, by its year first
        return float(value[: len(value) - len(value.lstrip("0123456789"))])
