"""Change = after − before of two results, and its own standard error: verdict, gates, dimensions, items, sides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import sqrt
from operator import mul
from typing import NamedTuple, TypeVar

from samskab_cli import __version__
from samskab_cli.model.comparison import (
    Change,
    Comparison,
    DimensionChange,
    FewAnswers,
    FigureChange,
    GateChange,
    LeftOut,
    MadeOf,
    SideChange,
    Time,
    VerdictChange,
)
from samskab_cli.model.figures_shown import DimensionShown, GateShown, ItemShown, OverallShown
from samskab_cli.model.published import Shown, Withheld
from samskab_cli.model.result import Result
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.model.suppression import SideLevel

_OfSet = TypeVar("_OfSet", DimensionShown, GateShown)
_Figure = ItemShown | DimensionShown | GateShown | OverallShown

ENOUGH = 5
"""People at both times, from whom it can be said what a few other answers would do."""


class Round(NamedTuple):
    """One of the times that are compared."""

    name: str
    made_of: MadeOf
    asked: Sequence[str]
    """Ids of the items that were asked."""
    result: Result
    """Over the items that every time has."""


def changes(rounds: Sequence[Round], common: Collection[str], *, sides: bool = True) -> Comparison:
    """What changed from the first to the last. common: the items that count; sides: whether theirs are compared."""
    results = [one.result for one in rounds]
    items = [{item.id: item for item in one.items} for one in results]
    figures = _Figures(sides)
    moved = tuple(
        figures.of(item.id, [each[item.id] for each in items])
        for item in results[-1].items
        if all(item.id in each for each in items)
    )
    return Comparison(
        generated_by=f"samskab {__version__}",
        times=tuple(map(_time, rounds)),
        side_level=results[-1].answers.side_level if sides else SideLevel.NONE,
        left_out=tuple(_left_out([one.asked for one in rounds], common)),
        verdict=_verdict(results),
        overall=figures.of("overall", [one.overall for one in results]),
        gates=tuple(figures.gate(gates) for gates in _matched([one.gates for one in results])),
        dimensions=tuple(figures.dimension(of, results) for of in _matched([one.dimensions for one in results])),
        items=moved,
        moved_most=tuple(_moved_most(moved)),
    )


def _verdict(results: Sequence[Result]) -> VerdictChange | None:
    verdicts = [one.verdict for one in results if one.verdict]
    if len(verdicts) < len(results):
        return None
    return VerdictChange(levels=tuple(one.level for one in verdicts), ranges=tuple(one.range for one in verdicts))


def _time(one: Round) -> Time:
    result = one.result
    return Time(
        name=one.name,
        made_of=one.made_of,
        question_set=result.question_set,
        context=result.context,
        mode=result.mode,
        finished=result.finished,
        respondents=result.answers.respondents,
        min_group=result.min_group,
    )


def _left_out(asked: Sequence[Sequence[str]], common: Collection[str]) -> Iterable[LeftOut]:
    for item in dict.fromkeys(item for each in asked for item in each):
        if item not in common:
            yield LeftOut(item=item, asked=tuple(at for at, each in enumerate(asked, start=1) if item in each))


def _matched(times: Sequence[Sequence[_OfSet]]) -> Iterable[list[_OfSet]]:
    """Each dimension or gate that there is every time, in the order of the last."""
    by_id = [{one.id: one for one in each} for each in times]
    for id_ in by_id[-1]:
        if all(id_ in each for each in by_id):
            yield [each[id_] for each in by_id]


class _Figures(NamedTuple):
    """Figures of several times as one."""

    sides: bool

    def of(self, id_: str, shown: Sequence[_Figure]) -> FigureChange:
        scores = tuple(one.score for one in shown)
        return FigureChange(
            id=id_,
            scores=scores,
            n=tuple(None if isinstance(one, OverallShown) else one.n for one in shown),
            change=_difference(scores[0], scores[-1]),
            sides=tuple(_sides([_side_scores(one) for one in shown])) if self.sides else (),
        )

    def gate(self, shown: Sequence[GateShown]) -> GateChange:
        figure = self.of(shown[0].id, shown)
        return GateChange(**dict(figure), states=tuple(one.state for one in shown))

    def dimension(self, shown: Sequence[DimensionShown], results: Sequence[Result]) -> DimensionChange:
        figure = self.of(shown[0].id, shown)
        return DimensionChange(**dict(figure), few_answers=_few_answers(figure, results[0], results[-1]))


def _side_scores(shown: _Figure) -> dict[str, float | None]:
    return {side: one.score for side, one in shown.sides.items() if not isinstance(one, Withheld)}


def _sides(times: Sequence[Mapping[str, float | None]]) -> Iterable[SideChange]:
    for side in times[-1]:
        if all(side in each for each in times):
            scores = tuple(each[side] for each in times)
            first, last = scores[0], scores[-1]
            yield SideChange(id=side, scores=scores, change=None if first is None or last is None else last - first)


def _difference(first: Shown, last: Shown) -> Change:
    for end in (first, last):
        if isinstance(end, Withheld) or end is None:
            return end
    return float(str(last)) - float(str(first))


def _few_answers(figure: FigureChange, first: Result, last: Result) -> FewAnswers | None:
    """Whether the change is larger than what chance gives: two standard errors of the difference (scoring §6)."""
    if not isinstance(figure.change, float) or abs(figure.change) <= TOLERANCE:
        return None
    if any(one.answers.respondents < ENOUGH for one in (first, last)):
        return FewAnswers.TOO_FEW
    errors = [_standard_error(one, figure.id) for one in (first, last)]
    if errors[0] is None or errors[1] is None:
        return FewAnswers.TOO_FEW
    band = 2 * sqrt(errors[0] ** 2 + errors[1] ** 2)
    return FewAnswers.SMALLER if abs(figure.change) < band - TOLERANCE else FewAnswers.LARGER


def _standard_error(result: Result, dimension: str) -> float | None:
    """Σ w·√(s²/n) / Σ w over the items with two answers or more; None without one.

    s² has n − 1, about the mean of everybody. The items of one person are taken as moving together.
    """
    rules = {rule.id: rule for rule in result.rules.items}
    members = {item for rule in result.rules.dimensions if rule.id == dimension for item in rule.items}
    errors = weights = 0.0
    for item in result.items:
        if item.id not in members or item.n < 2:
            continue
        steps = len(item.counts) - 1
        points = [100 * step / steps for step in range(steps + 1)]
        mean = sum(map(mul, item.counts, points)) / item.n
        variance = sum(count * (point - mean) ** 2 for count, point in zip(item.counts, points, strict=True))
        people = item.n + item.unsure + item.not_relevant + item.blank + item.invalid + item.not_reached
        weight = rules[item.id].weight * people / (people + item.not_asked)
        errors += weight * sqrt(variance / (item.n - 1) / item.n)
        weights += weight
    return errors / weights if weights else None


def _moved_most(changes: Iterable[FigureChange]) -> list[str]:
    moved = [(abs(one.change), one.id) for one in changes if isinstance(one.change, float)]
    moved = [(size, item) for size, item in moved if size > TOLERANCE]
    return [item for _, item in sorted(moved, key=lambda one: -round(one[0], 9))]  # stable: question order stays
