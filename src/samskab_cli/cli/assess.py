"""`samskab assess`: a workshop in the terminal, every answer on disk before the next question."""

from __future__ import annotations

import datetime as dt
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    from samskab_cli.workshop.journal import Journal
    from samskab_cli.workshop.plain import Lines
    from samskab_cli.workshop.start import Settings
    from samskab_cli.workshop.wording import Words

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
    question_set: QuestionSetOption = "readiness",
    lang: RoomLanguageOption = None,
    matter: MatterOption = None,
    municipality: MunicipalityOption = None,
    date: DateOption = None,
    mode: ModeOption = None,
    roles: RolesOption = None,
    session: SessionOption = None,
    quick: QuickOption = False,
    plain: PlainOption = False,  # noqa: ARG001  # all is plain until there is a screen
) -> None:
    """Hold a workshop in the terminal; it ends with the report."""
    from samskab_cli.loading.question_sets import load_question_set
    from samskab_cli.workshop.plain import Lines
    from samskab_cli.workshop.start import UnknownRole, read_present
    from samskab_cli.workshop.wording import words

    asked = load_question_set(question_set)
    try:
        present = read_present(roles, asked) if roles is not None else {}
    except UnknownRole as word:
        raise typer.BadParameter(
            f"can't read {str(word)!r}; give role=number of {', '.join(_roles(asked))}", param_hint="--roles"
        ) from word
    if mode is SessionModeName.VOTES and not present:
        raise typer.BadParameter("votes are counted by role: give --roles too", param_hint="--mode")
    settings = _settings(asked, lang, matter, municipality, date, mode, present, quick=quick)
    lines = Lines(sys.stdin, sys.stdout)
    with _stopping():
        _hold(settings, Path(session) if session else None, lines, words(settings.language), lang)


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
    from samskab_cli.workshop.begin import MODES
    from samskab_cli.workshop.start import Settings

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


def _hold(settings: Settings, path: Path | None, lines: Lines, said: Words, lang: Language | None) -> None:
    """Open the session, hold the workshop, say where it is kept. Raises typer.Exit where it isn't complete."""
    from samskab_cli.model.session import SessionTrouble
    from samskab_cli.workshop.desk import trouble_said

    try:
        journal = _opened(settings, path, lines, said)
    except SessionTrouble as trouble:
        raise SessionRefused(trouble_said(trouble, said)) from trouble  # in the language of the room
    if journal is None:
        raise typer.Exit(ExitCode.UNFINISHED)
    with journal:
        from samskab_cli.workshop.wording import words

        spoken = said if lang else words(journal.session.header.language)
        try:
            _interview(settings.question_set, journal, lines, spoken)
        except SessionTrouble as trouble:
            raise SessionRefused(trouble_said(trouble, spoken)) from trouble


def _opened(settings: Settings, path: Path | None, lines: Lines, said: Words) -> Journal | None:
    """The session to hold: gone on with, or new; None where the room leaves before it began."""
    from samskab_cli.model.answers import Mode
    from samskab_cli.workshop.begin import begin, choose_unfinished
    from samskab_cli.workshop.journal import Journal, now, path_for, probe, unfinished

    if path is None and sys.stdin.isatty() and (found := unfinished(Path())):
        chosen = choose_unfinished(found, said, lines)
        path = chosen.path if chosen else None
    if path is not None and path.exists():
        return _resumed(settings.question_set, path, lines, said)
    folder = path.parent if path else Path()
    probe(folder)
    lines.say(settings.question_set.title.text(settings.language))
    lines.say(settings.question_set.about.text(settings.language))
    if sys.stdin.isatty():
        changed = begin(settings, said, lines)
        if changed is None:
            return None
        settings = changed
    elif settings.mode is Mode.VOTES and not settings.present:
        raise typer.BadParameter("votes are counted by role: give --roles too", param_hint="--mode")
    return Journal.create(path or path_for(folder, settings.date, settings.matter), settings.header(now()))


def _resumed(question_set: QuestionSet, path: Path, lines: Lines, said: Words) -> Journal:
    from samskab_cli.loading.sessions import changes, items_answered, read_journal
    from samskab_cli.workshop.journal import Journal
    from samskab_cli.workshop.start import asked

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


def _interview(question_set: QuestionSet, journal: Journal, lines: Lines, said: Words) -> None:
    from samskab_cli.workshop.end import pausing_lines
    from samskab_cli.workshop.interview import Interview
    from samskab_cli.workshop.journal import now
    from samskab_cli.workshop.plain import PlainRoom

    interview = Interview(question_set, journal, now)
    try:
        finished = PlainRoom(interview, journal, said, lines).hold()
    except (KeyboardInterrupt, SystemExit):
        for line in pausing_lines(interview, journal.path, said, stopped=True):
            lines.say(line)
        raise
    if not finished:
        for line in pausing_lines(interview, journal.path, said, stopped=False):
            lines.say(line)
        if not interview.is_complete:
            raise typer.Exit(ExitCode.UNFINISHED)


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
