"""Which groups may be shown: nothing about fewer than `min_group` people, nor computable from what is (scoring §7)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from samskab_cli.model.result import Reason

Group = TypeVar("Group", bound=Hashable)


def withhold(
    counts: Mapping[Group, Sequence[int]],
    sums: Iterable[Collection[Group]],
    min_group: int,
    start: Mapping[Group, Reason],
) -> dict[Group, Reason]:
    """The groups to withhold, with the reason.

    counts: for each group the people behind its figure (n), then behind what the figure is made of, if that differs.
    sums: the groups that add up to something published or known; a group may stand in several sums.
    start: groups that are withheld whatever their size, such as those without a role.

    For every sum the hidden rest ends at 0 or at least `min_group` people, by each count.

    >>> withhold({"a": [5], "b": [2], "c": [6]}, [("a", "b", "c")], 5, {})
    {'b': <Reason.MIN_GROUP: 'min_group'>, 'a': <Reason.PROTECTS_ANOTHER: 'protects_another'>}
    """
    hidden = dict(start)
    if min_group > 1:
        hidden |= {group: Reason.MIN_GROUP for group, ns in counts.items() if ns[0] < min_group and group not in start}
    parted = [
        sorted((group for group in groups if group in counts), key=lambda g: (counts[g][0], str(g))) for groups in sums
    ]
    settled = False
    while not settled:
        settled = True
        for groups in parted:
            while _rest_is_exposed(counts, [group for group in groups if group in hidden], min_group):
                shown = [group for group in groups if group not in hidden]
                if not shown:
                    break
                hidden[shown[0]] = Reason.PROTECTS_ANOTHER
                settled = False
    return hidden


def _rest_is_exposed(counts: Mapping[Group, Sequence[int]], hidden: Sequence[Group], min_group: int) -> bool:
    """Whether subtracting the shown from the sum would give a figure about too few people."""
    totals = [sum(ns) for ns in zip(*(counts[group] for group in hidden), strict=True)]
    return any(0 < total < min_group for total in totals)
