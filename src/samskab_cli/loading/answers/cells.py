"""What one cell of an item says: a whole number of the scale, a label, unsure, not relevant, blank, or unreadable.

Decided once a spelling of a column, in Python; outside the scale is invalid, never clipped. A number beside a label
(`[4] I høj grad`, `I høj grad (4)`) is the label's value, where the number doesn't say otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from samskab_cli.loading.answers.blank_words import EMPTY_WORDS, NA_WORDS
from samskab_cli.loading.answers.damaged_letters import damaged, unescaped
from samskab_cli.model.answers import BLANK, INVALID, LEAST_VALUE, NOT_RELEVANT, UNSURE
from samskab_cli.model.question_set import ResponseScale
from samskab_cli.model.text import clean, fold

_BLANKS: Final = " \t\r\n\v\f\u00a0\u2007\u202f"
# 4,00E+00: a cell that Excel shows scientifically
_WHOLE: Final = re.compile(r"(0|[-−–]?[1-9][0-9]?)(?:[.,]0+)?(?:E\+00)?")
_OUTSIDE: Final = re.compile(r"([-−–]?)(0|[1-9][0-9]{0,17})(?:[.,]0+)?(?:E\+00)?")
_NUMBER: Final = r"[-−]?(?:0|[1-9][0-9]{0,2})"
_ZEROS: Final = r"(?:[.,]0+)?"
_NUMBER_AND_LABEL: Final = re.compile(
    rf"(?P<number>{_NUMBER}){_ZEROS}(?:\s*[-–—:.)=,;|/]\s*|\s+)(?P<label>[^\W\d_].*)|[\[(](?P<inside>{_NUMBER})[\])]\s*(?P<after>\S.*)"
)
_LABEL_AND_NUMBER: Final = re.compile(
    rf"(?P<label>\S.*?)(?:\s*[-–—:=,;|/]\s*|\s+)(?P<number>{_NUMBER})|(?P<before>\S.*?)\s*[\[(](?P<inside>{_NUMBER})[\])]"
)
_OF: Final = re.compile(rf"({_NUMBER})\s*(?:/|af|ud af|of|out of)\s*({_NUMBER})")
_WRAPPED: Final = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]|\"([^\"]+)\"")
_MINUS: Final = str.maketrans("−–", "--")
_QUOTES: Final = str.maketrans("’‘´`", "''''")
_AROUND: Final = " .!*:;\"“”«»'"
_OTHER_PLACE: Final = {_NUMBER_AND_LABEL: "after", _LABEL_AND_NUMBER: "before"}
_LONGEST: Final = 200
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
        self,
        scale: ResponseScale,
        codes: Mapping[str, int] | None = None,
        blanks: frozenset[str] = frozenset(),
        *,
        na_is_blank: bool = False,
    ) -> None:
        """scale: the answers. codes: key of a spelling → what a mapping file says it means. blanks: folded.

        na_is_blank: whether `NA` in capitals is what a program wrote for nothing.
        """
        self.scale, self.na_is_blank = scale, na_is_blank
        self._others: dict[int, CellReader] = {}
        self._values = frozenset(scale.values)
        self._labels: dict[str, int | None] = {}
        for option in scale.options:
            self._learn(option.value, *option.label.all, *option.aliases)
        for code, other in ((UNSURE, scale.unsure), (NOT_RELEVANT, scale.not_relevant)):
            if other:
                self._learn(code, other.code, *other.label.all, *other.aliases)
        self._codes = codes or {}
        self._blanks = blanks
        self._damaged = damaged({label: code for label, code in self._labels.items() if code is not None})
        self._own_na = NA_WORDS & {text for option in scale.options for text in option.label.all}
        self._own_na |= NA_WORDS & {text for other in scale.others for text in other.label.all}

    def with_na_as_blank(self) -> CellReader:
        """The same, but that `NA` in capitals is nothing."""
        return CellReader(self.scale, self._codes, self._blanks, na_is_blank=True)

    def of_scale(self, scale: ResponseScale) -> CellReader:
        """The same for other answers; made once for each."""
        if scale is self.scale:
            return self
        if id(scale) not in self._others:
            self._others[id(scale)] = CellReader(scale, self._codes, self._blanks, na_is_blank=self.na_is_blank)
        return self._others[id(scale)]

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
            return self._on_scale(declared)
        bare = _bare(text)
        if not bare or (self._blanks and _folded(text) in self._blanks) or (self.na_is_blank and self.is_na(text)):
            return BLANK
        whole = _WHOLE.fullmatch(bare)
        if whole and (number := _as_number(whole[1])) in self._values:
            return number
        return self._worded(_folded(text))

    def _on_scale(self, declared: int) -> int:
        """What a mapping file says, where it says it of these answers: a file may ask on several scales."""
        return declared if declared < LEAST_VALUE or declared in self._values else INVALID

    def is_na(self, text: str) -> bool:
        """Whether a spelling is `NA` or `N/A` in capitals, and neither a mapping file nor the set knows it as that."""
        bare = text.strip(_BLANKS)
        return bare in NA_WORDS and bare not in self._own_na and key_of(text) not in self._codes

    def is_empty_word(self, text: str) -> bool:
        """Whether a spelling is read as blank only because programs write it for nothing."""
        label = _folded(text)
        known = key_of(text) in self._codes or label in self._blanks or self._labels.get(label) is not None
        return label in EMPTY_WORDS and not known

    def is_repaired(self, text: str) -> bool:
        """Whether a spelling is read although letters of it were lost."""
        label = _folded(text)
        return self._known(label) is None and self._repaired(label) is not None and key_of(text) not in self._codes

    def _worded(self, label: str) -> int:
        """What a folded text means that is no bare number of the scale."""
        if not label:
            return BLANK  # nothing but signs that can't be seen
        known = self._known(label)
        if known is None:
            known = self._repaired(label)
        if known is not None:
            return known
        return BLANK if label in EMPTY_WORDS else INVALID

    def _known(self, label: str) -> int | None:
        found = self._labels.get(label)
        if found is None:
            found = self._labels.get(label.strip(_AROUND))
        return found if found is not None else self._numbered(label)

    def _repaired(self, label: str) -> int | None:
        plain = unescaped(label)
        found = self._labels.get(plain)
        if found is None:
            found = self._damaged.get(plain)
        return found if found is not None else self._numbered(plain, damaged_too=True)

    def _labelled(self, text: str, label: str | None, *, ordered: bool) -> int:
        """What a spelling means in a column with labels; a number of the scale without one only where that is sure."""
        declared = self._codes.get(key_of(text))
        if declared is not None:
            return self._on_scale(declared)
        if label is not None:
            return self.code(label)
        code = self.code(text)
        return INVALID if code >= LEAST_VALUE and whole_number(text) is not None and not ordered else code

    def _says_numbers(self, labels: Mapping[str, str]) -> bool:
        """Whether every label in a column stands for the number that it is given to."""
        numbers = {key: self.code(label) for key, label in labels.items() if key.removeprefix("-").isdecimal()}
        return all(code == int(key) for key, code in numbers.items() if code >= LEAST_VALUE or int(key) in self._values)

    def contradicts_itself(self, text: str) -> bool:
        """Whether a number of the scale stands beside another answer's label: `5 – Slet ikke`."""
        number, meant = self._number_and_label(unescaped(_folded(text)), damaged_too=True)
        return meant is not None and number != meant and (meant >= LEAST_VALUE or number in self._values)

    def _numbered(self, label: str, *, damaged_too: bool = False) -> int | None:
        """`4 – i høj grad`: the label says it, and a number of the scale must not say otherwise. `4/5`: the number."""
        number, meant = self._number_and_label(label, damaged_too=damaged_too)
        if meant is not None:
            return None if number != meant and (meant >= LEAST_VALUE or number in self._values) else meant
        share, wrapped = _OF.fullmatch(label), _WRAPPED.fullmatch(label)
        if share and int(share[2]) == self.scale.maximum:
            return int(share[1]) if int(share[1]) in self._values else None
        inside = next(filter(None, wrapped.groups()), "") if wrapped else ""
        whole = _WHOLE.fullmatch(inside)
        stands_for = _as_number(whole[1]) if whole else None
        return stands_for if stands_for in self._values else self._labels.get(inside)

    def _number_and_label(self, label: str, *, damaged_too: bool = False) -> tuple[int, int | None]:
        """The number and what the label beside it means, None where it means nothing."""
        for form in (_NUMBER_AND_LABEL, _LABEL_AND_NUMBER):
            match = form.fullmatch(label) if len(label) <= _LONGEST else None
            if match:
                number, *_ = filter(None, (match["number"], match["inside"]))
                words, *_ = filter(None, (match["label"], match[_OTHER_PLACE[form]]))
                meant = self._labels.get(words, self._damaged.get(words) if damaged_too else None)
                if meant is not None:
                    return _as_number(number), meant
        return 0, None

    def _learn(self, code: int, *texts: str) -> None:
        """A text that two answers share means neither."""
        for label in map(_folded, texts):
            self._labels[label] = code if self._labels.get(label, code) == code else None


def _as_number(text: str) -> int:
    return int(text.translate(_MINUS))


def whole_number(text: str) -> int | None:
    """The whole number that a cell holds, whatever the scale; None for everything else, `04`, `+4` and `4e0` too."""
    match = _OUTSIDE.fullmatch(_bare(text))
    if not match or (match[1] and match[2] == "0"):
        return None
    return -int(match[2]) if match[1] else int(match[2])


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
    labels = any(meaning[text] >= LEAST_VALUE and not _WHOLE.fullmatch(_bare(text)) for text in read)
    if numbers:
        return Route.BOTH if labels else Route.NUMBERS
    return Route.LABELS if read else Route.NONE
