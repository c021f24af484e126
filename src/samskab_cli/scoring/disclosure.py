"""From what was computed to what may be shown (scoring §7): the only way from Findings to a Result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samskab_cli import __version__
from samskab_cli.model.answers import Answers, Mode
from samskab_cli.model.doubts import FROM_ANSWERS
from samskab_cli.model.findings import Figure, Findings, GateFindings
from samskab_cli.model.judging import Indicator, Part
from samskab_cli.model.question_set import Dimension, Item
from samskab_cli.model.result import (
    AnswersShown,
    Cells,
    ContextShown,
    DimensionShown,
    DoubtShown,
    GateShown,
    IndicatorShown,
    ItemShown,
    MoveShown,
    OverallShown,
    PartShown,
    Provisional,
    QuestionSetRef,
    Result,
    RoomShown,
    SideOverall,
    SidePeople,
    VerdictShown,
    Withheld,
)
from samskab_cli.scoring.agreement import agreement
from samskab_cli.scoring.discuss import Tension, discuss_first
from samskab_cli.scoring.held import held_back
from samskab_cli.scoring.tolerance import at_least
from samskab_cli.scoring.verdict import level_of_dimension, level_reached
from samskab_cli.scoring.visibility import Across, Visibility, gap, widened

HIGH = 75.0
"""An item score from here up is a high answer: it asks what it builds on."""
MOVES_SHOWN = 5
_OPEN, _USUAL = 1, 5


def default_min_group(answers: Answers, respondents: int) -> int:
    """The smallest group that is shown where nobody said otherwise: 1 in the room, 5 for answer files."""
    if answers.min_group is not None:
        return answers.min_group
    alone = answers.mode is Mode.INDIVIDUAL and respondents <= 1
    return _OPEN if alone or answers.mode in (Mode.VOTES, Mode.CONSENSUS) else _USUAL


def disclose(findings: Findings, min_group: int | None = None, across: Across | None = None) -> Result:
    """What may be shown of one answer set.

    min_group: people, at least 1; None: what the session or its mode says. across: what is withheld besides, for the
    sake of the answer sets that are published with it.
    """
    qs = findings.question_set
    seen = Visibility(findings, min_group or default_min_group(findings.answers, findings.respondents), across)
    items = tuple(_item(seen, item) for item in qs.items if item.id in findings.items)
    provisional = _provisional(findings)
    return Result(
        generated_by=f"samskab {__version__}",
        question_set=QuestionSetRef(id=qs.id, version=qs.version, sha256=qs.sha256),
        context=ContextShown(**findings.answers.context.model_dump()),
        mode=findings.answers.mode,
        finished=findings.answers.finished,
        provisional=provisional,
        answers=_answers(seen),
        min_group=seen.min_group,
        verdict=_verdict(seen, items, provisional),
        overall=_overall(seen),
        dimensions=tuple(_dimension(seen, d) for d in qs.dimensions if d.id in findings.dimensions),
        gates=tuple(_gate(seen, gate_id, gate) for gate_id, gate in findings.gates.items()),
        items=items,
        indicators=tuple(_indicator(seen, i) for i in qs.indicators if i.id in findings.indicators),
        room=_room(findings, items),
    )


def _provisional(findings: Findings) -> Provisional | None:
    not_asked = tuple(item.id for item in findings.question_set.items if item.id not in findings.items)
    if not not_asked:
        return None
    return Provisional(reason="quick" if findings.answers.quick else "missing_items", items_not_asked=not_asked)


def _answers(seen: Visibility) -> AnswersShown:
    found, qs = seen.findings, seen.findings.question_set
    items = found.items.values()
    return AnswersShown(
        respondents=found.respondents,
        unanswered=found.unanswered,
        incomplete=found.answers.incomplete,
        straight_lining=found.straight_lining,
        coverage=found.coverage,
        sides=tuple(
            SidePeople(id=side, withheld=seen.sides[side])
            if side in seen.sides
            else SidePeople(id=side, n=people.respondents)
            for side, people in found.sides.items()
        ),
        sides_choice=found.answers.sides_choice,
        missing_sides=tuple(side.id for side in qs.all_sides if found.sides and side.id not in found.sides),
        without_role=found.without_role,
        cells=Cells(
            value=sum(item.n for item in items),
            unsure=sum(item.unsure for item in items),
            not_relevant=sum(item.not_relevant for item in items),
            not_asked=sum(item.not_asked for item in items),
            not_reached=sum(item.not_reached for item in items),
            blank=sum(item.blank for item in items),
            invalid=sum(item.invalid for item in items),
        ),
        rejected=found.answers.rejected,
        doubts=tuple(_doubts(seen)),
    )


def _doubts(seen: Visibility) -> Iterator[DoubtShown]:
    """The doubts about the reading; what says something of people's answers only where there are enough of them."""
    few = seen.findings.respondents < seen.min_group
    for doubt in seen.findings.answers.doubts:
        if not (few and doubt.kind in FROM_ANSWERS):
            yield DoubtShown(kind=doubt.kind, count=doubt.count, where=doubt.where, text=doubt.text)


def _dimension(seen: Visibility, dimension: Dimension) -> DimensionShown:
    figure = seen.findings.dimensions[dimension.id]
    sides = seen.dimension_sides(dimension.id)
    cutoffs = seen.findings.question_set.verdict.cutoffs
    reason = seen.dimension(dimension.id)
    gone = Withheld(withheld=reason) if reason else None
    level = None if figure.score is None else level_of_dimension(figure.score, cutoffs)
    low, high = widened(figure)
    return DimensionShown(
        id=dimension.id,
        score=gone or figure.score,
        low=gone or low,
        high=gone or high,
        n=gone or figure.n,
        level=gone or level,
        sides=sides,
        gap=gap(sides),
    )


def _overall(seen: Visibility) -> OverallShown:
    figure = seen.findings.overall
    sides = {side: _side_overall(seen, side) for side in seen.findings.sides}
    scores = [side.score for side in sides.values() if isinstance(side, SideOverall) and side.score is not None]
    gone = Withheld(withheld=seen.overall) if seen.overall else None
    low, high = widened(figure)
    return OverallShown(
        score=gone or figure.score,
        low=gone or low,
        high=gone or high,
        sides=sides,
        gap=max(scores) - min(scores) if len(scores) > 1 else None,
    )


def _side_overall(seen: Visibility, side: str) -> SideOverall | Withheld:
    """A side's mean of its dimensions, unless one of them is withheld."""
    if side in seen.sides:
        return Withheld(withheld=seen.sides[side])
    figures = seen.findings.sides[side].dimensions
    shown = [seen.dimension_sides(dimension)[side] for dimension in figures]
    if withheld := [figure for figure in shown if isinstance(figure, Withheld)]:
        return withheld[0]
    applicable = [figure.score for figure in figures.values() if figure.applicable]
    scores = [score for score in applicable if score is not None]
    if not scores or len(scores) < len(applicable):
        return SideOverall(score=None, level=None)
    overall = sum(scores) / len(scores)
    level = level_reached(min(scores), overall, seen.findings.question_set.verdict.cutoffs)
    return SideOverall(score=overall, level=level)


def _gate(seen: Visibility, gate_id: str, gate: GateFindings) -> GateShown:
    sides = seen.gate_sides(gate_id)
    gate_parts = next(one.parts for one in seen.findings.question_set.gates if one.id == gate_id)
    parts = _parts(seen, gate_parts, gate.parts)
    said = Withheld(withheld=seen.total) if seen.total else None
    gone = next((part.score for part in parts if isinstance(part.score, Withheld)), said)
    low, high = widened(gate.figure)
    return GateShown(
        id=gate_id,
        state=said or gate.state,
        reason=said or gate.reason,
        range=said or gate.range,
        score=gone or gate.figure.score,
        low=gone or low,
        high=gone or high,
        n=gone or gate.figure.n,
        parts=parts,
        weakest=gone or gate.weakest,
        sides=sides,
        gap=gap(sides),
    )


def _item(seen: Visibility, item: Item) -> ItemShown:
    figure, room = seen.findings.items[item.id], seen.findings.answers.room
    sides = seen.item_sides(item.id)
    reason = seen.item(item.id)
    gone = Withheld(withheld=reason) if reason else None
    return ItemShown(
        id=item.id,
        dimension=seen.findings.question_set.dimension_of[item.id].id,
        counts=gone or figure.counts,
        unsure=figure.unsure,
        not_relevant=figure.not_relevant,
        not_asked=figure.not_asked,
        not_reached=figure.not_reached,
        blank=figure.blank,
        invalid=figure.invalid,
        score=gone or figure.score,
        agreement=gone or (agreement(figure.counts) if figure.n > 1 else None),
        sides=sides,
        gap=gap(sides),
        agreed=room.agreed.get(item.id) if room else None,
    )


def _verdict(seen: Visibility, items: tuple[ItemShown, ...], provisional: Provisional | None) -> VerdictShown:
    found = seen.findings
    discuss = discuss_first(_tension(seen, item) for item in items) if found.respondents > 1 else ()
    if seen.total:
        gone = Withheld(withheld=seen.total)
        return VerdictShown(
            level=gone, range=gone, firm=gone, held_back_by=gone, moves_most=gone, discuss_first=discuss
        )
    shown = {item.id for item in items if not isinstance(item.counts, Withheld)}
    moves = [move for move in found.moves if move.item in shown]
    return VerdictShown(
        level=found.level,
        range=found.range,
        firm=provisional is None and found.range == (found.level, found.level),
        held_back_by=held_back(
            found, {dimension: seen.dimension(dimension) for dimension in found.dimensions}, seen.overall
        ),
        moves_most=tuple(
            MoveShown(item=move.item, dimension_gain=move.dimension_gain, gate_gain=move.gate_gain)
            for move in moves[:MOVES_SHOWN]
        ),
        discuss_first=discuss,
    )


def _tension(seen: Visibility, item: ItemShown) -> Tension:
    """An item below `min_group` has nothing but its share of "don't know" to say."""
    found = seen.findings
    figure = found.items[item.id]
    shown = not isinstance(item.counts, Withheld)
    in_gate = any(item.id in part.items for gate in found.question_set.gates for part in gate.parts)
    return Tension(
        item=item.id,
        in_gate=in_gate,
        gap=item.gap / 100 if shown and item.gap is not None else None,
        disagreement=(1 - item.agreement) / 2 if isinstance(item.agreement, float) else None,
        unsure=figure.unsure / figure.applicable if figure.applicable else None,
    )


def _parts(seen: Visibility, parts: Sequence[Part], figures: Mapping[str, Figure]) -> tuple[PartShown, ...]:
    return tuple(PartShown(id=part.id, score=seen.part(part, figures[part.id])) for part in parts if part.id in figures)


def _indicator(seen: Visibility, indicator: Indicator) -> IndicatorShown:
    """A withheld part doesn't count for the lowest."""
    figures = seen.findings.indicators[indicator.id]
    parts = _parts(seen, indicator.parts, figures)
    scored = [(part.score, part.id) for part in parts if isinstance(part.score, float)]
    if not scored:
        return IndicatorShown(id=indicator.id, parts=parts, lowest=None, level=None)
    score, lowest = min(scored, key=lambda part: part[0])  # the first of equal ones
    reached = [level.at_least for level in indicator.levels if at_least(score, level.at_least)]
    return IndicatorShown(id=indicator.id, parts=parts, lowest=lowest, level=max(reached, default=None))


def _room(findings: Findings, items: tuple[ItemShown, ...]) -> RoomShown | None:
    room = findings.answers.room
    if room is None:
        return None
    high = {item.id for item in items if isinstance(item.score, float) and at_least(item.score, HIGH)}
    return RoomShown(
        notes=room.notes,
        evidence=room.evidence,
        dilemmas=room.dilemmas,
        actions=room.actions,
        next_date=room.next_date,
        highs=len(high),
        highs_with_evidence=len(high & {note.item for note in room.evidence}),
    )
