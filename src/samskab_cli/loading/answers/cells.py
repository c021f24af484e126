"""What a cell says: whole numbers of the scale, labels in any language of the set, or nothing that can be read.

Decided once a spelling of a column, in Python; outside the scale is invalid, never clipped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, UNSURE
from samskab_cli.model.question_set import ResponseScale
from samskab_cli.model.text import clean, fold

_BLANKS: Final = " \t\r\n\v\f\u00a0\u2007\u202f"
_WHOLE: Final = re.compile(r"(0|[1-9][0-9]?)(?:[.,]0+)?(?:E\+00)?")  # 4,00E+00: a cell that Excel shows scientifically
_OUTSIDE: Final = re.compile(r"([-−–]?)(0|[1-9][0-9]{0,17})(?:[.,]0+)?(?:E\+00)?")
_NUMBERED_LABEL: Final = re.compile(r"(0|[1-9][0-9]?)\s*[-–—:.)=]\s*([^\W\d_].*)")
_QUOTES: Final = str.maketrans("’‘´`", "''''")
_TEXT_SHOWN: Final = 40


class Route(StrEnum):
    """How the cells of a column are written."""

    NUMBERS = "numbers"
    LABELS = "labels"
    BOTH = "numbers and labels"
    CODES = "codes with labels"
    NONE = "nothing readable"


@dataclass(frozen=True)
class ColumnReading:
    """One item column, read."""

    meaning: Mapping[str, int]
    """Every spelling → a value of the scale, or a code of `model/answers.py`."""
    counts: Mapping[str, int]
    """Every spelling → how many cells have it."""
    route: Route
    labels: Mapping[str, str] = field(default_factory=dict)
    """Spelling → what the file says that it means, where it does."""

    @property
    def unreadable(self) -> Counter[str]:
        """The spellings that mean nothing, and how many cells have each."""
        return Counter({text: self.counts[text] for text, code in self.meaning.items() if code == INVALID})

    @property
    def given(self) -> int:
        """Cells that aren't blank."""
        return sum(self.counts[text] for text, code in self.meaning.items() if code != BLANK)


class CellReader:
    """Knows what the spellings of a question set's answers mean."""

    def __init__(
        self, scale: ResponseScale, codes: Mapping[str, int] | None = None, blanks: frozenset[str] = frozenset()
    ) -> None:
        """scale: the answers. codes: key of a spelling → what a mapping file says it means. blanks: folded."""
        self._values = frozenset(scale.values)
        self._labels: dict[str, int | None] = {}
        for option in scale.options:
            self._learn(option.value, *option.label.all, *option.aliases)
        for code, other in ((UNSURE, scale.unsure), (NOT_RELEVANT, scale.not_relevant)):
            self._learn(code, other.code, *other.label.all, *other.aliases)
        self._codes = codes or {}
        self._blanks = blanks

    def read(self, counts: Mapping[str, int], labels: Mapping[str, str] | None = None) -> ColumnReading:
        """Read a whole column. counts: every spelling → how many cells have it. labels: key of a spelling → its label.

        Labels that the file gives its codes decide over the codes.
        """
        if not labels:
            meaning = {text: self.code(text) for text in counts}
            return ColumnReading(meaning, counts, _route(meaning))
        named = {text: labels[key_of(text)] for text in counts if key_of(text) in labels}
        ordered = self._says_numbers(labels)
        meaning = {text: self._labelled(text, named.get(text), ordered=ordered) for text in counts}
        return ColumnReading(meaning, counts, Route.CODES if named else _route(meaning), named)

    def code(self, text: str) -> int:
        """What one spelling means."""
        declared = self._codes.get(key_of(text)) if self._codes else None
        if declared is not None:
            return declared
        bare = _bare(text)
        if not bare or (self._blanks and _folded(text) in self._blanks):
            return BLANK
        whole = _WHOLE.fullmatch(bare)
        if whole and int(whole[1]) in self._values:
            return int(whole[1])
        label = _folded(text)
        if not label:
            return BLANK  # nothing but signs that can't be seen
        known = self._labels.get(label)
        return known if known is not None else self._numbered(label)

    def _labelled(self, text: str, label: str | None, *, ordered: bool) -> int:
        """What a spelling means in a column with labels; a number of the scale without one only where that is sure."""
        declared = self._codes.get(key_of(text))
        if declared is not None:
            return declared
        if label is not None:
            return self.code(label)
        code = self.code(text)
        return INVALID if code >= 0 and whole_number(text) is not None and not ordered else code

    def _says_numbers(self, labels: Mapping[str, str]) -> bool:
        """Whether every label in a column stands for the number that it is given to."""
        numbers = {key: self.code(label) for key, label in labels.items() if key.isdecimal()}
        return all(code == int(key) for key, code in numbers.items() if code >= 0 or int(key) in self._values)

    def contradicts_itself(self, text: str) -> bool:
        """Whether a number of the scale stands before another answer's label: `5 – Slet ikke`."""
        number, meant = self._number_and_label(_folded(text))
        return meant is not None and number != meant and (meant >= 0 or number in self._values)

    def _numbered(self, label: str) -> int:
        """`4 – i høj grad`: the label says it, and a number of the scale must not say otherwise."""
        _, meant = self._number_and_label(label)
        return INVALID if meant is None or self.contradicts_itself(label) else meant

    def _number_and_label(self, label: str) -> tuple[int, int | None]:
        found = _NUMBERED_LABEL.fullmatch(label)
        return (int(found[1]), self._labels.get(found[2])) if found else (0, None)

    def _learn(self, code: int, *texts: str) -> None:
        """A text that two answers share means neither."""
        for label in map(_folded, texts):
            self._labels[label] = code if self._labels.get(label, code) == code else None


def whole_number(text: str) -> int | None:
    """The whole number that a cell holds, whatever the scale; None for everything else, `04`, `+4` and `4e0` too."""
    found = _OUTSIDE.fullmatch(_bare(text))
    if not found or (found[1] and found[2] == "0"):
        return None
    return -int(found[2]) if found[1] else int(found[2])


def key_of(text: str) -> str:
    """A spelling as codes are compared: a whole number however it is written, else the folded text."""
    number = whole_number(text)
    return _folded(text) if number is None else str(number)


def cut(text: str) -> str:
    """A cell that couldn't be read, as it is listed: harmless, at most 40 characters."""
    text = clean(text[:400])
    return text if len(text) <= _TEXT_SHOWN else f"{text[: _TEXT_SHOWN - 1]}…"


def _bare(text: str) -> str:
    """Without the blanks around it, the sign with which spreadsheets force a text (`'4`), single quotes (`'4'`)."""
    bare = text.strip(_BLANKS)
    return bare[1:].removesuffix("'") if bare.startswith("'") else bare


def _folded(text: str) -> str:
    return fold(_bare(text).translate(_QUOTES))


def _route(meaning: Mapping[str, int]) -> Route:
    read = [text for text, code in meaning.items() if code not in {BLANK, INVALID}]
    numbers = any(_WHOLE.fullmatch(_bare(text)) for text in read)
    labels = any(meaning[text] >= 0 and not _WHOLE.fullmatch(_bare(text)) for text in read)
    if numbers:
        return Route.BOTH if labels else Route.NUMBERS
    return Route.LABELS if read else Route.NONE
