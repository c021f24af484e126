"""What makes a statement hard to answer, each rule with a case on either side of it."""

from __future__ import annotations

import pytest

from samskab_cli.loading.sets.readability import joining_word, lix, negation, sentences


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("da", "Der er sat tid og penge af.", "og"),
        ("da", "Der er sat tid af.", None),
        ("da", "Borgere ELLER foreninger er inviteret.", "ELLER"),
        ("da", "Logen og låsen", "og"),
        ("en", "Both parties want to share.", None),
        ("en", "Time and money have been set aside.", "and"),
        ("en", "The island is invited.", None),
        ("fi", "Aikaa ja rahaa on varattu og and.", None),
    ],
)
def test_a_word_that_joins_two_ideas_is_found(language: str, text: str, found: str | None) -> None:
    assert joining_word(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("da", "Vi har ikke talt om det.", "ikke"),
        ("da", "Der er ingen penge.", "ingen"),
        ("da", "De grupper, som sagen berører, er ikke inviteret.", "ikke"),
        ("da", "Selv om ingen spurgte, svarede vi ikke.", "ikke"),
        ("da", "Sagen ville ende samme sted, selv om ingen uden for kommunen var med.", None),
        ("da", "Ledelsen har sagt, at den ikke bestemmer alene.", None),
        ("da", "Hvis ingen siger noget, begynder vi.", None),
        ("en", "We have not talked about it.", "not"),
        ("en", "They don't know us.", "don't"),
        ("en", "They don’t know us.", "don’t"),
        ("en", "Management has accepted that the matter may not end well.", None),
        ("en", "It would end in the same place even if nobody took part.", None),
        ("en", "Nothing has been decided.", "Nothing"),
        ("en", "The notes are nothing", "nothing"),
        ("fi", "Ei ole ikke not.", None),
    ],
)
def test_only_a_negation_of_what_is_asserted_turns_the_answer_round(
    language: str, text: str, found: str | None
) -> None:
    assert negation(text, language) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der er stadig flere løsninger på sagen at vælge imellem.", 10 + 20),
        ("Ja.", 1),
        ("Abcdef. Abcdefg.", 1 + 50),
        ("", 0),
    ],
)
def test_lix_is_words_a_sentence_and_words_over_six_letters_in_a_hundred(text: str, expected: float) -> None:
    assert lix(text) == expected


@pytest.mark.parametrize(
    ("text", "count"), [("Ja", 1), ("Ja. Nej.", 2), ("Mødet er kl. 16", 1), ("Se fx. her.", 1), ("Ja! Ø er en ø.", 2)]
)
def test_a_sentence_ends_at_a_stop_before_a_capital(text: str, count: int) -> None:
    assert sentences(text) == count
