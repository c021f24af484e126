"""A workshop line by line: for screen readers, pipes and tests. No boxes, colour, clearing or cursor moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TextIO

from samskab_cli.model.answers import Mode
from samskab_cli.model.text import clean
from samskab_cli.workshop.end import discuss_lines, report_text
from samskab_cli.workshop.facilitator import REMARKS, Desk
from samskab_cli.workshop.interview import Interview, Stage
from samskab_cli.workshop.journal import Journal
from samskab_cli.workshop.summary import overview_lines, summary_lines
from samskab_cli.workshop.vote_line import UnreadableVotes, read_votes
from samskab_cli.workshop.wording import RoomWords

_LONGEST: Final = 20_000
"""Characters of a line that are read; more is no answer and no note."""


class InputEnded(Exception):  # no error: the end of a pipe, or Ctrl-D
    """Nothing will be typed any more."""


class Lines:
    """Questions out, lines in."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._in, self._out = stdin, stdout
        self._echoes = stdin.isatty()

    @property
    def encoding(self) -> str:
        """What can be shown."""
        return self._out.encoding or "ascii"

    def say(self, text: str = "") -> None:
        """One line, or several."""
        self._out.write(f"{text}\n")
        self._out.flush()

    def ask(self, prompt: str, text: str = "") -> str | None:
        """One line; None where nothing comes any more. An old `text` is said, since it can't be changed in place."""
        if text:
            self.say(text)
        self._out.write(prompt)
        self._out.flush()
        line = self._in.readline(_LONGEST)
        if not self._echoes or not line:
            self.say()
        return line.rstrip("\r\n") if line else None


class PlainRoom:
    """One session, line by line."""

    def __init__(self, interview: Interview, journal: Journal, words: RoomWords, lines: Lines) -> None:
        self._interview, self._journal, self._words, self._lines = interview, journal, words, lines
        self._desk = Desk(interview, journal, words, lines)
        self._keys_shown = False
        self._paused = False
        self._wanted_evidence: set[str] = set()

    def hold(self) -> bool:
        """Ask until the room is done or pauses; whether it has come to its end."""
        stages: dict[Stage, Callable[[], None]] = {
            Stage.TURN: self._turn,
            Stage.QUESTION: self._question,
            Stage.DISTRIBUTION: self._distribution,
            Stage.DIMENSION: self._dimension,
            Stage.OVERVIEW: self._overview,
        }
        try:
            while not self._paused and not self._interview.session.is_finished:
                stages[self._interview.stage]()
        except InputEnded:
            if self._interview.is_complete:
                self._finish()
        if self._interview.session.is_finished:
            self._end()
        return self._interview.session.is_finished

    def _line(self, prompt: str) -> str:
        line = self._lines.ask(prompt)
        if line is None:
            raise InputEnded
        return line.strip()

    def _question(self) -> None:
        interview, words = self._interview, self._words
        qs, language = interview.question_set, words.language
        first = interview.item is interview.dimension.items[0] or not self._keys_shown
        said = words.question
        self._lines.say()
        place = said.place.format(
            number=interview.number,
            total=len(interview.items),
            dimension=clean(interview.dimension.title.text(language)),
        )
        self._lines.say(place)
        if qs.scale.stem and first:
            self._lines.say(clean(qs.scale.stem.text(language)))
        self._lines.say(clean(interview.item.text.text(language)))
        if first:
            self._lines.say(self._options())
        if not self._keys_shown:
            self._lines.say(self._all_keys())
            self._keys_shown = True
        if interview.mode is Mode.VOTES:
            self._vote()
        else:
            if interview.given is not None:
                self._lines.say(said.before.format(answer=self._desk.label(interview.given)))
            self._answer(self._line(said.answer))

    def _answer(self, line: str) -> None:
        answer = self._desk.keys.read(line)
        if answer is None:
            self._command(line)
            return
        dimension = self._interview.dimension.id
        asks_evidence = (
            isinstance(answer, int) and self._desk.is_high(answer) and dimension not in self._wanted_evidence
        )
        self._desk.save(lambda: self._interview.answer(answer))
        self._lines.say(self._words.question.noted.format(answer=self._desk.label(answer)))
        if asks_evidence and self._interview.mode is Mode.CONSENSUS:
            self._wanted_evidence.add(dimension)  # once a dimension: oftener nobody hears it
            self._lines.say(self._words.remarks.evidence_wanted)

    def _vote(self) -> None:
        interview, said = self._interview, self._words.votes
        while interview.stage is Stage.QUESTION:
            role = interview.role
            present = interview.session.present.get(role, 0)
            line = self._line(said.ask.format(role=self._desk.role(role), n=present))
            if len(line) == 1 and line.casefold() in "bsnedaopqk?h":
                self._command(line)
                return
            try:
                votes = read_votes(line, self._desk.keys, present)
            except UnreadableVotes:
                self._lines.say(self._desk.unreadable_votes())
                continue
            self._desk.save(lambda votes=votes: interview.vote(votes))  # type: ignore[misc]  # bound at once
            name = self._desk.role(role)
            self._lines.say(said.noted.format(role=name, n=votes.cast) if votes.cast else said.nobody.format(role=name))
            if votes.cast > present:
                self._lines.say(said.more.format(role=name, n=votes.cast, present=present))
            elif 0 < votes.cast < present:
                self._lines.say(said.fewer.format(role=name, n=votes.cast, present=present))

    def _command(self, line: str) -> None:
        """A command letter; anything else names the keys."""
        interview = self._interview
        commands: dict[str, Callable[[], None]] = {
            "b": interview.back,
            "s": interview.skip,
            "a": self._desk.action,
            "o": interview.overview,
            "?": self._help,
            "q": self._pause,
            **{key: self._remark(key) for key in REMARKS},
        }
        if interview.mode is Mode.VOTES:
            commands |= {"p": self._desk.present, "k": self._desk.agreed}
        command = commands.get(line.casefold())
        if command is None:
            self._lines.say(self._words.question.unknown.format(keys=self._all_keys()))
        else:
            command()

    def _remark(self, key: str) -> Callable[[], None]:
        return lambda: self._desk.remark(REMARKS[key])

    def _pause(self) -> None:
        self._paused = True

    def _help(self) -> None:
        interview, words = self._interview, self._words
        if interview.item.help:
            self._lines.say(clean(interview.item.help.text(words.language)))
        for value, anchor in sorted(interview.item.anchors.items()):
            key, label = self._desk.keys.key_of(value), self._desk.label(value)
            text = clean(anchor.text(words.language))
            self._lines.say(words.question.anchors.format(key=key, label=label, anchor=text))
        if not interview.item.anchors:
            self._lines.say(words.question.no_anchors)
        self._lines.say(self._options())
        self._lines.say(self._all_keys())

    def _distribution(self) -> None:
        interview, words = self._interview, self._words
        labels = [self._desk.label(value) for value in interview.question_set.scale.values]
        for role, votes in interview.votes.items():
            given = [f"{label} {n}" for label, n in zip(labels, votes.counts, strict=True) if n]
            others = (
                (self._desk.label("unsure"), votes.unsure),
                (self._desk.label("not_relevant"), votes.not_relevant),
            )
            given += [f"{label} {n}" for label, n in others if n]
            self._lines.say(f"{self._desk.role(role)}: {', '.join(given) or '0'}")
        agreed = interview.session.agreed.get(interview.item.id)
        if agreed is not None:
            self._lines.say(words.question.agreed_now.format(answer=self._desk.label(agreed)))
        self._lines.say(words.votes.keys)
        line = self._line(words.question.answer)
        if not line:
            interview.proceed()
        elif line.casefold() == "b":
            interview.vote_again()
        else:
            self._command(line)

    def _dimension(self) -> None:
        """What the dimension came to; nothing is asked, so that a pipe of answers stays one."""
        for line in summary_lines(self._interview, self._journal.path, self._words):
            self._lines.say(line)
        self._interview.proceed()

    def _overview(self) -> None:
        interview, words = self._interview, self._words
        for line in overview_lines(interview, words):
            self._lines.say(line)
        line = self._line(self._desk.overview_prompt)
        if line.casefold() in {"a", *REMARKS}:
            self._command(line)
        elif self._desk.overview(line):
            self._pause()

    def _turn(self) -> None:
        said = self._words.turn
        self._lines.say(said.next.format(n=len(self._interview.session.roles)))
        for line in self._desk.role_lines():
            self._lines.say(line)
        if self._desk.turn(self._line(said.ask_role)):
            self._pause()

    def _finish(self) -> None:
        self._desk.save(self._interview.finish)

    def _end(self) -> None:
        """First what to talk about; then the verdict and the report; then when to meet again."""
        words = self._words
        for line in discuss_lines(self._interview, self._journal.path, words):
            self._lines.say(line)
        self._lines.ask(words.end.show_verdict)
        self._lines.say(report_text(self._interview, self._journal.path, words, self._lines.encoding))
        self._desk.next_date()

    def _options(self) -> str:
        keys = self._desk.keys
        given = [f"{key} {self._desk.label(value)}" for key, value in keys.values.items()]
        return ". ".join([*given, f"v {self._desk.label('unsure')}", f"i {self._desk.label('not_relevant')}"]) + "."

    def _all_keys(self) -> str:
        keys = list(self._desk.keys.values)
        said = self._words.question
        if self._interview.mode is Mode.VOTES:
            return said.vote_keys.format(example="".join(keys[-2:]))
        return said.keys.format(values=f"{keys[0]}–{keys[-1]}")
