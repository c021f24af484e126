"""From people to findings: sides, dimensions, gates, indicators and the verdict of one answer set (scoring §3–§6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from samskab_cli.model.answers import Answers
from samskab_cli.model.findings import Figure, Findings, ItemFigure, SideFindings
from samskab_cli.scoring.asked import Asked, Items
from samskab_cli.scoring.gates import find_gate, gate_figure
from samskab_cli.scoring.people import Crowd, People
from samskab_cli.scoring.verdict import find_level, find_moves, find_overall, find_range


def assemble(asked: Asked, answers: Answers, crowd: Crowd) -> Findings:
    """Everything that is computed of one answer set."""
    question_set, everybody = asked.question_set, crowd.people(crowd.roles)
    by_side = _by_side(asked, crowd, everybody)
    sides = {side.id: by_side[side.id] for side in question_set.all_sides if side.id in by_side}
    roleless = by_side.get(None)
    dimensions = {d: everybody.figure(items, total=True) for d, items in asked.dimensions.items()}
    gates = {
        gate.id: find_gate(
            asked, gate, everybody, [side.gates[gate.id] for side in sides.values() if gate.id in side.gates]
        )
        for gate in question_set.gates
    }
    cutoffs = question_set.verdict.cutoffs
    level = find_level(dimensions.values(), gates.values(), cutoffs)
    return Findings(
        question_set=question_set,
        answers=answers,
        respondents=everybody.respondents,
        unanswered=crowd.unanswered,
        without_role=roleless.respondents if roleless else 0,
        straight_lining=crowd.straight_lining,
        coverage=_coverage(everybody.items),
        sides=sides,
        dimensions=dimensions,
        gates=gates,
        indicators=_indicators(asked, everybody),
        items=everybody.items,
        overall=find_overall(dimensions.values()),
        level=level,
        range=find_range(dimensions.values(), gates.values(), cutoffs, level),
        moves=find_moves(asked, everybody.items, gates),
        roleless=roleless,
    )


def _by_side(asked: Asked, crowd: Crowd, everybody: People) -> dict[str | None, SideFindings]:
    """Side id → its findings; under None those without a readable role."""
    roles: dict[str | None, set[str | None]] = defaultdict(set)
    for role in crowd.roles:
        roles[None if role is None else asked.question_set.side_of.get(role)].add(role)
    if len(roles) == 1:  # what is counted once needn't be counted again
        return {side: _side(asked, everybody) for side in roles}
    return {side: _side(asked, crowd.people(of)) for side, of in roles.items()}


def _side(asked: Asked, people: People) -> SideFindings:
    """One side's figures, over the items that every side was asked."""
    dimensions = {d: people.figure(own, total=False) for d, own in _comparable(asked, asked.dimensions).items()}
    parts = {
        gate: [people.figure(own, total=False) for own in _comparable(asked, of).values()]
        for gate, of in asked.gates.items()
    }
    return SideFindings(
        respondents=people.respondents,
        dimensions=dimensions,
        gates={gate: gate_figure(figures) for gate, figures in parts.items() if figures},
        items=people.items,
        part_counts={gate: tuple(figure.n for figure in figures) for gate, figures in parts.items() if figures},
    )


def _comparable(asked: Asked, named: Mapping[str, Items]) -> dict[str, Items]:
    """Without dimensions and parts that have no item that everybody is asked."""
    comparable = {name: asked.comparable(items) for name, items in named.items()}
    return {name: items for name, items in comparable.items() if items}


def _indicators(asked: Asked, everybody: People) -> dict[str, dict[str, Figure]]:
    return {
        indicator: {part: everybody.figure(items, total=True) for part, items in parts.items()}
        for indicator, parts in asked.indicators.items()
        if parts
    }


def _coverage(items: Mapping[str, ItemFigure]) -> float | None:
    applicable = sum(item.applicable for item in items.values())
    return sum(item.n for item in items.values()) / applicable if applicable else None
