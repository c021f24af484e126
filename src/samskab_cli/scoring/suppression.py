"""The one rule of hiding: groups below m, then the smallest beside them, with the reason of each (scoring §7).

Hiding a small group isn't enough where its sum with others is known: 13 people, of whom a (5) and c (6) are shown,
leave b (2) as the rest. So the smallest shown group is hidden too, until those hidden are nobody or `min_group` people
together. Statistics agencies call that complementary suppression. Where groups stand in several known sums, hiding one
for the sake of the first can leave too few in the second, so all are looked at again until nothing changes.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

from samskab_cli.model.suppression import Reason

Group = TypeVar("Group", bound=Hashable)


def suppressed(
    people: Mapping[Group, int], min_group: int, *, others: int = 0, start: Mapping[Group, Reason] | None = None
) -> dict[Group, Reason]:
    """The groups that aren't shown, with the reason (complementary suppression).

    people: the groups that add up to something known. others: people of it who are in none of the groups.
    start: groups that are hidden whatever their size. All hidden people together are nobody or at least `min_group`.

    >>> suppressed({"a": 5, "b": 2, "c": 6}, 5)
    {'b': <Reason.MIN_GROUP: 'min_group'>, 'a': <Reason.PROTECTS_ANOTHER: 'protects_another'>}
    """
    return suppressed_in_sums(people, [(people.keys(), others)], min_group, start=start)


def suppressed_in_sums(
    people: Mapping[Group, int],
    sums: Iterable[tuple[Collection[Group], int]],
    min_group: int,
    *,
    start: Mapping[Group, Reason] | None = None,
) -> dict[Group, Reason]:
    """As `suppressed`, for several known sums: groups that add up to one, and people who are in none of them.

    Groups whose sum isn't known stand in no sum, and are hidden only by their own size.
    """
    hidden = dict(start or {})
    hidden |= {group: Reason.MIN_GROUP for group, n in people.items() if n < min_group and group not in hidden}
    parts = [(sorted(groups, key=lambda group: (people[group], str(group))), others) for groups, others in sums]
    settled = False
    while not settled:
        settled = True
        for groups, others in parts:
            while 0 < others + sum(people[group] for group in groups if group in hidden) < min_group:
                smallest = next((group for group in groups if group not in hidden), None)
                if smallest is None:
                    break
                hidden[smallest] = Reason.PROTECTS_ANOTHER
                settled = False
    return hidden
