"""What makes a statement hard to answer, as far as a program can tell: in Danish and English, lengths in any."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SENTENCE_END: Final = re.compile(r"[.!?:;]+(?=\s+[^\W\d_a-zæøå]|\s*$)")
_CLAUSE_END: Final = re.compile(r"\s*[,;:–—]\s*")
_LONG: Final = 6
"""A word of more letters is a long one (Björnsson 1968)."""

_JOINING: Final = {
    "da": frozenset(("og", "eller", "samt", "men")),
    "en": frozenset(("and", "or", "but")),
}
_NEGATING: Final = {
    "da": frozenset(("ikke", "ej", "aldrig", "ingen", "intet", "hverken", "næppe")),
    "en": frozenset(("not", "cannot", "never", "no", "none", "nobody", "nothing", "neither", "nor", "hardly")),
}
_UNDER_A_CONDITION: Final = {
    "da": frozenset(("hvis", "når", "selv", "selvom", "fordi", "mens", "uanset")),
    "en": frozenset(("if", "when", "even", "although", "though", "because", "while", "unless")),
}
"""Words with which a sentence begins that has its main clause later."""
_SUBORDINATE: Final = {
    "da": _UNDER_A_CONDITION["da"]
    | frozenset(("at", "der", "som", "om", "end", "da", "før", "indtil", "så", "hvor", "hvad", "hvem", "hvilken"))
    | frozenset(("hvilket", "hvilke", "hvordan", "hvorfor", "hvornår", "hvis")),
    "en": _UNDER_A_CONDITION["en"] | frozenset(("that", "who", "which", "where", "whether", "what", "than", "until")),
}
_SPLIT_BEFORE: Final = re.compile(
    r"\s+(?=(?:that|who|which|where|whether|what|even if|although|because|unless)\b)", re.IGNORECASE
)


def words(text: str) -> list[str]:
    """The words of a text, numbers too.

    >>> words("Der er sat 2,5 time af.")
    ['Der', 'er', 'sat', '2,5', 'time', 'af']
    """
    return _WORD.findall(text)


def sentences(text: str) -> int:
    """How many sentences a text has, at least one; a stop before a small letter or a number is an abbreviation's."""
    return max(1, len(_SENTENCE_END.findall(text.strip())))


def lix(text: str) -> float:
    """Readability: words a sentence, and long words (over 6 letters) in 100; above 55 is very hard to read.

    Source: C. H. Björnsson (1968), Läsbarhet.

    >>> lix("Der er stadig flere løsninger på sagen at vælge imellem.")
    30.0
    """
    found = words(text)
    if not found:
        return 0.0
    return len(found) / sentences(text) + 100 * sum(len(word) > _LONG for word in found) / len(found)


def joining_word(text: str, language: str) -> str | None:
    """The first word that joins two things which could be answered apart; None in a language that isn't known.

    >>> joining_word("Der er sat tid og penge af.", "da")
    'og'
    """
    return next((word for word in words(text) if word.lower() in _JOINING.get(language, ())), None)


def negation(text: str, language: str) -> str | None:
    """The first negation of what is asserted; one in a subordinate clause doesn't turn the answer round.

    >>> negation("Vi har ikke talt om det.", "da")
    'ikke'
    >>> negation("Sagen ender samme sted, selv om ingen andre er med.", "da")
    """
    negating = _NEGATING.get(language)
    if negating is None:
        return None
    for clause in _main_clauses(text, language):
        for word in words(clause):
            if word.lower() in negating or word.lower().endswith(("n't", "n’t")):
                return word
    return None


def _main_clauses(text: str, language: str) -> list[str]:
    """The clauses that assert; Danish sets a comma before a subordinate clause, English mostly doesn't."""
    clauses = [clause for clause in _CLAUSE_END.split(text) if words(clause)]
    if language == "en":
        clauses = [piece for clause in clauses for piece in _SPLIT_BEFORE.split(clause) if words(piece)]
    openers = [words(clause)[0].lower() for clause in clauses]
    return [
        clause
        for number, (clause, opener) in enumerate(zip(clauses, openers, strict=True))
        if opener not in (_SUBORDINATE if number else _UNDER_A_CONDITION)[language]
    ]
