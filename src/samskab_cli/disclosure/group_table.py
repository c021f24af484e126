"""The rows of `score --by`: one group a row: people, figures, verdict, numbers of cells by state; or why withheld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samskab_cli.disclosure.groups import DisclosedGroups, disclosed_groups
from samskab_cli.disclosure.shown_tables import Disclosed
from samskab_cli.model.answers import Answers
from samskab_cli.model.findings import Figure
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.rows import figure_columns

Cell = str | float | int | Reason | None
COUNTED = ("answered", "unsure", "not_relevant", "blank", "invalid")
"""Headings of the numbers of cells."""


class GroupTable(NamedTuple):
    """The table of many groups, its rows made one by one."""

    headings: list[str]
    rows: Iterator[list[Cell]]
    groups: DisclosedGroups
    """What may be shown of each, and what a report of everybody may show beside them."""


def group_rows(
    question_set: QuestionSet,
    answers: Answers,
    columns: Sequence[str],
    min_group: int | None = None,
    *,
    ranges: bool = False,
) -> GroupTable:
    """The headings, and one row a group: the group's values, `n`, figures (0…100), verdict, cells by state.

    columns: names of the group columns, `role` among them. min_group: as for `score`. ranges: with the low and high
    figures. Raises AnswersRefused for a column that isn't there.
    """
    groups = disclosed_groups(question_set, answers, columns, min_group)
    asked = Asked.of(question_set, answers)
    figures = figure_columns(asked, ranges=ranges)
    headings = [*columns, "n", *figures, *COUNTED]

    def rows() -> Iterator[list[Cell]]:
        for group, _, disclosed in groups:
            if isinstance(disclosed, Disclosed) and (findings := disclosed.findings):
                cells = [disclosed.people.most, *_figures(findings, ranges=ranges), *_counted(findings)]
            else:
                reason = disclosed if isinstance(disclosed, Reason) else Reason.MIN_GROUP
                cells = [reason] * (len(headings) - len(columns))
            yield [*group, *cells]

    return GroupTable(headings, rows(), groups)


def _figures(findings: Findings, *, ranges: bool) -> list[Cell]:
    """In the order of `figure_columns`; a dimension of which nothing is left is empty."""
    cells: list[Cell] = []
    nothing = Figure(None, None, None)
    asked = findings.asked
    for dimension in asked.question_set.dimensions:
        figure = findings.dimensions.get(dimension.id, nothing)
        cells += _ends(figure, ranges=ranges)
        if dimension.id in asked.raw_figures:
            cells.append(asked.raw_figures[dimension.id].of(figure.score))
    cells += _ends(findings.overall, ranges=ranges)
    for gate in findings.gates.values():
        cells += [*_ends(gate.figure, ranges=ranges), gate.state.value]
    return [*cells, findings.level.value] if findings.asked.question_set.cutoffs else cells


def _ends(figure: Figure, *, ranges: bool) -> list[Cell]:
    return [figure.score, *figure.widened] if ranges else [figure.score]


def _counted(findings: Findings) -> list[int]:
    tables = findings.tables.everybody.values()
    return [
        sum(table.n for table in tables),
        sum(table.unsure for table in tables),
        sum(table.not_relevant for table in tables),
        sum(table.blank for table in tables),
        sum(table.invalid for table in tables),
    ]
