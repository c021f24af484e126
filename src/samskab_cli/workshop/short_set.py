"""A question set cut down to a few statements, to try out how a workshop is held."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from samskab_cli.model.judging import Part
from samskab_cli.model.question_set import QuestionSet


def first_of_each_dimension(question_set: QuestionSet, number: int) -> QuestionSet:
    """The first item of each of the first dimensions; gates and indicators keep the parts that are about them."""
    dimensions = tuple(
        dimension.model_copy(update={"items": dimension.items[:1]}) for dimension in question_set.dimensions[:number]
    )
    items = {item.id for dimension in dimensions for item in dimension.items}
    gates = ((gate, tuple(_parts(gate.parts, items))) for gate in question_set.gates)
    indicators = ((one, tuple(_parts(one.parts, items))) for one in question_set.indicators)
    return _changed(
        question_set,
        dimensions=dimensions,
        gates=tuple(gate.model_copy(update={"parts": parts}) for gate, parts in gates if parts),
        indicators=tuple(one.model_copy(update={"parts": parts}) for one, parts in indicators if parts),
    )


def _changed(question_set: QuestionSet, **changes: object) -> QuestionSet:
    """Made anew: a copy would keep what the whole set has counted of itself."""
    values = {name: getattr(question_set, name) for name in type(question_set).model_fields}
    return QuestionSet.model_construct(**values | changes)


def _parts(parts: Collection[Part], items: Collection[str]) -> Iterator[Part]:
    for part in parts:
        kept = tuple(item for item in part.items if item in items)
        if kept:
            yield part.model_copy(update={"items": kept})
