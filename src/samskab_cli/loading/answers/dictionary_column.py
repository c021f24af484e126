"""A column as codes and a dictionary: each distinct spelling once, and a small number for every cell."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import polars as pl

_FEW: Final = 64
"""Spellings. So many comparisons of bytes take less time than one table of counts."""


class Spellings(dict[str, int]):
    """Each distinct text of a column → its number, in the order met."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


@dataclass
class CodedColumn:
    """One column of text cells."""

    spellings: Mapping[str, int]
    """Each distinct text → its number, in the order met."""
    numbers: pl.Series
    """The number of each cell's text (an unsigned integer)."""

    @classmethod
    def of(cls, spellings: Spellings, cells: array[int]) -> CodedColumn:
        """A column gone through in Python."""
        return cls(spellings, pl.Series(cells, dtype=pl.UInt32))

    @classmethod
    def of_counts(cls, counts: Mapping[str, int]) -> CodedColumn:
        """A column that lies elsewhere, of which it is known how often each text stands in it: a cell a spelling."""
        spellings = {text: number for number, text in enumerate(counts)}
        column = cls(spellings, pl.int_range(len(counts), dtype=pl.UInt32, eager=True))
        vars(column)["counts"] = dict(counts)
        return column

    @cached_property
    def counts(self) -> dict[str, int]:
        """Spelling → how many cells have it."""
        if len(self.spellings) <= _FEW:
            return {text: int((self.numbers == number).sum()) for text, number in self.spellings.items()}
        found = self.numbers.alias("number").value_counts(name="n")
        count = dict(zip(found.to_series(0).to_list(), found["n"].to_list(), strict=True))
        return {text: count.get(number, 0) for text, number in self.spellings.items()}

    def where(self, kept: pl.Series) -> CodedColumn:
        """The rows for which `kept` (Boolean) holds; spellings that none of them has are gone."""
        column = CodedColumn(self.spellings, self.numbers.filter(kept))
        there = {text: number for text, number in self.spellings.items() if column.counts[text]}
        return CodedColumn(there, column.numbers)

    def met(self) -> CodedColumn:
        """The same with the spellings in the order met from the top, without those that no cell has."""
        if len(self.spellings) <= _FEW:
            rows = ((self.numbers.index_of(number), number) for number in self.spellings.values())
            numbers = [number for _, number in sorted((row, number) for row, number in rows if row is not None)]
        else:
            numbers = self.numbers.gather(self.numbers.arg_unique().sort()).to_list()
        texts = {number: text for text, number in self.spellings.items()}
        return CodedColumn({texts[number]: number for number in numbers}, self.numbers)

    def respelled(self, meant: Callable[[str], str]) -> CodedColumn:
        """The same under other spellings, those that become one put together."""
        spellings: dict[str, int] = {}
        numbers = [spellings.setdefault(meant(text), number) for text, number in self.spellings.items()]
        if len(spellings) == len(self.spellings):
            return CodedColumn(spellings, self.numbers)
        return CodedColumn(spellings, self._looked_up(numbers, self.numbers.dtype))

    def decoded(self, meaning: Mapping[str, int]) -> pl.Series:
        """Every cell as the code of its spelling (Int8). meaning: all spellings → code."""
        return self._looked_up([meaning[text] for text in self.spellings], pl.Int8())

    def texts(self, meaning: Mapping[str, str | None]) -> pl.Series:
        """Every cell as a text or null (Enum, a byte or four a cell). meaning: all spellings → text."""
        texts = [meaning[text] for text in self.spellings]
        return self._looked_up(texts, pl.Enum(list(dict.fromkeys(text for text in texts if text is not None))))

    def rows_of(self, texts: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Row (from 0) and spelling of each cell that has one of these, from the top."""
        numbers = {self.spellings[text]: text for text in texts}
        if numbers:
            rows = self.numbers.is_in(list(numbers)).arg_true()
            for row, number in zip(rows.to_list(), self.numbers.gather(rows).to_list(), strict=True):
                yield row, numbers[number]

    def _looked_up(self, values: Sequence[int | str | None], dtype: pl.DataType) -> pl.Series:
        """values: one a spelling. Numbers that no spelling has are never looked up."""
        table: list[int | str | None] = [values[0] if values else None] * (max(self.spellings.values(), default=0) + 1)
        for number, value in zip(self.spellings.values(), values, strict=True):
            table[number] = value
        return pl.Series(table, dtype=dtype).gather(self.numbers)
