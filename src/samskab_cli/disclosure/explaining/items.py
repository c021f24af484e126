"""Explains an item: its score, its agreement in layers, why it is to be talked about, what it would move."""

from __future__ import annotations

from collections.abc import Iterator

from samskab_cli.disclosure.explaining.terms import CELLS, RULE, SIDES, VERDICT, Basis, figure, gap_steps, weighted_mean
from samskab_cli.model.explanation import Operation, Rule, Step, Term, TermKind
from samskab_cli.model.figures_shown import ItemShown
from samskab_cli.model.published import Withheld
from samskab_cli.model.rules import GOOD_ENOUGH
from samskab_cli.scoring.agreement import layers

_OTHERS = ("unsure", "not_relevant", "not_asked", "not_reached", "blank", "invalid")


def item_steps(basis: Basis, shown: ItemShown) -> list[Step]:
    """One item."""
    others = Step(
        rule=Rule.OTHER_CELLS,
        section=CELLS,
        terms=tuple(
            Term(kind=TermKind.CELLS, id=name, value=getattr(shown, name)) for name in _OTHERS if getattr(shown, name)
        ),
    )
    steps = [*_score(basis, shown), *([others] if others.terms else [])]
    if shown.agreement is not None:
        steps.append(_agreement(shown.counts, shown.agreement))
    return [*steps, *gap_steps(shown.sides), *_tension(basis, shown), *_gains(basis, shown)]


def _score(basis: Basis, shown: ItemShown) -> Iterator[Step]:
    applicable = shown.table.applicable
    if shown.n < applicable:
        yield Step(
            rule=Rule.HALF_ANSWERED,
            section=RULE,
            terms=(figure("answers", shown.n), figure("people", applicable)),
            operation=Operation.RATIO,
            result=shown.n / applicable,
        )
    if shown.score is None:
        yield Step(rule=Rule.NO_ITEM_SCORE, section=RULE)
        return
    scale, item = basis.question_set.scale_of[shown.id], basis.question_set.item_by_id[shown.id]
    steps = len(scale.values) - 1
    terms = [
        Term(
            kind=TermKind.OPTION,
            id=str(value),
            value=100 * (steps - step if item.reverse else step) / steps,
            weight=count,
        )
        for step, (value, count) in enumerate(zip(scale.values, shown.counts, strict=True))
    ]
    yield weighted_mean(Rule.ITEM_SCORE_REVERSED if item.reverse else Rule.ITEM_SCORE, RULE, terms)


def _agreement(counts: tuple[int, ...], agreement: float) -> Step:
    terms = tuple(
        Term(kind=TermKind.LAYER, id=str(number), value=layer.agreement, weight=layer.answers)
        for number, layer in enumerate(layers(counts), start=1)
    )
    return Step(rule=Rule.AGREEMENT, section=SIDES, terms=terms, operation=Operation.WEIGHTED_MEAN, result=agreement)


def _tension(basis: Basis, shown: ItemShown) -> Iterator[Step]:
    """How much it is worth talking about, and because of what; with one respondent there is nothing."""
    for topic in basis.result.talk.discuss_first:
        if topic.item == shown.id:
            yield Step(rule=Rule.TENSION, section=SIDES, result=topic.tension, decides=topic.reason.value)


def _gains(basis: Basis, shown: ItemShown) -> list[Step]:
    """What would be gained if the item were at 75."""
    moves = basis.result.talk.moves_most
    move = None if isinstance(moves, Withheld) else next((one for one in moves if one.item == shown.id), None)
    if move is None or shown.score is None:
        return []
    to_move, weight = GOOD_ENOUGH - shown.score, basis.scores[shown.id].weight
    dimension = basis.dimension_rule(shown.dimension).items
    weights = sum(term.weight or 0.0 for term in basis.item_terms(dimension))
    steps = [
        Step(
            rule=Rule.TO_MOVE,
            section=VERDICT,
            terms=(figure("good_enough", GOOD_ENOUGH), figure("score", shown.score)),
            operation=Operation.DIFFERENCE,
            result=to_move,
        ),
        _share(Rule.GAIN_OF_DIMENSION, shown.dimension, to_move, weight, weights),
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
