"""What each command does (`Facilitator.moves`), saving with retries, decisions on sides; for screen and lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final, Protocol

from samskab_cli.errors import SessionRefused
from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.rules import GOOD_ENOUGH, at_least
from samskab_cli.model.session import SessionTrouble
from samskab_cli.workshop.answer_keys import AnswerKeys
from samskab_cli.workshop.captions import Captions
from samskab_cli.workshop.commands import OF_THE_BOARD, Do, Origin, commands
from samskab_cli.workshop.interim_report import Picture, picture
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.journal import Journal
from samskab_cli.workshop.notebook import LineFront, Notebook
from samskab_cli.workshop.other_screens import Elsewhere, Nowhere
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.wording import RoomWords

LOOKED_AT: Final = frozenset({Stage.DISTRIBUTION, Stage.DIMENSION, Stage.LIST, Stage.TALK, Stage.RESULT})
"""Where answers are shown."""


class Front(LineFront, Protocol):
    """The screen, or the lines: where the room reads and answers."""

    def ask_present(
        self, question_set: QuestionSet, present: Mapping[str, int], words: RoomWords
    ) -> Mapping[str, int] | None:
        """Role (or side) → people, changed; None where the room left it as it was."""


@dataclass(frozen=True)
class Facilitator:
    """Commands that are the same everywhere, and the disk."""

    interview: Interview
    journal: Journal
    words: RoomWords
    front: Front
    without: frozenset[Do] = frozenset()
    """Commands that this front has no use for."""
    elsewhere: Elsewhere = field(default_factory=Nowhere)
    """Phones, and the projector's page."""

    @property
    def keys(self) -> AnswerKeys:
        """The keys of the set's scale."""
        return AnswerKeys.of(self.interview.question_set.scale)

    @property
    def notebook(self) -> Notebook:
        """Remarks, next steps, dates."""
        return Notebook(self.interview, self.words, self.front, self.save)

    @property
    def commands(self) -> dict[str, Do]:
        """Key → command, where the room is."""
        session = self.interview.session
        origins: list[Origin] = ["answers"] if session.header.collected == "before" else []
        origins += ["meeting"] if session.previous else []
        origins += ["phones"] if self.elsewhere.takes_votes else []
        without = self.without | (OF_THE_BOARD if self.elsewhere.takes_votes else frozenset())
        known = commands(self.interview.stage, self.interview.mode, origins)
        return {key: do for key, do in known.items() if do not in without}

    @property
    def captions(self) -> Captions:
        """What is said about the item."""
        return Captions(self.interview, self.words, lambda: self.previous)

    @cached_property
    def previous(self) -> Picture | None:
        """The previous meeting as it may be shown; None where there was none, or its answers don't fit the set."""
        session = self.interview.session.previous
        if session is None:
            return None
        try:
            seen = picture(session, self.interview.question_set, self.journal.path, self.words.language)
        except SessionRefused:
            return None
        return replace(seen, in_the_room=seen.view)  # what was for that room only, isn't for this one

    def picture(self, *, whole: bool = False) -> Picture:
        """What the answers come to so far; whole: with what changed since the previous meeting."""
        session, question_set = self.interview.session, self.interview.question_set
        return picture(session, question_set, self.journal.path, self.words.language, whole=whole)

    def show(self, picture: Picture | None = None, *, shows_numbers: bool = False) -> None:
        """Other screens show where the room is; `picture` where answers are looked at."""
        self.elsewhere.show(self, picture, shows_numbers=shows_numbers)

    def show_stage(self, *, shows_numbers: bool) -> None:
        """The same wherever the room is: the answers are looked at where they are shown, and somebody sees it."""
        stage = self.interview.stage
        if isinstance(self.elsewhere, Nowhere):
            return
        if stage is Stage.TALK and self.interview.topics is None:
            self.begin_talk()
        picture = self.picture(whole=stage is Stage.RESULT) if stage in LOOKED_AT else None
        self.show(picture, shows_numbers=shows_numbers)

    def save(self, move: Callable[[], object]) -> None:
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

    @property
    def moves(self) -> dict[Do, Callable[[], object]]:
        """What a command does, where it isn't a matter of how things are shown."""
        interview, notebook = self.interview, self.notebook
        return {
            Do.BACK: interview.back,
            Do.CHANGE_VOTES: lambda: self.save(interview.vote_again),
            Do.ANSWER_AGAIN: lambda: interview.jump(interview.number),
            Do.SKIP: interview.skip,
            Do.NOTE: lambda: notebook.remark("note"),
            Do.EVIDENCE: lambda: notebook.remark("evidence"),
            Do.DILEMMA: lambda: notebook.remark("dilemma"),
            Do.ACTION: notebook.action,
            Do.AGREED: self.agreed,
            Do.PRESENT: self.present,
            Do.OVERVIEW: interview.overview,
            Do.TOPICS: interview.back,
            Do.STEP_DONE: lambda: notebook.follow("done"),
            Do.STEP_UNDER_WAY: lambda: notebook.follow("under_way"),
            Do.STEP_NOT_DONE: lambda: notebook.follow("not_done"),
            Do.LIST: interview.list_items,
            Do.TURNS: interview.end_turn,
            Do.FINISH: self.finish,
            Do.NEXT_MEETING: notebook.next_date,
            Do.SMALL_SIDES: self.reconsider,
        }

    def obey(self, do: Do) -> bool:
        """Do what a key says; False where that is the front's."""
        move = self.moves.get(do)
        if move is not None:
            move()
        return move is not None

    def decide(self, key: str) -> None:
        """What becomes of small sides."""
        texts, choice = self.words.sides, self.interview.sides.choices.get(key.casefold())
        if choice is None:
            self.front.say(texts.unknown)
            return
        self.save(lambda: self.interview.decide(choice))
        self.front.say(texts.noted[choice])

    def reconsider(self) -> None:
        """The room thinks again about its small sides."""
        if not self.interview.reconsider():
            self.front.say(self.words.sides.none)

    # Votes

    def present(self) -> None:
        """Somebody came or left."""
        interview = self.interview
        changed = self.front.ask_present(interview.question_set, interview.session.present, self.words)
        if changed is None or dict(changed) == dict(interview.session.present):
            self.front.say(self.words.remarks.nothing)
            return
        self.save(lambda: interview.change_present(changed))
        self.front.say(self.words.votes.present.format(now=self.captions.present_now()))

    def agreed(self) -> None:
        """The value that the room agrees on beside its votes; an empty line takes it back."""
        texts, interview = self.words.votes, self.interview
        before = interview.session.agreed.get(interview.item.id)
        text = self.front.ask(texts.ask_agreed, self.keys.key_of(before) if before is not None else "")
        value = self.keys.values.get((text or "").strip())
        if text is None or (not text.strip() and before is None):
            self.front.say(self.words.remarks.nothing)
        elif text.strip() and value is None:
            self.front.say(texts.bad_agreed)
        else:
            self.save(lambda: interview.minutes.agree(interview.item.id, value))
            self.front.say(
                texts.agreed.format(answer=self.captions.label(value)) if value is not None else texts.not_agreed
            )

    def hints(self, of: frozenset[Do] | None = None) -> str:
        """The keys of where the room is, each with what it does; `of`: only these."""
        words = self.words.commands.does
        return " · ".join(f"{key} {words[do]}" for key, do in self.commands.items() if of is None or do in of)

    # Overview, turns, end

    def overview_keys(self, of: frozenset[Do] = frozenset(Do)) -> str:
        """The keys of the overview, of the commands only these; what Enter does isn't said twice."""
        texts, missing = self.words.summary, self.interview.unanswered
        if self.interview.mode is Mode.INDIVIDUAL:
            enter = self.words.turn.enter_close
        else:
            enter = texts.enter_missing if missing else texts.enter_done
        return f"{enter} · {texts.number} · {self.hints(of if missing else of - {Do.FINISH})}"

    def overview(self, line: str) -> bool:
        """What a line at the overview does; whether the room pauses."""
        interview, line = self.interview, line.strip().casefold()
        total = len(interview.numbered)
        if line == "q":
            return True
        if line.isascii() and line.isdigit() and 1 <= int(line) <= total:
            interview.jump(int(line))
        elif interview.mode is Mode.INDIVIDUAL and not line:
            interview.end_turn()
            self.front.say(self.words.turn.thanks)
        elif interview.mode is not Mode.INDIVIDUAL and not line and not interview.unanswered:
            self.finish()
        elif not line:
            interview.proceed()
        elif (do := self.commands.get(line)) is None or not self.obey(do):
            self.front.say(self.words.summary.bad_jump.format(total=total))
        return False

    def turn(self, line: str) -> bool:
        """What a line between two people does; whether the room pauses."""
        interview, line = self.interview, line.strip().casefold()
        roles = tuple(interview.question_set.role_by_id)
        if line == "q":
            return True
        if line == "f" and interview.session.roles:
            self._close_turns()
            self.front.say(self.words.turn.closed)
        elif line == "g" and interview.turns.broken_off:
            interview.go_on_with_turn()
        elif not line:
            self.save(lambda: interview.begin_turn(None))
        elif line.isascii() and line.isdigit() and 1 <= int(line) <= len(roles):
            self.save(lambda: interview.begin_turn(roles[int(line) - 1]))
        else:
            self.front.say(self.words.turn.bad_role.format(total=len(roles)))
        return False

    def _close_turns(self) -> None:
        """Nobody answers any more: back to the list that this came from, else on to what to talk about."""
        if self.interview.session.header.collected == "before":
            self.interview.list_items()
        else:
            self.finish()

    def list_line(self, line: str) -> bool:
        """What a line at the list of statements does; whether the room pauses."""
        items, line = self.captions.ranked(self.picture()), line.strip().casefold()
        if line == "q":
            return True
        if line.isascii() and line.isdigit() and 1 <= int(line) <= len(items):
            self.interview.leaf([item.id for item in items], int(line) - 1)
        elif (do := self.commands.get(line)) is None or not self.obey(do):
            self.front.say(self.words.summary.bad_jump.format(total=len(items)))
        return False

    def finish(self) -> None:
        """All is answered that is going to be: on to what to talk about."""
        self.save(self.interview.finish)

    def begin_talk(self) -> None:
        """What to talk about, as the answers stand now."""
        self.interview.talk(self.picture().topics)

    def is_high(self, value: int) -> bool:
        """Whether an answer to the item, turned the right way round, is high and asks what it builds on."""
        scale = self.interview.question_set.scale
        share = 100 * (value - scale.minimum) / (scale.maximum - scale.minimum)
        return at_least(100 - share if self.interview.item.reverse else share, GOOD_ENOUGH)

    def _elsewhere(self, trouble: SessionTrouble) -> None:
        sentence = trouble_said(trouble, self.words)
        folder = self.front.ask(self.words.end.ask_folder, above=(self.words.trouble.now.format(trouble=sentence),))
        if folder is None:
            raise trouble
        if folder.strip():
            try:
                self.journal.move_to(Path(folder.strip()).expanduser())
            except SessionTrouble as again:
                self._elsewhere(again)
            else:
                self.front.say(self.words.trouble.again.format(file=self.journal.path))


def trouble_said(trouble: SessionTrouble, words: RoomWords) -> str:
    """What is wrong with a session's file, in the language of the room."""
    return words.trouble.sentences[trouble.trouble].format(
        file=trouble.file, line=trouble.line, said=trouble.said or "?"
    )
