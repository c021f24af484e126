"""The rows of `samskab score`: the whole result of each respondent alone, as expressions for all columns at once."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from samskab_cli.model.answers import BLANK, INVALID, LEAST_VALUE, NOT_RELEVANT, RESPONDENT, ROLE, UNSURE, group_column
from samskab_cli.model.codebook import INVALID_CODE, NOT_RELEVANT_CODE, UNSURE_CODE
from samskab_cli.model.findings import End
from samskab_cli.model.judging import Cutoffs, Gate, GateState, Level
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.scoring.asked_items import Asked, Items
from samskab_cli.scoring.respondents import cells, named, score_of
from samskab_cli.scoring.states import TAKES_PART

_OVERALL, _VERDICT = "overall", "verdict"
_RANGE = (End.LOW, End.HIGH)


class Scores(NamedTuple):
    """What a row has beside scores, verdict and counts."""

    ranges: bool = False
    """Low and high of every figure."""
    items: bool = False
    """The raw value of every item."""
    missing_codes: bool = False
    """Where an item has none, the code that says why."""


def rows(asked: Asked, scored: pl.LazyFrame, groups: Sequence[str], wanted: Scores) -> pl.LazyFrame:
    """One row a respondent. scored: what `respondents.scored` gives. groups: names of the group columns."""
    counted, ranges = cells(asked), wanted.ranges
    values = [_raw(item.id, missing_codes=wanted.missing_codes) for item in asked.items if wanted.items]
    ids = {item.id for item in asked.items}
    own = {RESPONDENT, ROLE, *figure_columns(asked, ranges=ranges), *counted, *ids}
    keys = [
        pl.col(RESPONDENT),
        pl.col(ROLE),
        # A group column keeps its prefix where its own name is taken.
        *(pl.col(group_column(name)).alias(group_column(name) if name in own else name) for name in groups),
    ]
    figures = [
        pl.when(pl.col(TAKES_PART)).then(pl.col(_temporary(name))).alias(name)
        for name in figure_columns(asked, ranges=ranges)
    ]
    cutoffs = asked.question_set.cutoffs
    verdicts = [_verdict(asked, cutoffs).alias(_temporary(_VERDICT))] if cutoffs else []
    return (
        scored.with_columns(_figures(asked))
        .with_columns(_states(asked))
        .with_columns(verdicts)
        .select(*keys, *figures, *(expr.cast(pl.UInt32).alias(name) for name, expr in counted.items()), *values)
    )


def _raw(item: str, *, missing_codes: bool) -> pl.Expr:
    cell = pl.col(item)
    if not missing_codes:
        return pl.when(cell >= LEAST_VALUE).then(cell)
    codes = {UNSURE: UNSURE_CODE, NOT_RELEVANT: NOT_RELEVANT_CODE, INVALID: INVALID_CODE, BLANK: None}
    return cell.replace(list(codes), list(codes.values()))


def figure_columns(asked: Asked, *, ranges: bool) -> list[str]:
    """The names of the figure columns, in order."""
    names: list[str] = []
    for figure in (*asked.dimensions, _OVERALL, *asked.gates):
        names.append(figure)
        names += [f"{figure}_{end}" for end in _RANGE if ranges]
        names += [raw_column(figure)] if figure in asked.raw_figures else []
        names += [_state_of(figure)] if figure in asked.gates else []
    return [*names, _VERDICT] if asked.question_set.cutoffs else names


def raw_column(dimension: str) -> str:
    """The name of a dimension's figure on the items' own scale."""
    return f"{dimension}_raw"


def _temporary(name: str) -> str:
    """Figures are computed under names that no item has."""
    return f"row:{name}"


def _state_of(gate: str) -> str:
    return f"{gate}_state"


def _at(end: End, items: Items) -> pl.Expr:
    """A figure of one respondent alone; 0 / 100 where it applies but wasn't reached."""
    value = pl.col(named(end, items))
    if end is End.SCORE:
        return value
    unreached = pl.when(pl.col(named("applies", items))).then(pl.lit(0.0 if end is End.LOW else 100.0))
    return pl.coalesce(value, unreached)


def _figures(asked: Asked) -> list[pl.Expr]:
    figures: list[pl.Expr] = []
    for end in End:
        suffix = "" if end is End.SCORE else f"_{end}"
        dimensions = {dimension: _of(end, dimension, items) for dimension, items in asked.dimensions.items()}
        figures += [value.alias(_temporary(f"{dimension}{suffix}")) for dimension, value in dimensions.items()]
        figures.append(_overall(asked, end).alias(_temporary(f"{_OVERALL}{suffix}")))
        figures += [
            _gate(end, list(parts.values())).alias(_temporary(f"{gate}{suffix}")) for gate, parts in asked.gates.items()
        ]
    for dimension, raw in asked.raw_figures.items():
        score = _of(End.SCORE, dimension, asked.dimensions[dimension])
        figures.append((raw.low + score * raw.width / 100).alias(_temporary(raw_column(dimension))))
    return figures


def _of(end: End, dimension: str, items: Items) -> pl.Expr:
    """A dimension of one respondent alone."""
    return pl.col(score_of(dimension)) if end is End.SCORE else _at(end, items)


def _overall(asked: Asked, end: End) -> pl.Expr:
    """Mean of the dimensions that apply; none where one has none."""
    values = [_of(end, dimension, items) for dimension, items in asked.dimensions.items()]
    complete = [
        value.is_not_null() | pl.col(named("applies", items)).not_()
        for value, items in zip(values, asked.dimensions.values(), strict=True)
    ]
    return pl.when(pl.all_horizontal(complete)).then(pl.mean_horizontal(values))


def _gate(end: End, parts: Sequence[Items]) -> pl.Expr:
    """The lowest of the parts; none where one has none or doesn't apply."""
    if not parts:
        return pl.lit(None, dtype=pl.Float64)
    values = [_at(end, items) for items in parts]
    lowest = functools.reduce(lambda one, other: pl.when(one <= other).then(one).otherwise(other), values)
    return pl.when(pl.all_horizontal([value.is_not_null() for value in values])).then(lowest)


def _states(asked: Asked) -> list[pl.Expr]:
    return [_state(gate).alias(_temporary(_state_of(gate.id))) for gate in asked.question_set.gates]


def _state(gate: Gate) -> pl.Expr:
    """A gate's state; nobody contests it alone."""
    score, low, high = (pl.col(_temporary(name)) for name in (gate.id, f"{gate.id}_low", f"{gate.id}_high"))
    pass_at, fail_below = gate.pass_at - TOLERANCE, gate.fail_below - TOLERANCE
    return (
        pl.when((score >= pass_at) & (low >= fail_below))
        .then(pl.lit(GateState.PASSED.value))
        .when((score < fail_below) & (high < pass_at))
        .then(pl.lit(GateState.FAILED.value))
        .otherwise(pl.lit(GateState.UNDECIDED.value))
    )


def _verdict(asked: Asked, cutoffs: Cutoffs) -> pl.Expr:
    overall = pl.col(_temporary(_OVERALL))
    dimensions = [pl.col(_temporary(dimension)) for dimension in asked.dimensions]
    states = [pl.col(_temporary(_state_of(gate))) for gate in asked.gates]
    scoreless = [pl.col(_temporary(gate)).is_null() for gate, parts in asked.gates.items() if parts]
    failed = pl.any_horizontal([state == GateState.FAILED.value for state in states] or [pl.lit(value=False)])
    stopped = pl.any_horizontal([state != GateState.PASSED.value for state in states] or [pl.lit(value=False)])

    def reaches(level: Level) -> pl.Expr:
        needed = cutoffs.ready if level is Level.READY else cutoffs.attention
        lowest = pl.all_horizontal([score >= needed.dimension - TOLERANCE for score in dimensions])
        return lowest.fill_null(value=True) & (overall >= needed.overall - TOLERANCE)

    at_most = _caps(asked)

    return (
        pl.when(failed)
        .then(pl.lit(Level.NOT_NOW.value))
        .when(overall.is_null() | pl.any_horizontal(scoreless or [pl.lit(value=False)]))
        .then(pl.lit(Level.UNDECIDED.value))
        .when(stopped | at_most[Level.PREPARE])
        .then(pl.lit(Level.PREPARE.value))
        .when(reaches(Level.READY) & at_most[Level.ATTENTION].not_())
        .then(pl.lit(Level.READY.value))
        .when(reaches(Level.ATTENTION))
        .then(pl.lit(Level.ATTENTION.value))
        .otherwise(pl.lit(Level.PREPARE.value))
    )


def _caps(asked: Asked) -> dict[Level, pl.Expr]:
    """Whether a low indicator holds the verdict at a level."""
    held: dict[Level, list[pl.Expr]] = {Level.PREPARE: [], Level.ATTENTION: []}
    for indicator in asked.question_set.indicators:
        parts = [pl.col(named(End.SCORE, items)) for items in asked.indicators[indicator.id].values()]
        if indicator.caps and parts:
            is_low = pl.any_horizontal([part < indicator.caps.below - TOLERANCE for part in parts])
            held[indicator.caps.level].append(is_low.fill_null(value=False))
    return {level: pl.any_horizontal(low or [pl.lit(value=False)]) for level, low in held.items()}
