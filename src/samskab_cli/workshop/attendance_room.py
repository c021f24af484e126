"""Who is here, on the screen: a list with ↑↓, numbers and + −, and words, which stay until they are understood."""

from __future__ import annotations

from collections.abc import Mapping

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.attendance import Attendance, UnknownRole, bad_present
from samskab_cli.workshop.display import Display
from samskab_cli.workshop.screens.quiet_screens import attendance_screen
from samskab_cli.workshop.terminal.keyboard import Event
from samskab_cli.workshop.terminal.keys import Character, NamedKey
from samskab_cli.workshop.wording import RoomWords

_MORE = ("+",)
_FEWER = ("-", "−", "–")
_DIGITS = tuple("0123456789")


class AttendanceRoom:
    """The list, until it is saved or left."""

    def __init__(self, display: Display, words: RoomWords) -> None:
        self._display, self._words = display, words

    def hold(self, attendance: Attendance) -> Mapping[str, int] | None:
        """Role (or side) → people; None where it is left with Esc."""
        while True:
            message, now = self._display.take_message(), attendance
            self._display.show(
                lambda now=now, message=message: attendance_screen(  # type: ignore[misc]  # bound at once
                    self._display.canvas, now, self._words, message
                )
            )
            match self._display.key():
                case NamedKey.ENTER:
                    return attendance.entered().present
                case NamedKey.ESCAPE | NamedKey.CTRL_D:
                    return None
                case Character(text) as event if text not in (*_DIGITS, *_MORE, *_FEWER):
                    self._display.keyboard.put_back(event)
                    attendance = self._told(attendance)
                case event:
                    if attendance == (attendance := _counted(attendance, event)):
                        self._display.beep()

    def _told(self, attendance: Attendance) -> Attendance:
        """After a line of words; one that isn't understood stays there to be mended.

        Digits typed before the first letter are its beginning: "3 borgere" is of the citizens, wherever the list is.
        """
        prompt, text = self._words.votes.present_line, attendance.typed
        above: list[str] = []
        while text := (self._display.ask(prompt, text, above) or "").strip():
            try:
                return attendance.with_words(text)
            except UnknownRole as unknown:
                above = [bad_present(unknown, attendance.question_set, self._words)]
        return attendance.entered()


def _counted(attendance: Attendance, event: Event) -> Attendance:
    """After a key that moves or counts; the same after any other, and where there is nothing more to count."""
    match event:
        case NamedKey.UP | NamedKey.DOWN:
            return attendance.moved(-1 if event is NamedKey.UP else 1)
        case NamedKey.LEFT | NamedKey.RIGHT:
            return attendance.more(-1 if event is NamedKey.LEFT else 1)
        case NamedKey.BACKSPACE:
            return attendance.rubbed_out()
        case Character(text) if text in _DIGITS:
            return attendance.digit(text)
        case Character(text):
            return attendance.more(-1 if text in _FEWER else 1)
        case _:
            return attendance


class RoomDisplay(Display):
    """The display of a room, which can be asked who is here too."""

    def ask_present(
        self, question_set: QuestionSet, present: Mapping[str, int], words: RoomWords
    ) -> Mapping[str, int] | None:
        """Roles counted up and down; None where the list is left with Esc. Raises PauseAsked, SystemExit."""
        return AttendanceRoom(self, words).hold(Attendance(question_set, words.language, present))
