"""The worked example of docs/study.md: twelve people of three matters, two dimensions, one reversed item."""

from __future__ import annotations

from samskab_cli.model.answers import BLANK, UNSURE, Answers
from samskab_cli.model.question_set import QuestionSet
from tests.answers_as_written import coded, frame, question_set, responses

LINES = """
r01 K1 4 4 5 2 3 3
r02 K1 5 4 4 1 4 3
r03 K1 3 3 4 3 3 .
r04 K1 4 5 4 4 2 2
r05 K2 2 2 3 4 4 5
r06 K2 2 3 2 4 3 4
r07 K2 3 2 2 2 dk 4
r08 K2 1 2 1 5 5 5
r09 K3 4 3 . 2 2 1
r10 K3 5 5 5 5 1 2
r11 K3 3 4 3 3 3 3
r12 K3 4 4 4 2 4 4
"""


def example_set() -> QuestionSet:
    """Dimension a: a1, a2, a3 and a4, which is reversed; dimension b: b1, b2."""
    return question_set(
        {
            "a": [{"id": "a1"}, {"id": "a2"}, {"id": "a3"}, {"id": "a4", "reverse": True}],
            "b": [{"id": "b1"}, {"id": "b2"}],
        }
    )


def example_answers(lines: str = LINES) -> Answers:
    """The answers, with the group column `matter`."""
    rows = [line.split() for line in lines.strip().splitlines()]
    items = [item.id for item in example_set().items]
    cells = [[coded(cell) for cell in cells] for _, _, *cells in rows]
    assert {BLANK, UNSURE} <= {cell for row in cells for cell in row}
    names = [name for name, *_ in rows]
    return responses(frame(items, [None] * len(rows), cells, {"matter": [matter for _, matter, *_ in rows]}, names))
