"""When unreadable cells stop the run: they point at a mapping mistake or at a code that nobody declared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samskab_cli.errors import Problem
from samskab_cli.loading.answers.cells import CellReader, ColumnReading, whole_number
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.dictionary_column import CodedColumn
from samskab_cli.loading.answers.record_reader import Body
from samskab_cli.model.question_set import ResponseScale
from samskab_cli.model.text import shown

_AT_LEAST: Final = 5
_TEXTS_NAMED: Final = 8


@dataclass(frozen=True)
class ItemColumn:
    """One item's column of one file, read."""

    file: str
    item: str
    column: Column
    cells: CodedColumn
    reading: ColumnReading
    body: Body

    def first(self, texts: Sequence[str]) -> int:
        """The line of the first cell with one of these texts."""
        return self.body.lines[next(self.cells.rows_of(texts))[0]]


def undeclared(columns: Sequence[ItemColumn], scale: ResponseScale) -> tuple[list[Problem], frozenset[int]]:
    """Whole numbers outside the scale that occur twice or more: codes nobody declared; with a problem for each."""
    found: dict[int, list[tuple[ItemColumn, str, int]]] = defaultdict(list)
    for column in columns:
        for text, count in column.reading.unreadable.items():
            number = whole_number(text)
            if number is not None and (number not in scale.values or text in column.reading.labels):
                found[number].append((column, text, count))
    codes = {number: places for number, places in found.items() if sum(count for *_, count in places) >= 2}
    values = {code for column in columns for code in column.reading.meaning.values() if code >= 0}
    problems = [
        _undeclared(number, places, scale, counts_from_0=number == 0 and scale.maximum not in values)
        for number, places in sorted(codes.items())
    ]
    return problems, frozenset(codes)


def _undeclared(
    number: int, places: Sequence[tuple[ItemColumn, str, int]], scale: ResponseScale, *, counts_from_0: bool
) -> Problem:
    cells = sum(count for *_, count in places)
    files: dict[str, list[tuple[ItemColumn, str, int]]] = defaultdict(list)
    for place in places:
        files[place[0].file].append(place)
    file, inside = next(iter(files.items()))
    line, _, column = min((place.first([text]), place.column.position, str(place.column)) for place, text, _ in inside)
    many = len({(place[0].file, place[0].item) for place in places})
    labels = [place[0].reading.labels[place[1]] for place in places if place[1] in place[0].reading.labels]
    called = f" ({shown(labels[0])})" if labels else ""
    message = (
        f"{number}{called} stands {cells} times in {_columns(many)}, first in {column}: a code nobody declared, "
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
        texts = [text for text in column.reading.unreadable if cells.contradicts_itself(text)]
        if texts:
            message = f"{column.column}: {shown(texts[0])}, number and label are different answers in the question set"
            problems.append(Problem(message, column.file, column.first(texts)))
    return problems


def unreadable(columns: Sequence[ItemColumn], codes: frozenset[int]) -> list[Problem]:
    """Columns of one file with too much that can't be read; cells that hold an undeclared code are named already."""
    hopeless: list[ItemColumn] = []
    problems: list[Problem] = []
    texts: Counter[str] = Counter()
    for column in columns:
        bad = column.reading.unreadable
        said = column.reading.labels
        rest = Counter({said.get(t, t): count for t, count in bad.items() if whole_number(t) not in codes})
        given = column.reading.given
        if not rest:
            continue
        if bad.total() == given:
            hopeless.append(column)
            texts += rest
            message = f"{column.column}: no readable cell among {given:,}"
            problems.append(Problem(message, column.file, column.first(list(bad))))
        elif bad.total() >= _AT_LEAST and bad.total() * 5 > given:
            message = f"{column.column}: {bad.total():,} of {given:,} cells can't be read; found {_named(rest)}"
            problems.append(Problem(message, column.file, column.first(list(bad))))
    if hopeless:
        message = (
            f"{_columns(len(hopeless))} without a readable cell; the texts found: {_named(texts)}; "
            "another scale is not mapped by itself; a mapping file can give its texts values (--map)"
        )
        problems.insert(0, Problem(message, hopeless[0].file))
    return problems


def _named(texts: Counter[str]) -> str:
    some = ", ".join(shown(text) for text, _ in texts.most_common(_TEXTS_NAMED))
    return f"{some} and {len(texts) - _TEXTS_NAMED} more" if len(texts) > _TEXTS_NAMED else some


def _columns(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"
