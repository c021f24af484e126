"""Charts of the HTML in per cent and pixels: dots of sides, stacked balance bars, histograms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samskab_cli.reporting.report_view import ItemView, SideFigureView

SHAPES = 6
"""Sides that have a shape of their own; more are named in tables only."""
SHADES = 5
"""Colours from the worst option to the best; a scale with more options repeats neighbours."""
_NEAR = 6.5
"""Marks nearer than this, in points, would cover each other."""
_APART = 10.0
"""Pixels between marks above each other."""
_ROW = 26
_DIGIT = 2.4
"""A digit's width in a segment, in per cent of the chart."""


@dataclass(frozen=True)
class Mark:
    """One side's place in a row: `x` in per cent, `y` in pixels below the row's middle."""

    shape: int
    label: str
    text: str
    x: float
    y: float = 0.0


@dataclass(frozen=True)
class Dots:
    """A row of sides, lowest figure first."""

    marks: tuple[Mark, ...]
    height: int
    """Pixels."""


def dots(sides: Sequence[SideFigureView]) -> Dots:
    """The shown sides of a row; those that would cover each other stand above each other."""
    marks: list[Mark] = []
    tallest = 0.0
    for cluster in _clusters(_marks(sides)):
        top = -_APART * (len(cluster) - 1) / 2
        tallest = max(tallest, -top)
        marks += [replace(mark, y=top + _APART * at) for at, mark in enumerate(cluster)]
    return Dots(tuple(marks), int(_ROW + 2 * max(tallest - 4, 0)))


@dataclass(frozen=True)
class Segment:
    """One option's answers: place and width in per cent, shade from the worst (0) to the best (4)."""

    x: float
    width: float
    shade: int
    text: str
    """The number of answers; empty where it doesn't fit."""


@dataclass(frozen=True)
class Balance:
    """All statements beside each other: left of `middle` what pulls down, right of it what pulls up."""

    middle: float
    rows: tuple[tuple[Segment, ...], ...]
    """In the order of the items; empty where the counts are withheld."""


def balance(items: Sequence[ItemView]) -> Balance:
    """Every statement's answers about one middle line; reversed statements are mirrored, so that right is good."""
    counts = [_towards_good(item) for item in items]
    left, right = (max((one[side] for one in map(_halves, counts)), default=0.0) for side in (0, 1))
    whole = (left + right) or 1.0
    middle = 100 * left / whole
    return Balance(middle, tuple(_segments(row, middle, whole) for row in counts))


@dataclass(frozen=True)
class Column:
    """A column of a histogram: `x` and `width` in per cent, `height` 0…1 of the tallest."""

    x: float
    width: float
    height: float
    count: int


@dataclass(frozen=True)
class Histogram:
    """A statement's answers, and apart from them those who didn't know."""

    columns: tuple[Column, ...]
    unsure: Column


def histogram(counts: Sequence[int], unsure: int) -> Histogram:
    """One column an option, lowest first. The scale is its own tallest column, of at least four answers."""
    tallest = max(*counts, unsure, 4)
    step = 75 / len(counts)
    width = min(step * 0.86, 13.0)
    columns = (Column(step * at, width, count / tallest, count) for at, count in enumerate(counts))
    return Histogram(tuple(columns), Column(87.0, 13.0, unsure / tallest, unsure))


def _marks(sides: Sequence[SideFigureView]) -> list[Mark]:
    shown = [
        Mark(one.side.mark, one.side.label, one.figure.text, one.figure.position)
        for one in sides
        if one.figure is not None and one.figure.position is not None and one.side.mark < SHAPES
    ]
    return sorted(shown, key=lambda mark: mark.x)


def _clusters(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Runs of marks each too near the one before."""
    found: list[list[Mark]] = []
    for mark in marks:
        if found and mark.x - found[-1][-1].x < _NEAR:
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def _towards_good(item: ItemView) -> tuple[int, ...]:
    counts = item.counts or ()
    return counts[::-1] if item.reverse else counts


def _halves(counts: Sequence[int]) -> tuple[float, float]:
    """Answers left and right of the middle of the scale; those of a middle option lie half on either side."""
    half, odd = divmod(len(counts), 2)
    between = counts[half] / 2 if odd else 0.0
    return sum(counts[:half]) + between, sum(counts[half + odd :]) + between


def _segments(counts: Sequence[int], middle: float, whole: float) -> tuple[Segment, ...]:
    x = middle - 100 * _halves(counts)[0] / whole
    found = []
    for at, count in enumerate(counts):
        width = 100 * count / whole
        if count:
            text = str(count) if width > _DIGIT * (len(str(count)) + 0.4) else ""
            found.append(Segment(x, width, round(at * (SHADES - 1) / max(len(counts) - 1, 1)), text))
        x += width
    return tuple(found)
