"""Structures for survey systems: each has every statement and answer in every language, under the names read back."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pyxform.xls2xform import convert

from samskab_cli.fielding.form import Form
from samskab_cli.fielding.limesurvey import answer_codes, limesurvey_structure, role_codes
from samskab_cli.fielding.plain_text import text_to_paste
from samskab_cli.fielding.surveyjs import surveyjs_form
from samskab_cli.fielding.xlsform import xlsform
from samskab_cli.loading.sets.bundled import bundled_names
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.short_codes import short_codes
from tests.fielding.random_sets import random_set

SEEDS = range(8)


def form_of(seed: int) -> Form:
    question_set = random_set(seed)
    return Form(question_set, question_set.languages[0], matter="Sag {1} <b>")


def limesurvey_rows(form: Form) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(limesurvey_structure(form)), delimiter="\t"))


def test_names_that_are_too_long_get_codes_that_differ() -> None:
    names = ("abcdef", "abcdeg", "ab_c", "abc", "abcde2x", "x")
    codes = short_codes(names, 5)

    assert codes == {"abcdef": "abcde", "abcdeg": "abcd2", "ab_c": "abc2", "abc": "abc", "abcde2x": "abcd3", "x": "x"}


def test_limesurvey_gets_a_question_a_statement_whose_codes_are_ours(readiness: QuestionSet) -> None:
    rows = limesurvey_rows(Form(readiness, "da"))
    danish = [row for row in rows if row["language"] == "da"]

    assert [(row["name"], row["type/scale"]) for row in danish if row["class"] == "Q"] == [
        ("rolle", "L"),
        *((item, "L") for item in readiness.item_by_id),
    ]
    assert [row["name"] for row in danish if row["class"] == "G"] == [
        "Om dig",
        *(dimension.title.text("da") for dimension in readiness.dimensions),
    ]
    assert [row["name"] for row in danish if row["class"] == "A"][6:13] == ["1", "2", "3", "4", "5", "dk", "na"]


def test_limesurvey_asks_nobody_who_they_are_and_adds_no_answer_of_its_own(readiness: QuestionSet) -> None:
    settings = {row["name"]: row["text"] for row in limesurvey_rows(Form(readiness, "da")) if row["class"] == "S"}

    assert settings["anonymized"] == "Y"
    assert [settings[name] for name in ("allowsave", "shownoanswer", "showxquestions")] == ["N", "N", "N"]


@pytest.mark.parametrize(
    ("language", "title", "question"),
    [("da", "Rolle", "Hvilken rolle har du i sagen?"), ("en", "Role", "What is your role?")],
)
def test_limesurvey_asks_the_role_once_in_each_language(
    readiness: QuestionSet, language: str, title: str, question: str
) -> None:
    rows = [row for row in limesurvey_rows(Form(readiness, "da")) if row["language"] == language]

    (asked,) = (row for row in rows if row["name"] == "rolle")
    assert (asked["text"], asked["help"]) == (title, question)
    assert sum(question in {row["name"], row["text"], row["help"]} for row in rows) == 1


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_answers_look_like_stands_at_the_statement_and_not_in_it(readiness: QuestionSet, language: str) -> None:
    form = Form(readiness, language)
    scale, item = readiness.scale, readiness.item_by_id["laer"]
    assert item.help is not None
    expected = [
        item.help.text(language),
        *(f"{scale.options[at - 1].label.text(language)}: {item.anchors[at].text(language)}" for at in (1, 3, 5)),
    ]

    lime = next(row for row in limesurvey_rows(form) if (row["name"], row["language"]) == ("laer", language))
    assert (lime["text"], lime["help"]) == (item.text.text(language), "<br>".join(expected))

    survey = json.loads(surveyjs_form(form))
    question = next(q for page in survey["pages"] for q in page["elements"] if q["name"] == "laer")
    name = "default" if language == "en" else language
    assert (question["title"][name], question["description"][name]) == (item.text.text(language), " · ".join(expected))

    book = openpyxl.load_workbook(io.BytesIO(xlsform(form)))
    head, *rows = book["survey"].iter_rows(values_only=True)
    row = next(dict(zip(head, row, strict=True)) for row in rows if row[1] == "laer")
    column = {"da": "Dansk (da)", "en": "English (en)"}[language]
    assert (row[f"label::{column}"], row[f"hint::{column}"]) == (item.text.text(language), "\n".join(expected))


def test_limesurvey_asks_an_item_of_those_only_whom_it_is_for(readiness: QuestionSet) -> None:
    form = Form(readiness, "da")
    shown = {row["name"]: row["relevance"] for row in limesurvey_rows(form) if row["class"] == "Q"}

    codes = role_codes(form)
    assert shown["aktie"] == "1"
    assert shown["timer"] == " and ".join(f'rolle.NAOK != "{codes[role]}"' for role in ("borger", "forening", "anden"))


@pytest.mark.parametrize("seed", SEEDS)
def test_limesurvey_finds_codes_it_takes_and_texts_without_expressions(seed: int) -> None:
    form = form_of(seed)
    rows = limesurvey_rows(form)

    assert {row["language"] for row in rows} == {"", *form.languages}
    for row in rows:
        assert not {"{", "}", "\n"} & set(row["text"] + row["help"])
        if row["class"] == "Q":
            assert row["name"].isalnum()
            assert row["name"][0].isalpha()
        if row["class"] == "A":
            assert row["name"].isalnum()
            assert len(row["name"]) <= 5
    assert len(set(answer_codes(form).values())) == len(form.choices)


@pytest.mark.parametrize(
    ("text", "written"),
    [("a & b", "a & b"), ("&amp;", "&amp;amp;"), ("a < b", "a &lt; b"), ("{x}", "&#123;x&#125;"), ("a\nb", "a<br>b")],
)
def test_texts_are_html_to_limesurvey(readiness: QuestionSet, text: str, written: str) -> None:
    rows = limesurvey_rows(Form(readiness, "da", matter=text))

    welcome = next(row["text"] for row in rows if row["name"] == "surveyls_welcometext")
    assert welcome.startswith(f"<p>Sagen: {written}</p>")


@pytest.mark.parametrize("seed", [None, *SEEDS])
def test_pyxform_accepts_the_xlsform_without_a_warning(
    tmp_path: Path, readiness: QuestionSet, seed: int | None
) -> None:
    form = Form(readiness, "da", matter="Havnen") if seed is None else form_of(seed)
    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsform(form))

    converted = convert(str(path))

    assert [warning for warning in converted.warnings if "subtag" not in warning] == []
    for item in form.items:
        assert f"/{item.id}" in converted.xform


def test_the_xlsform_has_our_names_all_languages_and_whom_each_question_is_for(readiness: QuestionSet) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsform(Form(readiness, "da"))))
    head, *rows = book["survey"].iter_rows(values_only=True)
    survey = {str(row[1]): dict(zip(head, row, strict=True)) for row in rows if row[0] != "end_group"}

    for item in readiness.items:
        assert survey[item.id]["label::Dansk (da)"] == item.text.text("da")
        assert survey[item.id]["label::English (en)"] == item.text.text("en")
        assert survey[item.id]["relevant"] == (
            " and ".join(f"${{rolle}} != '{role}'" for role in item.skip_roles) or None
        )
    assert [row[1] for row in book["choices"].iter_rows(min_row=2, max_row=8, values_only=True)] == [
        "1", "2", "3", "4", "5", "dk", "na",
    ]  # fmt: skip


def test_surveyjs_gets_a_page_a_dimension_with_a_question_a_statement(readiness: QuestionSet) -> None:
    survey = json.loads(surveyjs_form(Form(readiness, "da")))
    pages = survey["pages"][1:]
    questions = [question for page in pages for question in page["elements"] if question["type"] == "radiogroup"]

    assert [page["name"] for page in pages] == [f"page_{dimension.id}" for dimension in readiness.dimensions]
    assert [question["name"] for question in questions] == list(readiness.item_by_id)
    assert [choice["value"] for choice in questions[0]["choices"]] == [1, 2, 3, 4, 5, "dk", "na"]
    first = questions[0]["title"]
    assert first == {"da": readiness.items[0].text.text("da"), "default": readiness.items[0].text.text("en")}


ASK = """
const { Model } = require("survey-core");
const found = JSON.parse(require("fs").readFileSync(0, "utf8")).map(({ survey, role, roleName, locale }) => {
  const model = new Model(survey);
  model.locale = locale;
  if (role) model.setValue(roleName, role);
  const asked = model.getAllQuestions().filter((one) => one.getType() === "radiogroup" && one.name !== roleName);
  return {
    errors: (model.jsonErrors || []).map(String),
    title: model.title,
    questions: asked.filter((one) => one.isVisible).map((one) => [one.name, one.title, one.description]),
    answers: asked[0].visibleChoices.map((choice) => choice.text),
  };
});
console.log(JSON.stringify(found));
"""


def survey_core() -> dict[str, str] | None:
    """The environment in which node finds survey-core; None where either isn't there."""
    node = shutil.which("node")
    if node is None:
        return None
    found = subprocess.run([node, "-e", "require.resolve('survey-core')"], capture_output=True, check=False)
    return dict(os.environ) if found.returncode == 0 else None


def test_survey_core_shows_what_is_asked_in_each_language_to_each_role() -> None:
    environment = survey_core()
    if environment is None:
        pytest.skip("node or its package survey-core isn't here: npm install survey-core, and NODE_PATH")
    forms = [*(Form(load_question_set(name), "da") for name in bundled_names()), *(form_of(seed) for seed in SEEDS)]
    asked: list[tuple[Form, str, str | None]] = [
        (form, language, role)
        for form in forms
        for language in form.languages
        for role in (*(one.id for one in form.roles), None)
    ]
    given = [
        {"survey": json.loads(surveyjs_form(form)), "role": role, "roleName": form.role_column, "locale": language}
        for form, language, role in asked
    ]

    ran = subprocess.run(
        ["node", "-e", ASK], input=json.dumps(given), capture_output=True, check=True, encoding="utf-8", env=environment
    )

    for (form, language, role), seen in zip(asked, json.loads(ran.stdout), strict=True):
        shown: dict[str, Any] = seen
        assert shown["errors"] == []
        assert shown["title"] == bare(form.question_set.title.text(language))
        assert shown["questions"] == [
            [item.id, bare(item.text.text(language)), bare(" · ".join(form.notes(item, language)))]
            for item in form.items
            if role not in item.skip_roles
        ]
        assert shown["answers"] == [bare(choice.label.text(language)) for choice in form.choices]


def bare(text: str) -> str:
    """As SurveyJS gets it: a brace would be the name of a question."""
    return text.replace("{", "(").replace("}", ")")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_text_to_paste_has_every_list_on_lines_of_its_own(readiness: QuestionSet, language: str) -> None:
    lines = text_to_paste(Form(readiness, language, matter="Havnen")).splitlines()

    for section in Form(readiness, language).sections:
        texts = [item.text.text(language) for item in section.items]
        start = lines.index(texts[0])
        assert lines[start - 1 : start + len(texts) + 1] == ["", *texts, ""]
    labels = [choice.label.text(language) for choice in Form(readiness, language).choices]
    start = lines.index(labels[0])
    assert lines[start - 1 : start + len(labels) + 1] == ["", *labels, ""]
    assert {"da": "Rolle", "en": "Role"}[language] in lines
