"""How an item's figures came about: its score, its agreement, why it is to be talked about, what it would move."""

from __future__ import annotations

from samskab_cli.model.explanation import Operation, Rule, Step, Term, TermKind
from samskab_cli.model.result import ItemShown, Withheld
from samskab_cli.scoring.agreement import layers
from samskab_cli.disclosure.explaining.terms import (
    CELLS,
    ONE,
    SIDES,
    VERDICT,
    Told,
    figure,
    gap_steps,
    weighted_mean,
    withheld_step,
)
from samskab_cli.model.rules import GOOD_ENOUGH

_OTHERS = ("unsure", "not_relevant", "not_asked", "not_reached", "blank", "invalid")


def item_steps(told: Told, shown: ItemShown) -> list[Step]:
    """One item. Where its answers are withheld, the other cells and the reason remain, as in the report."""
    others = Step(
        rule=Rule.OTHER_CELLS,
        section=CELLS,
        terms=tuple(
            Term(kind=TermKind.CELLS, id=name, value=getattr(shown, name)) for name in _OTHERS if getattr(shown, name)
        ),
    )
    counted = [others] if others.terms else []
    if isinstance(shown.counts, Withheld):
        return [withheld_step(shown.counts.withheld), *counted, *_tension(told, shown)]
    steps = [_score(told, shown, shown.counts), *counted]
    if isinstance(shown.agreement, float):
        steps.append(_agreement(shown.counts, shown.agreement))
    return [*steps, *gap_steps(shown.sides), *_tension(told, shown), *_gains(told, shown)]


def _score(told: Told, shown: ItemShown, counts: tuple[int, ...]) -> Step:
    scale, item = told.question_set.scale, told.question_set.item_by_id[shown.id]
    if not sum(counts):
        return Step(rule=Rule.NO_SCORE, section=ONE)
    steps = len(scale.values) - 1
    terms = [
        Term(
            kind=TermKind.OPTION,
            id=str(value),
            value=100 * (steps - step if item.reverse else step) / steps,
            weight=count,
        )
        for step, (value, count) in enumerate(zip(scale.values, counts, strict=True))
    ]
    return weighted_mean(Rule.ITEM_SCORE_REVERSED if item.reverse else Rule.ITEM_SCORE, ONE, terms)


def _agreement(counts: tuple[int, ...], agreement: float) -> Step:
    terms = tuple(
        Term(kind=TermKind.LAYER, id=str(number), value=layer.agreement, weight=layer.answers)
        for number, layer in enumerate(layers(counts), start=1)
    )
    return Step(rule=Rule.AGREEMENT, section=SIDES, terms=terms, operation=Operation.WEIGHTED_MEAN, result=agreement)


def _tension(told: Told, shown: ItemShown) -> list[Step]:
    """What makes it worth talking about; with one respondent there is nothing."""
    found = next((one for one in told.result.verdict.discuss_first if one.item == shown.id), None)
    if found is None:
        return []
    steps = []
    if isinstance(shown.gap, float) and not isinstance(shown.counts, Withheld):
        steps.append(_ratio(Rule.TENSION_GAP, figure("gap", shown.gap), figure("hundred", 100)))
    if isinstance(shown.agreement, float):
        steps.append(_ratio(Rule.TENSION_DISAGREEMENT, figure("disagreement", 1 - shown.agreement), figure("two", 2)))
    answered = None if isinstance(shown.counts, Withheld) else sum(shown.counts)
    if answered is not None:
        applicable = answered + shown.unsure + shown.blank + shown.invalid
        steps.append(_ratio(Rule.TENSION_UNSURE, figure("unsure", shown.unsure), figure("applicable", applicable)))
    names = {Rule.TENSION_GAP: "gap", Rule.TENSION_DISAGREEMENT: "disagreement", Rule.TENSION_UNSURE: "unsure"}
    terms = tuple(figure(f"tension_{names[step.rule]}", step.result) for step in steps)  # type: ignore[arg-type]  # ratios
    whole = answered is not None
    return [
        *steps,
        Step(
            rule=Rule.TENSION,
            section=SIDES,
            terms=terms,
            operation=Operation.HIGHEST if whole else None,
            result=found.tension,
            decides=f"tension_{found.reason.value}",
        ),
    ]


def _ratio(rule: Rule, first: Term, second: Term) -> Step:
    one, other = float(str(first.value)), float(str(second.value))
    result = one / other if other else 0.0
    return Step(rule=rule, section=SIDES, terms=(first, second), operation=Operation.RATIO, result=result)


def _gains(told: Told, shown: ItemShown) -> list[Step]:
    """What would be gained if the item were at 75."""
    moves = told.result.verdict.moves_most
    move = None if isinstance(moves, Withheld) else next((one for one in moves if one.item == shown.id), None)
    if move is None or not isinstance(shown.score, float):
        return []
    to_move, weight = GOOD_ENOUGH - shown.score, told.weight(shown.id)
    dimension = told.question_set.dimension_of[shown.id]
    asked = [item.id for item in dimension.items if item.id in told.items]
    steps = [
        Step(
            rule=Rule.TO_MOVE,
            section=VERDICT,
            terms=(figure("good_enough", GOOD_ENOUGH), figure("score", shown.score)),
            operation=Operation.DIFFERENCE,
            result=to_move,
        ),
        _share(Rule.GAIN_OF_DIMENSION, dimension.id, to_move, weight, sum(map(told.weight, asked))),
    ]
    if move.gate_gain > 0:
        steps.append(_share(Rule.GAIN_OF_GATE, None, to_move, weight, to_move * weight / move.gate_gain))
    return steps


def _share(rule: Rule, about: str | None, to_move: float, weight: float, of: float) -> Step:
    return Step(
        rule=rule,
        section=VERDICT,
        about=about,
        terms=(figure("to_move", to_move), figure("weight", weight), figure("weights", of)),
        operation=Operation.SHARE,
        result=to_move * weight / of,
    )
