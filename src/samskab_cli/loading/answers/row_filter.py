"""`--where COLUMN=VALUE`: the rows of one value of a column, compared without case; roles and labels by their names."""

from __future__ import annotations

from typing import Final

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.answers.cells import key_of
from samskab_cli.loading.answers.interpretation import Interpretation
from samskab_cli.loading.answers.record_reader import Body
from samskab_cli.model.text import fold, shown

_MOST_NAMED: Final = 8


def rows_where(body: Body, known: Interpretation, file: str) -> Body:
    """The rows that were asked for. Raises AnswersRefused where there are none."""
    where = known.mapping.where
    if where is None:
        return body
    column, value = where
    coded, labels = body.columns[column.position], known.labels_of(column)
    is_role = column == known.mapping.role
    role = next(iter(known.roles.read({value: 1}).values())) if is_role else None
    roles = known.roles.read(coded.spellings) if is_role else {}
    numbers = [
        number
        for text, number in coded.spellings.items()
        if fold(value) in {fold(text), fold(labels.get(key_of(text), text))} or (role and roles[text] == role)
    ]
    kept = coded.numbers.is_in(numbers)
    if not kept.any():
        held = [labels.get(key_of(text), text) for text, count in coded.counts.items() if count > 1 and fold(text)]
        some = f"; it holds {', '.join(map(shown, held[:_MOST_NAMED]))}" if held else ""
        raise AnswersRefused(Problem(f"no row has {shown(value)} in {column}{some}", file))
    return body.where(kept, f"{column.heading} isn't {value}")
