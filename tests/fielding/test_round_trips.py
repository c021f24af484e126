"""Exported, filled in at random as each system would export it, and read back: the same figures."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from samskab_cli.fielding.answer_sheet import xlsx_sheet
from samskab_cli.fielding.form import Form
from samskab_cli.fielding.limesurvey import limesurvey_structure
from samskab_cli.fielding.plain_text import text_to_paste
from samskab_cli.fielding.surveyjs import surveyjs_form
from samskab_cli.fielding.xlsform import xlsform
from samskab_cli.loading.sets.bundled import bundled_names
from samskab_cli.loading.sets.load import load_question_set
from tests.fielding.random_sets import Answered, expected, figures, label_of, random_answers, random_set, saved

SETS = [*bundled_names(), *range(10)]
Filled = Callable[[Form, Sequence[Answered], Path], Path]


def table(
    path: Path, rows: Sequence[Sequence[object]], *, delimiter: str, bom: bool = False, quoted: bool = False
) -> Path:
    out = io.StringIO()
    if quoted:
        csv.writer(out, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(rows)
    else:
        csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8-sig" if bom else "utf-8", newline="")
    return path


def role_label(form: Form, person: Answered) -> list[str]:
    return [form.text(form.question_set.role_by_id[person.role].label)] if person.role else []


def labels(form: Form, person: Answered) -> list[str]:
    return [label_of(form.question_set, code, form.language) if code else "" for code in person.cells.values()]


def limesurvey(form: Form, people: Sequence[Answered], folder: Path, heading: str = "name") -> Path:
    """Question codes as headings, full answers: the texts of the survey's own answers."""
    rows = list(csv.DictReader(io.StringIO(limesurvey_structure(form)), delimiter="\t"))
    asked = (row for row in rows if row["class"] == "Q" and row["language"] == form.language)
    head = ["id", "submitdate", "lastpage", "startlanguage", "seed", *(html.unescape(row[heading]) for row in asked)]
    body = [
        [number, "2026-11-03 09:00:00", "5", form.language, "1", *role_label(form, person), *labels(form, person)]
        for number, person in enumerate(people, start=1)
    ]
    return table(folder / "results-survey1.csv", [head, *body, []], delimiter=",", bom=True, quoted=True)


def limesurvey_in_full(form: Form, people: Sequence[Answered], folder: Path) -> Path:
    """Full texts of questions as headings, as LimeSurvey writes them: without entities."""
    return limesurvey(form, people, folder, heading="text")


def names_in_xlsform(form: Form, separator: str) -> list[str]:
    """The column of every question, with the group that it stands in."""
    survey = openpyxl.load_workbook(io.BytesIO(xlsform(form)))["survey"]
    head, *rows = survey.iter_rows(values_only=True)
    found: list[str] = []
    group = ""
    for row in rows:
        cells = {str(key): str(value) for key, value in zip(head, row, strict=True)}
        if cells["type"] == "begin_group":
            group = cells["name"] + separator
        elif cells["type"] == "end_group":
            group = ""
        elif cells["type"].startswith("select_one"):
            found.append(group + cells["name"])
    return found


def codes(person: Answered) -> list[str]:
    return [*([person.role] if person.role else []), *(code or "" for code in person.cells.values())]


def kobo(form: Form, people: Sequence[Answered], folder: Path) -> Path:
    head = ["start", "end", *names_in_xlsform(form, "/"), "_id", "_uuid", "_validation_status"]
    body = [["2026-11-03T09:00", "", *codes(person), number, "u", ""] for number, person in enumerate(people, start=1)]
    return table(folder / "kobo.csv", [head, *body], delimiter=";", quoted=True)


def odk(form: Form, people: Sequence[Answered], folder: Path) -> Path:
    head = ["SubmissionDate", "meta-instanceID", *names_in_xlsform(form, "-"), "KEY", "ReviewState"]
    body = [["2026-11-03", f"uuid:{n}", *codes(person), f"uuid:{n}", ""] for n, person in enumerate(people, start=1)]
    return table(folder / "odk.csv", [head, *body], delimiter=",")


def pasted(form: Form) -> tuple[list[str], list[str]]:
    """The title of the question about the role, and the statements, as somebody pastes them."""
    lines = text_to_paste(form).splitlines()
    statements = {form.text(item.text) for item in form.items}
    title = [line for line in lines if line == form.role_column.capitalize()]
    return title, [line for line in lines if line in statements]


def google(form: Form, people: Sequence[Answered], folder: Path) -> Path:
    role, statements = pasted(form)
    stem = form.question_set.scale.stem
    asked = [f"{form.text(stem)} [{text}]" if stem else text for text in statements]
    body = [["03-11-2026 09.00.00", *role_label(form, person), *labels(form, person)] for person in people]
    return table(folder / "google.csv", [["Tidsstempel", *role, *asked], *body], delimiter=",")


def surveyxact(form: Form, people: Sequence[Answered], folder: Path) -> Path:
    """Codes in the order of the pasted answers, names that say nothing, and the two files that explain them."""
    _, statements = pasted(form)
    stem = form.question_set.scale.stem
    before = f"{form.text(stem)} - " if stem else ""
    names = [f"s_{number}" for number in range(1, len(statements) + 1)]
    meant = {choice.code: number for number, choice in enumerate(form.choices, start=1)}
    roles = {role.id: number for number, role in enumerate(form.roles, start=1)}
    role = [form.role_column] if roles else []

    def coded_role(person: Answered) -> list[int]:
        return [roles[person.role]] if person.role else []

    explained = [(role[0], roles[one.id], form.text(one.label)) for one in form.roles]
    explained += [(name, meant[choice.code], form.text(choice.label)) for name in names for choice in form.choices]
    texts = [(name, "Closed", before + text) for name, text in zip(names, statements, strict=True)]
    in_utf16(
        folder / "structure_1.csv",
        [
            ["questionName", "variableName", "questionType", "subType", "questionText", "choiceValue", "choiceText"],
            *([name, name, kind, "Single", text, "", ""] for name, kind, text in texts),
        ],
    )
    in_utf16(folder / "labels_1.csv", explained)
    head = ["survey", "responde", "organiza", "digitald", *role, *names, "stato_4"]
    body = [
        [1, number, 3, 1, *coded_role(person), *(meant.get(code or "", "") for code in person.cells.values()), 1]
        for number, person in enumerate(people, start=901)
    ]
    return in_utf16(folder / "dataset_1.csv", [head, *body])


def in_utf16(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    table(path, rows, delimiter="\t")
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-16", newline="")
    return path


def microsoft(form: Form, people: Sequence[Answered], folder: Path) -> Path:
    """One sheet; the statement alone is the heading, some with a hard blank at their end."""
    role, statements = pasted(form)
    own = ["Id", "Starttidspunkt", "Fuldførelsestidspunkt", "Mail", "Navn"]
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    sheet.append([*own, *role, *(f"{text}\u00a0" if number % 3 else text for number, text in enumerate(statements))])
    for number, person in enumerate(people, start=1):
        answers = [*role_label(form, person), *labels(form, person)]
        sheet.append([number, "2026-11-03", "2026-11-03", "anonymous", "", *answers])
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    path = folder / "Sag (1-12).xlsx"
    book.save(path)
    return path


def answer_sheet(form: Form, people: Sequence[Answered], folder: Path) -> Path:
    """The exported workbook itself, as somebody fills it in from its lists."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx_sheet(form)))
    sheet = book.worksheets[0]
    for number, person in enumerate(people, start=1):
        listed = (int(code) if code and code.isdecimal() else code for code in person.cells.values())
        answers = [
            label_of(form.question_set, code, form.language) if isinstance(code, str) else code for code in listed
        ]
        sheet.append([number, *role_label(form, person), *answers])
    path = folder / "svarark.xlsx"
    book.save(path)
    return path


def surveyjs(form: Form, people: Sequence[Answered], folder: Path) -> Path:
    """A list of answers, a name a question, nothing where nothing was answered."""
    survey = json.loads(surveyjs_form(form))
    questions = [one for page in survey["pages"][1:] for one in page["elements"] if one["type"] == "radiogroup"]
    values = {str(choice["value"]): choice["value"] for choice in questions[0]["choices"]}
    found = []
    for person in people:
        answered: dict[str, object] = {form.role_column: person.role} if person.role else {}
        for name in (question["name"] for question in questions):
            code = person.cells[name]
            if code:
                answered[name] = values[code]
        found.append(answered)
    path = folder / "results.json"
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "fill", [limesurvey, limesurvey_in_full, kobo, odk, google, surveyxact, microsoft, answer_sheet, surveyjs]
)
@pytest.mark.parametrize("which", SETS)
def test_what_comes_back_gives_the_figures_that_were_answered(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, which: str | int, fill: Filled
) -> None:
    question_set = load_question_set(which) if isinstance(which, str) else random_set(which)
    questions = which if isinstance(which, str) else saved(question_set, tmp_path)
    people = random_answers(question_set, seed=7)
    form = Form(question_set, question_set.languages[0])

    path = fill(form, people, tmp_path)

    assert figures(capfd, path, questions) == expected(capfd, people, question_set, questions, tmp_path)
