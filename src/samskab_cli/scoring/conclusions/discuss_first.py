"""What to talk about first: items where sides differ, the room disagrees, or somebody can't answer (scoring §6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import sqrt

from samskab_cli.model.conclusions import DiscussReason, Topic
from samskab_cli.model.rules import TOLERANCE, at_least, below
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.contest.spread import LARGE_ROOM, SHARE, SIGMA_ONE, camps, within_strata
from samskab_cli.scoring.figures import item_score


def discuss_first(asked: Asked, shown: ShownTables) -> tuple[Topic, ...]:
    """Items with a tension, the largest first; of equal ones those of a gate first, then question order."""
    squares, freedom = map(sum, zip(*(within_strata(asked, shown, item) for item in shown.everybody), strict=True))
    one_answer = min(max(sqrt(squares / freedom) if freedom else SIGMA_ONE, 12.0), 40.0)
    topics = []
    for item in shown.everybody:
        tensions = list(_tensions(asked, shown, item, one_answer))
        largest = max((tension for tension, _, _ in tensions), default=0.0)
        if largest > TOLERANCE:
            _, reason, side = next(one for one in tensions if at_least(one[0], largest))  # of equal ones the first
            by_chance = reason is not DiscussReason.UNSURE and below(largest, 1)
            topics.append(Topic(item, largest, reason, by_chance, side))
    in_gate = {item for parts in asked.gates.values() for items in parts.values() for item in items}
    # Rounded, so that the order of additions never decides; sorting is stable, so question order stays.
    return tuple(sorted(topics, key=lambda topic: (-round(topic.tension, 9), topic.item not in in_gate)))


def _tensions(
    asked: Asked, shown: ShownTables, item: str, one_answer: float
) -> Iterator[tuple[float, DiscussReason, str | None]]:
    """1 is what chance hardly gives. one_answer: standard deviation of an answer about its stratum's mean, points."""
    sides = {side: tables[item] for side, tables in shown.sides.items() if item in tables}
    scores = [item_score(asked, item, table) for table in sides.values()]
    for (score, n), (other, m) in combinations([(one.score, one.n) for one in scores if one.score is not None], 2):
        yield abs(score - other) / max(20.0, 3.2 * one_answer * sqrt(1 / n + 1 / m)), DiscussReason.GAP, None
    seen = camps(asked, shown.everybody, (item,), middle=50.0)
    if seen is not None and seen.can_split and at_least(seen.share, SHARE):
        yield seen.split / (one_answer * (LARGE_ROOM + 1.1 / sqrt(seen.n))), DiscussReason.DISAGREEMENT, None
    for side, table in ((None, shown.everybody[item]), *sides.items()):
        if table.unsure >= 2:  # one person's doubt is nothing to point at
            yield table.unsure / table.applicable / 0.4, DiscussReason.UNSURE, side
