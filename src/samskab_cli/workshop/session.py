"""`hold`: a session is chosen, opened or resumed, held on screen or in lines, and left; refusals in words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from samskab_cli.errors import SessionRefused
from samskab_cli.loading.sessions import changes, items_answered, read_journal
from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import SessionTrouble
from samskab_cli.model.session_lines import AskedSet
from samskab_cli.model.text import clean
from samskab_cli.workshop.end import closing_lines, pausing_lines
from samskab_cli.workshop.facilitator import Facilitator, trouble_said
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.journal import Journal, now, path_for, probe, unfinished
from samskab_cli.workshop.line_dialog import Lines
from samskab_cli.workshop.other_screens import INSTALL, Elsewhere, Nowhere, Wanted, box_name, has_extra
from samskab_cli.workshop.plain import PlainRoom
from samskab_cli.workshop.settings import Settings
from samskab_cli.workshop.start_dialog import ask_about, begin, choose_unfinished
from samskab_cli.workshop.wording import RoomWords

if TYPE_CHECKING:
    from samskab_cli.reporting.document import Document
    from samskab_cli.workshop.attendance_room import RoomDisplay

Save = Callable[["Document", Path, RoomWords], str]
"""Writes the report beside the session at this path; what to say of it."""


@dataclass(frozen=True)
class Venue:
    """Where the room is asked."""

    stdin: TextIO
    stdout: TextIO
    is_plain: bool
    """Line by line, without a screen of single keys."""
    save: Save
    wanted: Wanted = field(default_factory=Wanted)
    """Phones, and the projector's page."""

    @property
    def lines(self) -> Lines:
        """Questions out, lines in."""
        return Lines(self.stdin, self.stdout)

    @property
    def has_people(self) -> bool:
        """Whether somebody is at the keys, so that there is a start to choose at."""
        return self.stdin.isatty()

    def begin(self, settings: Settings, words: RoomWords) -> Settings | None:
        """The start; None where the room leaves."""
        if self.is_plain:
            return begin(settings, words, self.lines)
        from samskab_cli.workshop.start_room import begin_on_screen

        with self._display() as display:
            return begin_on_screen(settings, words, display)

    def interview(self, interview: Interview, journal: Journal, words: RoomWords) -> bool:
        """The workshop; whether it has come to its end. Raises SystemExit for a signal."""
        with self._elsewhere(interview, journal, words) as elsewhere:
            if self.is_plain:
                return PlainRoom(interview, journal, words, self.lines, elsewhere).hold()
            from samskab_cli.workshop.screen import ScreenRoom

            def save(document: Document) -> str:
                return self.save(document, journal.path, words)

            with self._display() as display:
                facilitator = Facilitator(interview, journal, words, display, elsewhere=elsewhere)
                return ScreenRoom(facilitator, display, save).hold()

    @contextmanager
    def _elsewhere(self, interview: Interview, journal: Journal, words: RoomWords) -> Iterator[Elsewhere]:
        """Phones and the projector, where they are wanted; a session that had phones goes on with them."""
        session, box = interview.session, journal.path.with_name(box_name(journal.path.name))
        phones = session.header.collected == "phones" or box.exists() or (session.goes_on and self.wanted.phones)
        wanted = replace(self.wanted, phones=phones and interview.mode is Mode.VOTES)
        # a session of this folder that was chosen after --phones; words of phones are loaded where somebody wants them
        no_votes = words.elsewhere.count.no_votes if phones and not wanted.phones else ""
        if not wanted.phones and not wanted.projector:
            yield Nowhere(no_votes)
            return
        if not has_extra():
            texts = words.elsewhere.count
            if box.exists():
                raise SessionRefused(texts.needs_extra_for_box.format(file=box, command=INSTALL))
            yield Nowhere(texts.needs_extra.format(command=INSTALL))
            return
        from samskab_cli.workshop.phones.room import opened

        with opened(wanted, interview, journal, words) as elsewhere:
            elsewhere.remarks += filter(None, [no_votes])
            for remark in elsewhere.remarks:
                self.lines.say(remark)
            yield elsewhere

    @contextmanager
    def _display(self) -> Iterator[RoomDisplay]:
        from samskab_cli.reporting.terminal.capabilities import capabilities_of
        from samskab_cli.workshop.attendance_room import RoomDisplay
        from samskab_cli.workshop.screens.canvas import Canvas
        from samskab_cli.workshop.terminal.keyboard import Keyboard

        shows = capabilities_of(self.stdout, os.environ)
        with Keyboard() as keyboard:
            width, height = keyboard.size or (shows.width, 24)
            canvas = Canvas(0, 0, shows.encoding, shows.colour).sized(width, height)
            yield RoomDisplay(self.stdout, canvas, keyboard)


def hold(
    settings: Settings,
    path: Path | None,
    venue: Venue,
    language: str | None,
    set_of: Callable[[Path], QuestionSet] | None = None,
) -> bool:
    """A whole workshop, new or gone on with; whether it is complete.

    language: what the room reads, where that is said; else a session's own. set_of: the question set that a session is
    gone on with; else that of the settings. Raises SessionRefused.
    """
    words = RoomWords(settings.language)
    try:
        path = path or _chosen(venue, words)
        if set_of and path is not None and path.exists():
            settings = replace(settings, question_set=set_of(path))
        journal = _opened(settings, path, venue, words)
        if journal is None:
            return False
        with journal:
            words = words if language else RoomWords(journal.session.header.language)
            return _held(Interview(settings.question_set, journal, now), journal, venue, words)
    except SessionTrouble as trouble:
        raise refused_in_words(trouble, words.language) from trouble


def refused_in_words(trouble: SessionTrouble, language: str) -> SessionRefused:
    """What is wrong with a session's file, in the language of the room."""
    return SessionRefused(trouble_said(trouble, RoomWords(language)))


def _chosen(venue: Venue, words: RoomWords) -> Path | None:
    """The unfinished session of this folder that the room goes on with, if it wants to."""
    found = unfinished(Path()) if venue.has_people else []
    chosen = choose_unfinished(found, words, venue.lines) if found else None
    return chosen.path if chosen else None


def _opened(settings: Settings, path: Path | None, venue: Venue, words: RoomWords) -> Journal | None:
    """The session to hold: gone on with, or new; None where the room leaves before it began."""
    lines = venue.lines
    if path is not None and path.exists():
        return _resumed(settings.question_set, path, lines, words)
    folder = path.parent if path else Path()
    probe(folder)
    begun: Settings | None = settings
    if venue.has_people:
        settings = ask_about(settings, words, lines)
    if venue.is_plain:
        lines.say(clean(settings.question_set.title.text(settings.language)))
        lines.say(clean(settings.question_set.about.text(settings.language)))
    if venue.has_people:
        begun = venue.begin(settings, words)
    if begun is None:
        return None
    return Journal.create(path or path_for(folder, begun.date, begun.matter), begun.header(now()), begun.entries)


def _resumed(question_set: QuestionSet, path: Path, lines: Lines, words: RoomWords) -> Journal:
    before = read_journal(path).session
    changes(before, question_set, path)  # another set is refused before anything is written
    journal = Journal.resume(path, AskedSet.of(question_set))
    start = words.start
    if before.is_finished:
        lines.say(start.reopened)
    if before.question_set.sha256 != question_set.sha256:
        lines.say(start.set_changed.format(before=before.question_set.version, now=question_set.version))
        missing = sorted(items_answered(before) - set(question_set.item_by_id))
        if missing:
            lines.say(start.items_gone.format(items=", ".join(missing)))
    if journal.was_open_to_others:
        lines.say(start.closed_to_others)
    for line in journal.torn:
        lines.say(start.torn.format(line=line))
    if before.header.collected == "before":
        lines.say(start.resumed_talk.format(n=len(before.answers)))
    else:
        total = len(question_set.items_asked(quick=before.header.quick))
        lines.say(start.resumed.format(answered=len(items_answered(before)), total=total))
    return journal


def _held(interview: Interview, journal: Journal, venue: Venue, words: RoomWords) -> bool:
    """Until the room is done or pauses; then where everything is kept, and the commands to go on."""
    lines, options = venue.lines, venue.wanted.options
    try:
        finished = venue.interview(interview, journal, words)
    except SessionTrouble:
        raise
    except BaseException:  # also where the fault is ours: the room must know that nothing is lost
        for line in pausing_lines(interview, journal.path, words, stopped=True, options=options):
            lines.say(line)
        raise
    ending = closing_lines(journal.path, words)
    if not finished:
        ending = pausing_lines(interview, journal.path, words, stopped=False, options=options)
    for line in ending:
        lines.say(line)
    return finished or interview.is_complete
