"""`KeySplitter`: bytes to keys, arrows, escape sequences, pastes, UTF-8 letters. Pure: no terminal is touched.

A terminal sends bytes, and only time tells some keys apart: Esc is the byte 1B, and an arrow is 1B 5B 41, which may
arrive in two reads over a slow line. So `KeySplitter` is a state machine fed byte by byte, and it never reads a clock
itself: it says how long to wait (`patience`), and its reader says when that is over (`give_up`).

    1B 5B 41            ↑ at once
    1B, then nothing    after 30 ms Esc; should 5B 41 follow all the same, it is still the rest of an ↑, not "[A"
    C3, A6              "æ"; half of a character waits for as long as it takes
    61, CC 8A           "å" of two code points: a letter is held until it is clear that no accent follows
    1B 5B 32 30 30 7E   the beginning of a paste: until its end everything is text, so that no pasted line votes

A sequence that isn't known gives nothing, never the letters in it: an unknown key must not be somebody's answer.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from samskab_cli.workshop.terminal.graphemes import is_seen, joins


class NamedKey(StrEnum):
    """A key that is no character."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    HOME = "home"
    END = "end"
    PAGE_UP = "page up"
    PAGE_DOWN = "page down"
    ENTER = "enter"
    BACKSPACE = "backspace"
    DELETE = "delete"
    TAB = "tab"
    ESCAPE = "escape"
    CTRL_D = "ctrl d"


@dataclass(frozen=True)
class Character:
    """One character as a person sees it (a grapheme, NFC), as typed: upper case is not folded."""

    text: str


@dataclass(frozen=True)
class Pasted:
    """A text pasted at once, line breaks as a newline, without control characters."""

    text: str


Key = Character | NamedKey | Pasted

ESCAPE_PATIENCE = 0.03
"""Seconds that a lone Esc waits for the rest of a sequence; what comes later is a key of its own."""
SEQUENCE_PATIENCE = 0.5
"""Seconds that a sequence begun waits for its next byte; no person types one, so it may be long."""
PASTE_PATIENCE = 5.0
"""Seconds without a byte after which a paste counts as ended, though its end never came."""

_ESC = 0x1B
_PASTE_END = b"\x1b[201~"
_CONTROLS = {
    0x04: NamedKey.CTRL_D,
    0x08: NamedKey.BACKSPACE,
    0x09: NamedKey.TAB,
    0x0A: NamedKey.ENTER,
    0x0D: NamedKey.ENTER,
    0x7F: NamedKey.BACKSPACE,
}
_LETTERS = {
    "A": NamedKey.UP,
    "B": NamedKey.DOWN,
    "C": NamedKey.RIGHT,
    "D": NamedKey.LEFT,
    "H": NamedKey.HOME,
    "F": NamedKey.END,
}
_CSI = _LETTERS | {
    "1~": NamedKey.HOME,
    "7~": NamedKey.HOME,
    "4~": NamedKey.END,
    "8~": NamedKey.END,
    "3~": NamedKey.DELETE,
    "5~": NamedKey.PAGE_UP,
    "6~": NamedKey.PAGE_DOWN,
    "27u": NamedKey.ESCAPE,  # Esc where it can't be the start of anything; the Windows console is read as this
}
_SS3 = _LETTERS | {"M": NamedKey.ENTER}


def _cleaned(pasted: bytes | bytearray) -> str:
    text = "\n".join(pasted.decode("utf-8", "ignore").splitlines())
    return unicodedata.normalize("NFC", "".join(p for p in text if p in "\n\t" or is_seen(p)))


class KeySplitter:
    """Splits bytes into keys, one byte at a time, so that it makes no difference where reads were cut.

    What may still go on (an Esc, a letter whose accent may follow) is held until more comes, or until the reader has
    waited `patience` seconds and says `give_up`. Unknown sequences and broken UTF-8 give nothing.
    """

    def __init__(self) -> None:
        self._out: list[Key] = []
        self._state: Callable[[int], None] = self._ground
        self._patience = math.inf
        self._cluster = ""
        self._bytes = b""
        self._wanted = 0
        self._alt = False
        self._late = False
        self._parameters = ""
        self._pasted = bytearray()

    @property
    def patience(self) -> float:
        """Seconds to wait for more before `give_up`; 0: only what can be read now; infinite: nothing is held."""
        if self._cluster:
            return ESCAPE_PATIENCE if self._bytes else 0.0
        return self._patience

    def feed(self, data: bytes) -> list[Key]:
        """The keys that are complete after `data`, in the order typed."""
        for byte in data:
            self._state(byte)
        return self._taken()

    def give_up(self) -> list[Key]:
        """The keys in what was held, as nothing more belongs to it; half a UTF-8 character goes on waiting."""
        self._end_cluster()
        if self._bytes:
            return self._taken()
        if self._state == self._escape:
            self._out.append(NamedKey.ESCAPE)
            self._late = True
        elif self._state == self._paste:
            self._out.append(Pasted(_cleaned(self._pasted)))
        self._enter(self._ground)
        return self._taken()

    def _taken(self) -> list[Key]:
        taken, self._out = self._out, []
        return taken

    def _enter(self, state: Callable[[int], None], patience: float = math.inf) -> None:
        self._state, self._patience = state, patience

    def _break_off(self, byte: int) -> None:
        # A byte that can't belong to what was begun counts by itself.
        self._enter(self._ground)
        self._ground(byte)

    def _emit(self, key: Key | None) -> None:
        self._end_cluster()
        if key is not None:
            self._out.append(key)

    def _end_cluster(self) -> None:
        if self._cluster:
            self._out.append(Character(unicodedata.normalize("NFC", self._cluster)))
            self._cluster = ""

    def _point(self, point: str) -> None:
        if self._cluster and joins(self._cluster, point):
            self._cluster += point
        elif is_seen(point):
            self._end_cluster()
            self._cluster = point

    def _ground(self, byte: int) -> None:
        late, self._late = self._late, False
        if byte == _ESC:
            self._end_cluster()
            self._enter(self._escape, ESCAPE_PATIENCE)
        elif late and byte == ord("["):  # the sequence of an Esc that was given up too early, on a slow line
            self._begin_csi()
        elif byte >= 0x80:
            self._begin_utf8(byte)
        elif byte in _CONTROLS:
            self._emit(_CONTROLS[byte])
        elif byte >= 0x20:
            self._point(chr(byte))

    def _begin_utf8(self, lead: int, *, alt: bool = False) -> None:
        if not 0xC2 <= lead <= 0xF4:
            self._enter(self._ground)
            return
        self._bytes, self._alt = bytes([lead]), alt
        self._wanted = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
        self._enter(self._utf8)

    def _utf8(self, byte: int) -> None:
        if not 0x80 <= byte < 0xC0:
            self._bytes = b""
            self._break_off(byte)
            return
        self._bytes += bytes([byte])
        if len(self._bytes) < self._wanted:
            return
        text, self._bytes = self._bytes.decode("utf-8", "ignore"), b""
        self._enter(self._ground)
        if text and not self._alt:
            self._point(text)

    def _escape(self, byte: int) -> None:
        if byte == ord("["):
            self._begin_csi()
        elif byte == ord("O"):
            self._enter(self._ss3, SEQUENCE_PATIENCE)
        elif byte in b"]PX^_":
            self._enter(self._string, SEQUENCE_PATIENCE)
        elif byte == _ESC:
            self._out.append(NamedKey.ESCAPE)
        else:  # Alt and a key: none of ours, and neither the key nor an Esc that would end a note
            self._begin_utf8(byte, alt=True)

    def _begin_csi(self) -> None:
        self._parameters = ""
        self._enter(self._csi, SEQUENCE_PATIENCE)

    def _csi(self, byte: int) -> None:
        if 0x20 <= byte < 0x40:
            if len(self._parameters) < 16:  # longer than any that is known
                self._parameters += chr(byte)
            return
        if not 0x40 <= byte < 0x7F:
            self._break_off(byte)
            return
        sequence = self._parameters + chr(byte)
        self._enter(self._ground)
        if sequence == "200~":
            self._pasted.clear()
            self._enter(self._paste, PASTE_PATIENCE)
        elif sequence in {"[", "M"}:  # F1–F5 of the Linux console, an old mouse report: more bytes follow
            self._wanted = 1 if sequence == "[" else 3
            self._enter(self._skip, SEQUENCE_PATIENCE)
        else:
            self._emit(_CSI.get(sequence))

    def _skip(self, byte: int) -> None:
        if byte < 0x20:
            self._break_off(byte)
            return
        self._wanted -= 1
        if self._wanted == 0:
            self._enter(self._ground)

    def _ss3(self, byte: int) -> None:
        if byte in b"0123456789;":
            return
        if not 0x40 <= byte < 0x7F:
            self._break_off(byte)
            return
        self._enter(self._ground)
        self._emit(_SS3.get(chr(byte)))

    def _string(self, byte: int) -> None:
        if byte == 0x07:
            self._enter(self._ground)
        elif byte == _ESC:
            self._enter(self._string_end, SEQUENCE_PATIENCE)
        elif byte < 0x20:
            self._break_off(byte)

    def _string_end(self, byte: int) -> None:
        if byte == ord("\\"):
            self._enter(self._ground)
        else:
            self._enter(self._escape, ESCAPE_PATIENCE)
            self._escape(byte)

    def _paste(self, byte: int) -> None:
        self._pasted.append(byte)
        if byte == _PASTE_END[-1] and self._pasted.endswith(_PASTE_END):
            self._emit(Pasted(_cleaned(self._pasted[: -len(_PASTE_END)])))
            self._enter(self._ground)
