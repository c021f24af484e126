"""What changed between answer sets of one question set: like with like, and nothing that is withheld in either."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

from samskab_cli import __version__
from samskab_cli.errors import AnswersRefused
from samskab_cli.model.answers import Answers, Mode
from samskab_cli.model.comparison import (
    Change,
    Comparison,
    DimensionChange,
    FewAnswers,
    FigureChange,
    GateChange,
    LeftOut,
    Time,
    VerdictChange,
)
from samskab_cli.model.findings import Findings
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import (
    DimensionShown,
    GateShown,
    ItemShown,
    OverallShown,
    Result,
    Shown,
    Withheld,
)
from samskab_cli.scoring.asked import Asked
from samskab_cli.scoring.disclosure import disclose
from samskab_cli.scoring.engine import find
from samskab_cli.scoring.tolerance import TOLERANCE

_OfSet = TypeVar("_OfSet", DimensionShown, GateShown)

ENOUGH = 5
"""People with a score, at both times, from whom it can be said what a few other answers would do."""


@dataclass(frozen=True)
class Occasion:
    """One answer set to be compared, with the set that was asked."""

    name: str
    question_set: QuestionSet
    answers: Answers


@dataclass(frozen=True)
class _Scored:
    occasion: Occasion
    findings: Findings
    result: Result


def compare(occasions: Sequence[Occasion], min_group: int | None = None) -> Comparison:
    """What changed from the first to the last of two or more answer sets.

    Only items that were asked every time count, each by the rules of its own version of the set; the others are
    named. min_group: as for `score`, of each. Raises AnswersRefused for different sets, or without a common item.
    """
    asked = [[item.id for item in Asked.of(one.question_set, one.answers).items] for one in occasions]
    common = _common(occasions, asked)
    scored = [_score(occasion, common, min_group) for occasion in occasions]
    results = [one.result for one in scored]
    items = [_items(result) for result in results]
    changes = tuple(
        _figure(item.id, [each[item.id] for each in items]) for item in results[-1].items if item.id in common
    )
    return Comparison(
        generated_by=f"samskab {__version__}",
        times=tuple(_time(one) for one in scored),
        left_out=tuple(_left_out(asked, common)),
        verdict=VerdictChange(
            levels=tuple(result.verdict.level for result in results),
            ranges=tuple(result.verdict.range for result in results),
        ),
        overall=_figure("overall", [result.overall for result in results]),
        gates=tuple(_gate(gates) for gates in _matched([result.gates for result in results])),
        dimensions=tuple(
            _dimension(dimensions, scored) for dimensions in _matched([result.dimensions for result in results])
        ),
        items=changes,
        moved_most=tuple(_moved_most(changes)),
    )


def _common(occasions: Sequence[Occasion], asked: Sequence[Sequence[str]]) -> frozenset[str]:
    """The items that were asked every time."""
    if len(ids := dict.fromkeys(one.question_set.id for one in occasions)) > 1:
        raise AnswersRefused(f"only answers to the same question set can be compared; these are to {', '.join(ids)}")
    common = frozenset(asked[0]).intersection(*asked[1:])
    if not common:
        raise AnswersRefused("no item was asked every time, so there is nothing to compare")
    return common


def _score(occasion: Occasion, common: frozenset[str], min_group: int | None) -> _Scored:
    """The answer set as if only the common items had been asked."""
    others = {item.id for item in occasion.question_set.items if item.id not in common}
    answers = dataclasses.replace(occasion.answers, missing_items=occasion.answers.missing_items | others)
    findings = find(occasion.question_set, answers)
    return _Scored(occasion, findings, disclose(findings, min_group))


def _time(scored: _Scored) -> Time:
    result = scored.result
    return Time(
        name=scored.occasion.name,
        question_set=result.question_set,
        context=result.context,
        mode=result.mode,
        finished=result.finished,
        respondents=result.answers.respondents,
        min_group=result.min_group,
    )


def _left_out(asked: Sequence[Sequence[str]], common: frozenset[str]) -> Iterable[LeftOut]:
    for item in dict.fromkeys(item for each in asked for item in each):
        if item not in common:
            yield LeftOut(item=item, asked=tuple(at for at, each in enumerate(asked, start=1) if item in each))


def _items(result: Result) -> dict[str, ItemShown]:
    return {item.id: item for item in result.items}


def _matched(times: Sequence[Sequence[_OfSet]]) -> Iterable[list[_OfSet]]:
    """Each dimension or gate that there is every time, in the order of the last."""
    by_id = [{one.id: one for one in each} for each in times]
    for id_ in by_id[-1]:
        if all(id_ in each for each in by_id):
            yield [each[id_] for each in by_id]


def _figure(id_: str, shown: Sequence[ItemShown | DimensionShown | GateShown | OverallShown]) -> FigureChange:
    scores = tuple(one.score for one in shown)
    return FigureChange(id=id_, scores=scores, n=tuple(map(_n, shown)), change=_difference(scores[0], scores[-1]))


def _n(shown: ItemShown | DimensionShown | GateShown | OverallShown) -> int | Withheld | None:
    match shown:
        case ItemShown():
            return shown.counts if isinstance(shown.counts, Withheld) else sum(shown.counts)
        case OverallShown():
            return None
        case _:
            return shown.n


def _difference(first: Shown, last: Shown) -> Change:
    for end in (first, last):
        if isinstance(end, Withheld) or end is None:
            return end
    return float(str(last)) - float(str(first))


def _gate(shown: Sequence[GateShown]) -> GateChange:
    figure = _figure(shown[0].id, shown)
    return GateChange(**dict(figure), states=tuple(one.state for one in shown))


def _dimension(shown: Sequence[DimensionShown], scored: Sequence[_Scored]) -> DimensionChange:
    figure = _figure(shown[0].id, shown)
    return DimensionChange(**dict(figure), few_answers=_few_answers(figure, scored[0], scored[-1]))


def _few_answers(figure: FigureChange, first: _Scored, last: _Scored) -> FewAnswers | None:
    """Whether the change is larger than what chance gives two means: about two standard errors of their difference.

    Only that is said, never the deviations themselves, and nothing where a figure is withheld.
    """
    if not isinstance(figure.change, float) or abs(figure.change) <= TOLERANCE:
        return None
    ends = [one.findings.dimensions[figure.id] for one in (first, last)]
    if any(one.result.mode in {Mode.VOTES, Mode.CONSENSUS} for one in (first, last)):
        return FewAnswers.NOT_LINKED
    if any(end.n < ENOUGH or end.deviation is None for end in ends):
        return FewAnswers.TOO_FEW
    error = sqrt(sum((end.deviation or 0.0) ** 2 / end.n for end in ends))
    return FewAnswers.SMALLER if abs(figure.change) < 2 * error - TOLERANCE else FewAnswers.LARGER


def _moved_most(changes: Iterable[FigureChange]) -> list[str]:
    moved = [(abs(one.change), one.id) for one in changes if isinstance(one.change, float)]
    moved = [(size, item) for size, item in moved if size > TOLERANCE]
    return [item for _, item in sorted(moved, key=lambda one: -round(one[0], 9))]  # stable: question order stays
