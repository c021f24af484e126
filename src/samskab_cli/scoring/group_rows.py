"""The rows of `score --by`: one group a row, with nothing in them about fewer than `min_group` people (scoring §7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import product

from samskab_cli.model.answers import ROLE
from samskab_cli.model.findings import Figure, Findings, GateFindings
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Reason, Withheld
from samskab_cli.scoring.disclosure import default_min_group
from samskab_cli.scoring.visibility import widened
from samskab_cli.scoring.withholding import withhold

Group = tuple[str | None, ...]
"""The values of the group columns."""
Cell = str | float | int | Withheld | None
Hidden = Mapping[Group, Reason]


def disclose_groups(
    found: Mapping[Group, Findings], columns: Sequence[str], min_group: int | None = None, *, ranges: bool = False
) -> list[dict[str, Cell]]:
    """One row a group, in the order of `found`: the columns of `samskab score --by` in order.

    found: the findings of each group, as if it were the file. columns: names of the group columns, `role` among them.
    ranges: with the low and high figures.
    """
    if not found:
        return []
    table = _Table(found, columns, min_group)
    rows: dict[Group, dict[str, Cell]] = {
        group: {**dict(zip(columns, group, strict=True)), "n": _or(table.hidden, group, f.respondents)}
        for group, f in found.items()
    }
    some = next(iter(found.values()))
    reasons: dict[Group, Reason] = {}
    for dimension in some.dimensions:
        figures = {group: f.dimensions[dimension] for group, f in found.items()}
        hidden = table.hidden_of(_counts(figures))
        reasons = hidden | reasons  # the first dimension that is withheld gives the overall's reason
        for group, figure in figures.items():
            rows[group] |= _figure_cells(dimension, figure, hidden.get(group), ranges=ranges)
    for group, findings in found.items():
        rows[group] |= _figure_cells("overall", findings.overall, reasons.get(group), ranges=ranges)
    for gate in some.gates:
        gates = {group: f.gates[gate] for group, f in found.items()}
        hidden = table.hidden_of(_gate_counts(gates))
        for group, of in gates.items():
            rows[group] |= _figure_cells(gate, of.figure, hidden.get(group), ranges=ranges)
            rows[group][f"{gate}_state"] = _or(table.hidden, group, of.state.value)
    for group, findings in found.items():
        rows[group] |= {name: _or(table.hidden, group, cell) for name, cell in _counted(findings).items()}
    return list(rows.values())


class _Table:
    """Which groups of a table are withheld: all of one, or a figure of it."""

    def __init__(self, found: Mapping[Group, Findings], columns: Sequence[str], min_group: int | None) -> None:
        some = next(iter(found.values()))
        people = {group: findings.respondents for group, findings in found.items()}
        self._sums = _sums(found, columns, some.question_set)
        self._min_group = min_group or default_min_group(some.answers, sum(people.values()))
        # Those without a role are never a group of their own, whatever their number.
        roleless = [group for group in found if (None, ROLE) in zip(group, columns, strict=True)]
        start = dict.fromkeys(roleless if self._min_group > 1 else (), Reason.MIN_GROUP)
        self.hidden: Hidden = withhold({g: (n,) for g, n in people.items()}, self._sums, self._min_group, start)

    def hidden_of(self, counts: Mapping[Group, tuple[int, ...]]) -> dict[Group, Reason]:
        """The groups that are withheld in one figure."""
        return withhold(counts, self._sums, self._min_group, self.hidden)


def _sums(groups: Collection[Group], columns: Sequence[str], question_set: QuestionSet) -> list[list[Group]]:
    """The groups that add up to something known: over each column, and roles over their side."""

    def wider(column: str, value: str | None) -> list[tuple[str, str | None]]:
        side = [("side", question_set.side_of.get(value))] if column == ROLE and value is not None else []
        return [("value", value), *side, ("all", None)]

    sums: dict[tuple[tuple[str, str | None], ...], list[Group]] = defaultdict(list)
    for group in groups:
        for key in product(*(wider(column, value) for column, value in zip(columns, group, strict=True))):
            sums[key].append(group)
    return [members for key, members in sums.items() if any(kind != "value" for kind, _ in key)]


def _counts(figures: Mapping[Group, Figure]) -> dict[Group, tuple[int, ...]]:
    """People behind a figure; groups where nobody has it give nobody away."""
    return {group: (figure.n,) for group, figure in figures.items() if figure.members > 0}


def _gate_counts(gates: Mapping[Group, GateFindings]) -> dict[Group, tuple[int, ...]]:
    """People behind a gate, then behind each of its parts: the gate's n is only the smallest of them."""
    return {
        group: (gate.figure.n, *(part.n for part in gate.parts.values()))
        for group, gate in gates.items()
        if any(part.members > 0 for part in gate.parts.values())
    }


def _figure_cells(name: str, figure: Figure, reason: Reason | None, *, ranges: bool) -> dict[str, Cell]:
    gone = _withheld(reason)
    low, high = widened(figure)
    cells: dict[str, Cell] = {name: gone or figure.score}
    return cells | ({f"{name}_low": gone or low, f"{name}_high": gone or high} if ranges else {})


def _counted(findings: Findings) -> dict[str, Cell]:
    items = findings.items.values()
    return {
        "verdict": findings.level.value,
        "answered": sum(item.n for item in items),
        "unsure": sum(item.unsure for item in items),
        "not_relevant": sum(item.not_relevant for item in items),
        "blank": sum(item.blank for item in items),
        "invalid": sum(item.invalid for item in items),
    }


def _withheld(reason: Reason | None) -> Withheld | None:
    return Withheld(withheld=reason) if reason else None


def _or(hidden: Hidden, group: Group, cell: Cell) -> Cell:
    return _withheld(hidden.get(group)) or cell
