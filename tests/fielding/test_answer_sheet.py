"""Answer sheets: what people see while they type, and that it is read back as it was typed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from samskab_cli.fielding.answer_sheet import csv_sheet, xlsx_sheet
from samskab_cli.fielding.form import Form
from samskab_cli.model.question_set import QuestionSet
from tests.fielding.random_sets import expected, figures, random_answers, random_set, saved

SEEDS = range(8)


def sheet_of(form: Form) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_sheet(form)))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_csv_sheet_filled_in_gives_the_same_figures(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, seed: int
) -> None:
    question_set = random_set(seed)
    questions, people = saved(question_set, tmp_path), random_answers(question_set, seed)
    form = Form(question_set, question_set.languages[0])
    text = csv_sheet(form)
    delimiter = ";" if form.language == "da" else ","
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for number, person in enumerate(people, start=1):
        role = [question_set.role_by_id[person.role].label.text(form.language)] if person.role else []
        rows.writerow([number, *role, *(person.cells[item.id] for item in form.items)])
    path = tmp_path / "sheet.csv"

    path.write_text(text + out.getvalue(), encoding="utf-8", newline="")

    assert figures(capfd, path, questions) == expected(capfd, people, question_set, questions, tmp_path)


def test_a_workbook_has_one_visible_sheet_with_a_column_an_item(readiness: QuestionSet) -> None:
    book = sheet_of(Form(readiness, "da"))

    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert [sheet.title for sheet in visible] == ["Svar"]
    assert [cell.value for cell in visible[0][1]] == ["respondent", "rolle", *readiness.item_by_id]
    assert visible[0].max_row == 1


def test_every_answer_cell_has_a_drop_down_and_the_statement_beside_it(readiness: QuestionSet) -> None:
    book = sheet_of(Form(readiness, "da", quick=True))
    rules = {str(rule.sqref): rule for rule in book["Svar"].data_validations.dataValidation}
    quick = [item for item in readiness.items if item.quick]
    lists = book["Lists"]

    assert [lists.cell(row, 1).value for row in range(1, 8)] == [1, 2, 3, 4, 5, "Ved ikke", "Ikke relevant"]
    assert [lists.cell(row, 2).value for row in range(1, 7)] == [role.label.text("da") for role in readiness.roles]
    assert rules["B2:B501"].formula1 == "Lists!$B$1:$B$6"
    for column, item in enumerate(quick, start=3):
        letter = get_column_letter(column)
        rule = rules[f"{letter}2:{letter}501"]
        assert (rule.type, rule.formula1, rule.allowBlank) == ("list", "Lists!$A$1:$A$7", True)
        assert rule.prompt == f"{item.text.text('da')}\n1 = Slet ikke … 5 = I meget høj grad"
    assert len(rules) == 2 + len(quick)


@pytest.mark.parametrize("length", [200, 255, 400])
def test_a_statement_longer_than_excel_shows_is_cut(length: int) -> None:
    question_set = random_set(1)
    content = question_set.model_dump(exclude_none=True)
    content["dimensions"][0]["items"][0]["text"] = "o" * length
    form = Form(QuestionSet.model_validate(content), question_set.languages[0])

    book = sheet_of(form)

    prompts = [rule.prompt for rule in book.worksheets[0].data_validations.dataValidation]
    assert max(map(len, prompts)) <= 255
    assert any(prompt.startswith("o" * 150) for prompt in prompts)


def test_a_set_without_roles_has_no_column_for_them() -> None:
    question_set = next(found for found in map(random_set, range(50)) if not found.roles)

    text = csv_sheet(Form(question_set, question_set.languages[0]))

    assert text.lstrip("\ufeff").replace(";", ",").split(",")[:2] == ["respondent", question_set.items[0].id]


def test_texts_that_look_like_formulas_stay_texts() -> None:
    question_set = next(found for found in map(random_set, range(50)) if found.roles)
    content = question_set.model_dump(exclude_none=True)
    content["roles"][0]["label"] = "=1+1"

    book = sheet_of(Form(QuestionSet.model_validate(content), question_set.languages[0]))

    assert book["Lists"]["B1"].data_type == "s"
