"""A study in words: every kind of finding, in both languages; every output says the same figures."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest

from samskab_cli.disclosure.study import study
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import BLANK
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.study import Finding, FindingKind, Study
from samskab_cli.reporting import as_markdown, terminal
from samskab_cli.reporting.document import Document, Entries, Group
from samskab_cli.reporting.study_document import study_document
from tests.answers_as_written import question_set
from tests.conftest import Golden
from tests.reporting.looks import html_text, markdown_text, pdf_text
from tests.study.people import Cells, Crowd, answers_of, cells_of, double, noise, turned, unknown

ROLES = ("borger", "medarb")
DECIMAL = re.compile(r"(?<![\d.,])\d+,\d+")


@cache
def faulty(*, by: bool) -> Study:
    """One fault in each dimension but the last."""
    readiness = load_question_set("readiness")
    changes = [
        double(readiness, "flere", "muligt"),
        turned(readiness, "hurtigt"),
        unknown(readiness, "interes", every=2),
        noise(readiness, "gribe"),
    ]
    place = [item.id for item in readiness.items].index("timer")

    def change(rng: random.Random, person: int, row: Cells) -> None:
        for one in changes:
            one(rng, person, row)
        row[place] = BLANK if rng.random() < 0.3 else row[place]

    crowd = Crowd(400, groups=40)
    answers = answers_of(readiness, cells_of(readiness, crowd, 1, change), crowd.groups, ROLES)
    return study(readiness, answers, "town" if by else None)


@cache
def few() -> Study:
    readiness = load_question_set("readiness")
    return study(readiness, answers_of(readiness, cells_of(readiness, Crowd(12), 1)))


def document(found: Study, language: str = "da") -> Document:
    return study_document(found, load_question_set("readiness"), language)


@pytest.mark.parametrize("language", ["da", "en"])
def test_at_eighty_columns_it_looks_like_this(language: str, golden: Golden) -> None:
    golden(f"studying/towns.{language}.txt", terminal.render(document(faulty(by=True), language), width=80))
    golden(f"studying/everybody.{language}.txt", terminal.render(document(faulty(by=False), language), width=80))
    golden(f"studying/twelve.{language}.txt", terminal.render(document(few(), language), width=80))


def test_as_markdown_and_as_a_page_it_looks_like_this(golden: Golden) -> None:
    golden("studying/towns.md", as_markdown.render(document(faulty(by=True))))
    golden(
        "studying/towns.html.txt", re.sub(r"(?<=[.?!]) (?=[A-ZÆØÅ])", "\n", html_text(document(faulty(by=True)))) + "\n"
    )


@pytest.mark.parametrize("by", [True, False])
def test_every_output_says_the_same_figures(*, by: bool) -> None:
    made = document(faulty(by=by))
    texts = (terminal.render(made, width=80), markdown_text(made), html_text(made), pdf_text(made))
    seen = [set(DECIMAL.findall(text)) for text in texts]
    assert seen == [seen[0]] * len(seen)
    assert len(seen[0]) > 30


def entries(made: Document) -> list[str]:
    found = made.section("findings")
    assert found is not None
    groups = [block for block in found.blocks if isinstance(block, Group)]
    lists = [block for group in groups for block in group.blocks if isinstance(block, Entries)]
    return [f"{one.lead} {one.text} {one.aside}" for block in lists for one in block.entries]


def a_finding(kind: FindingKind) -> Finding:
    items: tuple[str, ...] = {FindingKind.SAME: ("aa1", "aa2")}.get(kind, ("aa1",))
    of_dimensions = {FindingKind.LOOSE, FindingKind.NOISE, FindingKind.PARTLY_NOISE, FindingKind.ONE_ROOM}
    if kind in of_dimensions | {FindingKind.MERGED, FindingKind.NEVER}:
        items = ()
    dimensions = ("aa", "bb") if kind is FindingKind.MERGED else ("bb",) if kind is FindingKind.ELSEWHERE else ("aa",)
    options = (1, 2) if kind is FindingKind.DISORDER else (5,)
    return Finding(
        kind=kind,
        items=items,
        dimensions=dimensions,
        options=options,
        value=0.5,
        low=0.4,
        high=0.6,
        threshold=0.3,
        n=200,
    )


@pytest.fixture(scope="module")
def small() -> tuple[QuestionSet, Study]:
    asked = question_set({name: [{"id": f"{name}{n}", "reverse": n == 3} for n in (1, 2, 3)] for name in ("aa", "bb")})
    crowd = Crowd(400, groups=20)
    return asked, study(asked, answers_of(asked, cells_of(asked, crowd, 1), 20), "town")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_of_finding_has_its_words(
    kind: FindingKind, language: str, small: tuple[QuestionSet, Study]
) -> None:
    asked, found = small
    found = found.model_copy(update={"findings": (a_finding(kind),)})

    (said,) = entries(study_document(found, asked, language))

    assert "{" not in said
    assert "  " not in said.strip()


def test_a_reversed_item_that_runs_against_the_rest_is_asked_about_as_reversed(
    small: tuple[QuestionSet, Study],
) -> None:
    asked, found = small
    said = []
    for item in ("aa1", "aa3"):
        finding = a_finding(FindingKind.OPPOSITE).model_copy(update={"items": (item,)})
        said += entries(study_document(found.model_copy(update={"findings": (finding,)}), asked, "en"))
    assert ["reversed twice" in one for one in said] == [False, True]


def test_the_heaviest_findings_stand_first_and_under_what_they_are_for() -> None:
    found = document(faulty(by=False), "en").section("findings")
    assert found is not None
    assert [block.title for block in found.blocks if isinstance(block, Group)] == [
        "Check this before you use the figures",
        "Look at this before asking again",
    ]


def test_nothing_found_is_said_with_the_number_of_answers() -> None:
    assert "Intet fundet. Det betyder: intet, der er stort nok til at kunne ses med 12 svar." in terminal.render(
        document(few()), width=200
    )
