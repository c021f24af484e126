from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.model.text import clean, control_character, fold

EVIL = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("\x00\x1b\x9b\u200d\u202e\u2066\ufeff\u00ad🏴👩❤️\n\t"))
)


@pytest.mark.parametrize(
    "text",
    [
        "Blåbærgrød på Ærø",
        "👩‍👩‍👧‍👦",
        "👩🏽‍🚒",
        "❤️‍🔥",
        "🏳️‍🌈",
        "🇩🇰",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "5 % ± ½ “citat” – tankestreg",
        "żółć Ελλάδα 日本 ﷽",
    ],
)
def test_letters_and_emoji_survive(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b", "ab"),
        ("\x1b]8;;http://x\x07her\x1b]8;;\x07", "]8;;http://xher]8;;"),
        ("\x9b31mrød", "31mrød"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\u2066a\u2069\u200e\u200f", "a"),
        ("a\u200bb\u00adc\ufeffd\u2060e", "abcde"),
        ("ja\u200dnej", "janej"),
        ("\u200d", ""),
        ("👩\u200d", "👩"),
        ("skjult\U000e0061\U000e0062", "skjult"),
        ("\ud800", ""),
        ("\uffff", ""),
        ("a\u030a", "å"),
        ("a\u200b\u030a", "å"),
        ("et\tto\r\ntre\u2028fire\x85fem", "et to tre fire fem"),
    ],
)
def test_control_and_format_characters_go(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_line_breaks_stay_where_asked_for() -> None:
    assert clean("et\r\nto\rtre\u2029fire\x1b", lines=True) == "et\nto\ntre\nfire"


@given(EVIL)
def test_a_clean_text_has_nothing_harmful_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {unicodedata.category(char) for char in cleaned} & {"Cc", "Cs"}
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u200b\ufeff") & set(cleaned)
    cleaned.encode("utf-8")


@given(EVIL)
def test_what_is_printable_and_normal_is_untouched(text: str) -> None:
    printable = unicodedata.normalize("NFC", "".join(char for char in text if char.isprintable()))
    assert clean(printable) == printable


def test_a_control_character_is_named() -> None:
    assert control_character("a\x1bb") == "U+001B"
    assert control_character("a\u0090b") == "U+0090"
    assert control_character("a\tb\nc\u200bæ") is None


def test_folding_forgets_case_and_blanks() -> None:
    assert fold("  I\u00a0HØJ \n Grad ") == fold("i høj grad") == "i høj grad"
