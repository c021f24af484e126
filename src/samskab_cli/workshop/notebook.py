"""Dialogue for notes, examples, dilemmas, actions and steps: choose a number, change, take out; what, who, when.

A number chooses one to be changed, an empty line then takes it out; any other line is a new one. Whatever is left with
Esc on the way stores nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from samskab_cli.model.answers import StepState
from samskab_cli.model.text import clean
from samskab_cli.workshop.date_dialog import Left, ask_date, ask_when, date_in_words
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.journal import now
from samskab_cli.workshop.minutes import RemarkKind
from samskab_cli.workshop.wording import RoomWords

if TYPE_CHECKING:
    from samskab_cli.model.session_lines import ActionNoted

_Noted = TypeVar("_Noted")


class LineFront(Protocol):
    """Where lines are read and sentences shown."""

    def ask(self, prompt: str, text: str = "", above: Sequence[str] = ()) -> str | None:
        """One line, `text` there to be changed, below the lines `above`; None where the room left it, or it ended."""

    def say(self, text: str) -> None:
        """One sentence."""


@dataclass(frozen=True)
class Notebook:
    """What the room writes, where it is: about the item, or about the whole."""

    interview: Interview
    words: RoomWords
    front: LineFront
    save: Callable[[Callable[[], object]], None]

    def remark(self, kind: RemarkKind) -> None:
        """A note, an example or a dilemma."""
        texts, interview = self.words.remarks, self.interview
        about = interview.about
        noted = {
            number: one
            for number, one in interview.session.remarks.items()
            if one.kind == kind and about in {None, one.item}
        }
        chosen = self._choose(texts.ask[kind], texts.headings[kind], noted, [one.text for one in noted.values()])
        if chosen is None:
            return
        number, text = chosen
        if number is not None:
            changed = self.front.ask(texts.change, noted[number].text)
            if changed is None:
                self.front.say(texts.nothing)
                return
            text = clean(changed).strip()
        self.save(lambda: interview.minutes.remark(kind, text, about, number))
        self.front.say(texts.noted[kind] if text else texts.taken_out)

    def action(self) -> None:
        """Who does what, and when."""
        texts, interview = self.words.remarks, self.interview
        noted = dict(interview.session.actions)
        chosen = self._choose(texts.what, texts.headings["action"], noted, [*map(self._in_words, noted.values())])
        if chosen is None:
            return
        number, text = chosen
        before = noted[number] if number is not None else None
        try:
            what = text if before is None else clean(self._left(self.front.ask(texts.what, before.what))).strip()
            who = when = None
            if what:
                who = clean(self._left(self.front.ask(texts.who, (before and before.who) or ""))).strip() or None
                when = ask_when(self.front, self.words, now().date(), before.when if before else None)
        except Left:
            self.front.say(texts.nothing)
            return
        self.save(lambda: interview.minutes.act(what, who, when, interview.about, number))
        if not what:
            self.front.say(texts.taken_out)
        else:
            self.front.say(texts.action_by.format(when=date_in_words(when, self.words)) if when else texts.action_noted)

    def follow(self, state: StepState) -> None:
        """What became of a step of the previous meeting; an open one moves on, with the day by which it is done now."""
        texts, interview = self.words.follow_up, self.interview
        step = interview.follow_up.step
        if step is None:
            return
        when = None
        try:
            if state != "done":
                when = ask_when(self.front, self.words, now().date(), step.when)
            remark = clean(self._left(self.front.ask(texts.ask_remark))).strip() or None
        except Left:
            self.front.say(self.words.remarks.nothing)
            return
        self.save(lambda: interview.follow_up.note(state, when, remark))
        self.front.say(texts.noted[state])

    def next_date(self) -> None:
        """When the room meets again."""
        texts = self.words.end
        try:
            date = ask_date(self.front, texts.ask_next_date, self.words, now().date())
        except Left:
            date = None
        if date:
            self.save(lambda: self.interview.minutes.meet_again(date))
            self.front.say(texts.next_date.format(date=date_in_words(date.isoformat(), self.words)))

    def lines(self) -> list[tuple[str, str]]:
        """What was written about the item, each with its kind."""
        words, about, session = self.words.remarks, self.interview.about, self.interview.session
        remarks = [(words.labels[one.kind], one.text) for one in session.remarks.values() if one.item == about]
        actions = [one for one in session.actions.values() if one.item == about]
        return [*remarks, *((words.labels["action"], self._in_words(one)) for one in actions)]

    def _choose(
        self, prompt: str, heading: str, noted: Mapping[int, _Noted], texts: Sequence[str]
    ) -> tuple[int | None, str] | None:
        """The number of the one to be changed, or a new text; None where neither was given, which is said."""
        words, numbers = self.words.remarks, list(noted)
        above = (
            [heading, *(words.listed.format(number=n, text=text) for n, text in enumerate(texts, 1))] if texts else []
        )
        text = self.front.ask(f"{words.edit} {prompt}" if texts else prompt, above=above)
        text = clean(text or "").strip()
        if not text:
            self.front.say(words.nothing)
            return None
        if text.isascii() and text.isdigit():
            if 1 <= int(text) <= len(numbers):
                return numbers[int(text) - 1], ""
            self.front.say(words.no_such_number.format(number=text))
            return None
        return None, text

    def step_in_words(self, action: ActionNoted) -> str:
        """What, who, and by when."""
        return self._in_words(action)

    def _in_words(self, action: ActionNoted) -> str:
        when = date_in_words(action.when, self.words) if action.when else ""
        return " · ".join(filter(None, (action.what, action.who, when)))

    @staticmethod
    def _left(line: str | None) -> str:
        if line is None:
            raise Left
        return line
