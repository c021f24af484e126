"""What to talk about first: the items where sides differ, the room disagrees, or somebody can't answer (scoring §6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import sqrt

from samskab_cli.model.conclusions import Topic
from samskab_cli.model.result import DiscussReason
from samskab_cli.model.rules import TOLERANCE, below
from samskab_cli.model.tables import ItemTable, ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.conclusions.camps import SHARE, camps
from samskab_cli.scoring.conclusions.noise import LARGE_ROOM, SIGMA_ONE, within
from samskab_cli.scoring.figures import item_score

_MIDDLE = 50.0
_LEAST_GAP = 20.0
"""Points between two sides that are worth a talk in a room of any size."""
_MUCH_UNSURE = 0.4
"""Share of a crowd that doesn't know, which is worth as much as a gap beyond chance."""


def discuss_first(asked: Asked, shown: ShownTables) -> tuple[Topic, ...]:
    """Items with a tension, the largest first; of equal ones those of a gate first, then question order."""
    in_gate = {item for parts in asked.gates.values() for items in parts.values() for item in items}
    one_answer = _one_answer(asked, shown)
    topics = [topic for item in shown.everybody if (topic := _topic(asked, shown, item, one_answer))]
    # Rounded, so that the order of additions never decides; sorting is stable, so question order stays.
    return tuple(sorted(topics, key=lambda topic: (-round(topic.tension, 9), topic.item not in in_gate)))


def _one_answer(asked: Asked, shown: ShownTables) -> float:
    """Standard deviation of one answer about its stratum's mean, in points; all items together."""
    items = [within(asked, shown, item) for item in shown.everybody]
    freedom = sum(one.freedom for one in items)
    deviation = sqrt(sum(one.squares for one in items) / freedom) if freedom else SIGMA_ONE
    return min(max(deviation, 12.0), 40.0)


def _topic(asked: Asked, shown: ShownTables, item: str, one_answer: float) -> Topic | None:
    doubtful = {
        DiscussReason.GAP: _gap(asked, shown, item, one_answer),
        DiscussReason.DISAGREEMENT: _disagreement(asked, shown, item, one_answer),
    }
    side, unsure = max(_unsure(shown, item), key=lambda one: round(one[1], 9))  # of equal ones the first: everybody
    tension = max(*doubtful.values(), unsure)
    if tension <= TOLERANCE:
        return None
    for reason, value in doubtful.items():
        if value >= tension - TOLERANCE:
            return Topic(item, tension, reason, by_chance=below(tension, 1), side=None)
    return Topic(item, tension, DiscussReason.UNSURE, by_chance=False, side=side)


def _gap(asked: Asked, shown: ShownTables, item: str, one_answer: float) -> float:
    """The largest distance of two shown sides, in distances that chance hardly gives."""
    scores = [item_score(asked, item, tables[item]) for tables in shown.sides.values() if item in tables]
    known = [(one.score, one.n) for one in scores if one.score is not None]
    return max(
        (
            abs(score - other) / max(_LEAST_GAP, 3.2 * one_answer * sqrt(1 / n + 1 / m))
            for (score, n), (other, m) in combinations(known, 2)
        ),
        default=0.0,
    )


def _disagreement(asked: Asked, shown: ShownTables, item: str, one_answer: float) -> float:
    """The split of everybody about the middle of the scale, in splits that chance hardly gives."""
    seen = camps(asked, shown.everybody, (item,), _MIDDLE)
    if seen is None or not seen.can_split or below(seen.share, SHARE):
        return 0.0
    return seen.split / (one_answer * (LARGE_ROOM + 1.1 / sqrt(seen.n)))


def _unsure(shown: ShownTables, item: str) -> Iterator[tuple[str | None, float]]:
    """Everybody (None) and each shown side, with its share that doesn't know; nobody's single doubt."""

    def share(table: ItemTable) -> float:
        return table.unsure / table.applicable / _MUCH_UNSURE if table.unsure >= 2 else 0.0

    yield None, share(shown.everybody[item])
    yield from ((side, share(tables[item])) for side, tables in shown.sides.items() if item in tables)
