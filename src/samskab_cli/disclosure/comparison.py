"""What changed between answer sets of one question set: a function of results that could each be published."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from operator import mul
from typing import NamedTuple, TypeVar

from samskab_cli import __version__
from samskab_cli.disclosure.common_sides import common_sides
from samskab_cli.disclosure.min_group import default_min_group
from samskab_cli.disclosure.result import result
from samskab_cli.disclosure.shared_people import Published, refuse_few_differences
from samskab_cli.disclosure.shown_tables import SharedItems, few_asked, shown_tables
from samskab_cli.model.answers import Answers
from samskab_cli.model.comparison import (
    Change,
    Comparison,
    ComparisonRefused,
    DimensionChange,
    FewAnswers,
    FigureChange,
    GateChange,
    LeftOut,
    NoComparison,
    SideChange,
    Time,
    VerdictChange,
)
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import DimensionShown, GateShown, ItemShown, OverallShown, Result, Shown, Withheld
from samskab_cli.model.rules import TOLERANCE
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.crowd import Crowd
from samskab_cli.scoring.engine import crowd as crowd_of
from samskab_cli.scoring.side_levels import Sides, choose_sides

_OfSet = TypeVar("_OfSet", DimensionShown, GateShown)
_Figure = ItemShown | DimensionShown | GateShown | OverallShown

ENOUGH = 5
"""People at both times, from whom it can be said what a few other answers would do."""


@dataclass(frozen=True)
class Occasion:
    """One answer set to be compared, with the set that was asked."""

    name: str
    question_set: QuestionSet
    answers: Answers


def compare(occasions: Sequence[Occasion], min_group: int | None = None) -> Comparison:
    """What changed from the first to the last of two or more answer sets.

    Only items that were asked every time count, each by the rules of its own version of the set; the others are
    named. min_group: as for `score`, of each. Raises ComparisonRefused for different sets, without a common item, and
    for answers that differ by a few people only: subtracting would say what these answered.
    """
    asked = [[item.id for item in Asked.of(one.question_set, one.answers).items] for one in occasions]
    common = _common(occasions, asked)
    rounds = _rounds(occasions, min_group)
    published = [Published(one.name, one.answers, _parts(of.sides)) for one, of in zip(occasions, rounds, strict=True)]
    refuse_few_differences(published, sorted(common), max(of.min_group for of in rounds))
    for of in rounds:
        if of.crowd.people.most >= of.min_group:
            common -= few_asked(of.crowd.tables, of.min_group)
    if not common:
        message = "no item was asked of enough people every time, so there is nothing to compare"
        raise ComparisonRefused(NoComparison.NOTHING_IN_COMMON, message)
    results = [_result(one, of, common) for one, of in zip(occasions, rounds, strict=True)]
    return _comparison(occasions, results, asked, common)


def since_previous(
    question_set: QuestionSet, answers: Answers, min_group: int | None = None
) -> Comparison | NoComparison | None:
    """What changed since the meeting before, or why that can't be said; None where there was none."""
    if answers.previous is None:
        return None
    before = answers.previous
    try:
        return compare(
            [Occasion("1", before.question_set, before.answers), Occasion("2", question_set, answers)], min_group
        )
    except ComparisonRefused as refusal:
        return refusal.reason


class _Round(NamedTuple):
    """Who answered at one of the times, and which sides of them are shown."""

    crowd: Crowd
    min_group: int
    alone: Sides
    """As its own report shows them."""
    sides: Sides
    """Those that every time shows."""


def _rounds(occasions: Sequence[Occasion], min_group: int | None) -> list[_Round]:
    crowds = [crowd_of(one.question_set, one.answers) for one in occasions]
    smallest = [
        min_group or default_min_group(one.answers, crowd.people.most)
        for one, crowd in zip(occasions, crowds, strict=True)
    ]
    alone = [
        choose_sides(one.question_set, crowd, least)
        for one, crowd, least in zip(occasions, crowds, smallest, strict=True)
    ]
    return list(map(_Round, crowds, smallest, alone, common_sides(occasions, crowds, alone)))


def _parts(sides: Sides) -> dict[str | None, frozenset[str | None]]:
    """Each shown side's roles, and of everybody who is in none."""
    return {**{side: sides.roles[side] for side in sides.shown}, None: sides.rest}


def _result(occasion: Occasion, of: _Round, common: frozenset[str]) -> Result:
    """One answer set as if only the common items had been asked, with the sides that every one of them shows."""
    asked = Asked.of(occasion.question_set, occasion.answers)
    others = {item.id for item in asked.items} - common
    # What its own report shows no sides of has none here either, whatever the level.
    without_sides = shown_tables(asked, of.crowd, of.alone, of.min_group).without_sides
    disclosed = shown_tables(asked, of.crowd, of.sides, of.min_group, SharedItems(others, without_sides))
    kept = dataclasses.replace(disclosed, asked=asked.only(common), left_out=())
    return result(occasion.answers, of.crowd, kept, of.min_group)


def _comparison(
    occasions: Sequence[Occasion], results: Sequence[Result], asked: Sequence[Sequence[str]], common: frozenset[str]
) -> Comparison:
    items = [{item.id: item for item in one.items} for one in results]
    changes = tuple(
        _figure(item.id, [each[item.id] for each in items])
        for item in results[-1].items
        if all(item.id in each for each in items)
    )
    return Comparison(
        generated_by=f"samskab {__version__}",
        times=tuple(_time(one.name, result) for one, result in zip(occasions, results, strict=True)),
        side_level=results[-1].answers.side_level,
        left_out=tuple(_left_out(asked, common)),
        verdict=_verdict(results),
        overall=_figure("overall", [one.overall for one in results]),
        gates=tuple(_gate(gates) for gates in _matched([one.gates for one in results])),
        dimensions=tuple(_dimension(of, results) for of in _matched([one.dimensions for one in results])),
        items=changes,
        moved_most=tuple(_moved_most(changes)),
    )


def _verdict(results: Sequence[Result]) -> VerdictChange | None:
    verdicts = [one.verdict for one in results if one.verdict]
    if len(verdicts) < len(results):
        return None
    return VerdictChange(levels=tuple(one.level for one in verdicts), ranges=tuple(one.range for one in verdicts))


def _common(occasions: Sequence[Occasion], asked: Sequence[Sequence[str]]) -> frozenset[str]:
    """The items that were asked every time."""
    if len(ids := dict.fromkeys(one.question_set.id for one in occasions)) > 1:
        message = f"only answers to the same question set can be compared; these are to {', '.join(ids)}"
        raise ComparisonRefused(NoComparison.OTHER_SET, message)
    common = frozenset(asked[0]).intersection(*asked[1:])
    if not common:
        message = "no item was asked every time, so there is nothing to compare"
        raise ComparisonRefused(NoComparison.NOTHING_IN_COMMON, message)
    return common


def _time(name: str, result: Result) -> Time:
    return Time(
        name=name,
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


def _matched(times: Sequence[Sequence[_OfSet]]) -> Iterable[list[_OfSet]]:
    """Each dimension or gate that there is every time, in the order of the last."""
    by_id = [{one.id: one for one in each} for each in times]
    for id_ in by_id[-1]:
        if all(id_ in each for each in by_id):
            yield [each[id_] for each in by_id]


def _figure(id_: str, shown: Sequence[_Figure]) -> FigureChange:
    scores = tuple(one.score for one in shown)
    return FigureChange(
        id=id_,
        scores=scores,
        n=tuple(None if isinstance(one, OverallShown) else one.n for one in shown),
        change=_difference(scores[0], scores[-1]),
        sides=tuple(_sides([_side_scores(one) for one in shown])),
    )


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


def _gate(shown: Sequence[GateShown]) -> GateChange:
    figure = _figure(shown[0].id, shown)
    return GateChange(**dict(figure), states=tuple(one.state for one in shown))


def _dimension(shown: Sequence[DimensionShown], results: Sequence[Result]) -> DimensionChange:
    figure = _figure(shown[0].id, shown)
    return DimensionChange(**dict(figure), few_answers=_few_answers(figure, results[0], results[-1]))


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
    errors = weights = 0.0
    steps = len(result.rules.values) - 1
    for item in result.items:
        if item.dimension != dimension or item.n < 2:
            continue
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
