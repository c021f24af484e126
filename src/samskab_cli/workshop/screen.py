"""`ScreenRoom`: which screen each stage shows, and what a key does there: digits, cards, commands, mouse-free."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.workshop.board import Card
from samskab_cli.workshop.commands import Do
from samskab_cli.workshop.display import Display, PauseAsked
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.other_screens import Voting
from samskab_cli.workshop.report_room import ReportRoom, Save
from samskab_cli.workshop.screens import quiet_screens
from samskab_cli.workshop.screens.dimension import DimensionScreen
from samskab_cli.workshop.screens.distribution import DistributionScreen
from samskab_cli.workshop.screens.item_list import ListScreen
from samskab_cli.workshop.screens.question import QuestionScreen
from samskab_cli.workshop.screens.talk import TalkScreen
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.terminal.keyboard import Event
from samskab_cli.workshop.terminal.keys import Character, NamedKey, Pasted
from samskab_cli.workshop.vote_line import UnreadableVotes, read_votes

_STEPS: Final = {NamedKey.UP: -1, NamedKey.DOWN: 1, NamedKey.PAGE_UP: -10, NamedKey.PAGE_DOWN: 10}
"""Statements that a key moves the cursor of the list by."""
_TWO_DIGITS_FROM: Final = 10
"""Roles from which one digit doesn't say which."""


class ScreenRoom:
    """One session on the screen."""

    def __init__(self, facilitator: Facilitator, display: Display, save: Save) -> None:
        self._interview, self._words, self._display = facilitator.interview, facilitator.words, display
        self._facilitator = facilitator
        self._voting: Voting | None = None
        self._report = ReportRoom(self._facilitator, display, save)
        self._paused = False
        self._knows_keys = False
        self._helps = False
        self._hides_digits = False
        self._shows_numbers = False
        self._talks_since: float | None = None
        self._knows_open_boxes = False

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
        with contextlib.suppress(PauseAsked):
            self._facilitator.elsewhere.lobby(self._facilitator, self._display)
            stage = self._interview.stage
            while not self._paused:
                stages[stage]()
                before, stage = stage, self._interview.stage
                self._shows_numbers = self._shows_numbers and stage is before
        self._display.leave()
        return self._interview.session.is_finished

    def _question(self) -> None:
        elsewhere = self._facilitator.elsewhere
        if self._interview.mode is not Mode.VOTES or not elsewhere.takes_votes:
            self._voting = None
        elif self._voting is None:
            self._voting = elsewhere.voting(self._facilitator, self._display, self._command)
        if self._voting is None:
            self._question_here()
        else:
            self._voting.question()

    def _question_here(self) -> None:
        """A question that is answered at these keys."""
        self._facilitator.show()
        message, helps = self._display.take_message(), self._helps
        shows_keys = not self._knows_keys or helps
        self._helps = False
        self._display.show(
            lambda: QuestionScreen(
                self._facilitator, self._display.canvas, message, helps, shows_keys, self._hides_digits
            ).lines()
        )
        event = self._display.key()
        if isinstance(event, Pasted):
            self._display.say(self._words.question.pasted)
        elif self._interview.mode is Mode.VOTES:
            self._vote(event)
        else:
            self._answer(event)

    def _answer(self, event: Event) -> None:
        facilitator, interview = self._facilitator, self._interview
        answer = facilitator.keys.read(event.text) if isinstance(event, Character) else None
        if answer is None:
            self._command(event)
            return
        is_high = isinstance(answer, int) and facilitator.is_high(answer)
        facilitator.save(lambda: interview.answer(answer))
        self._knows_keys = True
        wants_evidence = is_high and interview.mode is Mode.CONSENSUS
        template = self._words.remarks.evidence_wanted_before if wants_evidence else self._words.question.noted
        self._display.say(template.format(answer=facilitator.captions.label(answer)))

    def _vote(self, event: Event) -> None:
        """A key at the board: a card, the way to another box, or a command."""
        ballot, knew, self._knows_open_boxes = self._interview.ballot, self._knows_open_boxes, False
        match event:
            case NamedKey.UP:
                ballot.choose_row(-1)
            case NamedKey.DOWN:
                ballot.choose_row(1)
            case NamedKey.BACKSPACE:
                ballot.take_back()
            case NamedKey.DELETE:
                self._fill(())
            case NamedKey.ENTER:
                self._close_board(knows_open_boxes=knew)
            case Character(text) if (card := self._facilitator.keys.read(text)) is not None:
                self._fill((*self._interview.board.row.cards, card))
                self._knows_keys = True
            case _:
                self._command(event)

    def _fill(self, cards: tuple[Card, ...]) -> None:
        """The row with these cards; where they are too many, the key beeps and the board stays as it is."""
        row, took = self._interview.board.row, False

        def move() -> None:
            nonlocal took
            took = self._interview.fill(cards)

        self._facilitator.save(move)
        if not took:
            self._display.beep()
            self._display.say(self._facilitator.captions.full(row))

    def _close_board(self, *, knows_open_boxes: bool) -> None:
        board, texts = self._interview.board, self._words.votes
        if board.is_empty:
            self._display.say(texts.nobody_yet)
        elif board.open_rows and not knows_open_boxes:
            self._display.say(texts.open_boxes.format(missing=self._facilitator.captions.missing(board.open_rows)))
            self._knows_open_boxes = True
        else:
            self._facilitator.save(self._interview.close_board)

    def _counts(self) -> None:
        """The row at the cursor as counts: for groups that are too large to type card by card."""
        texts, keys, row = self._words.votes, self._facilitator.keys, self._interview.board.row
        captions, text, above = self._facilitator.captions, "", list[str]()
        shown = " ".join([*keys.values, "v", "i"])
        example = " ".join(str(i % 3) for i in range(len(keys.values)))
        prompt = texts.ask_counts.format(role=captions.role(row.role), n=row.people, keys=shown, example=example)
        while text := (self._display.ask(prompt, text, above) or "").strip():
            try:
                cards = read_votes(text if text.startswith("=") else f"={text}", keys)
            except UnreadableVotes:
                above = [captions.unreadable_votes()]
                continue
            if len(cards) <= row.people:
                self._fill(cards)
                return
            above = [texts.more.format(role=captions.role(row.role), n=len(cards), present=row.people)]

    def _distribution(self) -> None:
        picture, message = self._looked_at(), self._display.take_message()
        self._display.show(
            lambda: DistributionScreen(
                self._facilitator, self._display.canvas, picture, message, self._shows_numbers
            ).lines()
        )
        self._go_on(self._display.key())

    def _dimension(self) -> None:
        picture, message = self._looked_at(), self._display.take_message()
        self._display.show(
            lambda: DimensionScreen(
                self._facilitator, self._display.canvas, picture, message, self._shows_numbers
            ).lines()
        )
        self._go_on(self._display.key())

    def _talk(self) -> None:
        if self._interview.topics is None:
            self._facilitator.begin_talk()
        picture, message = self._looked_at(), self._display.take_message()
        self._display.show(
            lambda: TalkScreen(
                self._facilitator, self._display.canvas, picture, message, self._shows_numbers, self._clock()
            ).lines()
        )
        event = self._display.key(ticks=self._talks_since is not None)
        if event in {NamedKey.LEFT, NamedKey.RIGHT}:
            topic = self._interview.topic
            last = len(self._interview.topics or ()) - 1
            self._interview.turn_topic(-1 if event is NamedKey.LEFT else min(1, last - topic))
        else:
            self._go_on(event)

    def _looked_at(self) -> Picture:
        """What the answers come to; other screens show it too."""
        picture = self._facilitator.picture()
        self._facilitator.show(picture, shows_numbers=self._shows_numbers)
        return picture

    def _go_on(self, event: Event) -> None:
        if event is NamedKey.ENTER:
            self._interview.proceed()
        else:
            self._command(event)

    def _overview(self) -> None:
        self._facilitator.show()
        message = self._display.take_message()
        self._display.show(lambda: quiet_screens.overview_screen(self._display.canvas, self._facilitator, message))
        event = self._display.key()
        if event in {NamedKey.ESCAPE, NamedKey.LEFT}:
            self._interview.back()
        elif event is NamedKey.ENTER:
            self._facilitator.overview("")
        elif digit := _digit(event):
            self._with_number(digit, self._facilitator.overview)
        else:
            self._command(event)

    def _with_number(self, digit: str, move: Callable[[str], object]) -> None:
        """Make a move with the number that begins with this digit; none where the line is left."""
        if line := self._display.ask(self._words.talk.ask_number, digit):
            move(line)

    def _list(self) -> None:
        """All statements; a number or Enter opens one, and the cursor is where it was left."""
        picture, message = self._looked_at(), self._display.take_message()
        items = self._facilitator.captions.ranked(picture)
        left = self._interview.item if self._interview.leafs else None
        place = items.index(left) if left in items else 0
        while True:
            screen = ListScreen(self._facilitator, picture, items, place, message)
            self._display.show(lambda screen=screen: screen.lines(self._display.canvas))  # type: ignore[misc]  # bound at once
            event = self._display.key()
            step = _STEPS.get(event, 0) if isinstance(event, NamedKey) else 0
            if step and items:
                place = min(max(place + step, 0), len(items) - 1)
            elif event is NamedKey.ENTER and items:
                self._interview.leaf([item.id for item in items], place)
                return
            elif digit := _digit(event):
                self._with_number(digit, self._facilitator.list_line)
                return
            else:
                self._command(event)
                return

    def _turn(self) -> None:
        self._facilitator.show()
        message = self._display.take_message()
        self._display.show(lambda: quiet_screens.turn_screen(self._display.canvas, self._facilitator, message))
        event = self._display.key()
        line = event.text if isinstance(event, Character) else ""
        if _digit(event) and len(self._interview.question_set.role_by_id) >= _TWO_DIGITS_FROM:
            self._with_number(line, self._facilitator.turn)
        elif line or event is NamedKey.ENTER:
            self._paused = self._facilitator.turn(line)
        else:
            self._command(event)

    def _follow_up(self) -> None:
        self._facilitator.show()
        message = self._display.take_message()
        self._display.show(lambda: quiet_screens.follow_up_screen(self._display.canvas, self._facilitator, message))
        event = self._display.key()
        if event is NamedKey.ENTER:
            self._interview.follow_up.leave()
        else:
            self._command(event)

    def _sides(self) -> None:
        self._facilitator.show()
        message = self._display.take_message()
        self._display.show(lambda: quiet_screens.sides_screen(self._display.canvas, self._facilitator, message))
        event = self._display.key()
        if isinstance(event, Character) and event.text.casefold() not in self._facilitator.commands:
            self._facilitator.decide(event.text)
        else:
            self._command(event)

    def _result(self) -> None:
        self._paused = self._report.hold()

    def _command(self, event: Event) -> None:
        """A key that is no answer; one that does nothing here says which do."""
        named = {NamedKey.LEFT: "b", NamedKey.RIGHT: "s", NamedKey.BACKSPACE: "b", NamedKey.CTRL_D: "q"}
        letter = event.text.casefold() if isinstance(event, Character) else ""
        letter = named.get(event, "") if isinstance(event, NamedKey) else letter
        match self._facilitator.commands.get(letter):
            case None:
                self._knows_keys = False
                self._display.beep()
            case Do.PAUSE:
                self._paused = True
            case Do.HELP:
                self._helps = True
            case Do.DIGITS:
                self._hides_digits = not self._hides_digits
            case Do.NUMBERS:
                self._shows_numbers = not self._shows_numbers
            case Do.CLOCK:
                self._talks_since = None if self._talks_since is not None else time.monotonic()
            case Do.COUNTS:
                self._counts()
            case Do.LOBBY:
                self._facilitator.elsewhere.lobby(self._facilitator, self._display, again=True)
            case do:
                self._facilitator.obey(do)

    def _clock(self) -> str:
        if self._talks_since is None:
            return ""
        minutes, seconds = divmod(int(time.monotonic() - self._talks_since), 60)
        return f"{minutes}:{seconds:02d}"


def _digit(event: Event) -> str:
    """The digit that was pressed; empty for another key."""
    is_digit = isinstance(event, Character) and event.text.isascii() and event.text.isdigit()
    return event.text if is_digit and isinstance(event, Character) else ""
