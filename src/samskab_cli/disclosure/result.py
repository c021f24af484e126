"""The only place that makes a `Result`: verdict, gates, dimensions, items, gaps, moves, each shown or `Withheld`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from samskab_cli import __version__
from samskab_cli.disclosure.answers_shown import answers_shown
from samskab_cli.disclosure.blockers import held_back
from samskab_cli.disclosure.conclusions import concluded, what_to_discuss, who_stands_out
from samskab_cli.disclosure.min_group import default_min_group
from samskab_cli.disclosure.shown_tables import Disclosed, shown_tables
from samskab_cli.model.answers import Answers
from samskab_cli.model.answers_shown import RoomShown
from samskab_cli.model.figures_shown import (
    DimensionShown,
    GateShown,
    IndicatorShown,
    ItemShown,
    OverallShown,
    PartShown,
    SideFigure,
    SideOverall,
    Sides,
    TableShown,
)
from samskab_cli.model.findings import Figure, GateFindings
from samskab_cli.model.judging import Gate, Indicator, Level, Part
from samskab_cli.model.published import Withheld
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.result import ContextShown, Provisional, QuestionSetRef, Result
from samskab_cli.model.rules import GOOD_ENOUGH, at_least
from samskab_cli.model.rules_shown import CapRule, DimensionRule, GateRule, ItemRule, PartRule, RulesShown
from samskab_cli.model.suppression import Reason
from samskab_cli.model.tables import ItemTable
from samskab_cli.model.verdict_shown import MoveShown, VerdictShown, WithoutVerdictShown
from samskab_cli.scoring.agreement import agreement
from samskab_cli.scoring.asked_items import Asked, Items
from samskab_cli.scoring.crowd import Crowd
from samskab_cli.scoring.engine import crowd as crowd_of
from samskab_cli.scoring.figures import ItemScore
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.side_levels import choose_sides
from samskab_cli.scoring.verdict import level_of_dimension

MOVES_SHOWN = 5
_TOO_FEW = Withheld(withheld=Reason.MIN_GROUP)


def score(question_set: QuestionSet, answers: Answers, min_group: int | None = None) -> Result:
    """What may be shown of one answer set. min_group: people, at least 1; None: what the session or its mode says."""
    crowd = crowd_of(question_set, answers)
    smallest = min_group or default_min_group(answers, crowd.people.most)
    disclosed = shown_tables(
        Asked.of(question_set, answers), crowd, choose_sides(question_set, crowd, smallest), smallest
    )
    return result(answers, crowd, disclosed, smallest)


def result(answers: Answers, crowd: Crowd, disclosed: Disclosed, min_group: int) -> Result:
    """One crowd as it may be shown. crowd: for its numbers of people alone."""
    findings, qs = disclosed.findings, disclosed.asked.question_set
    provisional = _provisional(answers, disclosed)
    items = _items(answers, findings) if findings else ()
    return Result(
        generated_by=f"samskab {__version__}",
        question_set=QuestionSetRef(id=qs.id, version=qs.version, sha256=qs.sha256),
        context=ContextShown(**answers.context.model_dump()),
        mode=answers.mode,
        finished=answers.finished,
        provisional=provisional,
        answers=answers_shown(answers, crowd, disclosed, min_group),
        rules=_rules(findings.asked if findings else disclosed.asked),
        min_group=min_group,
        verdict=_verdict(findings, provisional) if qs.verdict else None,
        without_verdict=None if qs.verdict else _without_verdict(findings),
        overall=_overall(findings),
        dimensions=_dimensions(disclosed.asked, findings),
        gates=tuple(_gate(gate, findings, disclosed.asked) for gate in qs.gates),
        items=items,
        indicators=_indicators(findings),
        room=_room(answers, items),
    )


def _provisional(answers: Answers, disclosed: Disclosed) -> Provisional | None:
    kept = {item.id for item in disclosed.asked.items} - set(disclosed.left_out)
    without = tuple(item.id for item in disclosed.asked.question_set.items if item.id not in kept)
    if not without:
        return None
    if answers.quick:
        return Provisional(reason="quick", items_not_asked=without)
    return Provisional(reason="missing_items" if answers.missing_items else "few_asked", items_not_asked=without)


def _rules(asked: Asked) -> RulesShown:
    qs = asked.question_set
    return RulesShown(
        values=qs.scale.values,
        min_answered=qs.min_answered,
        items=tuple(
            ItemRule(
                id=item.id,
                dimension=qs.dimension_of[item.id].id,
                weight=item.weight,
                reverse=item.reverse,
                partly_asked=bool(item.skip_roles),
                values=None if asked.scales[item.id] is qs.scale else asked.scales[item.id].values,
            )
            for item in asked.items
        ),
        dimensions=tuple(
            DimensionRule(
                id=dimension.id,
                items=asked.dimensions[dimension.id],
                min_answered=asked.min_answered[dimension.id],
                raw=dimension.raw,
            )
            for dimension in qs.dimensions
            if dimension.id in asked.dimensions
        ),
        gates=tuple(
            GateRule(
                id=gate.id,
                pass_at=gate.pass_at,
                fail_below=gate.fail_below,
                contested_gap=gate.contested_gap,
                parts=_part_rules(asked.gates[gate.id]),
            )
            for gate in qs.gates
        ),
        caps=tuple(
            CapRule(id=one.id, below=one.caps.below, level=one.caps.level, parts=_part_rules(asked.indicators[one.id]))
            for one in qs.indicators
            if one.caps
        ),
        cutoffs=qs.cutoffs,
    )


def _part_rules(parts: Mapping[str, Items]) -> tuple[PartRule, ...]:
    return tuple(PartRule(id=part, items=items) for part, items in parts.items())


def _dimensions(asked: Asked, findings: Findings | None) -> tuple[DimensionShown, ...]:
    if findings is None:
        gone = dict.fromkeys(("score", "low", "high", "n", "level"), _TOO_FEW)
        raw = dict.fromkeys(asked.raw_figures, _TOO_FEW)
        return tuple(
            DimensionShown(id=dimension, **gone, raw=raw.get(dimension), sides={}, gap=None)
            for dimension in asked.dimensions
        )
    return tuple(_dimension(findings, dimension, figure) for dimension, figure in findings.dimensions.items())


def _dimension(findings: Findings, dimension: str, figure: Figure) -> DimensionShown:
    sides = _sides({side: of.dimensions.get(dimension) for side, of in findings.sides.items()})
    low, high = figure.widened
    cutoffs = findings.asked.question_set.cutoffs
    return DimensionShown(
        id=dimension,
        score=figure.score,
        low=low,
        high=high,
        n=figure.n,
        level=None if figure.score is None or cutoffs is None else level_of_dimension(figure.score, cutoffs),
        raw=raw.of(figure.score) if (raw := findings.asked.raw_figures.get(dimension)) else None,
        sides=sides,
        gap=_gap(side.score for side in sides.values()),
    )


def _overall(findings: Findings | None) -> OverallShown:
    if findings is None:
        return OverallShown(score=_TOO_FEW, low=_TOO_FEW, high=_TOO_FEW, sides={}, gap=None)
    low, high = findings.overall.widened
    return OverallShown(
        score=findings.overall.score,
        low=low,
        high=high,
        sides={side: SideOverall(score=of.overall) for side, of in findings.sides.items()},
        gap=_gap(of.overall for of in findings.sides.values()),
    )


def _gate(gate: Gate, findings: Findings | None, asked: Asked) -> GateShown:
    if findings is None:
        parts = tuple(PartShown(id=part, score=_TOO_FEW) for part in asked.gates[gate.id])
        gone = dict.fromkeys(("state", "reason", "range", "score", "low", "high", "n", "weakest"), _TOO_FEW)
        return GateShown(id=gate.id, **gone, parts=parts, sides={}, gap=None, apart=(), split=None, split_limit=None)
    found: GateFindings = findings.gates[gate.id]
    sides = _sides({side: of.gates.get(gate.id) for side, of in findings.sides.items()})
    low, high = found.figure.widened
    return GateShown(
        id=gate.id,
        state=found.state,
        reason=found.reason,
        range=findings.gate_ranges[gate.id],
        score=found.figure.score,
        low=low,
        high=high,
        n=found.figure.n,
        parts=_parts(gate.parts, found.parts),
        weakest=found.weakest,
        sides=sides,
        gap=_gap(side.score for side in sides.values()),
        apart=found.apart,
        split=found.split,
        split_limit=found.split_limit,
    )


def _items(answers: Answers, findings: Findings) -> tuple[ItemShown, ...]:
    agreed = answers.room.agreed if answers.room else {}
    return tuple(_item(findings, item, agreed.get(item.id)) for item in findings.asked.items)


def _item(findings: Findings, item: Item, agreed: int | None) -> ItemShown:
    table = findings.tables.everybody[item.id]
    sides = {
        side: _table(tables[item.id], findings.side_items[side][item.id])
        for side, tables in findings.tables.sides.items()
        if item.id in tables
    }
    hidden = Withheld(withheld=Reason.REST_UNANIMOUS)
    shown: dict[str, TableShown | Withheld] = dict(sides) or dict.fromkeys(findings.tables.sides, hidden)
    return ItemShown(
        **dict(_table(table, findings.items[item.id])),
        id=item.id,
        dimension=findings.asked.question_set.dimension_of[item.id].id,
        agreement=agreement(table.counts) if table.n > 1 else None,
        sides=shown,
        gap=_gap(one.score for one in sides.values()),
        agreed=agreed,
    )


def _table(table: ItemTable, one: ItemScore) -> TableShown:
    return TableShown(**table._asdict(), n=one.n, score=one.score)


def _verdict(findings: Findings | None, provisional: Provisional | None) -> VerdictShown:
    if findings is None:
        gone = dict.fromkeys(("level", "range", "firm", "held_back_by", "moves_most"), _TOO_FEW)
        return VerdictShown(**gone, sure=None, sure_reason=None, near=(), stands_out=(), discuss_first=())
    conclusions = concluded(findings)
    level: Level = findings.level
    return VerdictShown(
        level=level,
        range=findings.range,
        firm=provisional is None and findings.range == (level, level),
        held_back_by=held_back(findings),
        sure=conclusions.certainty.sure,
        sure_reason=conclusions.certainty.reason,
        near=conclusions.near,
        stands_out=conclusions.stands_out,
        moves_most=_moves(findings),
        discuss_first=conclusions.discuss_first,
    )


def _without_verdict(findings: Findings | None) -> WithoutVerdictShown:
    if findings is None:
        return WithoutVerdictShown(stands_out=(), moves_most=_TOO_FEW, discuss_first=())
    return WithoutVerdictShown(
        stands_out=who_stands_out(findings), moves_most=_moves(findings), discuss_first=what_to_discuss(findings)
    )


def _moves(findings: Findings) -> tuple[MoveShown, ...]:
    return tuple(
        MoveShown(item=move.item, dimension_gain=move.dimension_gain, gate_gain=move.gate_gain)
        for move in findings.moves[:MOVES_SHOWN]
    )


def _parts(parts: Iterable[Part], figures: Mapping[str, Figure]) -> tuple[PartShown, ...]:
    return tuple(PartShown(id=part.id, score=figures[part.id].score) for part in parts if part.id in figures)


def _indicators(findings: Findings | None) -> tuple[IndicatorShown, ...]:
    if findings is None:
        return ()
    return tuple(
        _indicator(indicator, findings.indicators[indicator.id])
        for indicator in findings.asked.question_set.indicators
        if indicator.id in findings.indicators
    )


def _indicator(indicator: Indicator, figures: Mapping[str, Figure]) -> IndicatorShown:
    parts = _parts(indicator.parts, figures)
    scored = [(figure.score, part) for part, figure in figures.items() if figure.score is not None]
    if not scored:
        return IndicatorShown(id=indicator.id, parts=parts, lowest=None, level=None)
    lowest, part = min(scored, key=lambda one: one[0])  # the first of equal ones
    reached = [level.at_least for level in indicator.levels if at_least(lowest, level.at_least)]
    return IndicatorShown(id=indicator.id, parts=parts, lowest=part, level=max(reached, default=None))


def _sides(figures: Mapping[str, Figure | None]) -> Sides:
    return {side: SideFigure(score=one.score, n=one.n) for side, one in figures.items() if one is not None}


def _gap(scores: Iterable[float | None]) -> float | None:
    """Highest minus lowest, in points; None with fewer than two."""
    known = [score for score in scores if score is not None]
    return max(known) - min(known) if len(known) > 1 else None


def _room(answers: Answers, items: Sequence[ItemShown]) -> RoomShown | None:
    room = answers.room
    if room is None:
        return None
    high = {item.id for item in items if item.score is not None and at_least(item.score, GOOD_ENOUGH)}
    return RoomShown(
        notes=room.notes,
        evidence=room.evidence,
        dilemmas=room.dilemmas,
        actions=room.actions,
        followed=room.followed,
        next_date=room.next_date,
        highs=len(high),
        highs_with_evidence=len(high & {note.item for note in room.evidence}),
    )
