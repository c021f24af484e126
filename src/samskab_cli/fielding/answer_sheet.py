"""An answer sheet to type paper forms into: a row a person, a column an item; `samskab report` reads it as it is."""

from __future__ import annotations

import csv
import io
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samskab_cli.fielding.form import RESPONDENT, Form
from samskab_cli.fielding.wording import FormWords, form_words
from samskab_cli.fielding.workbook import workbook
from samskab_cli.model.question_set import Item

ROWS: Final = 500
"""Rows with drop-downs: more than a paper round ever has."""
_LISTS: Final = "Lists"
_TITLE: Final = 32
_MESSAGE: Final = 255
"""What Excel shows beside a cell has at most so many characters."""


def headings(form: Form) -> list[str]:
    """The heading of every column."""
    role = [form.role_column] if form.roles else []
    return [RESPONDENT, *role, *(item.id for item in form.items)]


def csv_sheet(form: Form) -> str:
    """The headings alone; with the separator that Excel expects in the form's language."""
    out = io.StringIO()
    csv.writer(out, delimiter=";" if form.language == "da" else ",", lineterminator="\r\n").writerow(headings(form))
    return f"\ufeff{out.getvalue()}"  # without the mark Excel takes the letters that are typed later for Windows-1252


def xlsx_sheet(form: Form) -> bytes:
    """A workbook with one visible sheet: drop-downs in every cell, and the statement beside the one being filled."""
    out = io.BytesIO()
    words = form_words(form.language)
    with workbook(out) as book:
        sheet = book.add_worksheet(words.sheet)
        lists = book.add_worksheet(_LISTS)
        _write_lists(lists, form)
        lists.hide()
        head = book.add_format({"bold": True, "rotation": 60, "bottom": 1})
        turned = [book.add_format({"left": 1}), book.add_format()]
        _write_headings(sheet, form, head)
        _write_drop_downs(sheet, form, words)
        first = len(headings(form)) - len(form.items)
        for section in form.sections:  # a line where a dimension begins
            sheet.set_column(first, first, 6, turned[0])
            if len(section.items) > 1:
                sheet.set_column(first + 1, first + len(section.items) - 1, 6, turned[1])
            first += len(section.items)
    return out.getvalue()


def _write_headings(sheet: Worksheet, form: Form, head: Format) -> None:
    for column, heading in enumerate(headings(form)):
        sheet.write_string(0, column, heading, head)
    sheet.set_row(0, 60)
    sheet.set_column(0, 0, 11)
    if form.roles:
        sheet.set_column(1, 1, max(10, *(len(form.text(role.label)) for role in form.roles)) + 2)
    sheet.freeze_panes(1, len(headings(form)) - len(form.items))


def _write_lists(lists: Worksheet, form: Form) -> None:
    """The answers and the roles, for drop-downs: a list in the rule itself is cut at commas and at 255 characters."""
    for row, option in enumerate(form.options):
        lists.write_number(row, 0, int(option.code))
    for row, other in enumerate(form.others, start=len(form.options)):
        lists.write_string(row, 0, form.text(other.label))
    for row, role in enumerate(form.roles):
        lists.write_string(row, 1, form.text(role.label))


def _write_drop_downs(sheet: Worksheet, form: Form, words: FormWords) -> None:
    sheet.data_validation(
        1, 0, ROWS, 0, {"validate": "any", "input_title": RESPONDENT, "input_message": words.sheet_respondent}
    )
    rule = {"validate": "list", "ignore_blank": True, "error_message": words.sheet_wrong}
    if form.roles:
        source = f"={_LISTS}!$B$1:$B${len(form.roles)}"
        shown = {"input_title": form.role_column, "input_message": words.sheet_role}
        sheet.data_validation(1, 1, ROWS, 1, {**rule, **shown, "source": source})
    source = f"={_LISTS}!$A$1:$A${len(form.choices)}"
    for column, item in enumerate(form.items, start=len(headings(form)) - len(form.items)):
        shown = {"input_title": f"{form.numbers[item.id]}. {item.id}"[:_TITLE], "input_message": _message(form, item)}
        sheet.data_validation(1, column, ROWS, column, {**rule, **shown, "source": source})


def _message(form: Form, item: Item) -> str:
    """The statement and what the ends of the scale mean, as far as there is room."""
    low, high = form.options[0], form.options[-1]
    ends = f"\n{low.code} = {form.text(low.label)} … {high.code} = {form.text(high.label)}"
    statement, room = form.text(item.text), _MESSAGE - len(ends)
    if room < len(statement) // 2:
        ends, room = "", _MESSAGE
    return (statement if len(statement) <= room else f"{statement[: room - 1]}…") + ends
