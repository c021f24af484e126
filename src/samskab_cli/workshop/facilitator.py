"""What the room writes beside its answers, and that everything is saved: the same at the screen and line by line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from samskab_cli.model.answers import Mode
from samskab_cli.model.session import SessionTrouble
from samskab_cli.model.text import clean
from samskab_cli.workshop.answer_keys import AnswerKeys
from samskab_cli.workshop.date_dialog import ask_date, ask_when, date_in_words
from samskab_cli.workshop.interview import Interview, RemarkKind
from samskab_cli.workshop.journal import Journal, now
from samskab_cli.workshop.settings import UnknownRole, example_of_roles, read_present, role_label
from samskab_cli.workshop.wording import RoomWords

HIGH: Final = 75.0
"""Share of the scale (0…100) from which an answer is high, and asks what it builds on."""
REMARKS: Final[dict[str, RemarkKind]] = {"n": "note", "e": "evidence", "d": "dilemma"}


class Front(Protocol):
    """Where lines are read and sentences shown."""

    def ask(self, prompt: str, text: str = "") -> str | None:
        """One line, `text` there to be changed; None where the room left it, or nothing comes any more."""

    def say(self, text: str) -> None:
        """One sentence."""


@dataclass(frozen=True)
class Desk:
    """The facilitator's desk: remarks, actions, who is here, and the disk."""

    interview: Interview
    journal: Journal
    words: RoomWords
    front: Front

    @property
    def keys(self) -> AnswerKeys:
        """The keys of the set's scale."""
        return AnswerKeys.of(self.interview.question_set.scale)

    def save(self, move: Callable[[], None]) -> None:
        """Make a move that notes something; where the disk refuses, it is tried again, or in another folder.

        Raises SessionTrouble where nobody can choose.
        """
        while True:
            try:
                move()
            except SessionTrouble as trouble:
                self._elsewhere(trouble)
            else:
                return

    def remark(self, kind: RemarkKind) -> None:
        """A note, an example or a dilemma about the item; those that are there can be changed."""
        said, interview = self.words.remarks, self.interview
        old = {
            str(number): remark
            for number, remark in interview.session.remarks.items()
            if remark.kind == kind and remark.item == interview.item.id
        }
        for key, remark in old.items():
            self.front.say(said.listed.format(number=key, text=remark.text))
        text = self.front.ask(said.edit if old else said.ask[kind])
        chosen = old.get((text or "").strip())
        if chosen:
            text = self.front.ask(said.ask[kind], chosen.text)
        text = None if text is None else clean(text).strip()
        if text or (chosen and text is not None):
            number = chosen.number if chosen else None
            self.save(lambda: interview.remark(kind, text or "", number))
            self.front.say(said.noted[kind])
        else:
            self.front.say(said.nothing)

    def action(self) -> None:
        """Who does what, and when; those that are there can be changed, and taken out with an empty line."""
        said, interview = self.words.remarks, self.interview
        old = {str(number): action for number, action in interview.session.actions.items()}
        for key, action in old.items():
            self.front.say(said.listed.format(number=key, text=action.what))
        what = self.front.ask(said.edit if old else said.what)
        chosen = old.get((what or "").strip())
        if chosen:
            what = self.front.ask(said.what, chosen.what)
        what = None if what is None else clean(what).strip()
        if what is None or not (what or chosen):
            self.front.say(said.nothing)
            return
        who = self._part_of_action(said.who, chosen.who if chosen else None) if what else None
        when = ask_when(self.front, self.words, now().date(), chosen.when if chosen else None) if what else None
        self.save(lambda: interview.act(what, who, when, chosen.number if chosen else None))
        self.front.say(said.action_by.format(when=date_in_words(when, self.words)) if when else said.action_noted)

    def _part_of_action(self, prompt: str, before: str | None) -> str | None:
        return clean(self.front.ask(prompt, before or "") or "").strip() or None

    def present(self) -> None:
        """Somebody came or left."""
        said, interview = self.words.votes, self.interview
        qs = interview.question_set
        text = self.front.ask(said.ask_present.format(now=self.present_now(), example=example_of_roles(qs)))
        if not (text or "").strip():
            self.front.say(self.words.remarks.nothing)
            return
        try:
            changed = {**interview.session.present, **read_present(text or "", qs)}
        except UnknownRole as word:
            self.front.say(self.unknown_role(word))
            return
        self.save(lambda: interview.change_present(changed))
        self.front.say(said.present.format(now=self.present_now()))

    def agreed(self) -> None:
        """The value that the room agrees on beside its votes."""
        said = self.words.votes
        text = (self.front.ask(said.ask_agreed) or "").strip()
        if not text:
            self.save(lambda: self.interview.agree(None))
            self.front.say(self.words.remarks.nothing)
            return
        value = self.keys.values.get(text)
        if value is None:
            self.front.say(said.bad_agreed)
            return
        self.save(lambda: self.interview.agree(value))
        self.front.say(said.agreed.format(answer=self.label(value)))

    def next_date(self) -> None:
        """When the room meets again."""
        said = self.words.end
        date = ask_date(self.front, said.ask_next_date, self.words, now().date())
        if date:
            self.save(lambda: self.interview.meet_again(date))
            self.front.say(said.next_date.format(date=date_in_words(date.isoformat(), self.words)))

    @property
    def overview_prompt(self) -> str:
        """What the overview asks."""
        if self.interview.mode is Mode.INDIVIDUAL:
            return self.words.turn.ask_close
        said = self.words.summary
        return said.ask_jump if self.interview.unanswered else said.ask_jump_complete

    def overview(self, line: str) -> bool:
        """What a line at the overview does; whether the room pauses."""
        interview, line = self.interview, line.strip().casefold()
        total = len(interview.items)
        if line == "q":
            return True
        if line.isascii() and line.isdigit() and 1 <= int(line) <= total:
            interview.jump(int(line))
        elif interview.mode is Mode.INDIVIDUAL and not line:
            interview.end_turn()
            self.front.say(self.words.turn.thanks)
        elif interview.mode is not Mode.INDIVIDUAL and (line == "f" or (not line and not interview.unanswered)):
            self.save(interview.finish)
        elif not line:
            interview.proceed()
        else:
            self.front.say(self.words.summary.bad_jump.format(total=total))
        return False

    def role_lines(self) -> list[str]:
        """The roles to choose from, numbered."""
        return [f"{n}  {self.role(role)}" for n, role in enumerate(self.interview.question_set.role_by_id, start=1)]

    def turn(self, line: str) -> bool:
        """What a line between two people does; whether the room pauses."""
        interview, line = self.interview, line.strip().casefold()
        roles = tuple(interview.question_set.role_by_id)
        if line == "q":
            return True
        if line == "f" and interview.session.roles:
            self.save(interview.finish)
            self.front.say(self.words.turn.closed)
        elif not line:
            self.save(lambda: interview.begin_turn(None))
        elif line.isascii() and line.isdigit() and 1 <= int(line) <= len(roles):
            self.save(lambda: interview.begin_turn(roles[int(line) - 1]))
        else:
            self.front.say(self.words.turn.bad_role.format(total=len(roles)))
        return False

    def label(self, answer: int | str) -> str:
        """What an answer is called."""
        scale, language = self.interview.question_set.scale, self.words.language
        if answer == "unsure":
            return clean(scale.unsure.label.text(language))
        if answer == "not_relevant":
            return clean(scale.not_relevant.label.text(language))
        return clean(next(option for option in scale.options if option.value == answer).label.text(language))

    def role(self, role: str) -> str:
        """What a role or a side is called."""
        return role_label(role, self.interview.question_set, self.words.language)

    def present_now(self) -> str:
        """Who is here."""
        here = [f"{self.role(role)} {n}" for role, n in self.interview.session.present.items() if n > 0]
        return ", ".join(here) or self.words.start.no_roles

    def unreadable_votes(self) -> str:
        """What to say of a line that is no votes. It isn't repeated: what was typed unseen stays unseen."""
        keys = list(self.keys.values)
        counts = "=" + " ".join(str(i % 3) for i in range(len(keys)))
        return self.words.question.unknown_vote.format(example="".join(keys[-2:]), counts=counts)

    def unknown_role(self, word: UnknownRole) -> str:
        """What to say of a word that is no role."""
        qs = self.interview.question_set
        known = ", ".join([*qs.role_by_id, *(side.id for side in qs.all_sides if side.id not in qs.role_by_id)])
        return self.words.start.bad_roles.format(word=clean(str(word)), known=known)

    def is_high(self, value: int) -> bool:
        """Whether an answer to the item counts as high, turned the right way round."""
        scale = self.interview.question_set.scale
        share = 100 * (value - scale.minimum) / (scale.maximum - scale.minimum)
        return (100 - share if self.interview.item.reverse else share) >= HIGH

    def _elsewhere(self, trouble: SessionTrouble) -> None:
        said = trouble_said(trouble, self.words)
        self.front.say(self.words.trouble_now.format(trouble=said))
        folder = self.front.ask(self.words.end.ask_folder)
        if folder is None:
            raise trouble
        if folder.strip():
            try:
                self.journal.move_to(Path(folder.strip()).expanduser())
            except SessionTrouble as again:
                self._elsewhere(again)
            else:
                self.front.say(self.words.trouble_again.format(file=self.journal.path))


def trouble_said(trouble: SessionTrouble, words: RoomWords) -> str:
    """What is wrong with a session's file, in the language of the room."""
    return words.trouble[trouble.trouble].format(file=trouble.file, line=trouble.line, said=trouble.said or "?")
