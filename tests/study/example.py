"""The worked example of docs/study.md: twelve people of three issues, two dimensions, one reversed item."""

from __future__ import annotations

import re
from pathlib import Path

from samskab_cli.model.answers import BLANK, UNSURE, Answers
from samskab_cli.model.question_set import QuestionSet
from tests.answers_as_written import coded, frame, question_set, responses

PAGE = (Path(__file__).parents[2] / "docs" / "study.md").read_text(encoding="utf-8")
_LINES = re.compile(r"```text\n(.*?)```", re.DOTALL)


def example_set() -> QuestionSet:
    """Dimension a: a1, a2, a3 and a4, which is reversed; dimension b: b1, b2."""
    a: list[dict[str, object]] = [{"id": "a1"}, {"id": "a2"}, {"id": "a3"}, {"id": "a4", "reverse": True}]
    return question_set({"a": a, "b": [{"id": "b1"}, {"id": "b2"}]})


def example_answers() -> Answers:
    """The answers as they stand on the page, with the group column `matter`."""
    lines = _LINES.findall(PAGE)[0]
    rows = [line.split() for line in lines.strip().splitlines()]
    items = [item.id for item in example_set().items]
    cells = [[coded(cell) for cell in cells] for _, _, *cells in rows]
    assert {BLANK, UNSURE} <= {cell for row in cells for cell in row}
    names = [name for name, *_ in rows]
    return responses(frame(items, [None] * len(rows), cells, {"matter": [matter for _, matter, *_ in rows]}, names))


def figures_of_the_page() -> dict[str, list[float]]:
    """What the page's last table says: figure → its values."""
    rows = re.findall(r"^\| ([^|]+) \| ([−\d., ]+) \|$", PAGE, re.MULTILINE)
    return {name: [float(value.replace("−", "-")) for value in values.split(", ")] for name, values in rows}
