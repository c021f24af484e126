"""A report as a workbook: what the report says, on four sheets; numbers as numbers, foreign text as text only."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samskab_cli.reporting.item_columns import item_columns
from samskab_cli.reporting.report_view import FigureView, PartView, ReportView, SideFigureView
from samskab_cli.reporting.tables import safe_cell
from samskab_cli.reporting.wording import ReportWords

_TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDEST = 70
_NARROWEST = 9

Cell = str | Decimal | None


@dataclass(frozen=True)
class _Sheet:
    """One sheet: its name, the heads of its columns, and its rows."""

    name: str
    heads: tuple[str, ...]
    rows: list[list[Cell]]


def render(view: ReportView) -> bytes:
    """The report as `.xlsx`: summary, dimensions and gates, statements, sides.

    Numbers are the report's own, with one decimal, so that no cell says more or less than a page does; the full ones
    are in the JSON.
    """
    words = ReportWords(view.language)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _TEXT_ONLY) as book:
        styles = _Styles(
            head=book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            text=book.add_format({"text_wrap": True, "valign": "top"}),
            numbers=tuple(book.add_format({"num_format": code, "valign": "top"}) for code in ("0", "0.0", "0.00")),
        )
        for sheet in (_summary(view, words), _dimensions(view, words), _items(view, words), _sides(view, words)):
            _write(book.add_worksheet(sheet.name), sheet, styles)
    return out.getvalue()


@dataclass(frozen=True)
class _Styles:
    head: Format
    text: Format
    numbers: tuple[Format, ...]
    """By the number of decimals."""


def _write(page: Worksheet, sheet: _Sheet, styles: _Styles) -> None:
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    for at, head in enumerate(sheet.heads):
        page.write_string(0, at, safe_cell(head), styles.head)
        longest = max((len(str(row[at])) for row in sheet.rows if row[at] is not None), default=0)
        page.set_column(at, at, min(max(longest, len(head), _NARROWEST) + 2, _WIDEST))
    for down, row in enumerate(sheet.rows, start=1):
        for at, cell in enumerate(row):
            match cell:
                case None | "":
                    continue
                case str():
                    page.write_string(down, at, safe_cell(cell), styles.text)
                case Decimal():
                    page.write_number(down, at, float(cell), styles.numbers[-int(cell.as_tuple().exponent)])


def _summary(view: ReportView, words: ReportWords) -> _Sheet:
    pages, heads, verdict = words.pages, words.headings, view.verdict
    rows: list[list[Cell]] = [
        ["", view.heading],
        ["", view.facts],
        [view.title, f"{verdict.provisional}: {verdict.label}" if verdict.provisional else verdict.label],
    ]
    rows += [
        ["", text] for text in (*verdict.remarks, verdict.text, verdict.sure, verdict.range, *verdict.near) if text
    ]
    said = [(pages.why, verdict.why), (pages.differs, verdict.differs), *((pages.who, one) for one in verdict.who)]
    rows += [[label, text] for label, text in said if text]
    rows += _under(pages.intro, (block.text for block in view.intro))
    rows += _under(heads.held_back, verdict.held_back)
    rows += _under(heads.not_asked, verdict.not_asked)
    for one in view.discuss:
        rows.append([heads.discuss, f"{one.item.text} {one.reason} {one.dilemma}".strip()])
    rows += _under(heads.discuss, (view.no_discuss,))
    steps = view.next_steps
    for move in steps.moves:
        advice = " · ".join(part for part in (move.what, move.who, f"{move.within} {move.until}".strip()) if part)
        rows.append([heads.next_steps, f"{move.text} ({move.gain}) {advice}".strip()])
    rows += _under(heads.next_steps, (steps.no_moves,))
    rows += _under(heads.actions, (f"{one.what} ({one.by})" if one.by else one.what for one in steps.actions))
    rows += _under(heads.dilemmas, (one.text for one in steps.dilemmas))
    rows += _under(heads.agreed, (f"{one.about} {one.text}" for one in steps.agreed))
    rows += _under(heads.notes, (one.text for one in steps.notes))
    rows += _under(heads.notes, (words.steps.next_date.format(date=steps.next_date),) if steps.next_date else ())
    rows += _under(pages.conclusion, (block.text for block in view.conclusion))
    rows += _under(heads.evidence, (view.evidence.sentence, *(one.text for one in view.evidence.examples)))
    rows += [[label, _value(number, words)] for label, number in (*view.answers.sides, *view.answers.cells)]
    rows += _under(heads.answers, view.answers.remarks)
    rows += _under(heads.method, view.method)
    rows.append([pages.caveat, view.caveat])
    return _Sheet(pages.document, (pages.topic, pages.text), rows)


def _under(label: str, texts: Iterable[str]) -> list[list[Cell]]:
    return [[label, text] for text in texts if text]


def _dimensions(view: ReportView, words: ReportWords) -> _Sheet:
    """Dimensions, gates with their parts, indicators: each figure a row."""
    pages, columns = words.pages, words.columns
    rows: list[list[Cell]] = [
        [words.headings.dimensions, row.title, _number(row.figure, words), row.span, row.word if row.level else ""]
        for row in (*view.dimensions, view.overall)
    ]
    for gate in view.gates:
        shown = _number(gate.figure, words) if gate.state else gate.text
        rows.append([words.headings.gates, gate.title, shown, gate.span, gate.word])
        rows += _parts(gate.title, gate.parts, columns.weakest, words)
    for indicator in view.indicators:
        rows += _parts(indicator.title, indicator.parts, columns.lowest, words)
    return _Sheet(words.headings.dimensions, ("", pages.topic, columns.score, columns.span, pages.state), rows)


def _parts(title: str, parts: Sequence[PartView], lowest: str, words: ReportWords) -> list[list[Cell]]:
    return [[title, part.title, _number(part.figure, words), "", lowest if part.weakest else ""] for part in parts]


def _items(view: ReportView, words: ReportWords) -> _Sheet:
    """Every statement: its answers, its figures, and its sides."""
    columns = item_columns(view, words)
    sides = view.comparison.sides
    figures = (f"{one.head} = {one.meaning}" if one.meaning else one.head for one in columns)
    rows: list[list[Cell]] = []
    for at, item in enumerate(view.items):
        row: list[Cell] = [item.id, item.text, words.columns.reverse if item.reverse else ""]
        row += [_value(one.texts[at], words) for one in columns]
        row += [_side(item.sides, side.id, words) for side in sides]
        rows.append(row)
    heads = ("", words.pages.statement, words.columns.reverse, *figures, *(side.label for side in sides))
    return _Sheet(words.headings.items, heads, rows)


def _sides(view: ReportView, words: ReportWords) -> _Sheet:
    compared, columns = view.comparison, words.columns
    rows: list[list[Cell]] = [
        [row.title, *(_side(row.sides, side.id, words) for side in compared.sides), _value(row.gap, words)]
        for row in compared.rows
    ]
    if compared.overall:
        figures = (_side(compared.overall, side.id, words) for side in compared.sides)
        rows.append([words.figures.mean, *figures, _value(view.overall.gap, words)])
    rows += [[text, *("" for _ in compared.sides), ""] for text in (compared.note,) if text]
    heads = (words.pages.topic, *(side.label for side in compared.sides), columns.gap)
    return _Sheet(words.pages.side, heads, rows)


def _side(sides: Sequence[SideFigureView], side: str, words: ReportWords) -> Cell:
    figure = next((one.figure for one in sides if one.side.id == side), None)
    return None if figure is None else _number(figure, words)


def _number(figure: FigureView, words: ReportWords) -> Cell:
    """The figure as it is shown; what is withheld says why."""
    if figure.kind == "number":
        return _value(figure.text, words)
    return f"{figure.text}: {figure.reason}" if figure.reason else figure.text


def _value(text: str, words: ReportWords) -> Cell:
    """A shown number as a number with its decimals; any other text as itself."""
    plain = text.replace("\N{MINUS SIGN}", "-").replace(words.thousands_mark, "").replace(words.decimal_mark, ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return text
    return number if number.is_finite() and -2 <= int(number.as_tuple().exponent) <= 0 else text
