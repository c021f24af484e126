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
    some = next(iter(found.values()))
    people = sum(findings.respondents for findings in found.values())
    smallest = min_group or default_min_group(some.answers, people)
    sums = _sums(found, columns, some.question_set)
    roleless = {g: Reason.MIN_GROUP for g in found if smallest > 1 and (None, ROLE) in zip(g, columns, strict=True)}
    hidden = withhold({group: (f.respondents,) for group, f in found.items()}, sums, smallest, roleless)
    rows: dict[Group, dict[str, Cell]] = {
        group: {**dict(zip(columns, group, strict=True)), "n": _or(hidden, group, f.respondents)}
        for group, f in found.items()
    }
    gone: dict[Group, Withheld | None] = dict.fromkeys(found)
    for dimension in some.dimensions:
        figures = {group: f.dimensions[dimension] for group, f in found.items()}
        without = withhold(_counts(figures), sums, smallest, hidden)
        for group, figure in figures.items():
            rows[group] |= _figure_cells(dimension, figure, without.get(group), ranges=ranges)
            gone[group] = gone[group] or _withheld(without.get(group))
    for group, findings in found.items():
        reason = gone[group].withheld if (gone[group] is not None) else None  # type: ignore[union-attr]  # narrowed
        rows[group] |= _figure_cells("overall", findings.overall, reason, ranges=ranges)
    for gate in some.gates:
        gates = {group: f.gates[gate] for group, f in found.items()}
        without = withhold(_gate_counts(gates), sums, smallest, hidden)
        for group, findings_of_gate in gates.items():
            rows[group] |= _figure_cells(gate, findings_of_gate.figure, without.get(group), ranges=ranges)
            rows[group][f"{gate}_state"] = _or(hidden, group, findings_of_gate.state.value)
    for group, findings in found.items():
        rows[group] |= {name: _or(hidden, group, cell) for name, cell in _counted(findings).items()}
    return list(rows.values())


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
