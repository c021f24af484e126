"""Pair tables: how many people gave which answer to one item and which to another.

All that is said of how items go together is made of them: whole numbers that add up, block by block, so that the order
of rows changes nothing.

Each item and answer is one long whole number with a bit a person; the people who gave both answers are the bits that
two such numbers share:

    a1 = 4   1 0 0 1
    a2 = 3   1 0 1 1     shared: 1 0 0 1, two people
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import add
from typing import Final

import polars as pl

from samskab_cli.model.answers import INVALID
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.states import takes_part
from samskab_cli.study import file_parts

BLOCK: Final = "study:block"
_MOST_BLOCKS: Final = 50
_SHIFT: Final = -INVALID  # the lowest code: bytes begin at 0
_MIX: Final = 0x9E3779B97F4A7C15  # 2**64 / the golden ratio, odd: Fibonacci hashing
_HALF: Final = 32

Table = tuple[int, ...]
"""People by the answers to two items, keyed 0…K−1: counts of each by each, row by row; of an item with itself K."""
Pair = tuple[int, int]
"""Places of two items, the first one first."""


@dataclass(frozen=True)
class PairTables:
    """The tables of some pairs of items, block by block."""

    items: tuple[str, ...]
    values: tuple[int, ...]
    """K of each item: answers on its scale."""
    units: tuple[int, ...]
    """Of each item, how much a step counts: 1, or more where another scale has smaller steps."""
    blocks: tuple[dict[Pair, Table], ...]

    def whole(self, pair: Pair) -> Table:
        """The table of everybody."""
        return tuple(map(sum, zip(*(block[pair] for block in self.blocks), strict=True)))


def by_cells(asked: Asked, frame: pl.LazyFrame, most: int | None = None) -> Iterator[pl.DataFrame]:
    """The people who take part, each with a block: at most 50 of about one size, dealt by what their cells hold.

    frame: as `Responses` says. most: about so many people, chosen by their cells too; None: all. In parts, so that a
    large file is never there twice. Columns: items (Int8), BLOCK.
    """
    wanted = takes_part(asked)
    people = frame.select(wanted.sum()).collect().item()
    if most is not None and people > most:
        wanted &= pl.col(BLOCK) < most * 2**64 // people
    if min(people, most or people) <= file_parts.AT_ONCE:
        rows = _with_hash(asked, frame).filter(wanted).collect()
        blocks = min(_MOST_BLOCKS, max(rows.height, 1))
        yield rows.with_columns((pl.col(BLOCK).rank("ordinal") - 1) % blocks)
        return
    block = pl.col(BLOCK) // 2**_HALF % _MOST_BLOCKS  # of so many people the sizes hardly differ
    for part in file_parts.parts_of(frame):
        yield _with_hash(asked, part).filter(wanted).with_columns(block).collect()


def by_groups(asked: Asked, frame: pl.LazyFrame, column: str, groups: Sequence[str | None]) -> Iterator[pl.DataFrame]:
    """The people who take part, with their group as block, groups dealt to at most 100; all others are one block more.

    column: its name in the frame. groups: those that are shown, in order. Parts and columns as `by_cells`.
    """
    names = [item.id for item in asked.items]
    blocks = {group: at % (2 * _MOST_BLOCKS) for at, group in enumerate(groups)}
    others = min(len(groups), 2 * _MOST_BLOCKS)
    block = pl.col(column).replace_strict(list(blocks), list(blocks.values()), default=others, return_dtype=pl.UInt32)
    for part in file_parts.parts_of(frame):
        yield part.filter(takes_part(asked)).select(*names, block.alias(BLOCK)).collect()


def pair_tables(asked: Asked, people: Iterable[pl.DataFrame], pairs: Collection[Pair] | None = None) -> PairTables:
    """The tables of pairs of asked items; None: of all, each with itself among them. people: as `by_cells` gives."""
    count = len(asked.items)
    items = tuple(item.id for item in asked.items)
    values = tuple(asked.steps[item] + 1 for item in items)
    wanted = pairs if pairs is not None else [(one, other) for one in range(count) for other in range(one, count)]
    blocks: dict[int, dict[Pair, Table]] = {}
    for part in people:
        rows = part.sort(BLOCK).with_columns((pl.col(items).cast(pl.Int16) + _SHIFT).cast(pl.UInt8))
        start = 0
        for block, size in rows.group_by(BLOCK).len().sort(BLOCK).iter_rows():
            answers = list(_answers(asked, rows.slice(start, size)))
            tables = {pair: _table(answers, pair, values) for pair in wanted}
            before = blocks.get(block)
            blocks[block] = tables if before is None else {pair: _sum(before[pair], tables[pair]) for pair in wanted}
            start += size
    units = tuple(asked.common_steps // asked.steps[item] for item in items)
    return PairTables(items, values, units, tuple(blocks[at] for at in sorted(blocks)))


def _with_hash(asked: Asked, frame: pl.LazyFrame) -> pl.LazyFrame:
    names = [item.id for item in asked.items]
    added, folded = _hash(names)
    return frame.select(names).with_columns(added).with_columns(folded)


def _sum(one: Table, other: Table) -> Table:
    return tuple(map(add, one, other))


def _hash(names: Sequence[str]) -> tuple[pl.Expr, pl.Expr]:
    """A number of 64 bits for what a row's cells hold, the same everywhere; in two steps, the second made of the first.

    Each cell times a large odd number of its own, all added up; then folded, so that every bit counts.
    """
    factors = [_signed(pow(_MIX, at, 2**64)) for at, _ in enumerate(names, start=1)]
    cells = (pl.col(name).cast(pl.Int64) * pl.lit(factor) for name, factor in zip(names, factors, strict=True))
    shifted = pl.lit(_signed(_SHIFT * sum(factors) % 2**64))
    added = functools.reduce(add, cells, shifted).reinterpret(signed=False).alias(BLOCK)
    folded = pl.col(BLOCK).xor(pl.col(BLOCK) // pl.lit(2**_HALF, dtype=pl.UInt64))
    return added, (folded * pl.lit(_MIX, dtype=pl.UInt64)).alias(BLOCK)


def _signed(number: int) -> int:
    """The number below 2**64 as the one of 64 bits with a sign: sums and products wrap alike."""
    return number - 2**64 if number >= 2**63 else number


Masks = list[tuple[int, int]]
"""The answers to one item that somebody gave: keyed points, and a bit a person."""


def _answers(asked: Asked, rows: pl.DataFrame) -> Iterator[Masks]:
    """rows: an UInt8 column an item, from 0."""
    for item in asked.items:
        cells = bytes(rows[item.id].to_list())
        masks = []
        for value, points in zip(asked.scales[item.id].values, asked.points[item.id], strict=True):
            if mask := int(cells.translate(_ONLY[value + _SHIFT]) or b"0", 2):
                masks.append((points, mask))
        yield masks


_ONLY: Final = [bytes(b"01"[byte == at] for byte in range(256)) for at in range(256)]
"""Byte → a translation of it to `1`, of all others to `0`."""


def _table(answers: Sequence[Masks], pair: Pair, values: Sequence[int]) -> Table:
    one, other = pair
    if one == other:
        counts = [0] * values[one]
        for points, mask in answers[one]:
            counts[points] = mask.bit_count()
        return tuple(counts)
    counts = [0] * (values[one] * values[other])
    for points, mask in answers[one]:
        for others, shared in answers[other]:
            counts[points * values[other] + others] = (mask & shared).bit_count()
    return tuple(counts)
