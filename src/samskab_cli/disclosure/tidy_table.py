"""Figures of groups, and their changes, as tidy tables: one row a group and figure, numbers never text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from operator import mul
from typing import Any, Final, NamedTuple

import polars as pl

from samskab_cli.disclosure.comparison_by_group import GroupComparisons
from samskab_cli.disclosure.groups import DisclosedGroups, disclosed_groups
from samskab_cli.disclosure.shown_tables import Disclosed
from samskab_cli.model.answers import Answers
from samskab_cli.model.codebook import GATE_CODES, LEVEL_CODES
from samskab_cli.model.comparison import Comparison, FigureChange, NotCompared
from samskab_cli.model.findings import Figure
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason
from samskab_cli.model.tables import ItemTable
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.rows import raw_column

_FIGURE: Final = {"kind": pl.String, "id": pl.String}
_LONG: Final = {
    **_FIGURE,
    "value": pl.Float64,
    "n": pl.Int64,
    "low": pl.Float64,
    "high": pl.Float64,
    "sd": pl.Float64,
    "withheld": pl.String,
}
_FIXED: Final = frozenset((*_LONG, "change", "few_answers"))
_NOTHING: Final = Figure(None, None, None)


class LongTable(NamedTuple):
    """Figures of groups."""

    frame: pl.DataFrame
    """The group columns (String), `kind`, `id`, `value`, `n`, `low`, `high`, `sd`, `withheld`."""
    groups: DisclosedGroups
    """What may be shown of each, and what a report of everybody may show beside them."""


class _Line(NamedTuple):
    """A row without its group. Scores are 0…100; a verdict or state is its code."""

    kind: str
    id: str
    value: float | None = None
    n: int | None = None
    low: float | None = None
    high: float | None = None
    sd: float | None = None


def long_groups(
    question_set: QuestionSet, answers: Answers, columns: Sequence[str], min_group: int | None = None
) -> LongTable:
    """Every figure of every group, a row each.

    The columns and errors: as `group_rows`. A verdict's value is 0 (`not_now`) to 3 (`ready`), none where it is
    undecided; `<gate>_state` is 0 (`failed`), 1 (`undecided`), 2 (`contested`), 3 (`passed`). sd: standard deviation
    (n − 1) of an item's scores, 0…100. A group that is withheld has its rows, with the reason and no figure.
    """
    groups = disclosed_groups(question_set, answers, columns, min_group)
    asked = Asked.of(question_set, answers)

    def rows() -> Iterator[tuple[Any, ...]]:
        for group, _, disclosed in groups:
            if isinstance(disclosed, Disclosed) and (findings := disclosed.findings):
                yield from ((*group, *line, None) for line in _lines(findings, disclosed.people.most))
            else:
                reason = disclosed if isinstance(disclosed, Reason) else Reason.MIN_GROUP
                yield from ((*group, *_Line(kind, id_), reason.value) for kind, id_ in _ids(asked))

    return LongTable(_frame(columns, _LONG, rows()), groups)


def long_changes(groups: GroupComparisons) -> pl.DataFrame:
    """Every change of every group, a row each: as `long_groups`, with each time's `value_1`, `n_1` … in their order.

    `change`: the last value minus the first; of a verdict or state none. `few_answers`: of a dimension, whether a few
    other answers could have given it.
    """
    times = range(1, len(groups.times) + 1)
    schema = {
        **_FIGURE,
        **{f"value_{time}": pl.Float64 for time in times},
        **{f"n_{time}": pl.Int64 for time in times},
        "change": pl.Float64,
        "few_answers": pl.String,
        "withheld": pl.String,
    }
    last = groups.occasions[-1]
    asked = Asked.of(last.question_set, last.answers).only(groups.common)
    nothing = (None,) * (2 * len(times) + 2)

    def rows() -> Iterator[tuple[Any, ...]]:
        for group, compared in groups:
            if isinstance(compared, NotCompared):
                compares = (
                    (kind, id_)
                    for kind, id_ in _ids(asked, raw=False)
                    if kind in {"verdict", "dimension", "gate", "item"}
                )
                yield from ((*group, kind, id_, *nothing, compared.value) for kind, id_ in compares)
            else:
                yield from ((*group, *line, None) for line in _changes(compared))

    return _frame(groups.columns, schema, rows())


def _frame(columns: Sequence[str], schema: Mapping[str, Any], rows: Iterator[tuple[Any, ...]]) -> pl.DataFrame:
    """A group column keeps a prefix where its name is taken."""
    named = {f"group:{name}" if name in _FIXED or name in schema else name: pl.String for name in columns}
    return pl.DataFrame(list(rows), schema={**named, **schema}, orient="row")


def _ids(asked: Asked, *, raw: bool = True) -> Iterator[tuple[str, str]]:
    """Kind and id of every figure, in order. raw: those on the items' own scale as well."""
    if asked.question_set.cutoffs:
        yield "verdict", "verdict"
    for dimension in asked.dimensions:
        yield "dimension", dimension
        if raw and dimension in asked.raw_figures:
            yield "dimension", raw_column(dimension)
    yield "dimension", "overall"
    for gate, parts in asked.gates.items():
        yield from (("gate", gate), ("gate", f"{gate}_state"))
        yield from (("part", f"{gate}.{part}") for part in parts)
    yield from (("item", item.id) for item in asked.items)
    for indicator, parts in asked.indicators.items():
        yield from (("indicator", f"{indicator}.{part}") for part in parts)


def _lines(findings: Findings, people: int) -> Iterator[_Line]:
    asked = findings.asked
    if asked.question_set.cutoffs:
        ends = [LEVEL_CODES.get(level) for level in findings.range]
        yield _Line("verdict", "verdict", LEVEL_CODES.get(findings.level), people, *ends)
    for dimension in asked.question_set.dimensions:
        if dimension.id in asked.dimensions:
            figure = findings.dimensions.get(dimension.id, _NOTHING)
            yield _figure("dimension", dimension.id, figure)
            if raw := asked.raw_figures.get(dimension.id):
                low, high = map(raw.of, figure.widened)
                yield _Line("dimension", raw_column(dimension.id), raw.of(figure.score), figure.n, low, high)
    yield _figure("dimension", "overall", findings.overall)
    for gate, found in findings.gates.items():
        states = [GATE_CODES[state] for state in findings.gate_ranges[gate]]
        yield _figure("gate", gate, found.figure)
        yield _Line("gate", f"{gate}_state", GATE_CODES[found.state], None, *states)
        yield from (_figure("part", f"{gate}.{part}", figure) for part, figure in found.parts.items())
    for item, score in findings.items.items():
        table = findings.tables.everybody[item]
        yield _Line("item", item, score.score, score.n, score.low, score.high, _deviation(table, asked, item))
    for indicator, parts in findings.indicators.items():
        yield from (_figure("indicator", f"{indicator}.{part}", figure) for part, figure in parts.items())


def _figure(kind: str, id_: str, figure: Figure) -> _Line:
    return _Line(kind, id_, figure.score, figure.n, *figure.widened)


def _deviation(table: ItemTable, asked: Asked, item: str) -> float | None:
    """Of an item's scores, with n − 1; None for fewer than two answers."""
    if table.n < 2:
        return None
    points = asked.option_scores[item]
    mean = sum(map(mul, table.counts, points)) / table.n
    squares = sum(count * (point - mean) ** 2 for count, point in zip(table.counts, points, strict=True))
    return sqrt(squares / (table.n - 1))


def _changes(compared: Comparison) -> Iterator[tuple[Any, ...]]:
    """Kind, id, values, people, change, few answers."""
    people = [time.respondents for time in compared.times]
    none = [None] * len(people)
    if compared.verdict:
        yield ("verdict", "verdict", *_codes(compared.verdict.levels, LEVEL_CODES), *people, None, None)
    for dimension in compared.dimensions:
        few = dimension.few_answers
        yield ("dimension", *_change(dimension), few.value if few else None)
    yield ("dimension", *_change(compared.overall), None)
    for gate in compared.gates:
        yield ("gate", *_change(gate), None)
        yield ("gate", f"{gate.id}_state", *_codes(gate.states, GATE_CODES), *none, None, None)
    for item in compared.items:
        yield ("item", *_change(item), None)


def _change(figure: FigureChange) -> tuple[Any, ...]:
    values = [None if isinstance(one, Withheld) else one for one in figure.scores]
    people = [None if isinstance(one, Withheld) else one for one in figure.n]
    return figure.id, *values, *people, None if isinstance(figure.change, Withheld) else figure.change


def _codes(
    reached: Sequence[Level | Withheld] | Sequence[GateState | Withheld], codes: Mapping[Any, int]
) -> list[int | None]:
    return [None if isinstance(one, Withheld) else codes.get(one) for one in reached]
