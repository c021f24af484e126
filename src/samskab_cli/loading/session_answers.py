"""Answers of files as a session keeps them: a line a person, by number and role, without names and times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import (
    LEAST_VALUE,
    NOT_RELEVANT,
    RESPONDENT,
    ROLE,
    UNSURE,
    Answers,
    Responses,
    group_column,
)
from samskab_cli.model.session_lines import AnswersTaken, State

_STATES: Final[dict[int, State]] = {UNSURE: "unsure", NOT_RELEVANT: "not_relevant"}


def answers_taken(answers: Answers) -> tuple[AnswersTaken, ...]:
    """Everybody's answers, in the order of the files; what is blank or couldn't be read isn't there.

    Raises AnswersRefused for counted votes, in which nobody's answers belong together, and where nobody answered.
    """
    if not isinstance(answers.cells, Responses):
        raise AnswersRefused("a session holds its answers already: go on with it, `samskab assess --session FILE`")
    people = tuple(_people(answers.cells))
    if not people:
        raise AnswersRefused("nobody's answers are in it, so there is nothing to talk about")
    return people


def _people(cells: Responses) -> Iterator[AnswersTaken]:
    beside = {RESPONDENT, ROLE, *map(group_column, cells.groups)}
    for number, row in enumerate(cells.frame.collect().iter_rows(named=True), start=1):
        given: dict[str, int | State] = {}
        for item, cell in row.items():
            if item not in beside and (cell >= LEAST_VALUE or cell in _STATES):
                given[item] = _STATES.get(cell, cell)
        yield AnswersTaken(respondent=f"r{number:02d}", role=row[ROLE], given=given)
