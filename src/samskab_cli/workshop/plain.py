"""`PlainRoom`: each stage as lines and prompts; for screen readers, pipes and tests. No colour or cursor moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.text import clean
from samskab_cli.workshop.board import Card
from samskab_cli.workshop.commands import Do
from samskab_cli.workshop.end import report_text
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.journal import Journal
from samskab_cli.workshop.line_dialog import Lines
from samskab_cli.workshop.other_screens import Elsewhere, Nowhere
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.summary import (
    distribution_lines,
    follow_up_lines,
    list_lines,
    overview_lines,
    summary_lines,
    topic_lines,
)
from samskab_cli.workshop.vote_line import UnreadableVotes, read_votes
from samskab_cli.workshop.wording import RoomWords

_NOBODY: Final = "0"
"""A line of votes that says that nobody of the role votes; where 0 is an answer, `=` alone says it."""


OF_THE_SCREEN: Final = frozenset(
    {Do.COUNTS, Do.DIGITS, Do.CLOCK, Do.TABLE, Do.SIDES, Do.DISTRIBUTIONS, Do.SINCE, Do.ORDER, Do.SAVE}
)
"""Line by line counts are a line of votes, nothing is hidden or ticks, and the report stands whole."""


class InputEnded(Exception):  # no error: the end of a pipe, or Ctrl-D
    """Nothing will be typed any more."""


class PlainRoom:
    """One session, line by line."""

    def __init__(
        self, interview: Interview, journal: Journal, words: RoomWords, lines: Lines, elsewhere: Elsewhere | None = None
    ) -> None:
        self._interview, self._journal, self._words, self._lines = interview, journal, words, lines
        self._facilitator = Facilitator(interview, journal, words, lines, OF_THE_SCREEN, elsewhere or Nowhere())
        self._keys_shown = False
        self._shows_numbers = False
        self._paused = False
        self._wanted_evidence: set[str] = set()

    def hold(self) -> bool:
        """Ask until the room is done or pauses; whether it has come to its end."""
        stages: dict[Stage, Callable[[], None]] = {
            Stage.FOLLOW_UP: self._follow_up,
            Stage.SIDES: self._sides,
            Stage.TURN: self._turn,
            Stage.QUESTION: self._question,
            Stage.DISTRIBUTION: self._distribution,
            Stage.DIMENSION: self._dimension,
            Stage.OVERVIEW: self._overview,
            Stage.LIST: self._list,
            Stage.TALK: self._talk,
            Stage.RESULT: self._result,
        }
        try:
            self._facilitator.elsewhere.lobby_lines(self._facilitator, self._lines)
            while not self._paused:
                self._facilitator.show_stage(shows_numbers=self._shows_numbers)
                stages[self._interview.stage]()
        except InputEnded:
            self._end_unasked()
        return self._interview.session.is_finished

    def _end_unasked(self) -> None:
        """Nothing comes any more: where every item has its answer, that is the end of the workshop."""
        at_end = self._interview.stage in {Stage.TALK, Stage.RESULT}
        if self._interview.is_complete and not at_end:
            self._facilitator.finish()
            at_end = self._interview.stage is Stage.TALK
        if at_end:
            self._topics()
            self._report()

    def _line(self, prompt: str) -> str:
        line = self._lines.ask(prompt)
        if line is None:
            raise InputEnded
        return line.strip()

    def _question(self) -> None:
        interview, words = self._interview, self._words
        qs, language = interview.question_set, words.language
        first = interview.item is interview.dimension.items[0] or not self._keys_shown
        texts = words.question
        self._lines.say()
        place = texts.place.format(
            number=interview.number,
            total=len(interview.numbered),
            dimension=clean(interview.dimension.title.text(language)),
        )
        self._lines.say(place)
        if qs.scale.stem and first:
            self._lines.say(clean(qs.scale.stem.text(language)))
        self._lines.say(self._facilitator.captions.statement())
        if first:
            self._lines.say(self._options())
        if not self._keys_shown:
            self._lines.say(self._all_keys())
            self._keys_shown = True
        if interview.mode is Mode.VOTES:
            voting = self._facilitator.elsewhere.line_voting(self._facilitator, self._lines, self._command)
            (voting.question if voting else self._vote)()
        else:
            if interview.given is not None:
                self._lines.say(texts.before.format(answer=self._facilitator.captions.label(interview.given)))
            self._answer(self._line(texts.answer))

    def _answer(self, line: str) -> None:
        facilitator, interview = self._facilitator, self._interview
        answer = facilitator.keys.read(line)
        if answer is None:
            self._command(line)
            return
        dimension = interview.dimension.id
        is_high = isinstance(answer, int) and facilitator.is_high(answer)
        facilitator.save(lambda: interview.answer(answer))
        self._lines.say(self._words.question.noted.format(answer=facilitator.captions.label(answer)))
        if is_high and interview.mode is Mode.CONSENSUS and dimension not in self._wanted_evidence:
            self._wanted_evidence.add(dimension)  # once a dimension: oftener nobody hears it
            self._lines.say(self._words.remarks.evidence_wanted)

    def _vote(self) -> None:
        """Row by row, until the board is closed or a command leads elsewhere."""
        interview, captions = self._interview, self._facilitator.captions
        if not_asked := captions.not_asked():
            self._lines.say(not_asked)
        item = interview.item
        if interview.board.is_revote:
            interview.ballot.to_top()
        rows = len(interview.board.rows)
        while interview.stage is Stage.QUESTION and interview.item is item:
            before = interview.board
            line = self._line(self._words.votes.ask.format(role=captions.role(before.row.role), n=before.row.people))
            if self._is_command(line):
                self._command(line)
                return
            if not line and before.row.is_settled:  # a revote: the row stays as it was
                self._next_row(rows)
            else:
                self._row(line, rows)

    def _row(self, line: str, rows: int) -> None:
        """One role's votes; what isn't right is said, and the row is asked again."""
        interview, texts, captions = self._interview, self._words.votes, self._facilitator.captions
        row, name = interview.board.row, captions.role(interview.board.row.role)
        cards: tuple[Card, ...] | None
        try:
            cards = self._cards(line)
        except UnreadableVotes:
            self._lines.say(captions.unreadable_votes())
            return
        if cards is None:
            self._lines.say(texts.empty_row.format(role=name))
        elif len(cards) > row.people:
            self._lines.say(texts.more.format(role=name, n=len(cards), present=row.people))
        elif cards and len(cards) < row.people and not self._agrees_to_fewer(name, len(cards), row.people):
            pass
        else:
            self._facilitator.save(lambda: self._note_row(cards, rows))
            self._lines.say(texts.noted.format(role=name, n=len(cards)) if cards else texts.nobody.format(role=name))

    def _note_row(self, cards: Sequence[Card], rows: int) -> None:
        interview = self._interview
        place = interview.board.place
        interview.fill(cards)
        if interview.stage is not Stage.QUESTION:
            return
        if len(cards) < interview.board.rows[place].people:
            interview.close_row()
        elif interview.board.is_revote:
            self._next_row(rows)

    def _next_row(self, rows: int) -> None:
        """On to the next row of a revote; after the last one the distribution is shown."""
        interview = self._interview
        if interview.board.place + 1 < rows:
            interview.ballot.choose_row(1)
        else:
            self._facilitator.save(interview.close_board)

    def _agrees_to_fewer(self, name: str, cards: int, people: int) -> bool:
        """Whether the rest of a row counts as unanswered: an empty line says so."""
        return not self._line(self._words.votes.fewer.format(role=name, n=cards, present=people) + " ")

    def _cards(self, line: str) -> tuple[Card, ...] | None:
        """The cards of a line; None for an empty one, which says nothing. Raises UnreadableVotes."""
        keys = self._facilitator.keys
        if not line:
            return None
        if line == "=" or (line == _NOBODY and _NOBODY not in keys.values):
            return ()
        return read_votes(line, keys)

    def _is_command(self, line: str) -> bool:
        return line.casefold() in self._facilitator.commands

    def _command(self, line: str) -> None:
        """A command; anything else names the keys."""
        match self._facilitator.commands.get(line.casefold()):
            case None:
                texts = self._words.question if self._interview.stage is Stage.QUESTION else self._words.commands
                self._lines.say(texts.unknown.format(keys=self._all_keys()))
            case Do.PAUSE | Do.END:
                self._paused = True
            case Do.HELP:
                self._help()
            case Do.LOBBY:
                self._facilitator.elsewhere.lobby_lines(self._facilitator, self._lines)
            case Do.NUMBERS:
                self._shows_numbers = not self._shows_numbers
            case do:
                self._facilitator.obey(do)

    def _help(self) -> None:
        interview, words = self._interview, self._words
        if interview.item.help:
            self._lines.say(clean(interview.item.help.text(words.language)))
        for value, anchor in sorted(interview.item.anchors.items()):
            key, label = self._facilitator.keys.key_of(value), self._facilitator.captions.label(value)
            text = clean(anchor.text(words.language))
            self._lines.say(words.question.anchors.format(key=key, label=label, anchor=text))
        if not interview.item.anchors:
            self._lines.say(words.question.no_anchors)
        self._lines.say(self._options())
        self._lines.say(self._all_keys())

    def _distribution(self) -> None:
        for line in distribution_lines(self._facilitator, with_numbers=self._shows_numbers):
            self._lines.say(line)
        self._lines.say(f"{self._words.commands.enter[Stage.DISTRIBUTION]} · {self._facilitator.hints()}")
        self._go_on(self._line(self._words.question.answer))

    def _go_on(self, line: str) -> None:
        if line:
            self._command(line)
        else:
            self._interview.proceed()

    def _dimension(self) -> None:
        """What the dimension came to; nothing is asked, so that a pipe of answers stays one."""
        for line in summary_lines(self._facilitator):
            self._lines.say(line)
        self._interview.proceed()

    def _overview(self) -> None:
        for line in overview_lines(self._interview, self._words):
            self._lines.say(line)
        if self._facilitator.overview(self._line(f"{self._facilitator.overview_keys()}: ")):
            self._paused = True

    def _list(self) -> None:
        for line in list_lines(self._facilitator):
            self._lines.say(line)
        prompt = self._words.talk.ask_item.format(keys=self._facilitator.hints())
        if self._facilitator.list_line(self._line(prompt)):
            self._paused = True

    def _turn(self) -> None:
        texts = self._words.turn
        self._lines.say(texts.next.format(n=len(self._interview.session.roles)))
        for line in filter(None, (*self._facilitator.captions.role_lines(), self._facilitator.captions.broken_off())):
            self._lines.say(line)
        if self._facilitator.turn(self._line(texts.ask_role)):
            self._paused = True

    def _follow_up(self) -> None:
        for line in follow_up_lines(self._facilitator):
            self._lines.say(line)
        self._lines.say(f"{self._words.commands.enter[Stage.FOLLOW_UP]} · {self._facilitator.hints()}")
        if line := self._line(self._words.question.answer):
            self._command(line)
        else:
            self._interview.follow_up.leave()

    def _sides(self) -> None:
        captions = self._facilitator.captions
        for text in (*captions.sides_question(), *captions.sides_choices()):
            self._lines.say(text)
        line = self._line(self._words.sides.ask)
        if line.casefold() in self._facilitator.commands:
            self._command(line)
        else:
            self._facilitator.decide(line)

    def _talk(self) -> None:
        """A topic at a time; Enter leads on, after the last one to the result."""
        if self._interview.topics is None:
            self._facilitator.begin_talk()
        for line in topic_lines(self._facilitator, with_numbers=self._shows_numbers):
            self._lines.say(line)
        self._lines.say(f"{self._words.commands.enter[Stage.DISTRIBUTION]} · {self._facilitator.hints()}")
        self._go_on(self._line(self._words.question.answer))

    def _topics(self) -> None:
        """What is left of them, with nobody to ask."""
        if self._interview.topics is None:
            self._facilitator.begin_talk()
        while self._interview.stage is Stage.TALK:
            for line in topic_lines(self._facilitator, with_numbers=False):
                self._lines.say(line)
            self._interview.proceed()

    def _report(self) -> None:
        self._lines.say(report_text(self._interview, self._journal.path, self._words, self._lines.encoding))

    def _result(self) -> None:
        """The report, then whatever the room still wants to write."""
        self._report()
        hints = self._facilitator.hints()
        while self._interview.stage is Stage.RESULT and not self._paused:
            line = self._line(self._words.end.plain_keys.format(keys=hints))
            if line:
                self._command(line)
            else:
                self._paused = True

    def _options(self) -> str:
        keys, label = self._facilitator.keys, self._facilitator.captions.label
        given = [f"{key} {label(value)}" for key, value in keys.values.items()]
        return ". ".join([*given, f"v {label('unsure')}", f"i {label('not_relevant')}"]) + "."

    def _all_keys(self) -> str:
        keys = list(self._facilitator.keys.values)
        answers = self._words.commands.answers.format(values=f"{keys[0]}–{keys[-1]}")
        return f"{answers} · {self._facilitator.hints()}"
