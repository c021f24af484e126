"""Bytes of a terminal become keys: each by itself, in order, nothing answered by accident."""

from __future__ import annotations

import math
import signal
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.workshop.terminal.graphemes import graphemes
from samskab_cli.workshop.terminal.keyboard import POLL, EndOfInput, Event, Keyboard, Resized, read_line
from samskab_cli.workshop.terminal.keys import (
    ESCAPE_PATIENCE,
    SEQUENCE_PATIENCE,
    Character,
    Key,
    KeySplitter,
    NamedKey,
    Pasted,
)
from samskab_cli.workshop.terminal.signals import Redraw, Signalled
from samskab_cli.workshop.terminal.windows import WindowsConsole

PIECES = st.sampled_from(
    [
        b"4",
        b"V",
        b"\r",
        b"\x7f",
        "æ".encode(),
        "e\u0301".encode(),
        "👩‍👩‍👧".encode(),
        "🇩🇰".encode(),
        b"\x1b",
        b"\x1b[A",
        b"\x1b[3~",
        b"\x1bOD",
        b"\x1b[1;5D",
        b"\x1b[[A",
        b"\x1b[M !!",
        b"\x1b[200~4\r4\x1b[201~",
        b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        b"\x1bP1\x07",
        b"[",
        b"\x00",
        b"\xc3",
        b"\x80",
        b"\xff",
    ]
)
TYPED = st.one_of(st.binary(max_size=40), st.lists(PIECES, max_size=12).map(b"".join))

FAMILY = "👩‍👩‍👧"


def keys(*reads: bytes) -> list[Key]:
    """The keys in what these reads gave, nothing coming after them."""
    splitter = KeySplitter()
    found = [key for data in reads for key in splitter.feed(data)]
    return [*found, *splitter.give_up()]


def typed(text: str) -> list[Key]:
    return [Character(character) for character in text]


# Splitting


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\r", NamedKey.ENTER),
        (b"\n", NamedKey.ENTER),
        (b"\x1bOM", NamedKey.ENTER),
        (b"\x7f", NamedKey.BACKSPACE),
        (b"\x08", NamedKey.BACKSPACE),
        (b"\t", NamedKey.TAB),
        (b"\x04", NamedKey.CTRL_D),
        (b"\x1b", NamedKey.ESCAPE),
        (b"\x1b[27u", NamedKey.ESCAPE),
        (b"\x1b[A", NamedKey.UP),
        (b"\x1bOA", NamedKey.UP),
        (b"\x1b[B", NamedKey.DOWN),
        (b"\x1b[C", NamedKey.RIGHT),
        (b"\x1b[D", NamedKey.LEFT),
        (b"\x1bOD", NamedKey.LEFT),
        (b"\x1b[H", NamedKey.HOME),
        (b"\x1b[1~", NamedKey.HOME),
        (b"\x1b[F", NamedKey.END),
        (b"\x1b[4~", NamedKey.END),
        (b"\x1b[3~", NamedKey.DELETE),
        (b"\x1b[5~", NamedKey.PAGE_UP),
        (b"\x1b[6~", NamedKey.PAGE_DOWN),
        (b"V", Character("V")),
        (b" ", Character(" ")),
        ("å".encode(), Character("å")),
        ("a\u030a".encode(), Character("å")),
        (FAMILY.encode(), Character(FAMILY)),
        ("🇩🇰".encode(), Character("🇩🇰")),
        ("👍🏽".encode(), Character("👍🏽")),
    ],
)
def test_a_key_is_one_key(data: bytes, key: Key) -> None:
    assert keys(data) == [key]


@pytest.mark.parametrize(
    "sequence",
    [
        b"\x1b[1;5D",  # Ctrl and an arrow
        b"\x1b[15~",  # F5
        b"\x1b[[A",  # F1 of the Linux console
        b"\x1bOP",  # F1
        b"\x1bO5P",
        b"\x1b[I",  # focus
        b"\x1b[M !!",  # an old mouse report
        b"\x1b[<0;10;10M",  # a mouse report
        b"\x1b[?62;4c",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        b"\x1bP>|xterm(390)\x1b\\",
        b"\x1b_G1\x1b\\",
        b"\x1b4",  # Alt and a digit is no answer
        "\x1bæ".encode(),
        b"\x1b\x7f",  # Alt and Backspace doesn't leave a note
        b"\x00",
        b"\x1c",
        "\u009b".encode(),
        "\u202e".encode(),
    ],
)
def test_what_is_not_known_is_swallowed_whole(sequence: bytes) -> None:
    assert keys(b"1" + sequence + b"2") == typed("12")


@pytest.mark.parametrize(
    "begun", [b"\x1b[", b"\x1b[200", b"\x1bO", b"\x1b]11;4", b"\x1b]11;4\x1b", b"\x1b[[", b"\x1b[M "]
)
def test_a_sequence_that_never_ends_is_swallowed_and_given_up(begun: bytes) -> None:
    splitter = KeySplitter()

    assert splitter.feed(begun) == splitter.give_up() == []
    assert [*splitter.feed(b"4"), *splitter.give_up()] == typed("4")


@pytest.mark.parametrize("begun", [b"\x1b[1;", b"\x1bO", b"\x1b]4", b"\x1b[["])
def test_enter_breaks_a_sequence_off_and_counts(begun: bytes) -> None:
    assert keys(begun + b"\r4") == [NamedKey.ENTER, Character("4")]


def test_what_is_held_says_how_long() -> None:
    splitter = KeySplitter()
    assert splitter.patience == math.inf

    splitter.feed(b"4")
    assert splitter.patience == 0  # a key acts at once

    splitter.feed(b"\x1b")
    assert splitter.patience == ESCAPE_PATIENCE

    splitter.feed(b"[")
    assert splitter.patience == SEQUENCE_PATIENCE


@pytest.mark.parametrize(
    "broken", [b"\x80", b"\xff", b"\xc3", b"\xe6", b"\xf0\x9f\x91", b"\xed\xa0\x80", b"\xe0\x80\x80"]
)
def test_broken_utf8_gives_nothing_and_takes_no_neighbour_with_it(broken: bytes) -> None:
    assert keys(b"4" + broken + b"v") == typed("4v")


def test_half_a_character_waits_for_its_other_half_however_late() -> None:
    splitter = KeySplitter()

    assert splitter.feed(b"\xc3") == splitter.give_up() == []
    assert [*splitter.feed(b"\xa6"), *splitter.give_up()] == typed("æ")


def test_an_escape_sequence_on_a_slow_line_leaks_no_character() -> None:
    splitter = KeySplitter()

    assert [*splitter.feed(b"\x1b"), *splitter.give_up()] == [NamedKey.ESCAPE]
    assert [*splitter.feed(b"[A4"), *splitter.give_up()] == [NamedKey.UP, Character("4")]


def test_pasted_text_is_one_event_however_it_looks() -> None:
    assert keys(b"4\x1b[200~4\r\n5\rq\x1b[A\x03\xff\x1b[201~v") == [
        Character("4"),
        Pasted("4\n5\nq[A"),
        Character("v"),
    ]


def test_a_paste_that_never_ends_is_given_up_in_the_end() -> None:
    assert keys(b"\x1b[200~444") == [Pasted("444")]


@settings(max_examples=300)
@given(typed_bytes=TYPED, cuts=st.lists(st.integers(0, 60), max_size=6))
def test_it_makes_no_difference_where_reads_are_cut(typed_bytes: bytes, cuts: list[int]) -> None:
    places = sorted({0, *(cut for cut in cuts if cut < len(typed_bytes)), len(typed_bytes)})
    reads = [typed_bytes[start:end] for start, end in pairwise(places)]

    assert keys(*reads) == keys(typed_bytes)


@settings(max_examples=200)
@given(st.lists(st.one_of(st.sampled_from("1234vVæøå👍 "), st.sampled_from(["\x1b[A", "\r", "\x7f"])), max_size=60))
def test_type_ahead_comes_in_order_each_key_by_itself(strokes: list[str]) -> None:
    names = {"\x1b[A": NamedKey.UP, "\r": NamedKey.ENTER, "\x7f": NamedKey.BACKSPACE}

    assert keys("".join(strokes).encode()) == [names.get(stroke, Character(stroke)) for stroke in strokes]


@settings(max_examples=200)
@given(st.text())
def test_graphemes_lose_and_add_nothing(text: str) -> None:
    assert "".join(graphemes(text)) == text


def test_a_flag_is_two_letters_and_no_more() -> None:
    assert graphemes("🇩🇰🇸🇪a") == ["🇩🇰", "🇸🇪", "a"]


# The keyboard


Happening = Signalled | Redraw | tuple[int, int]


class Script:
    """A terminal where these reads and happenings come one after the other, and then its end."""

    def __init__(self, *steps: bytes | Happening) -> None:
        self._steps = deque(steps)
        self._happening: Signalled | Redraw | None = None
        self._size = (80, 24)
        self.is_open = False

    def open(self) -> None:
        self.is_open = True

    def close(self) -> None:
        self.is_open = False

    def wait(self, seconds: float) -> bool:
        if seconds < POLL:  # what is waited for with an end doesn't come
            return False
        match self._steps[0] if self._steps else None:
            case Signalled() | Redraw() as happening:
                self._happening = happening
            case (columns, lines):
                self._size = (columns, lines)
            case _:
                return True
        self._steps.popleft()
        return False

    def read(self) -> bytes | None:
        step = self._steps.popleft() if self._steps else None
        assert step is None or isinstance(step, bytes)
        return step

    def happened(self) -> Signalled | Redraw | None:
        happened, self._happening = self._happening, None
        return happened

    def size(self) -> tuple[int, int]:
        return self._size


def events(*steps: bytes | Happening) -> list[Event | None]:
    with Keyboard(Script(*steps)) as keyboard:
        found: list[Event | None] = [keyboard.read_key()]
        while found[-1] != EndOfInput():
            found.append(keyboard.read_key())
    return found[:-1]


def test_keys_typed_at_once_come_one_at_a_time() -> None:
    assert events(b"43\x1b[Dv", b"\r") == [*typed("43"), NamedKey.LEFT, Character("v"), NamedKey.ENTER]


def test_a_lone_escape_is_a_key_when_nothing_follows() -> None:
    with Keyboard(Script(b"\x1b", b"4")) as keyboard:
        assert keyboard.read_key(timeout=5) == NamedKey.ESCAPE
        assert keyboard.read_key(timeout=5) == Character("4")


def test_a_torn_character_is_put_together_across_reads() -> None:
    assert events(b"\xc3", b"\xa6", b"\xf0\x9f", b"\x91\x8d") == typed("æ👍")


def test_a_new_size_is_told_once() -> None:
    assert events(b"4", (120, 40), (120, 40), b"5") == [Character("4"), Resized(120, 40), Character("5")]


def test_signals_and_redraws_come_as_events() -> None:
    assert events(Redraw(), b"4", Signalled(15)) == [Redraw(), Character("4"), Signalled(15)]


def test_the_end_comes_after_the_last_key_and_stays() -> None:
    with Keyboard(Script(b"4\xc3")) as keyboard:
        assert [keyboard.read_key() for _ in range(3)] == [Character("4"), EndOfInput(), EndOfInput()]


def test_a_timeout_without_a_key_is_none() -> None:
    with Keyboard(Script(b"4")) as keyboard:
        assert keyboard.read_key(timeout=0) is None
        assert keyboard.read_key() == Character("4")


def test_what_was_put_back_comes_first() -> None:
    with Keyboard(Script(b"45")) as keyboard:
        first = keyboard.read_key()
        assert first is not None
        keyboard.put_back(first)
        assert [keyboard.read_key(), keyboard.read_key()] == typed("45")


def test_the_terminal_is_closed_also_after_an_exception() -> None:
    script = Script()

    was_open = []

    def crash() -> None:
        with Keyboard(script):
            was_open.append(script.is_open)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        crash()

    assert was_open == [True]
    assert not script.is_open


# Lines


def line(*steps: bytes | Happening, text: str = "", hidden: bool = False) -> tuple[str | None, list[str]]:
    """What `read_line` gives for these reads, and all that it showed."""
    shown: list[str] = []
    with Keyboard(Script(*steps)) as keyboard:
        return read_line(keyboard, shown.append, text=text, hidden=hidden), shown


def test_a_line_is_shown_as_it_grows_and_given_at_enter() -> None:
    assert line("Blå".encode(), b"\r") == ("Blå", ["", "B", "Bl", "Blå"])


@pytest.mark.parametrize("character", ["å", FAMILY, "🇩🇰", "👍🏽"])
def test_backspace_takes_what_looks_like_one_character(character: str) -> None:
    assert line(b"ab", character.encode(), b"\x7fc\r")[0] == "abc"


def test_a_mark_that_comes_late_still_belongs_to_its_letter() -> None:
    assert line(b"ae", "\u0301".encode(), b"\x7f\r") == ("a", ["", "a", "ae", "ae\u0301", "a"])


def test_backspace_on_an_empty_line_does_nothing() -> None:
    assert line(b"\x7f\x7fa\r") == ("a", ["", "a"])


def test_a_text_can_be_changed() -> None:
    assert line(b"\x7f\x7fet\r", text="Godt så")[0] == "Godt et"


def test_pasted_text_becomes_one_line() -> None:
    assert line("Se: \x1b[200~første\r\nanden\tæøå\x1b[201~!\r".encode())[0] == "Se: første anden æøå!"


def test_arrows_and_the_like_put_nothing_into_a_line() -> None:
    assert line(b"a\x1b[D\x1b[A\tb\x1b[3~\x1b[15~\r") == ("ab", ["", "a", "ab"])


def test_votes_are_shown_as_dots_and_never_pasted() -> None:
    assert line(b"445\x1b[200~1111\x1b[201~\x7f\r", hidden=True) == ("44", ["", "•", "••", "•••", "••"])


def test_escape_leaves_the_line() -> None:
    assert line(b"abc", b"\x1b")[0] is None


@pytest.mark.parametrize(
    ("steps", "event"),
    [
        ((b"abc", Signalled(signal.SIGTERM)), Signalled(signal.SIGTERM)),
        ((b"abc",), EndOfInput()),
        ((b"\x04",), NamedKey.CTRL_D),
    ],
)
def test_what_ends_a_line_is_the_next_event_of_the_keyboard(steps: Sequence[bytes | Signalled], event: Event) -> None:
    with Keyboard(Script(*steps)) as keyboard:
        assert read_line(keyboard, lambda _shown: None) is None
        assert keyboard.read_key() == event


def test_ctrl_d_in_a_line_that_is_begun_loses_nothing() -> None:
    assert line(b"ab\x04c\r")[0] == "abc"


def test_a_line_is_shown_again_when_the_screen_must_be_drawn_again() -> None:
    happened: list[str] = []
    with Keyboard(Script(b"ab", Redraw(), (100, 30), b"\r")) as keyboard:
        given_line = read_line(keyboard, happened.append, on_redraw=lambda: happened.append("(redraw)"))

    assert given_line == "ab"
    assert happened == ["", "a", "ab", "(redraw)", "ab", "(redraw)", "ab"]


# The Windows console


class RecordedConsole:
    """msvcrt as it was recorded: kbhit doesn't know of the second half of a special key."""

    def __init__(self, units: Iterable[str]) -> None:
        self._units = deque(units)
        self._has_half = False

    def kbhit(self) -> bool:
        return bool(self._units) and not self._has_half

    def getwch(self) -> str:
        unit = self._units.popleft()
        self._has_half = not self._has_half and unit in "\x00\xe0"
        return unit


def console_events(units: Iterable[str]) -> list[Event]:
    found: list[Event] = []
    with Keyboard(WindowsConsole(RecordedConsole(units))) as keyboard:
        while event := keyboard.read_key(timeout=0):
            found.append(event)
    return found


@pytest.mark.parametrize(
    ("units", "key"),
    [
        ("4", Character("4")),
        ("å", Character("å")),
        ("\ud83d\udc4d", Character("👍")),
        ("\r", NamedKey.ENTER),
        ("\x08", NamedKey.BACKSPACE),
        ("\x1b", NamedKey.ESCAPE),
        ("\t", NamedKey.TAB),
        ("\x04", NamedKey.CTRL_D),
        ("\xe0K", NamedKey.LEFT),
        ("\x00K", NamedKey.LEFT),
        ("\xe0M", NamedKey.RIGHT),
        ("\xe0H", NamedKey.UP),
        ("\xe0P", NamedKey.DOWN),
        ("\xe0G", NamedKey.HOME),
        ("\xe0O", NamedKey.END),
        ("\xe0S", NamedKey.DELETE),
        ("\xe0I", NamedKey.PAGE_UP),
        ("\xe0Q", NamedKey.PAGE_DOWN),
    ],
)
def test_the_windows_console_gives_the_same_keys(units: str, key: Key) -> None:
    assert console_events(units) == [key]


def test_in_the_windows_console_special_keys_leak_no_characters() -> None:
    assert console_events("\x00;4\xe0sv\xe0\x86\x00\x784") == typed("4v4")


def test_in_the_windows_console_a_grave_accent_is_no_special_key() -> None:
    assert console_events("3\xe0 4") == typed("3à 4")


def test_in_the_windows_console_escape_takes_no_key_with_it() -> None:
    assert console_events("\x1b4\x1b\x1bv") == [
        NamedKey.ESCAPE,
        Character("4"),
        NamedKey.ESCAPE,
        NamedKey.ESCAPE,
        Character("v"),
    ]


def test_in_the_windows_console_half_a_surrogate_pair_gives_nothing() -> None:
    assert console_events("\ud83d4\udc4dv") == typed("4v")


def test_in_the_windows_console_ctrl_c_is_an_event() -> None:
    assert console_events("\x03") == [Signalled(signal.SIGINT)]


def test_in_the_windows_console_fast_typing_keeps_its_order() -> None:
    typing = "12345viæø" * 20

    assert console_events(typing) == typed(typing)
