from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samskab_cli.loading.answers.blank_words import EMPTY_WORDS
from samskab_cli.loading.answers.cells import CellReader, Route, cut, whole_number
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet


@pytest.fixture(scope="module")
def cells(readiness: QuestionSet) -> CellReader:
    return CellReader(readiness.scale)


@pytest.mark.parametrize("text", ["4", " 4 ", "4.0", "4,0", "4,00", "4\u00a0", "\t4\n", "'4", "'4'", "4,00E+00"])
def test_a_whole_number_of_the_scale_is_its_value(cells: CellReader, text: str) -> None:
    assert cells.code(text) == 4


@pytest.mark.parametrize(
    "text",
    [
        "3,5",
        "3.5",
        "04",
        "+4",
        "4e0",
        "4,50E+00",
        "4E+01",
        "４",
        "٤",
        "④",
        "4.",
        ",4",
        "4.0.0",
        "0x4",
        "1_0",
        "4 4",
        "4-5",
        "--4",
        "-4",
    ],
)
def test_any_other_way_to_write_a_number_is_invalid(cells: CellReader, text: str) -> None:
    assert cells.code(text) == INVALID


@pytest.mark.parametrize("text", ["0", "6", "55", "-1", "99", "100", "4000000000000000000000"])
def test_outside_the_scale_is_invalid_and_never_clipped(cells: CellReader, text: str) -> None:
    assert cells.code(text) == INVALID


@pytest.mark.parametrize(
    "text",
    [
        "I høj grad",
        "i HØJ grad",
        " I\u00a0høj   grad\n",
        "I ho\u0338j grad".replace("o\u0338", "ø"),
        "To a large extent",
        "4 – I høj grad",
        "4 - I høj grad",
        "4: I høj grad",
        "4. To a large extent",
        "4 = i høj grad",
    ],
)
def test_a_label_in_any_language_is_its_value_with_or_without_its_number(cells: CellReader, text: str) -> None:
    assert cells.code(text) == 4


@pytest.mark.parametrize("text", ["2 – I høj grad", "04 – I høj grad", "3 – Ved ikke", "4 – 4", "I høj", "Enig"])
def test_a_number_that_contradicts_its_label_is_invalid(cells: CellReader, text: str) -> None:
    assert cells.code(text) == INVALID


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("dk", UNSURE),
        ("DK", UNSURE),
        ("Ved ikke", UNSURE),
        ("Don’t know", UNSURE),
        ("6 – Ved ikke", UNSURE),
        ("na", NOT_RELEVANT),
        ("N/A", NOT_RELEVANT),
        ("ikke  relevant", NOT_RELEVANT),
        ("overhovedet ikke", 1),
    ],
)
def test_unsure_not_relevant_and_aliases_are_read_by_code_and_label(cells: CellReader, text: str, code: int) -> None:
    assert cells.code(text) == code


@pytest.mark.parametrize("text", ["", " ", "\t", "\u00a0", "\n", "\u200b"])
def test_nothing_to_be_seen_is_blank(cells: CellReader, text: str) -> None:
    assert cells.code(text) == BLANK


def test_letters_written_in_two_parts_are_the_same_letters(cells: CellReader) -> None:
    assert cells.code(unicodedata.normalize("NFD", "I særdeles høj grad på".removesuffix(" på"))) == 5


def test_the_route_of_a_column_is_decided_on_all_its_cells(cells: CellReader) -> None:
    assert cells.read({"4": 3, "dk": 1, "": 2}).route is Route.NUMBERS
    assert cells.read({"I høj grad": 3, "Ved ikke": 1}).route is Route.LABELS
    assert cells.read({"1 – Slet ikke": 1, "2": 1}).route is Route.BOTH
    assert cells.read({"Enig": 1, "": 1}).route is Route.NONE


bundled = functools.cache(load_question_set)
_WORDS = ("I høj grad", "slet ikke", "ved ikke", "dk", "na", "n/a", "–", ":", "Enig", "\x1b")
_PIECES = st.sampled_from([*"0123456789.,+-−eE ４٤_/'\u00a0\u200b\t", *_WORDS])


@settings(max_examples=400)
@given(st.one_of(st.lists(_PIECES, max_size=6).map("".join), st.text(max_size=12)))
@example("1/5")
def test_a_cell_is_what_the_rule_says_or_invalid_and_never_a_wrong_number(text: str) -> None:
    """The rule once more, written otherwise: digits alone, else words that are a label."""
    question_set = bundled()
    code = CellReader(question_set.scale).code(text)

    bare = text.strip(" \t\r\n\v\f\u00a0\u2007\u202f")
    bare = re.sub(r"^'(.*?)'?$", r"\1", bare)
    if re.fullmatch(r"[1-5]([.,]0+)?", bare):
        assert code == int(bare[0])
    elif code >= 0:
        words = [
            word.casefold()
            for option in question_set.scale.options
            if option.value == code
            for word in (*option.label.all, *option.aliases)
        ]
        folded = " ".join(
            "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Cc"} or c.isspace()).split()
        )
        said = unicodedata.normalize("NFC", folded).casefold()
        share = re.fullmatch(rf"{code} ?/ ?5", said.strip("' .*:"))
        beside = re.fullmatch(r"\W*(\d+)\W+(.+)|(.+?)\W+(\d+)\W*", said.strip("' .*:"))
        number, label = [part for part in beside.groups() if part][:2] if beside else ("", "")
        number, label = (label, number) if label.isdecimal() else (number, label)
        assert said.strip("' .*:") in words or share or (number == str(code) and label in words)
    elif code == BLANK:
        assert not any(c.isalnum() for c in text) or " ".join(text.casefold().split()).strip("'") in EMPTY_WORDS
    else:
        assert code in {UNSURE, NOT_RELEVANT, INVALID}


@pytest.mark.parametrize(("text", "number"), [("7", 7), (" 99.0 ", 99), ("-7", -7), ("−7", -7), ("0", 0)])
def test_a_code_is_any_whole_number(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["04", "+7", "7e0", "3,5", "７", "-0", "", "x7", "7" * 30])
def test_nothing_else_is_a_code(text: str) -> None:
    assert whole_number(text) is None


def test_a_rejected_text_is_cut_at_40_characters_and_obeyed_by_no_terminal() -> None:
    assert cut("\x1b[31m" + "x" * 100) == "[31m" + "x" * 35 + "…"
    assert cut("x" * 40) == "x" * 40
