"""Groups × sides: what of many results that are published together may be shown (scoring §7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from samskab_cli.model.findings import Figure, Findings
from samskab_cli.model.judging import Part
from samskab_cli.model.result import Reason
from samskab_cli.scoring.crossed import withhold_crossed
from samskab_cli.scoring.visibility import Across, Key, SideCounts, Visibility, part_key
from samskab_cli.scoring.withholding import withhold

Group = str | None
"""The value of the group column; None where it is empty."""
Line = tuple[object, ...]
"""A row or a column whose sum is known: a group or a side, or what is left of them, and which items it was asked."""
Hidden = Mapping[Group, Reason]


@dataclass(frozen=True)
class _Figures:
    """One figure of every side of every group."""

    counts: Mapping[Group, SideCounts]
    own: Mapping[Group, Mapping[str | None, Reason]]
    """What each group withholds by itself."""
    gone: Hidden
    """Groups of which nothing is shown."""
    unknown: Mapping[str | None, Reason]
    """Sides whose sum over all groups isn't published."""
    asked: Sequence[set[str | None]] = ()
    """For each item that not all are asked: the sides that are."""
    asked_in_groups: Sequence[set[str | None]] = ()
    """The same of the items that are shown of groups."""


class _Sides(NamedTuple):
    """Which sides of which groups are withheld in one figure."""

    hidden: dict[Group, dict[str | None, Reason]]
    safe: bool
    """False: something is left to be computed, as long as all these groups are shown."""


class _Withheld(NamedTuple):
    """What is withheld of all figures."""

    totals: dict[Key, Hidden]
    cells: dict[Key, dict[Group, dict[str | None, Reason]]]


@dataclass(frozen=True)
class Groups:
    """The findings of all groups, and what of them is withheld."""

    found: Mapping[Group, Findings]
    everybody: Findings
    min_group: int
    roles: bool
    """Whether the groups are roles: those without one are never shown."""

    @cached_property
    def hidden(self) -> dict[Group, Reason]:
        """Groups that are withheld as a whole: as many of the smallest as the sides of the others need."""
        hidden: dict[Group, Reason] = {}
        if self.roles and None in self.found and self.min_group > 1:
            hidden[None] = Reason.MIN_GROUP
        partial = [item.id for item in self.everybody.question_set.items if item.skip_roles]
        people: dict[Group, tuple[int, ...]] = {}
        for group, findings in self.found.items():
            not_asked = _not_asked(findings, partial)
            people[group] = (findings.respondents, *not_asked, *(findings.respondents - n for n in not_asked))
        while True:
            hidden = withhold(people, [people], self.min_group, hidden)
            shown = [group for group in people if group not in hidden]
            if not shown or self._people(hidden).safe:
                return hidden
            hidden[min(shown, key=lambda group: (people[group][0], group or ""))] = Reason.PROTECTS_ANOTHER

    def _people(self, hidden: Hidden) -> _Sides:
        """The sides of each group, by their number of people."""
        counts = {group: seen.people for group, seen in self._seen.items()}
        own = {group: seen.sides for group, seen in self._seen.items()}
        return self._table(_Figures(counts, own, hidden, self._all_seen.sides))

    def across(self, group: Group) -> Across:
        """What is withheld of one shown group for the sake of the others."""
        return Across(
            totals={key: hidden[group] for key, hidden in self._shown.totals.items() if group in hidden},
            sides=self._sides[group],
            cells={key: cells[group] for key, cells in self._shown.cells.items()},
        )

    @cached_property
    def _seen(self) -> dict[Group, Visibility]:
        """Each group as it would be seen alone."""
        return {group: Visibility(findings, self.min_group) for group, findings in self.found.items()}

    @cached_property
    def _all_seen(self) -> Visibility:
        return Visibility(self.everybody, self.min_group)

    @cached_property
    def _totals(self) -> dict[Key, Hidden]:
        """Figure of a group's everybody → the groups in which it is withheld."""
        totals: dict[Key, Hidden] = {("item", item): self._item(item) for item in self.everybody.items}
        for key, items, figures in self._figures():
            unsaid = [totals["item", item] for item in items]
            own: dict[Group, Reason | None] = {
                group: Reason.PROTECTS_ANOTHER for group in self.found if unsaid and all(group in one for one in unsaid)
            }
            counts = {
                group: (figure.n, *_not_asked(self.found[group], items))
                for group, figure in figures.items()
                if figure.members > 0  # groups where nobody has it give nobody away
            }
            totals[key] = self._withheld(counts, own)
        return totals

    def _item(self, item: str) -> Hidden:
        """The groups in which an item is withheld.

        Of one that some roles aren't asked it is all or none: those who are asked it and those who aren't would be
        known as sums over the groups that withhold it, beside their sides that are shown, and few could be left.
        """
        own = {group: seen.item(item) for group, seen in self._seen.items()}
        figures = {group: findings.items[item] for group, findings in self.found.items()}
        hidden = self._withheld({group: (one.n,) for group, one in figures.items() if one.applicable}, own)
        partial = bool(self.everybody.question_set.item_by_id[item].skip_roles)
        if not partial or hidden.keys() <= self.hidden.keys():
            return hidden
        return {group: hidden.get(group, Reason.PROTECTS_ANOTHER) for group in self.found}

    def _figures(self) -> Iterator[tuple[Key, list[str], dict[Group, Figure]]]:
        """Every dimension and part: its items that were asked, and its figure of each group."""
        qs, asked = self.everybody.question_set, self.everybody.items
        for dimension in qs.dimensions:
            if dimension.id in self.everybody.dimensions:
                figures = {group: findings.dimensions[dimension.id] for group, findings in self.found.items()}
                yield ("dimension", dimension.id), [item.id for item in dimension.items if item.id in asked], figures
        of_parts: dict[Key, dict[Group, Figure]] = defaultdict(dict)
        parts: dict[Key, list[str]] = {}
        for group, findings in self.found.items():
            for part, figure in _parts(findings):
                of_parts[part_key(part)][group] = figure
                parts[part_key(part)] = [item for item in part.items if item in asked]
        yield from ((key, items, of_parts[key]) for key, items in parts.items())

    def _withheld(
        self, counts: Mapping[Group, tuple[int, ...]], own: Mapping[Group, Reason | None]
    ) -> dict[Group, Reason]:
        """The groups to withhold in one figure. own: what each withholds by itself."""
        start = {group: reason for group, reason in own.items() if reason is not None}
        return withhold(counts, [counts], self.min_group, start | self.hidden)

    @cached_property
    def _sides(self) -> dict[Group, dict[str | None, Reason]]:
        """Group → its sides that are withheld as a whole."""
        return self._people(self.hidden).hidden

    @cached_property
    def _shown(self) -> _Withheld:
        """Every figure's groups and sides. Where hiding sides isn't enough, the figure is shown of no group."""
        everybody, totals = self.everybody, dict(self._totals)
        keys: list[Key] = [("dimension", dimension) for dimension in everybody.dimensions]
        keys += [("gate", gate) for gate in everybody.gates]
        keys += [("item", item) for item in everybody.items]
        cells: dict[Key, dict[Group, dict[str | None, Reason]]] = {}
        for key in keys:
            sides = self._sides_in(key, totals)
            if not sides.safe:
                for part in self._made_of(key):
                    everywhere = dict.fromkeys(self.found, Reason.PROTECTS_ANOTHER)
                    totals[part] = {**everywhere, **totals.get(part, {})}
                sides = self._sides_in(key, totals)
            cells[key] = sides.hidden
        return _Withheld(totals, cells)

    def _made_of(self, key: Key) -> list[Key]:
        """The figures whose totals a figure's total is: a gate's parts, else itself."""
        kind, id_ = key
        if kind != "gate":
            return [key]
        return [part_key(part) for gate in self.everybody.question_set.gates if gate.id == id_ for part in gate.parts]

    def _sides_in(self, key: Key, totals: Mapping[Key, Hidden]) -> _Sides:
        """The sides of each group in one figure; none where its total isn't shown."""
        gone: dict[Group, Reason] = dict(self.hidden)
        for part in self._made_of(key):
            gone |= totals.get(part, {})
        counts = {group: seen.side_counts(key) for group, seen in self._seen.items()}
        own = {group: {**self._sides[group], **seen.hidden_sides(key)} for group, seen in self._seen.items()}
        everybody = self._all_seen
        asked = {
            item: sides
            for dimension in sorted(everybody.dimensions_of(key))
            for item, sides in everybody.asked.get(dimension, {}).items()
        }
        in_groups = [sides for item, sides in asked.items() if len(totals["item", item]) < len(self.found)]
        unknown = everybody.hidden_sides(key)
        return self._table(_Figures(counts, own, gone, unknown, list(asked.values()), in_groups))

    def _table(self, figures: _Figures) -> _Sides:
        """Group → sides withheld in one figure."""
        row_of, column_of = self._lines(figures)
        gone, own = figures.gone, figures.own
        cells: dict[tuple[Line, Line], tuple[int, ...]] = {}
        start: dict[tuple[Line, Line], Reason] = {}
        for group, sides in figures.counts.items():
            for side, ns in sides.items():
                cell = (row_of[group, side], column_of[side])
                cells[cell] = tuple(map(sum, zip(cells[cell], ns, strict=True))) if cell in cells else ns
                reason = gone.get(group) or own[group].get(side)
                if reason is not None:
                    start[cell] = reason
        hidden, safe = withhold_crossed(cells, self.min_group, start)
        sides_of = {
            group: {
                side: own[group].get(side) or gone.get(group) or hidden[row_of[group, side], column_of[side]]
                for side in sides
                if (row_of[group, side], column_of[side]) in hidden
            }
            for group, sides in figures.counts.items()
        }
        return _Sides(sides_of, safe)

    def _lines(self, figures: _Figures) -> tuple[dict[tuple[Group, str | None], Line], dict[str | None, Line]]:
        """The row of each cell and the column of each side: groups and sides, or all that aren't shown as one.

        Who is asked an item and who isn't are known as two sums, where both are enough people to be shown.
        """
        counts, gone, unknown = figures.counts, figures.gone, figures.unknown
        of_rows: dict[Line, dict[str | None, int]] = defaultdict(lambda: defaultdict(int))
        of_rest: dict[str | None, int] = defaultdict(int)
        rows: dict[Group, Line] = {group: ("rest",) if group in gone else ("group", group) for group in counts}
        for group, sides in counts.items():
            for side, ns in sides.items():
                of_rows[rows[group]][side] += ns[0]
                of_rest[side] += ns[0] if side in unknown else 0
        parts = {row: self._parted(sides, figures.asked_in_groups) for row, sides in of_rows.items()}
        rest = self._parted(of_rest, figures.asked)
        row_of = {(g, side): (*rows[g], *parts[rows[g]][side]) for g, sides in counts.items() for side in sides}
        column_of: dict[str | None, Line] = {
            side: ("rest", *rest[side]) if side in unknown else ("side", side) for side in of_rest
        }
        return row_of, column_of

    def _parted(
        self, sides: Mapping[str | None, int], asked: Iterable[set[str | None]]
    ) -> dict[str | None, tuple[bool, ...]]:
        """Side → which of the parts it is in that are known by themselves."""
        parts: dict[str | None, tuple[bool, ...]] = dict.fromkeys(sides, ())
        for some in asked:
            finer = {side: (*part, side in some) for side, part in parts.items()}
            people: dict[tuple[bool, ...], int] = defaultdict(int)
            for side, part in finer.items():
                people[part] += sides[side]
            if all(n == 0 or n >= self.min_group for n in people.values()):
                parts = finer
        return parts


def _not_asked(findings: Findings, items: Iterable[str]) -> tuple[int, ...]:
    """People who weren't asked, an item: all of a dimension less its items would be their own figure."""
    set_items = findings.question_set.item_by_id
    asked = (item for item in items if item in findings.items and set_items[item].skip_roles)
    return tuple(findings.items[item].not_asked for item in asked)


def _parts(findings: Findings) -> Iterator[tuple[Part, Figure]]:
    """Every part of a gate or an indicator that was asked, with its figure."""
    qs = findings.question_set
    for gate in qs.gates:
        figures = findings.gates[gate.id].parts
        yield from ((part, figures[part.id]) for part in gate.parts if part.id in figures)
    for indicator in qs.indicators:
        shown = findings.indicators.get(indicator.id, {})
        yield from ((part, shown[part.id]) for part in indicator.parts if part.id in shown)
