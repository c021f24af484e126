"""`Signs` of bars, marks and boxes by encoding (UTF-8, WGL4, ASCII), and texts spelt without what is lacking."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TypeVar

from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import SIDE_SIGNS
from samskab_cli.reporting.every_text import change_texts

_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class Signs:
    """What bars and marks are drawn with; each one cell wide."""

    bar: str
    rest: str
    dot: str
    """Between parts of a line."""
    cut: str
    ellipsis: str
    ready: str
    attention: str
    prepare: str
    contested: str
    undecided: str
    sides: tuple[str, ...]
    none: str
    withheld: str
    box: str
    """A place for a card that isn't there yet."""
    here: str
    """Before the line that is meant."""

    def of(self, mark: Level | GateState | None) -> str:
        """The sign before a word; a blank where there is none."""
        return self.gate(mark) if isinstance(mark, GateState) else self.level(mark)

    def level(self, level: Level | None) -> str:
        """The sign before the word of a dimension's level."""
        match level:
            case Level.READY:
                return self.ready
            case Level.ATTENTION:
                return self.attention
            case Level.PREPARE | Level.NOT_NOW:
                return self.prepare
            case _:
                return " "

    def gate(self, state: GateState | None) -> str:
        """The sign before the word of a gate's state."""
        match state:
            case GateState.PASSED:
                return self.ready
            case GateState.FAILED:
                return self.prepare
            case GateState.CONTESTED:
                return self.contested
            case GateState.UNDECIDED:
                return self.undecided
            case None:
                return " "

    def side(self, mark: int) -> str:
        """The sign of a side; where there are more sides than signs, the rest go by their name."""
        return self.sides[mark] if mark < len(self.sides) else " "


# only characters of WGL4, which the fonts of every terminal have
WGL4 = Signs(
    bar="▄", rest="·", dot="·", cut="│", ellipsis="…", ready="√", attention="!", prepare="×", contested="≠",
    undecided="?", sides=SIDE_SIGNS, none="–", withheld="*", box="□", here="►",
)  # fmt: skip
ASCII = Signs(
    bar="=", rest=".", dot="-", cut="|", ellipsis="...", ready="+", attention="!", prepare="x", contested="#",
    undecided="?", sides=("o", "*", "^", "@", "&", "%", "$", "~"), none="-", withheld="*", box="_", here=">",
)  # fmt: skip

_SPELT_OUT = {
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "é": "e", "…": "...", "–": "-", "—": "-",
    "−": "-", "·": "-", "×": "x", "≥": ">=", "≤": "<=", "“": '"', "”": '"', "„": '"', "’": "'",
    "\N{NO-BREAK SPACE}": " ", "←": "<-", "→": "->", "↑": "up", "↓": "/down",
}  # fmt: skip


def signs(encoding: str) -> Signs:
    """The WGL4 set, or the ASCII set where the encoding lacks one of its signs."""
    wanted = "".join(value if isinstance(value, str) else "".join(value) for value in vars(WGL4).values())
    return WGL4 if _encodable(wanted, encoding) else ASCII


def speakable(thing: _Thing, encoding: str) -> _Thing:
    """A view or a catalogue with only characters of the encoding: spelt out where there is a way, else `?`."""
    return thing if _has_all(encoding) else change_texts(thing, lambda text: spell(text, encoding))


def spell(text: str, encoding: str) -> str:
    """The text with only characters of the encoding.

    >>> spell("Åbenhed 62,5–63,8 😀", "ascii"), spell("Åbenhed – 😀", "latin-1"), spell("Åbenhed – 😀", "utf-8")
    ('Aabenhed 62,5-63,8 ?', 'Åbenhed - ?', 'Åbenhed – 😀')
    """
    if _encodable(text, encoding):
        return text
    return "".join(char if _encodable(char, encoding) else _SPELT_OUT.get(char, "?") for char in text)


def _has_all(encoding: str) -> bool:
    """Whether it is one of Unicode's own; what a view shows is cleaned of what even these lack."""
    try:
        return codecs.lookup(encoding).name in {"utf-8", "utf-16", "utf-32"}
    except LookupError:
        return False


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):  # an encoding that nobody knows gets ASCII
        return text.isascii()
    return True
