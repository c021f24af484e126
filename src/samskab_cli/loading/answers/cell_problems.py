"""Unreadable cells that stop the run: undeclared codes, dates in cells, labels that contradict codes."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.cells import CellReader, ColumnReading, whole_number
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.record_reader import Body
from samskab_cli.model.answers import LEAST_VALUE
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.question_set import ResponseScale
from samskab_cli.model.text import amount, clean, fold, listing, shown

_AT_LEAST: Final = 5
_TEXTS_NAMED: Final = 8
_MONTH: Final = r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_DATE: Final = re.compile(
    rf"\d{{1,2}}[-. /]*{_MONTH}(?:[-. /]*\d{{2,4}})?|{_MONTH}[-. /]*\d{{1,4}}|"
    r"\d{4}-\d{2}-\d{2}(?:[ t]\d{1,2}:\d{2}.*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?: \d{1,2}[:.]\d{2}.*)?|"
    r"\d{1,2}:\d{2}:\d{2}"
)


class ItemColumn(NamedTuple):
    """One item's column of one file, read."""

    file: str
    item: str
    column: Column
    scale: ResponseScale
    """What can be answered to it."""
    cells: CodedColumn
    reading: ColumnReading
    body: Body

    def first(self, texts: Sequence[str]) -> int:
        """The line of the first cell with one of these texts."""
        return self.body.lines[next(self.cells.rows_of(texts))[0]]


class Undeclared(NamedTuple):
    """What stands twice or more in all files together and nobody declared."""

    numbers: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()
    """Folded."""

    def has(self, text: str) -> bool:
        """Whether a spelling is one of them."""
        number = whole_number(text)
        return number in self.numbers if number is not None else fold(text) in self.texts


def undeclared(columns: Sequence[ItemColumn]) -> tuple[list[Problem], Undeclared]:
    """Numbers outside the scale and texts that occur twice or more, with a problem for each number."""
    numbers = _numbers(columns)
    values = {code for column in columns for code in column.reading.meaning.values() if code >= LEAST_VALUE}
    problems = [
        _undeclared(number, places, counts_from_0=number == 0 and places[0][0].scale.maximum not in values)
        for number, places in sorted(numbers.items())
    ]
    return problems, Undeclared(frozenset(numbers), frozenset(map(fold, _texts(columns))))


def _numbers(columns: Sequence[ItemColumn]) -> dict[int, list[tuple[ItemColumn, str, int]]]:
    found: dict[int, list[tuple[ItemColumn, str, int]]] = defaultdict(list)
    for column in columns:
        for text, count in column.reading.unreadable.items():
            number = whole_number(text)
            if number is not None and (number not in column.scale.values or text in column.reading.labels):
                found[number].append((column, text, count))
    return {number: places for number, places in found.items() if sum(count for *_, count in places) >= 2}


def _texts(columns: Sequence[ItemColumn]) -> Counter[str]:
    """The texts that nobody declared and that stand twice or more, by their commonest spelling."""
    counts: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for column in columns:
        for text, count in column.reading.unreadable.items():
            label = column.reading.labels.get(text, text)
            if whole_number(label) is None and not is_date(label):
                counts[fold(label)] += count
                spelled[fold(label)][clean(label).strip()] += count
    return Counter({spelled[text].most_common(1)[0][0]: count for text, count in counts.items() if count > 1})


def undeclared_texts(columns: Sequence[ItemColumn]) -> list[Doubt]:
    """One doubt that stops for all texts that stand twice or more and nobody declared."""
    texts = _texts(columns)
    if not texts:
        return []
    folded = set(map(fold, texts))
    places = [
        (column.first([text]), column.column.position, column)
        for column in columns
        for text in column.reading.unreadable
        if fold(column.reading.labels.get(text, text)) in folded
    ]
    first = places[0][2].file
    line, _, column = min((place for place in places if place[2].file == first), key=lambda place: place[:2])
    stands = f"{_named(texts)} {'stands' if len(texts) == 1 else 'stand'} {texts.total():,} times"
    many = amount(len({(place.file, place.item) for *_, place in places}), "column")
    what = "an answer" if len(texts) == 1 else "answers"
    text = f"{stands} in {many}, first in {column.column}: {what} nobody declared"
    settles = _settling(texts)
    return [Doubt(DoubtKind.UNDECLARED_TEXT, text, texts.total(), first, line, settles=settles, stops=True)]


def _settling(texts: Counter[str]) -> str:
    first = next(iter(texts.most_common(1)))[0]
    quoted = json.dumps(first, ensure_ascii=False)
    return f"`codes: {{unsure: [{quoted}]}}`, or not_relevant, blank, or `values: {{{quoted}: 4}}`"


def is_date(text: str) -> bool:
    """Whether a cell is a date, as spreadsheets make them of `1-5` and of numbers."""
    return _DATE.fullmatch(fold(text)) is not None


def _undeclared(number: int, places: Sequence[tuple[ItemColumn, str, int]], *, counts_from_0: bool) -> Problem:
    scale = places[0][0].scale
    cells = sum(count for *_, count in places)
    files: dict[str, list[tuple[ItemColumn, str, int]]] = defaultdict(list)
    for place in places:
        files[place[0].file].append(place)
    file, inside = next(iter(files.items()))
    line, _, column = min((place.first([text]), place.column.position, str(place.column)) for place, text, _ in inside)
    many = amount(len({(place[0].file, place[0].item) for place in places}), "column")
    labels = [place[0].reading.labels[place[1]] for place in places if place[1] in place[0].reading.labels]
    called = f" ({shown(labels[0])})" if labels else ""
    message = (
        f"{number}{called} stands {cells} times in {many}, first in {column}: a code nobody declared, "
        f"outside {scale.minimum} to {scale.maximum}; "
        "a mapping file (--map) says what it means: unsure, not relevant, blank"
    )
    if counts_from_0:
        message += f"; {scale.maximum} never occurs: the file may count from 0"
    return Problem(message, file, line)


def contradictions(columns: Sequence[ItemColumn], cells: CellReader) -> list[Problem]:
    """Columns in which `5 – Slet ikke` shows that bare numbers don't mean what they mean in the question set."""
    problems = []
    for column in columns:
        of_scale = cells.of_scale(column.scale)
        texts = [text for text in column.reading.unreadable if of_scale.contradicts_itself(text)]
        if texts:
            message = f"{column.column}: {shown(texts[0])}, number and label are different answers in the question set"
            problems.append(Problem(message, column.file, column.first(texts)))
    return problems


def unreadable(columns: Sequence[ItemColumn], named: Undeclared) -> list[Problem]:
    """Columns of one file with too much that can't be read. named: what is named already, for all columns at once."""
    hopeless: list[ItemColumn] = []
    problems: list[Problem] = []
    texts: Counter[str] = Counter()
    for column in columns:
        bad = column.reading.unreadable
        labels = column.reading.labels
        rest = Counter({labels.get(t, t): n for t, n in bad.items() if whole_number(t) not in named.numbers})
        rest = Counter({text: n for text, n in rest.items() if not is_date(text)})
        given = column.reading.given
        if not rest:
            continue
        known = all(named.has(text) for text in rest)
        if bad.total() == given:
            hopeless.append(column)
            texts += rest
            message = f"{column.column}: no readable cell among {given:,}"
        elif bad.total() >= _AT_LEAST and bad.total() * 5 > given:
            message = f"{column.column}: {bad.total():,} of {given:,} cells can't be read; found {_named(rest)}"
        else:
            continue
        if not known:
            problems.append(Problem(message, column.file, column.first(list(bad))))
    if len(hopeless) == 1 and not problems:
        message = f"{hopeless[0].column}: no readable cell among {hopeless[0].reading.given:,}"
        problems.append(Problem(message, hopeless[0].file, hopeless[0].first(list(hopeless[0].reading.unreadable))))
    if hopeless:
        message = (
            f"{amount(len(hopeless), 'column')} without a readable cell; the texts found: {_named(texts)}; "
            "another scale is not mapped by itself; a mapping file can give its texts values (--map)"
        )
        problems.insert(0, Problem(message, hopeless[0].file))
    return problems


def _named(texts: Counter[str]) -> str:
    return listing((shown(text) for text, _ in texts.most_common()), len(texts), _TEXTS_NAMED)
