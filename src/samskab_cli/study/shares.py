"""Findings from counts alone: unsure, left blank, an answer that is never used, half or more at one end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from samskab_cli.model.question_set import ResponseScale
from samskab_cli.model.study import Finding, FindingKind
from samskab_cli.model.tables import ItemTable, ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.intervals import SURE
from samskab_cli.study.quantiles import wilson
from samskab_cli.study.rounding import SHARES, share
from samskab_cli.study.unused_ends import LEAST_VALUES, unused_ends

UNSURE: Final = 0.20
BLANK: Final = 0.10
ENDS: Final = 0.50
_LEAST: Final = 10
_LEAST_OF_FILE: Final = 20


def share_findings(asked: Asked, tables: ShownTables) -> Iterator[Finding]:
    """What counts and shares say."""
    if tables.people >= _LEAST_OF_FILE:
        for scale in asked.question_set.scales:
            yield from _never(scale, [table for item, table in tables.everybody.items() if asked.scales[item] == scale])
    for item in asked.items:
        if item.id in tables.everybody:
            yield from _unsure(item.id, tables)
            yield from _of_item(item.id, tables.everybody[item.id], asked)


def _never(scale: ResponseScale, tables: Sequence[ItemTable]) -> Iterator[Finding]:
    counts = {value: sum(table.counts[at] for table in tables) for at, value in enumerate(scale.values)}
    for option in unused_ends(counts):
        yield Finding(kind=FindingKind.NEVER, n=sum(counts.values()), options=(option,), threshold=LEAST_VALUES)


def _unsure(item: str, tables: ShownTables) -> Iterator[Finding]:
    """Items that many can't answer; of one side where the others can."""
    whole = tables.everybody[item]
    of_sides = []
    for side, of_side in tables.sides.items():
        if item not in of_side:
            continue
        here = of_side[item]
        rest = whole.minus(here)
        low = _share(here.unsure, here.applicable)[0]
        elsewhere = rest.unsure / rest.applicable if rest.applicable else 0.0
        if low > max(UNSURE, elsewhere) and not _share(rest.unsure, rest.applicable)[0] > UNSURE:
            found = _shares(FindingKind.UNSURE, item, here.unsure, here.applicable, UNSURE)
            of_sides.append(found.model_copy(update={"side": side}))
    if of_sides:
        yield from of_sides
    elif _share(whole.unsure, whole.applicable)[0] > UNSURE:
        yield _shares(FindingKind.UNSURE, item, whole.unsure, whole.applicable, UNSURE)


def _of_item(item: str, table: ItemTable, asked: Asked) -> Iterator[Finding]:
    if _share(table.blank, table.applicable)[0] > BLANK:
        yield _shares(FindingKind.BLANK, item, table.blank, table.applicable, BLANK)
    values = asked.scales[item].values
    for option, count in ((values[0], table.counts[0]), (values[-1], table.counts[-1])):
        if _share(count, table.n)[0] > ENDS:
            found = _shares(FindingKind.ENDS, item, count, table.n, ENDS)
            yield found.model_copy(update={"options": (option,)})


def _share(count: int, of: int) -> tuple[float, float]:
    """The interval that a share must lie beyond a threshold with; the whole range for too few."""
    return wilson(count, of, SURE) if of >= _LEAST else (0.0, 1.0)


def _shares(kind: FindingKind, item: str, count: int, of: int, threshold: float) -> Finding:
    low, high = _share(count, of)
    return Finding(
        kind=kind,
        items=(item,),
        value=share(count, of),
        low=round(low, SHARES),
        high=round(high, SHARES),
        threshold=threshold,
        n=of,
    )
