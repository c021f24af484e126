"""Rooms as item tables, counted by hand: respondents a line, `side cell cell …`, every side shown."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.tables import ItemTable, ShownTables, Tables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.findings import Findings
from tests.answers_as_written import coded, part, question_set

EXAMPLES = Path(__file__).parents[3] / "examples"
SIDES = ("politics", "administration", "outside")
_NOT_ASKED = -100
Row = tuple[str | None, Sequence[int]]
"""A side, and coded cells in question order."""


def two_parts() -> QuestionSet:
    """The set of the worked example: two dimensions of two items, which are the two parts of the only gate."""
    return question_set(
        {"p": [{"id": "a1"}, {"id": "a2"}], "q": [{"id": "b1"}, {"id": "b2"}]},
        gates=[{"id": "g", "parts": [part("p", "a1", "a2"), part("q", "b1", "b2")]}],
        roles=dict.fromkeys(SIDES),
    )


def asked_of(questions: QuestionSet) -> Asked:
    """All of the set was asked."""
    return Asked(questions, questions.items)


def room(questions: QuestionSet, lines: str, *, sides: bool = True) -> ShownTables:
    """The tables of respondents `side cell cell …`, a line or a slash each; a side `-` is none."""
    rows = [line.split() for line in lines.replace("/", "\n").strip().splitlines()]
    return counted(
        questions, [(None if side == "-" else side, [coded(cell) for cell in cells]) for side, *cells in rows], sides
    )


def counted(questions: QuestionSet, rows: Sequence[Row], sides: Iterable[str] | bool = True) -> ShownTables:
    """The tables of everybody, and of these sides (all of the rows, or none), in order of appearance."""
    there = list(dict.fromkeys(side for side, _ in rows if side is not None))
    shown = there if sides is True else [] if sides is False else list(sides)
    return ShownTables(
        people=len(rows),
        everybody=_tables(questions, [cells for _, cells in rows]),
        sides={one: _tables(questions, [cells for side, cells in rows if side == one]) for one in shown},
    )


def found(questions: QuestionSet, lines: str, *, sides: bool = True) -> Findings:
    """What follows from such tables."""
    return Findings(asked_of(questions), room(questions, lines, sides=sides))


def workshop(questions: QuestionSet, name: str, sides: Mapping[str, str]) -> ShownTables:
    """One of the fictional workshops: `examples/<name>.csv`. sides: side of the set → the side it is shown as.

    Nobody left a whole dimension open in them.
    """
    with (EXAMPLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    words = {"Ved ikke": UNSURE, "Ikke relevant": NOT_RELEVANT}

    def cell(item: Item, role: str, written: str) -> int:
        if not written:
            return _NOT_ASKED if role in item.skip_roles else BLANK
        return words[written] if written in words else int(written)

    rows = [
        (
            sides.get(questions.side_of[line["rolle"]]),
            [cell(item, line["rolle"], line[item.id].strip()) for item in questions.items],
        )
        for line in lines
    ]
    return counted(questions, rows, dict.fromkeys(sides.values()))


def _tables(questions: QuestionSet, rows: Sequence[Sequence[int]]) -> Tables:
    return {item.id: _table(questions, [row[at] for row in rows]) for at, item in enumerate(questions.items)}


def _table(questions: QuestionSet, cells: Sequence[int]) -> ItemTable:
    return ItemTable(
        counts=tuple(cells.count(value) for value in questions.scale.values),
        unsure=cells.count(UNSURE),
        not_relevant=cells.count(NOT_RELEVANT),
        blank=cells.count(BLANK),
        invalid=cells.count(INVALID),
        not_asked=cells.count(_NOT_ASKED),
    )
