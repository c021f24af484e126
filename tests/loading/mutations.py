"""Good files made messy, by seed: what people, spreadsheets and survey systems do to a table of answers."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TYPE_CHECKING, Final

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet

Rows = list[list[str]]
FIRST: Final = 2
"""Columns before the items: respondent and role."""


@dataclass(frozen=True)
class Table:
    """A table on its way to become messy."""

    rows: Rows
    """The first is the header."""
    asked: QuestionSet
    delimiter: str = ","
    encoding: str = "utf-8"
    titles: Rows = field(default_factory=list)
    as_xlsx: bool = False
    garble: bool = False
    """Whether its bytes are taken for Windows-1252 and written in UTF-8 once more."""

    def cells(self, change: Callable[[str], str]) -> Table:
        """The same with every answer changed."""
        header, *rows = self.rows
        return replace(self, rows=[header, *([*row[:FIRST], *map(change, row[FIRST:])] for row in rows)])

    def content(self) -> tuple[str, bytes]:
        """A file name and what is in it."""
        rows = [*self.titles, *self.rows]
        if self.as_xlsx:
            book = openpyxl.Workbook()
            sheet = book.active
            assert isinstance(sheet, Worksheet)
            for row in rows:
                sheet.append([int(cell) if cell.isdecimal() else cell or None for cell in row])
            file = io.BytesIO()
            book.save(file)
            return "svar.xlsx", file.getvalue()
        text = "".join(self.delimiter.join(map(self._quoted, row)) + "\n" for row in rows)
        if self.garble:
            text = text.encode("utf-8").decode("cp1252", "replace")
        return "svar.csv", text.encode(self.encoding, "replace")

    def _quoted(self, cell: str) -> str:
        quoted = cell.replace('"', '""')
        return f'"{quoted}"' if self.delimiter in cell or '"' in cell or "\n" in cell else cell


Mutation = Callable[[Table, random.Random], Table]


def labels(table: Table, chance: random.Random) -> Table:
    language = chance.choice(table.asked.languages)
    known = {str(option.value): option.label.text(language) for option in table.asked.scale.options}
    known |= {other.code: other.label.text(language) for other in table.asked.scale.others}
    return table.cells(lambda cell: known.get(cell, cell))


def numbered_labels(table: Table, chance: random.Random) -> Table:
    form = chance.choice(
        ["[{n}] {t}", "{t} ({n})", "({n}) {t}", "{n} {t}", "{n}, {t}", "{n} - {t}", "{n}={t}", "{t} [{n}]"]
    )
    known = {str(o.value): form.format(n=o.value, t=o.label.text("da")) for o in table.asked.scale.options}
    return table.cells(lambda cell: known.get(cell, cell))


def contradicting_labels(table: Table, chance: random.Random) -> Table:
    shift = chance.choice([-1, 1])
    known = {str(o.value): f"[{o.value + shift}] {o.label.text('da')}" for o in table.asked.scale.options}
    return table.cells(lambda cell: known.get(cell, cell))


def shares(table: Table, chance: random.Random) -> Table:
    form = chance.choice(["{n}/5", "{n} / 5", "{n} af 5", "({n})", "{n},0", "{n}.00", "'{n}", "{n},00E+00"])
    return table.cells(lambda cell: form.format(n=cell) if cell.isdecimal() else cell)


def words_for_nothing(table: Table, chance: random.Random) -> Table:
    word = chance.choice("NULL None nan NaN . - -- #N/A (tom) {question_not_shown} <NA> NA N/A".split())  # noqa: SIM905
    share = chance.choice([1.0, 1.0, 0.5])
    return table.cells(lambda cell: word if not cell and chance.random() < share else cell)


def one_answer_reworded(table: Table, chance: random.Random) -> Table:
    old = chance.choice(["5", "4", "dk"])
    new = chance.choice(["Meget enig", "Ved ikke / ikke relevant", "Ja", "Topkarakter", "3,5"])
    share = chance.choice([0.1, 1.0])
    return table.cells(lambda cell: new if cell == old and chance.random() < share else cell)


def dates(table: Table, chance: random.Random) -> Table:
    form = chance.choice(["0{n}-jan", "{n}-feb", "1900-01-0{n}", "1900-01-0{n} 00:00:00", "0{n}.01.1900"])
    return table.cells(lambda cell: form.format(n=cell) if cell.isdecimal() and chance.random() < 0.3 else cell)


def counts_from_0(table: Table, _: random.Random) -> Table:
    return table.cells(lambda cell: str(int(cell) - 1) if cell.isdecimal() else cell)


def four_points(table: Table, chance: random.Random) -> Table:
    """An end of the scale isn't used; in fewer than 500 values that may be chance, and nothing is done."""
    old, new = chance.choice([("5", "4"), ("1", "2")])
    if sum(cell.isdecimal() for row in table.rows[1:] for cell in row[FIRST:]) < 500:
        return table
    return table.cells(lambda cell: new if cell == old else cell)


def summary(table: Table, chance: random.Random) -> Table:
    items = zip(*(row[FIRST:] for row in table.rows[1:]), strict=True)
    figures = [[int(cell) for cell in column if cell.isdecimal()] or [0] for column in items]
    word = chance.choice(["Median", "Gennemsnit", "Mean", "Min", "Maks", "Total", "n", "I alt", "Average:", ""])
    cells = [str(round(median(each))) for each in figures]
    if word in {"Gennemsnit", "Mean", "Average:"}:
        cells = [f"{sum(each) / len(each):.2f}" for each in figures]
    row = chance.choice([[word, ""], ["", word]])
    return replace(table, rows=[*table.rows, [*row, *cells]])


def second_heading(table: Table, chance: random.Random) -> Table:
    items = table.asked.items
    row = chance.choice(
        [
            ["", "", *(str(number) for number in range(1, len(items) + 1))],
            ["", "", *(f"Q{number}" for number in range(1, len(items) + 1))],
            ["tekst", "tekst", *["1-5"] * len(items)],
            ["string", "string", *["numeric"] * len(items)],
            ["Svarperson", "Rolle", *(item.text.text("da") for item in items)],
            ["", "", *(item.text.text("en") for item in items)],
        ]
    )
    return replace(table, rows=[table.rows[0], row, *table.rows[1:]])


def legend(table: Table, chance: random.Random) -> Table:
    width = len(table.rows[0])
    texts = chance.choice([["1 = Slet ikke", "5 = I meget høj grad"], ["Kilde: udtræk 3.11.2026"], ["Note: fiktivt"]])
    return replace(table, rows=[*table.rows, *([text, *[""] * (width - 1)] for text in texts)])


def title(table: Table, chance: random.Random) -> Table:
    width = len(table.rows[0])
    lines = chance.choice([["Udtræk af svar 3.11.2026"], ["Undersøgelse", "412"], ["# Eksporteret", "# fiktivt"]])
    return replace(table, titles=[[line, *[""] * (width - 1)] for line in lines])


def rows_again(table: Table, chance: random.Random) -> Table:
    name = chance.choice(["_uuid", "Response ID", "record_id", "ResponseId", "ID", "Tidsstempel"])
    header, *rows = table.rows
    stamp = "2026-11-03 09:{:02d}:{:02d}" if name == "Tidsstempel" else "u-{}{}"
    rows = [[stamp.format(*divmod(number * 7, 60)), *row[1:]] for number, row in enumerate(rows)]
    again = [list(row) for row in chance.sample(rows, 4)]
    if chance.random() < 0.3 and name != "Tidsstempel":
        again[0][FIRST] = "1" if again[0][FIRST] != "1" else "2"
    return replace(table, rows=[[name, *header[1:]], *rows, *again])


def ids(table: Table, chance: random.Random) -> Table:
    one = chance.choice(["anonymous", "1,23457E+11", "anonym", "NA"])
    header, *rows = table.rows
    return replace(table, rows=[header, *([one, *row[1:]] for row in rows)], delimiter=";")


def roles(table: Table, chance: random.Random) -> Table:
    how = chance.choice(["no blanks", "capitals", "numbered", "longer", "some blank"])
    named = {role.id: _renamed(role.label.text("da"), how) for role in table.asked.roles}
    header, *rows = table.rows
    return replace(table, rows=[header, *([row[0], named.get(row[1], row[1]), *row[2:]] for row in rows)])


def _renamed(label: str, how: str) -> str:
    match how:
        case "no blanks":
            return label.replace(" / ", "/")
        case "capitals":
            return label.upper()
        case "numbered":
            return f"[1] {label}"
        case "longer":
            return f"{label} eller lignende"
        case _:
            return "" if label.startswith("M") else label


def texts_as_headings(table: Table, chance: random.Random) -> Table:
    form = chance.choice(
        ["{t}", "{i}. {t}", "Q{i}. {t}", "({i}) {t}", "{i}.{i} {t}", "{t} *", '"{t}"', "Spm. {i}: {t}"]
    )
    headings = [
        form.format(i=number, t=item.text.text("da").rstrip(".") if chance.random() < 0.5 else item.text.text("da"))
        for number, item in enumerate(table.asked.items, start=1)
    ]
    return replace(table, rows=[[*table.rows[0][:FIRST], *headings], *table.rows[1:]])


def encoding(table: Table, chance: random.Random) -> Table:
    codec = chance.choice(["mac_roman", "cp850", "cp1252", "utf-16", "utf-8-sig", "twice", "ascii"])
    table = labels(table, chance)
    return replace(table, garble=True) if codec == "twice" else replace(table, encoding=codec)


def lost_letters(table: Table, chance: random.Random) -> Table:
    way = chance.choice([("ø", "oe"), ("ø", "o"), ("ø", "&oslash;"), ("ø", "\ufffd")])
    return labels(table, chance).cells(lambda cell: cell.replace(*way))


def long(table: Table, _: random.Random) -> Table:
    header, *rows = table.rows
    cells = [[*row[:FIRST], item, cell] for row in rows for item, cell in zip(header[FIRST:], row[FIRST:], strict=True)]
    return replace(table, rows=[[*header[:FIRST], "item", "svar"], *cells])


def two_rounds(table: Table, chance: random.Random) -> Table:
    name = chance.choice(["runde", "wave", "år"])
    header, *rows = table.rows
    return replace(table, rows=[[*header, name], *([*row, "2025"] for row in rows), *([*row, "2026"] for row in rows)])


def two_columns(table: Table, _: random.Random) -> Table:
    header, *rows = table.rows
    half = len(rows) // 2
    names = header[FIRST:]
    blank = [""] * len(names)
    first = [[*row[:FIRST], *row[FIRST:], *blank] for row in rows[:half]]
    second = [[*row[:FIRST], *blank, *row[FIRST:]] for row in rows[half:]]
    return replace(
        table, rows=[[*header[:FIRST], *(f"v1/{n}" for n in names), *(f"v2/{n}" for n in names)], *first, *second]
    )


def columns_moved(table: Table, chance: random.Random) -> Table:
    order = list(range(FIRST, len(table.rows[0])))
    chance.shuffle(order)
    return replace(table, rows=[[*row[:FIRST], *(row[at] for at in order)] for row in table.rows])


def workbook(table: Table, _: random.Random) -> Table:
    return replace(table, as_xlsx=True)


def semicolons(table: Table, chance: random.Random) -> Table:
    return replace(table, delimiter=chance.choice([";", "\t", "|"]))


CONTENT: Final[tuple[Mutation, ...]] = (
    labels, numbered_labels, contradicting_labels, shares, one_answer_reworded, dates, counts_from_0, four_points,
    encoding, lost_letters, words_for_nothing,
)  # fmt: skip
"""What happens to answers."""
SHAPE: Final[tuple[Mutation, ...]] = (
    summary, second_heading, legend, title, rows_again, ids, roles, texts_as_headings, long, two_rounds, two_columns,
    columns_moved,
)  # fmt: skip
"""What happens to rows and columns."""
LAST: Final[tuple[Mutation, ...]] = (workbook, semicolons)


def messy(table: Table, seed: int) -> tuple[str, Table]:
    """One to three mutations of a table, and their names."""
    chance = random.Random(seed)  # no secret
    chosen = [chance.choice(CONTENT)] if chance.random() < 0.6 else []
    chosen += [chance.choice(SHAPE)] if chance.random() < 0.6 or not chosen else []
    chosen += [chance.choice(LAST)] if chance.random() < 0.3 else []
    for mutation in chosen:
        table = mutation(table, chance)
    return " + ".join(mutation.__name__ for mutation in chosen), table
