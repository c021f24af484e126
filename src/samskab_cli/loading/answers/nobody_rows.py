"""Rows that are nobody's answers though they stand among them: medians, question numbers, types, texts, a legend.

They stand right under the headings or at the end, so only those rows are looked at whole; within the table a row is
a summary where it has no role and its id is a word for one.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import polars as pl

from samskab_cli.loading.answers.interpretation import Interpretation
from samskab_cli.loading.answers.record_reader import Body
from samskab_cli.loading.readers import Record, Sheet
from samskab_cli.model.answers import BLANK, INVALID, LEAST_VALUE
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.text import fold, listing

NOBODY: Final = "nobody's answers"
HEADINGS: Final = "a second row of headings"
NUMBERS: Final = "the numbers of the questions"
TYPES: Final = "what the columns may hold"
SUMMARY: Final = "a summary"
LEGEND: Final = "a note below the table"
_UNDER_HEADINGS: Final = 4
_LEAST_NUMBERS: Final = 6
_LEAST_COMPARED: Final = 5
_MOST_OF: Final = 0.8
_MOST_COUNTED: Final = 10_000
_LINES_NAMED: Final = 5
_LONG_WORDS: Final = (
    r"median|mean|average|gennemsnit(?:lig)?|gns|gnsn|snit|middelværdi|total|sum|i alt|ialt|samlet|minimum|maksimum|"
    r"maximum|standardafvigelse|std\.? ?(?:dev|afv)\w*|spredning|varians|variance|frekvens|frequency|svarprocent|"
    r"typetal|modus|antal svar|antal|count"
)
_SUMMARY: Final = re.compile(
    rf"(?:{_LONG_WORDS})(?:[ :.(=–-].*)?|(?:n|min|max|maks|sd|std|stdev|avg|pct|%)[.:]?|n ?= ?[\d.,]+|gns\."
)
_NUMBERED: Final = re.compile(r"[^\W\d]{0,10}[ ._]?(\d{1,4})[.:)]?")
_NOTE: Final = re.compile(
    r"(?:note|noter|kilde|source|forklaring|legend|skala|scale|svarskala|bemærk|udtræk|eksporteret|exported)\b.*|[*#(].*|"
    r"-?\d{1,3}\s*[=:–-]\s*\D.*|.*\b\d\s*=\s*\D.*"
)
_DECIMAL: Final = re.compile(r"-?\d+[.,]\d+")


def summaries(ids: pl.Series) -> int:
    """How many ids (String) are words for a summary: Median, Gennemsnit, Total, n."""
    return int(ids.str.strip_chars().str.to_lowercase().str.contains(f"^(?:{_SUMMARY.pattern})$").sum())


def without_nobody(sheet: Sheet, known: Interpretation, body: Body) -> tuple[Body, list[Doubt]]:
    """The respondents' rows, and a doubt for those that are left out."""
    found = dict(_nobody(sheet, known, body))
    if not found:
        return body, []
    kept = ~pl.Series(body.lines, dtype=pl.UInt32).is_in(list(found))
    if not kept.any() or kept.all():
        return body, []
    doubts = [_doubt(sheet.file, why, lines) for why, lines in _by_reason(found).items()]
    return body.where(kept, NOBODY), doubts


def _by_reason(found: dict[int, str]) -> dict[str, list[int]]:
    reasons: dict[str, list[int]] = {}
    for line, why in sorted(found.items()):
        reasons.setdefault(why, []).append(line)
    return reasons


def _doubt(file: str, why: str, lines: Sequence[int]) -> Doubt:
    if len(lines) == 1:
        text = f"nobody's answers but {why}; left out"
    else:
        text = f"lines {listing(map(str, lines), len(lines), _LINES_NAMED)}: nobody's answers but {why}; left out"
    return Doubt(DoubtKind.SUMMARY_ROW, text, len(lines), file, lines[0])


def _nobody(sheet: Sheet, known: Interpretation, body: Body) -> Iterator[tuple[int, str]]:
    """Line and reason of each row that is nobody's."""
    judge = _Judge(sheet, known, body)
    first = known.layout.first
    for record in sheet.head[first : first + _UNDER_HEADINGS]:
        why = judge.why(record, at_end=False)
        if why is None:
            break
        yield record.line, why
    for record in reversed(body.tail):
        why = judge.why(record, at_end=True)
        if why is None:
            break
        yield record.line, why
    yield from ((line, SUMMARY) for line in judge.summaries_within())


@dataclass(frozen=True)
class _Judge:
    """Looks at whole rows of one table."""

    sheet: Sheet
    known: Interpretation
    body: Body

    @cached_property
    def _items(self) -> list[int]:
        """Positions of the items' columns, from left to right."""
        mapping = self.known.mapping
        branches = (column.position for columns in mapping.branches.values() for column in columns)
        return sorted({*(column.position for column in mapping.items.values()), *branches})

    def why(self, record: Record, *, at_end: bool) -> str | None:
        """What a row is that is nobody's; None for a respondent's."""
        codes = {text: self._code(position, text) for position in self._items if (text := record.at(position).strip())}
        given = [text for position in self._items if codes.get(text := record.at(position).strip(), BLANK) != BLANK]
        readable = [text for text in given if codes[text] != INVALID]
        if len(given) > 1 and sum(map(self._is_heading, given)) * 2 >= len(given):
            return HEADINGS
        if _count_up(given):
            return NUMBERS
        nameless = self._is_nameless(record)
        if nameless and (self._is_called_summary(record) or self._is_statistic(record)):
            return SUMMARY
        if nameless and at_end and self._is_note(record, given):
            return LEGEND
        if len(given) * 2 > len(self._items) and not readable and self._others_are_readable:
            return LEGEND if at_end else TYPES
        return None

    def summaries_within(self) -> list[int]:
        """Lines of rows without a role whose id is a word for a summary."""
        role, ids = self.known.mapping.role, self.body.ids
        if role is None or ids is None:
            return []
        coded = self.body.columns[role.position]
        nameless = [text for text in coded.spellings if self._is_no_role(text)]
        if not nameless:
            return []
        rows = coded.numbers.is_in([coded.spellings[text] for text in nameless]).arg_true()
        named = ids.gather(rows).to_list()
        lines = self.body.lines
        return [lines[row] for row, name in zip(rows.to_list(), named, strict=True) if _SUMMARY.fullmatch(fold(name))]

    def _code(self, position: int, text: str) -> int:
        return self.known.cells.read({text: 1}, self.known.labels.get(position)).meaning[text]

    def _is_heading(self, text: str) -> bool:
        return len(text) > 1 and (self.known.names.of_id(text) or self.known.names.of_text(text)) is not None

    def _is_no_role(self, text: str) -> bool:
        blank = self.known.roles.is_blank(text)
        return blank or (bool(self.known.roles.unreadable({text: 1})) and bool(_SUMMARY.fullmatch(fold(text))))

    def _is_nameless(self, record: Record) -> bool:
        role = self.known.mapping.role
        if role is None:
            return True
        text = record.at(role.position).strip()
        return self._is_no_role(text) or bool(_NOTE.fullmatch(fold(text)))

    def _has_id(self, record: Record) -> bool:
        respondent = self.known.mapping.respondent
        return respondent is not None and bool(record.at(respondent.position).strip())

    def _is_called_summary(self, record: Record) -> bool:
        """Whether a row says that it is one: in its first cell with something in it, its id, or its role."""
        single = (self.known.mapping.respondent, self.known.mapping.role)
        first = next((cell.strip() for cell in record.cells if cell.strip()), "")
        labels = (first, *(record.at(column.position).strip() for column in single if column))
        return any(_SUMMARY.fullmatch(fold(text)) for text in labels)

    def _is_note(self, record: Record, given: Sequence[str]) -> bool:
        """A legend: text alone, as `1 = Slet ikke`, and at most two cells of it under items."""
        filled = [fold(cell) for cell in record.cells if cell.strip()]
        plain = [text for text in given if text.strip().isdecimal()]
        if len(given) > 2 or plain or not filled:
            return False
        alone = len(filled) == 1 and not given and " " in filled[0] and self._ids_are_words
        return alone or any(_NOTE.fullmatch(text) for text in filled[:2])

    @cached_property
    def _ids_are_words(self) -> bool:
        """Whether nearly no id has a blank in it, as a sentence has."""
        ids = self.body.ids
        return ids is not None and int(ids.str.strip_chars().str.contains(" ").sum()) * 10 <= len(ids)

    @cached_property
    def _others_are_readable(self) -> bool:
        """Whether most cells of the first rows are answers: else it is the scale that is unknown, not one row."""
        rows = self.sheet.head[self.known.layout.first :][:50]
        codes = [self._code(position, record.at(position).strip()) for record in rows for position in self._items]
        given = [code for code in codes if code != BLANK]
        return sum(code != INVALID for code in given) * 2 > len(given)

    def _is_statistic(self, record: Record) -> bool:
        """Whether most cells are decimals, or nearly all are one figure of their columns: median, mean, lowest."""
        cells = {position: text for position in self._items if (text := record.at(position).strip())}
        if len(cells) < _LEAST_COMPARED:
            return False
        if sum(bool(_DECIMAL.fullmatch(text)) for text in cells.values()) * 2 > len(cells):
            return True
        if not self._others_have_ids or self._has_id(record):
            return False
        matches = Counter(
            name
            for position, text in cells.items()
            for name, figures in self._figures(position).items()
            if _number(text) in figures
        )
        return max(matches.values(), default=0) >= _MOST_OF * len(cells)

    @cached_property
    def _others_have_ids(self) -> bool:
        ids = self.body.ids
        return ids is not None and int((ids.str.strip_chars() != "").sum()) >= _MOST_OF * len(ids)

    def _figures(self, position: int) -> dict[str, set[float]]:
        """Name of a figure → how it may be written, of one column."""
        counts = self.body.columns[position].counts
        values = sorted((code, n) for text, n in counts.items() if (code := self._code(position, text)) >= LEAST_VALUE)
        spread = [code for code, n in values for _ in range(min(n, _MOST_COUNTED))]
        if not spread:
            return {}
        mean = sum(code * n for code, n in values) / sum(n for _, n in values)
        return {
            "median": {statistics.median(spread), statistics.median_low(spread), statistics.median_high(spread)},
            "mean": {round(mean), round(mean, 1), round(mean, 2)},
            "lowest": {spread[0]},
            "highest": {spread[-1]},
            "count": {float(len(spread)), float(len(spread) - 1)},
        }


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _count_up(given: Sequence[str]) -> bool:
    """Whether cells count the questions: 1, 2, 3; also Q1, Q2, Q3."""
    found = [_NUMBERED.fullmatch(fold(text)) for text in given]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < _LEAST_NUMBERS or len(numbers) < len(given):
        return False
    return all(after - before == 1 for before, after in itertools.pairwise(numbers))
