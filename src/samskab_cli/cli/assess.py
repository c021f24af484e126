"""`samskab assess`: a workshop in the terminal, every answer on disk before the next question."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.options import (
    DateOption,
    Language,
    MatterOption,
    MunicipalityOption,
    QuestionSetOption,
    QuickOption,
)
from samskab_cli.errors import ExitCode, SessionRefused

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.reporting.report_view import ReportView
    from samskab_cli.workshop.display import Display
    from samskab_cli.workshop.interview import Interview
    from samskab_cli.workshop.journal import Journal
    from samskab_cli.workshop.plain import Lines
    from samskab_cli.workshop.settings import Settings
    from samskab_cli.workshop.wording import RoomWords

_SIGNALS = {"SIGTERM": ExitCode.TERMINATED, "SIGHUP": ExitCode.HANGUP}


class SessionModeName(StrEnum):
    """How a workshop answers."""

    VOTES = "votes"
    CONSENSUS = "consensus"
    INDIVIDUAL = "individual"


ModeOption = Annotated[
    SessionModeName | None,
    typer.Option(
        "--mode",
        help="votes: counted by role; consensus: one answer of the room; individual: one person at a time.",
        show_default="votes with --roles, else consensus",
    ),
]
RolesOption = Annotated[
    str | None,
    typer.Option(
        "--roles", metavar="ROLE=N,…", help="Who is present: roles or sides with their number, byraad=2,medarb=5."
    ),
]
SessionOption = Annotated[
    str | None,
    typer.Option(
        "--session",
        metavar="FILE",
        help="Go on with this session; or keep a new one here.",
        show_default="<date>-<matter>.samskab.jsonl",
    ),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", envvar="SAMSKAB_PLAIN", help="Ask line by line: for screen readers, pipes and tests.")
]
RoomLanguageOption = Annotated[
    Language | None, typer.Option("--lang", help="What the room reads.", show_default="da; of a session its own")
]


def assess(
    question_set: QuestionSetOption = None,
    lang: RoomLanguageOption = None,
    matter: MatterOption = None,
    municipality: MunicipalityOption = None,
    date: DateOption = None,
    mode: ModeOption = None,
    roles: RolesOption = None,
    session: SessionOption = None,
    quick: QuickOption = False,
    plain: PlainOption = False,
) -> None:
    """Hold a workshop in the terminal; it ends with the report."""
    from samskab_cli.loading.sets.versions import set_for
    from samskab_cli.workshop.plain import Lines
    from samskab_cli.workshop.settings import UnknownRole, read_present
    from samskab_cli.workshop.wording import RoomWords

    asked = set_for(question_set, [session] if session else [])
    try:
        present = read_present(roles, asked) if roles is not None else {}
    except UnknownRole as word:
        raise typer.BadParameter(
            f"can't read {str(word)!r}; give role=number of {', '.join(_roles(asked))}", param_hint="--roles"
        ) from word
    if mode is SessionModeName.VOTES and not present:
        raise typer.BadParameter("votes are counted by role: give --roles too", param_hint="--mode")
    settings = _settings(asked, lang, matter, municipality, date, mode, present, quick=quick)
    room = _Room(Lines(sys.stdin, sys.stdout), _is_plain(asked=plain))
    with _stopping():
        _hold(settings, Path(session) if session else None, room, RoomWords(settings.language), lang)


def _roles(question_set: QuestionSet) -> list[str]:
    sides = [side.id for side in question_set.all_sides if side.id not in question_set.role_by_id]
    return [*question_set.role_by_id, *sides]


def _settings(
    question_set: QuestionSet,
    lang: Language | None,
    matter: str | None,
    municipality: str | None,
    date: dt.datetime | None,
    mode: SessionModeName | None,
    present: dict[str, int],
    *,
    quick: bool,
) -> Settings:
    from samskab_cli.model.answers import Mode
    from samskab_cli.workshop.settings import Settings
    from samskab_cli.workshop.start_dialog import MODES

    if quick and not any(item.quick for item in question_set.items):
        raise typer.BadParameter(f"{question_set.id} has no short version", param_hint="--quick")
    chosen = mode.value if mode else Mode.VOTES if present else Mode.CONSENSUS
    settings = Settings(
        question_set=question_set,
        date=date.date() if date else dt.datetime.now().astimezone().date(),
        language=lang.value if lang else Language.DANISH.value,
        mode=next(one for one in MODES if one == chosen),
        quick=quick,
        present=present,
    )
    return settings.with_text("matter", matter or "").with_text("municipality", municipality or "")


def _hold(settings: Settings, path: Path | None, room: _Room, said: RoomWords, lang: Language | None) -> None:
    """Open the session, hold the workshop, say where it is kept. Raises typer.Exit where it isn't complete."""
    from samskab_cli.model.session import SessionTrouble
    from samskab_cli.workshop.facilitator import trouble_said
    from samskab_cli.workshop.wording import RoomWords

    spoken = said
    try:
        journal = _opened(settings, path, room, said)
        if journal is None:
            raise typer.Exit(ExitCode.UNFINISHED)
        with journal:
            spoken = said if lang else RoomWords(journal.session.header.language)
            _interview(settings.question_set, journal, room, spoken)
    except SessionTrouble as trouble:
        raise SessionRefused(trouble_said(trouble, spoken)) from trouble  # in the language of the room


def _opened(settings: Settings, path: Path | None, room: _Room, said: RoomWords) -> Journal | None:
    """The session to hold: gone on with, or new; None where the room leaves before it began."""
    from samskab_cli.model.text import clean
    from samskab_cli.workshop.journal import Journal, now, path_for, probe, unfinished
    from samskab_cli.workshop.start_dialog import ask_about, begin, choose_unfinished

    lines, at_terminal = room.lines, sys.stdin.isatty()
    if path is None and at_terminal and (found := unfinished(Path())):
        chosen = choose_unfinished(found, said, lines)
        path = chosen.path if chosen else None
    if path is not None and path.exists():
        return _resumed(settings.question_set, path, lines, said)
    folder = path.parent if path else Path()
    probe(folder)
    begun: Settings | None = settings
    if at_terminal:
        settings = ask_about(settings, said, lines)
    if at_terminal and not room.is_plain:
        begun = room.begin(settings, said)
    else:
        lines.say(clean(settings.question_set.title.text(settings.language)))
        lines.say(clean(settings.question_set.about.text(settings.language)))
        begun = begin(settings, said, lines) if at_terminal else settings
    if begun is None:
        return None
    return Journal.create(path or path_for(folder, begun.date, begun.matter), begun.header(now()))


def _resumed(question_set: QuestionSet, path: Path, lines: Lines, said: RoomWords) -> Journal:
    from samskab_cli.loading.sessions import changes, items_answered, read_journal
    from samskab_cli.workshop.journal import Journal
    from samskab_cli.workshop.settings import asked

    before = read_journal(path).session
    changes(before, question_set, path)  # another set is refused before anything is written
    journal = Journal.resume(path, asked(question_set))
    start = said.start
    if before.is_finished:
        lines.say(start.reopened)
    if before.question_set.sha256 != question_set.sha256:
        lines.say(start.set_changed.format(before=before.question_set.version, now=question_set.version))
        gone = sorted(items_answered(before) - set(question_set.item_by_id))
        if gone:
            lines.say(start.items_gone.format(items=", ".join(gone)))
    for line in journal.torn:
        lines.say(start.torn.format(line=line))
    total = len(question_set.items_asked(quick=before.header.quick))
    lines.say(start.resumed.format(answered=len(items_answered(before)), total=total))
    return journal


def _interview(question_set: QuestionSet, journal: Journal, room: _Room, said: RoomWords) -> None:
    from samskab_cli.workshop.end import closing_lines, pausing_lines
    from samskab_cli.workshop.interview import Interview
    from samskab_cli.workshop.journal import now

    interview, lines = Interview(question_set, journal, now), room.lines
    try:
        finished = room.hold(interview, journal, said)
    except (KeyboardInterrupt, SystemExit):
        for line in pausing_lines(interview, journal.path, said, stopped=True):
            lines.say(line)
        raise
    for line in closing_lines(journal.path, said) if finished else ():
        lines.say(line)
    if not finished:
        for line in pausing_lines(interview, journal.path, said, stopped=False):
            lines.say(line)
        if not interview.is_complete:
            raise typer.Exit(ExitCode.UNFINISHED)


@dataclass(frozen=True)
class _Room:
    """How the room is asked: line by line, or on a screen of single keys."""

    lines: Lines
    is_plain: bool

    def begin(self, settings: Settings, said: RoomWords) -> Settings | None:
        """The start screen."""
        from samskab_cli.workshop.start_room import begin_on_screen

        with self._display() as display:
            return begin_on_screen(settings, said, display)

    def hold(self, interview: Interview, journal: Journal, said: RoomWords) -> bool:
        """The workshop; whether it has come to its end. Raises SystemExit for a signal."""
        if self.is_plain:
            from samskab_cli.workshop.plain import PlainRoom

            return PlainRoom(interview, journal, said, self.lines).hold()
        from samskab_cli.workshop.screen import ScreenRoom

        with self._display() as display:
            return ScreenRoom(interview, journal, said, display, _saving(journal, said)).hold()

    @contextmanager
    def _display(self) -> Iterator[Display]:
        from samskab_cli.reporting.terminal.capabilities import capabilities_of
        from samskab_cli.workshop.display import Display
        from samskab_cli.workshop.screens.canvas import Canvas
        from samskab_cli.workshop.terminal.keyboard import Keyboard

        shows = capabilities_of(sys.stdout, os.environ)
        with Keyboard() as keyboard:
            width, height = keyboard.size or (shows.width, 24)
            canvas = Canvas(0, 0, shows.encoding, shows.colour).sized(width, height)
            yield Display(sys.stdout, canvas, keyboard)


def _saving(journal: Journal, said: RoomWords) -> Callable[[ReportView], str]:
    """Writes the report beside the session; says where it is, or why it isn't."""

    def save(view: ReportView) -> str:
        from samskab_cli.cli.output import Destination
        from samskab_cli.errors import OutputRefused
        from samskab_cli.model.session import SUFFIX
        from samskab_cli.reporting import as_html

        path = journal.path.with_name(journal.path.name.removesuffix(SUFFIX) + ".html")
        try:
            Destination(path, force=True).write(as_html.render(view))
        except OutputRefused as refusal:
            return str(refusal)
        return said.end.saved_report.format(file=path)

    return save


def _is_plain(*, asked: bool) -> bool:
    """Whether the room is asked line by line: no terminal to draw on, or one that can't be read key by key."""
    on_windows_shell = os.name == "nt" and bool(os.environ.get("MSYSTEM"))
    no_terminal = not (sys.stdin.isatty() and sys.stdout.isatty())
    return asked or no_terminal or os.environ.get("TERM") == "dumb" or on_windows_shell


@contextmanager
def _stopping() -> Iterator[None]:
    """SIGTERM and SIGHUP end the workshop as Ctrl-C does: saved, with the command to go on."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(_SIGNALS[signal.Signals(number).name])

    before = {name: signal.signal(getattr(signal, name), stop) for name in _SIGNALS if hasattr(signal, name)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
