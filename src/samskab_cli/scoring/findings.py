"""`Findings` of one crowd: items, dimensions, overall, gates, indicators, verdict, sides, gaps, moves (scoring §2–§6).

Computed as it is asked for: a table of many groups needs no ranges, indicators or moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.model.findings import End, Figure, GateFindings, Move, SideFindings
from samskab_cli.model.judging import Cutoffs, GateState, Level
from samskab_cli.model.tables import ShownTables, Tables
from samskab_cli.scoring.asked_items import Asked, Items
from samskab_cli.scoring.figures import ItemScore, figure, item_scores, overall
from samskab_cli.scoring.gates import gate_figure, gate_range, judge_gate
from samskab_cli.scoring.verdict import caps_at, moves, verdict_level, verdict_range


@dataclass(frozen=True)
class Findings:
    """One crowd, scored."""

    asked: Asked
    """The set as it was asked, without items that are left out."""
    tables: ShownTables

    @cached_property
    def items(self) -> dict[str, ItemScore]:
        """Item id → its score of everybody."""
        return item_scores(self.asked, self.tables.everybody)

    @cached_property
    def dimensions(self) -> dict[str, Figure]:
        """Dimension id → figure of everybody; dimensions none of whose items was asked are left out."""
        least = self.asked.min_answered
        return {of: figure(self.asked, self.items, items, least[of]) for of, items in self.asked.dimensions.items()}

    @cached_property
    def overall(self) -> Figure:
        """Mean of the dimensions."""
        return overall(self.dimensions.values())

    @cached_property
    def _parts(self) -> dict[str, dict[str, Figure]]:
        return {gate: self._figures(parts) for gate, parts in self.asked.gates.items()}

    @cached_property
    def gates(self) -> dict[str, GateFindings]:
        """Gate id → what it says of everybody."""
        return {
            gate.id: judge_gate(self.asked, gate, self.tables, self._parts[gate.id])
            for gate in self.asked.question_set.gates
        }

    @cached_property
    def gate_ranges(self) -> dict[str, tuple[GateState, GateState]]:
        """Gate id → its state with every unknown answer at the bottom, at the top."""
        return {
            gate.id: gate_range(self.asked, gate, self.tables, self._parts[gate.id])
            for gate in self.asked.question_set.gates
        }

    @cached_property
    def indicators(self) -> dict[str, dict[str, Figure]]:
        """Indicator id → part id → figure; parts and indicators none of whose items was asked are left out."""
        return {indicator: self._figures(parts) for indicator, parts in self.asked.indicators.items() if parts}

    @property
    def cutoffs(self) -> Cutoffs:
        """What the levels demand. Raises ValueError for a set without a verdict."""
        if self.asked.question_set.cutoffs is None:
            raise ValueError("the set has no verdict")
        return self.asked.question_set.cutoffs

    def caps(self, end: End) -> list[Level]:
        """The levels that low indicators don't let the verdict pass, at one end."""
        return caps_at(end, self.asked.question_set.indicators, self.indicators)

    @cached_property
    def level(self) -> Level:
        """The verdict, as answered. Raises ValueError for a set without one."""
        cutoffs = self.cutoffs
        return verdict_level(self.dimensions.values(), self.gates.values(), cutoffs, self.caps(End.SCORE))

    @cached_property
    def range(self) -> tuple[Level, Level]:
        """Worst, best; ordered and widened to hold the level. Raises ValueError for a set without a verdict."""
        cutoffs = self.cutoffs
        caps = self.caps(End.LOW), self.caps(End.HIGH)
        return verdict_range(self.dimensions.values(), self.gate_ranges.values(), cutoffs, self.level, caps)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """All items with a score below 75, ranked."""
        return moves(self.asked, self.items, self.gates)

    @cached_property
    def side_items(self) -> dict[str, dict[str, ItemScore]]:
        """Shown side id → item id → score, of the items that have side figures."""
        return {side: item_scores(self.asked, tables) for side, tables in self.tables.sides.items()}

    @cached_property
    def sides(self) -> dict[str, SideFindings]:
        """Shown side id → its figures."""
        return {
            side: self._side(items, tables)
            for (side, tables), items in zip(self.tables.sides.items(), self.side_items.values(), strict=True)
        }

    def _figures(self, named: Mapping[str, Items]) -> dict[str, Figure]:
        return {name: figure(self.asked, self.items, items) for name, items in named.items()}

    def _side(self, scores: Mapping[str, ItemScore], tables: Tables) -> SideFindings:
        def compared(named: Mapping[str, Items], least: Mapping[str, float]) -> dict[str, Figure]:
            lists = {name: [i for i in self.asked.comparable(items) if i in tables] for name, items in named.items()}
            return {name: figure(self.asked, scores, of, least.get(name)) for name, of in lists.items() if of}

        dimensions = compared(self.asked.dimensions, self.asked.min_answered)
        parts = {gate: compared(of, {}) for gate, of in self.asked.gates.items()}
        needed = [dimensions.get(dimension) for dimension, of in self.dimensions.items() if of.applicable]
        values = [one.score for one in needed if one is not None and one.score is not None]
        return SideFindings(
            dimensions=dimensions,
            gates={gate: gate_figure(of.values()) for gate, of in parts.items() if of},
            overall=sum(values) / len(values) if values and len(values) == len(needed) else None,
        )
