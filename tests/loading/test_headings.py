"""Which item a heading names, by which rule, and what is never taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.headings import ItemNames, claims_of, near_misses

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from tests.loading.conftest import Read, Refusal, Write

AKTIE = "Parter uden for kommunen har selv noget på spil i sagen."
ENGLISH = "The municipality has told the other parties what it wants out of the matter."


def items_of(question_set: QuestionSet, *names: str) -> list[str]:
    return [claim.item for claim in claims_of(Column(0, names[0], names[1:]), ItemNames(question_set.items))]


@pytest.mark.parametrize(
    "heading",
    [
        "aktie",
        " AK_TIE ",
        "suitability/aktie",
        "om_sagen-aktie",
        "om-sagen-aktie",
        "data:suitability:aktie",
        "suitability.aktie",
        "suita[aktie]",
        "Andel (aktie)",
        "I hvilken grad? - aktie",
        "Spørgsmål 1: aktie",
        AKTIE,
        AKTIE.upper(),
        f"{AKTIE}\u00a0",
        f"\n {AKTIE}\r\n",
        f"<p>{AKTIE}</p>",
        AKTIE.replace(" ", "_"),
        AKTIE.replace(" ", "&nbsp;"),
        f"{AKTIE}2",
        f"I hvilken grad passer det? [{AKTIE}]",
        f"I hvilken grad passer det? [svar (1-5)] [{AKTIE}]",
        f"I hvilken grad passer det? ({AKTIE})",
        f"I hvilken grad - helt ærligt - passer det? - {AKTIE}",
        f"Samskabelse: {AKTIE}",
        f"Samskabelse/{AKTIE}",
        f"Samskabelse-{AKTIE}",
        "Parter uden for kommunen har...",
        "Parter uden for kommunen har selv…",
        "Parter uden for kommunen har .. ",
        "Stem [Parter uden for kommunen har.. ]",
        "Stem - Parter uden for kommunen har ...",
    ],
)
def test_a_heading_names_its_item_however_a_survey_system_writes_it(heading: str, readiness: QuestionSet) -> None:
    assert items_of(readiness, heading) == ["aktie"]


@pytest.mark.parametrize(
    "heading",
    [
        "aktien",
        "aktie2",
        "min aktie",
        "",
        "I hvilken grad passer det på sagen i dag?",
        f"{AKTIE} Uddyb gerne dit svar",
        "Parter uden for kommunen",
        "Parter uden for kom...",
        "Blandt de inviterede er der...",
        f"{AKTIE} - kommentar",
        "Hvad fylder f.eks. aktie",
        "aktie[kommentar]",
        "aktie[other]",
    ],
)
def test_what_is_only_near_is_never_taken(heading: str, readiness: QuestionSet) -> None:
    assert items_of(readiness, heading) == []


def test_a_cut_text_needs_twenty_characters_and_one_item_that_begins_so(readiness: QuestionSet) -> None:
    uvante = readiness.item_by_id["uvante"].text.text("da")
    uenige = readiness.item_by_id["uenige"].text.text("da")
    shared = next(n for n, (a, b) in enumerate(zip(uvante, uenige, strict=False)) if a != b)

    assert items_of(readiness, f"{uvante[:shared]}...") == []
    assert items_of(readiness, f"{uvante[: shared + 8]}...") == ["uvante"]
    assert items_of(readiness, f"{AKTIE[:19]}...") == []
    assert items_of(readiness, f"{AKTIE[:20]}...") == ["aktie"]


def test_texts_are_known_in_every_language_of_the_set(readiness: QuestionSet) -> None:
    assert items_of(readiness, ENGLISH) == ["interes"]
    assert items_of(readiness, f"To what extent? [{ENGLISH}]") == ["interes"]


def test_microsoft_forms_puts_the_help_after_the_statement_and_cuts_both_at_255(readiness: QuestionSet) -> None:
    item = next(item for item in readiness.items if item.help is not None)
    assert item.help is not None
    whole = f"{item.text.text('da')}\n{item.help.text('da')}"

    assert items_of(readiness, whole) == [item.id]
    if len(whole) > 255:
        assert items_of(readiness, whole[:255]) == [item.id]


def test_the_id_goes_before_what_a_second_row_says_of_it(readiness: QuestionSet) -> None:
    assert items_of(readiness, "Q2_1", AKTIE) == ["aktie"]
    assert items_of(readiness, "aktie", AKTIE, '{"ImportId":"QID2_1"}') == ["aktie"]


def test_a_column_that_names_two_items_contradicts_itself(
    header: list[str], write: Write, refusal: Refusal, readiness: QuestionSet
) -> None:
    texts = ["", "", *(item.text.text("da") for item in readiness.items)]
    texts[2], texts[3] = texts[3], texts[2]

    said = refusal(
        write([["StartDate", "EndDate", *header[2:]], texts, ['{"ImportId":"x"}'] * 31, ["", "", *"4" * 29]])
    )

    assert "says of itself that it is aktie (by item id) and flere (by item text)" in said


def test_a_near_miss_is_named_with_the_item_it_could_be(readiness: QuestionSet) -> None:
    column = Column(4, f"{AKTIE} Uddyb gerne")

    assert near_misses([Column(3, "alder"), column], ["aktie", "laer"], ItemNames(readiness.items)) == {"aktie": column}


@pytest.mark.parametrize("heading", ["rolle", "Role", "om/rolle", "om-rolle", " ROLLE ", "Om dig/Rolle"])
def test_the_role_column_goes_by_its_heading_or_the_end_of_its_path(
    heading: str, header: list[str], write: Write, read: Read
) -> None:
    loaded = read(write([["respondent", heading, *header[2:]], ["A", "borger", *"4" * 29]]))

    assert not any("nobody has a role" in remark for remark in loaded.remarks)


def test_a_heading_cut_too_short_is_named_for_each_item_in_turn(readiness: QuestionSet) -> None:
    columns = [Column(7, "Grad? [Blandt de invi.. ]"), Column(8, "Grad? [Blandt de invi.. ]")]

    near = near_misses(columns, [item.id for item in readiness.items], ItemNames(readiness.items))

    assert near == {"uvante": columns[0], "uenige": columns[1]}


@pytest.mark.parametrize("heading", ["Uddyb din rolle", "Kommentar - rolle", "Rolle: uddyb"])
def test_a_sentence_about_roles_is_no_column_of_roles(
    heading: str, header: list[str], write: Write, read: Read
) -> None:
    loaded = read(write([["respondent", heading, *header[2:]], ["A", "Fri tekst", *"4" * 29]]))

    assert any("nobody has a role" in remark for remark in loaded.remarks)
