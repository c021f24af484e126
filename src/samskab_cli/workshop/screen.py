"""A workshop on a projector: one key an answer, everything on disk before it is on the screen."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from rich.text import Text

from samskab_cli.model.answers import Mode
from samskab_cli.workshop.display import Display, PauseAsked
from samskab_cli.workshop.facilitator import REMARKS, Desk
from samskab_cli.workshop.interim_report import Picture, picture
from samskab_cli.workshop.interview import Interview, Stage
from samskab_cli.workshop.journal import Journal
from samskab_cli.workshop.report_room import ReportRoom, Save
from samskab_cli.workshop.screens import pages
from samskab_cli.workshop.screens.dimension import DimensionScreen
from samskab_cli.workshop.screens.distribution import DistributionScreen
from samskab_cli.workshop.screens.question import QuestionScreen
from samskab_cli.workshop.terminal.keyboard import Event
from samskab_cli.workshop.terminal.keys import Character, Named, Pasted
from samskab_cli.workshop.vote_line import UnreadableVotes, read_votes
from samskab_cli.workshop.wording import RoomWords


class ScreenRoom:
    """One session on the screen."""

    def __init__(self, interview: Interview, journal: Journal, words: RoomWords, display: Display, save: Save) -> None:
        self._interview, self._journal, self._words, self._display = interview, journal, words, display
        self._desk = Desk(interview, journal, words, display)
        self._save = save
        self._paused = False
        self._knows_keys = False
        self._helps = False
        self._hides = False

    def hold(self) -> bool:
        """Ask until the room is done or pauses; whether it has come to its end."""
        stages: dict[Stage, Callable[[], None]] = {
            Stage.TURN: self._turn,
            Stage.QUESTION: self._question,
            Stage.DISTRIBUTION: self._distribution,
            Stage.DIMENSION: self._dimension,
            Stage.OVERVIEW: self._overview,
        }
        with contextlib.suppress(PauseAsked):
            while not self._paused and not self._interview.session.is_finished:
                stages[self._interview.stage]()
            if self._interview.session.is_finished:
                self._end()
        self._display.leave()
        return self._interview.session.is_finished

    def _question(self) -> None:
        message = self._display.said()
        shows_keys, helps = not self._knows_keys or self._helps, self._helps

        def lines(typed: str = "") -> list[Text]:
            screen = QuestionScreen(
                self._desk, self._display.canvas, message, typed, with_help=helps, with_all_keys=shows_keys
            )
            return screen.lines()

        self._helps = False
        if self._interview.mode is Mode.VOTES:
            self._vote(lines)
            return
        self._display.show(lines)
        event = self._display.key()
        if isinstance(event, Pasted):
            self._display.say(self._words.question.pasted)
            return
        answer = self._desk.keys.read(event.text) if isinstance(event, Character) else None
        if answer is None:
            self._command(event)
            return
        is_high = isinstance(answer, int) and self._desk.is_high(answer)
        self._desk.save(lambda: self._interview.answer(answer))
        self._knows_keys = True
        if is_high and self._interview.mode is Mode.CONSENSUS:
            said = self._words.remarks.evidence_wanted_before
            self._display.say(said.format(answer=self._desk.label(answer)))
        else:
            self._display.say(self._words.question.noted.format(answer=self._desk.label(answer)))

    def _vote(self, lines: Callable[[str], list[Text]]) -> None:
        """The votes of the role whose turn it is; a single command letter is a command."""
        interview, said = self._interview, self._words.votes
        role = interview.role
        present = interview.session.present.get(role, 0)
        line = self._display.ask_hidden(lambda dots: self._display.show(lambda: lines(dots)))
        if line is None:  # left with Esc: nothing is stored; an empty line is no votes from this role
            return
        line = line.strip()
        if len(line) == 1 and line.casefold() in self._commands():
            self._command(Character(line))
            return
        try:
            votes = read_votes(line, self._desk.keys, present)
        except UnreadableVotes:
            self._display.say(self._desk.unreadable_votes())
            return
        self._desk.save(lambda: interview.vote(votes))
        self._knows_keys = True
        name = self._desk.role(role)
        if votes.cast > present:
            self._display.say(said.more.format(role=name, n=votes.cast, present=present))
        elif 0 < votes.cast < present:
            self._display.say(said.fewer.format(role=name, n=votes.cast, present=present))

    def _distribution(self) -> None:
        seen, message = self._picture(), self._display.said()
        self._display.show(
            lambda: DistributionScreen(self._desk, self._display.canvas, seen, message, self._hides).lines()
        )
        event = self._display.key()
        if event is Named.ENTER:
            self._interview.proceed()
        elif isinstance(event, Character) and event.text.casefold() == "b":
            self._interview.vote_again()
        else:
            self._command(event)

    def _dimension(self) -> None:
        seen, message = self._picture(), self._display.said()
        self._display.show(
            lambda: DimensionScreen(self._desk, self._display.canvas, seen, message, self._hides).lines()
        )
        event = self._display.key()
        if event in {Named.ENTER, Named.RIGHT}:
            self._interview.proceed()
        else:
            self._command(event)

    def _overview(self) -> None:
        message = self._display.said()
        self._display.show(lambda: pages.overview_screen(self._display.canvas, self._desk, message))
        line = self._display.ask(self._desk.overview_prompt)
        if line is None:
            self._interview.leave_overview()
        elif line.strip().casefold() in {"a", *REMARKS}:
            self._command(Character(line.strip()))
        elif self._desk.overview(line):
            self._pause()

    def _turn(self) -> None:
        message = self._display.said()
        self._display.show(lambda: pages.turn_screen(self._display.canvas, self._desk, message))
        line = self._display.ask(self._words.turn.ask_role)
        if line is not None and self._desk.turn(line):
            self._pause()

    def _commands(self) -> dict[str, Callable[[], None]]:
        interview = self._interview
        commands: dict[str, Callable[[], None]] = {
            "b": interview.back,
            "s": interview.skip,
            "a": self._desk.action,
            "o": interview.overview,
            "h": self._hide,
            "?": self._help,
            "q": self._pause,
            **{key: self._remark(key) for key in REMARKS},
        }
        if interview.mode is Mode.VOTES:
            commands |= {"p": self._desk.present, "k": self._desk.agreed}
        return commands

    def _command(self, event: Event) -> None:
        """A key that is no answer; one that is nothing names the keys."""
        keys = {Named.LEFT: "b", Named.RIGHT: "s", Named.CTRL_D: "q"}
        letter = event.text.casefold() if isinstance(event, Character) else ""
        letter = keys.get(event, "") if isinstance(event, Named) else letter
        command = self._commands().get(letter)
        if command is None:
            self._knows_keys = False
        else:
            command()

    def _remark(self, key: str) -> Callable[[], None]:
        return lambda: self._desk.remark(REMARKS[key])

    def _pause(self) -> None:
        self._paused = True

    def _help(self) -> None:
        self._helps = True

    def _hide(self) -> None:
        self._hides = not self._hides

    def _picture(self) -> Picture:
        return picture(self._interview.session, self._interview.question_set, self._journal.path, self._words.language)

    def _end(self) -> None:
        """First what to talk about; then, at a key, the verdict; then whatever the room wants to see."""
        seen = self._picture()
        self._display.show(lambda: pages.discuss_screen(self._display.canvas, seen, self._words))
        while self._display.key() is not Named.ENTER:
            pass
        ReportRoom(self._desk, self._display, self._picture, self._save).hold()
