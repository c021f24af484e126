"""Items that run against the rest of their dimension: the finding that is said wherever answers are read."""

from __future__ import annotations

from itertools import combinations_with_replacement

import polars as pl

from samskab_cli.model.rules import LEAST_PEOPLE
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.consistency import Consistency
from samskab_cli.study.pair_tables import by_cells, pair_tables


def opposite_items(asked: Asked, frame: pl.LazyFrame, most: int) -> tuple[str, ...]:
    """Their ids, in question order. frame: items as in `Responses`. most: look at about so many people."""
    places = {item.id: at for at, item in enumerate(asked.items)}
    within = [[places[item] for item in items] for items in asked.dimensions.values()]
    pairs = [pair for items in within for pair in combinations_with_replacement(sorted(items), 2)]
    people = list(by_cells(asked, frame, most))
    if sum(part.height for part in people) < LEAST_PEOPLE:
        return ()
    consistency = Consistency.of(asked, pair_tables(asked, people, pairs))
    return tuple(asked.items[place].id for place in sorted(consistency.opposite))
