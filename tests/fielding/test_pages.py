"""Pages to print: everything that is asked stands on them, and nothing foreign is markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from samskab_cli.fielding.cards import voting_cards
from samskab_cli.fielding.form import Form
from samskab_cli.fielding.paper_form import paper_form
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting.terminal.signs import WGL4
from samskab_cli.workshop.answer_keys import AnswerKeys
from tests.fielding.random_sets import random_set
from tests.reporting.browser import browser


class Page(HTMLParser):
    """The texts of a page by class, its tags and its addresses."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.by_class: dict[str, int] = {}
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses.extend(str(value) for name, value in attrs if name in {"src", "href", "action"})
        for name in (dict(attrs).get("class") or "").split():
            self.by_class[name] = self.by_class.get(name, 0) + 1

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(" ".join(data.split()))

    @property
    def text(self) -> str:
        return " ".join(self.texts)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_form_has_every_statement_and_a_box_an_answer_and_a_role(readiness: QuestionSet, language: str) -> None:
    page = Page(paper_form(Form(readiness, language)))

    for number, item in enumerate(readiness.items, start=1):
        assert f"{number} {item.text.text(language)}" in page.text
    assert page.by_class["tick"] == 32 * 7 + 6
    assert page.by_class["rule"] == 2 * 5, "room for notes under each dimension"
    assert readiness.caveat.text(language) in page.text
    assert readiness.about.text(language) in page.text


def test_the_form_shows_what_answers_look_like_and_no_id_that_would_colour_them(readiness: QuestionSet) -> None:
    page = Page(paper_form(Form(readiness, "da")))

    for item in readiness.items:
        looks = [f"{value} {text.text('da')}" for value, text in sorted(item.anchors.items())]
        assert " ".join(looks) in page.text
        assert item.id not in page.texts
        assert f"{item.text.text('da')} {item.id}" not in page.text


def test_a_printed_form_begins_on_its_first_page_and_no_page_is_two_thirds_empty(
    readiness: QuestionSet, tmp_path: Path
) -> None:
    here = browser(tmp_path)
    if here is None:
        pytest.skip("no Chromium or no Liberation fonts")
    path = tmp_path / "skema.html"
    path.write_text(paper_form(Form(readiness, "da")), encoding="utf-8")

    pages = [page.extract_text() for page in PdfReader(here.pdf(path)).pages]

    numbered = [[n for n in range(1, 33) if re.search(rf"^{n}\s", page, re.MULTILINE)] for page in pages]
    assert len(pages) == 4
    assert all(len(numbers) >= 4 for numbers in numbered), numbered


def test_the_form_says_whom_a_statement_is_not_for(readiness: QuestionSet) -> None:
    page = Page(paper_form(Form(readiness, "da")))

    said = "Besvares ikke af: Borger / pårørende; Forening / lokalsamfund; Virksomhed / anden part."
    assert page.text.count(said) == sum(bool(item.skip_roles) for item in readiness.items) == 4


def test_the_short_form_has_the_quick_items_only_numbered_through(readiness: QuestionSet) -> None:
    page = Page(paper_form(Form(readiness, "da", quick=True)))

    assert page.by_class["tick"] == 13 * 7 + 6
    assert [text for text in page.texts if text.isdecimal() and len(text) == 2] == ["10", "11", "12", "13"]


def test_a_matter_stands_at_the_head_and_a_line_to_write_on_where_there_is_none(readiness: QuestionSet) -> None:
    with_matter = paper_form(Form(readiness, "da", matter="Havnen", municipality="Havneby Kommune"))
    without = paper_form(Form(readiness, "da"))

    assert '<span class="line">Havnen · Havneby Kommune</span>' in with_matter
    assert '<span class="line"></span>' in without


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_sheet_of_cards_has_every_answer_with_the_key_that_is_typed_for_it(
    readiness: QuestionSet, language: str
) -> None:
    page = Page(voting_cards(Form(readiness, language)))

    key = {"da": "tast", "en": "key"}[language]
    assert page.by_class["card"] == 8 * 3
    unsure, not_relevant = readiness.scale.others
    for sign, label, typed in [
        *((str(o.value), o.label.text(language), str(o.value)) for o in readiness.scale.options),
        ("?", unsure.label.text(language), "v"),
        ("–", not_relevant.label.text(language), "i"),
    ]:
        for mark in ("●", "□", "▲"):
            assert f"{mark} {sign} {label} {key} {typed}" in page.text


def test_the_sign_on_a_card_is_the_one_that_the_screen_draws_its_side_with(readiness: QuestionSet) -> None:
    page = Page(voting_cards(Form(readiness, "da")))

    for mark, side in enumerate(readiness.all_sides):
        assert f"{WGL4.side(mark)} {side.label.text('da')}" in page.text


@pytest.mark.parametrize("seed", range(12))
def test_the_key_on_a_card_is_the_one_that_a_workshop_understands(seed: int) -> None:
    question_set = random_set(seed)
    keys = AnswerKeys.of(question_set.scale)

    page = Page(voting_cards(Form(question_set, question_set.languages[0])))

    typed = [text.split()[1] for text in page.texts if text.startswith(("tast ", "key "))]
    decks = max(1, len(question_set.all_sides))
    assert [keys.read(key) for key in typed] == [*question_set.scale.values, "unsure", "not_relevant"] * decks


@pytest.mark.parametrize("seed", range(12))
def test_no_text_of_a_set_is_markup_and_nothing_is_fetched(seed: int) -> None:
    question_set = random_set(seed)
    form = Form(
        question_set, question_set.languages[-1], matter="<script>alert(1)</script>", municipality="{{ 7 * 7 }}"
    )

    for text in (paper_form(form), voting_cards(form)):
        page = Page(text)
        assert not {"script", "link", "img", "iframe", "object", "z"} & set(page.tags)
        assert page.addresses == []
        assert "url(" not in text
        assert "<script>alert(1)</script> · {{ 7 * 7 }}" in page.text
        assert "None" not in page.text
