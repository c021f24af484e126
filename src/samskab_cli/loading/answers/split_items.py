"""Several columns for one item, of which each row fills one: a survey with branches asks the same in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from samskab_cli.loading.answers.cells import key_of
from samskab_cli.loading.answers.column_mapping import Mapping
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.dictionary_column import CodedColumn, Spellings
from samskab_cli.loading.answers.record_reader import Body
from samskab_cli.model.doubts import Doubt, DoubtKind


def joined_branches(body: Body, mapping: Mapping, file: str) -> list[Doubt]:
    """Put branches into one column each: those that a mapping file names, and those of which no row fills two.

    Two columns for one item that some row fills both of stay two, for somebody to decide.
    """
    for columns in mapping.branches.values():
        _merge(body, columns)
    doubts = list(_unwrapped(mapping, file))
    parted = {item: columns for item, columns in mapping.clashes.items() if _no_row_fills_two(body, columns)}
    for item, several in parted.items():
        _merge(body, several)
        mapping.items[item] = several[0]
        mapping.branches[item] = tuple(several)
        del mapping.clashes[item]
    if not parted:
        return doubts
    many = "1 item has" if len(parted) == 1 else f"{len(parted)} items have"
    text = f"{many} several columns, of which each row fills one; the filled one counts"
    first = next(iter(parted.values()))
    where = " and ".join(map(str, first)) + (f" and {len(parted) - 1} more" if len(parted) > 1 else "")
    return [*doubts, Doubt(DoubtKind.TWO_ROUNDS, text, len(parted), file, column=where)]


def _unwrapped(mapping: Mapping, file: str) -> Iterator[Doubt]:
    """Where answers are objects: read where one holds a single value; several are nobody's one answer."""
    if mapping.wrapped:
        first = next(iter(mapping.wrapped.values()))[0]
        more = f" and {len(mapping.wrapped) - 1} more" if len(mapping.wrapped) > 1 else ""
        text = "answers stand inside objects; they are unwrapped where there is one value, else they can't be read"
        yield Doubt(DoubtKind.OBJECT, text, len(mapping.wrapped), file, column=f"{first}{more}")


def _no_row_fills_two(body: Body, columns: Sequence[Column]) -> bool:
    """Whether each column is filled somewhere, and no row has something in two of them."""
    filled = []
    for column in columns:
        coded = body.columns[column.position]
        blank = [number for text, number in coded.spellings.items() if not text.strip()]
        filled.append(~coded.numbers.is_in(blank))
    together = pl.DataFrame({str(at): there.cast(pl.UInt32) for at, there in enumerate(filled)}).sum_horizontal()
    return all(there.any() for there in filled) and together.max() == 1


def _merge(body: Body, columns: Sequence[Column]) -> None:
    """Put what the columns say into the first of them; where two of them differ, both texts, which nothing can read."""
    first, *others = (body.columns[column.position] for column in columns)
    for other in others:
        first = _merged(first, other)
    body.columns[columns[0].position] = first


def _merged(one: CodedColumn, other: CodedColumn) -> CodedColumn:
    """Decided once for each pair of spellings."""
    mine, theirs = _by_number(one), _by_number(other)
    pairs = pl.DataFrame({"one": one.numbers, "other": other.numbers})
    distinct = pairs.unique(maintain_order=True)
    spellings = Spellings()
    numbers = [spellings[_either(mine[a], theirs[b])] for a, b in distinct.iter_rows()]
    coded = pairs.join(
        distinct.with_columns(pl.Series("n", numbers, dtype=pl.UInt32)),
        on=["one", "other"],
        how="left",
        maintain_order="left",
    )
    return CodedColumn(spellings, coded["n"])


def _by_number(column: CodedColumn) -> dict[int, str]:
    return {number: text for text, number in column.spellings.items()}


def _either(one: str, other: str) -> str:
    if not one.strip() or not other.strip():
        return one if one.strip() else other
    return one if key_of(one) == key_of(other) else f"{one} | {other}"
