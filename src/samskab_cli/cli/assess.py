"""`samskab assess`: a workshop in the terminal, every answer on disk before the next question."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.interrupts import stopping
from samskab_cli.cli.options import (
    DateOption,
    Language,
    MapOption,
    MatterOption,
    MunicipalityOption,
    QuestionSetOption,
    QuickOption,
)
from samskab_cli.cli.venue import venue
from samskab_cli.errors import ExitCode

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.session import Session
    from samskab_cli.workshop.other_screens import Wanted
    from samskab_cli.workshop.settings import Settings


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
        show_default="votes; where there is no terminal to say who is present, consensus",
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
RoomMinGroupOption = Annotated[
    int | None,
    typer.Option(
        "--min-group",
        min=1,
        metavar="N",
        help="Of a new session: withhold groups of fewer than this; then the room isn't asked about small sides.",
        show_default="the room is asked",
    ),
]
AnswersOption = Annotated[
    list[str] | None,
    typer.Option(
        "--answers",
        metavar="FILE",
        help="Talk about answers that came in before, by paper or survey; several files are read as one.",
        show_default=False,
    ),
]
PreviousOption = Annotated[
    Path | None,
    typer.Option(
        "--previous",
        metavar="FILE",
        help="The session of the previous meeting: what became of its steps, and what has changed.",
        show_default=False,
    ),
]
PhonesOption = Annotated[
    bool,
    typer.Option("--phones", help="People vote on their own phones, on a page of this laptop; cards are added beside."),
]
AddressOption = Annotated[
    str | None,
    typer.Option(
        "--address",
        metavar="IP[:PORT]",
        help="Of this laptop: where the phones come to.",
        show_default="the likeliest network, port 8765 or the next free one",
    ),
]
WifiOption = Annotated[
    str | None,
    typer.Option(
        "--wifi",
        metavar="NAME",
        help="The room's network, for a code that takes phones into it; its password is asked for.",
        show_default=False,
    ),
]
ProjectorOption = Annotated[
    bool,
    typer.Option(
        "--projector", help="A page for a second display: the statement large, who has voted, the picture, the result."
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
    min_group: RoomMinGroupOption = None,
    answers: AnswersOption = None,
    map_file: MapOption = None,
    previous: PreviousOption = None,
    phones: PhonesOption = False,
    address: AddressOption = None,
    wifi: WifiOption = None,
    projector: ProjectorOption = False,
    plain: PlainOption = False,
) -> None:
    """Hold a workshop in the terminal; it ends with the report."""
    from samskab_cli.loading.sets.versions import set_for
    from samskab_cli.workshop.askable import refuse_for_room
    from samskab_cli.workshop.attendance import UnknownRole, read_present
    from samskab_cli.workshop.session import hold

    wanted = _wanted(lang, phones=phones, address=address, wifi=wifi, projector=projector)
    if phones and (answers or mode not in {None, SessionModeName.VOTES}):
        raise typer.BadParameter("phones vote: leave --answers out, and --mode or votes", param_hint="--phones")
    mode = SessionModeName.VOTES if phones else mode
    path = Path(session) if session else None
    before = _before(previous, lang) if previous else None
    named = question_set or (_set_of(before) if before else None)
    asked = set_for(named, answers or ([session] if session else []))
    refuse_for_room(asked)
    try:
        present = read_present(roles, asked) if roles is not None else {}
    except UnknownRole as word:
        raise typer.BadParameter(
            f"can't read {str(word)!r}; give role=number of {', '.join(_roles(asked))}", param_hint="--roles"
        ) from word
    is_new = path is None or not path.exists()
    if mode is SessionModeName.VOTES and is_new and not present and not sys.stdin.isatty():
        raise typer.BadParameter("votes are counted by role: give --roles too", param_hint="--mode")
    settings = _settings(asked, lang, matter, municipality, date, mode, present, quick=quick)
    settings = replace(settings, min_group=min_group, phones=phones)
    if answers:
        settings = _with_answers(settings, answers, map_file, path, given=mode is not None)
    elif map_file:
        raise typer.BadParameter("it says how answers are read: give --answers too", param_hint="--map")
    if previous and before:
        settings = _after(settings, previous, before, path, given=mode is not None or bool(present or answers))
    with stopping():
        place = venue(plain=plain, wanted=wanted)
        if not hold(settings, path, place, lang, lambda found: set_for(question_set, [str(found)])):
            raise typer.Exit(ExitCode.UNFINISHED)


def _wanted(lang: Language | None, *, phones: bool, address: str | None, wifi: str | None, projector: bool) -> Wanted:
    """Phones and the projector's page. Raises OutputRefused where what they need isn't installed."""
    from samskab_cli.errors import OutputRefused
    from samskab_cli.workshop.other_screens import INSTALL, Wanted, has_extra

    if (address or wifi) and not phones:
        raise typer.BadParameter("it is for phones: give --phones too", param_hint="--address" if address else "--wifi")
    if not phones and not projector:
        return Wanted()
    if not has_extra():
        raise OutputRefused(f"phones and the projector's page need more: {INSTALL}. Without them: cards, as always")
    if address:
        from samskab_cli.workshop.phones.addresses import split

        try:
            split(address)
        except ValueError as error:
            raise typer.BadParameter(
                f"{address!r} is no address; give 192.168.8.2 or 192.168.8.2:8765", param_hint="--address"
            ) from error
    return Wanted(phones, projector, address, wifi or "", _password(wifi, lang) if wifi else "")


def _password(network: str, lang: Language | None) -> str:
    """The network's password, typed unseen; empty where nobody is there to type it."""
    import getpass

    from samskab_cli.workshop.wording import RoomWords

    if not sys.stdin.isatty():
        return ""
    words = RoomWords((lang or Language.DANISH).value).elsewhere.lobby
    return getpass.getpass(words.ask_password.format(network=network))


def _with_answers(
    settings: Settings, files: list[str], map_file: Path | None, path: Path | None, *, given: bool
) -> Settings:
    """With the answers of these files. given: whether the command line says how else to answer."""
    from samskab_cli.cli.answers_before import with_answers
    from samskab_cli.model.answers import Mode

    if (given and settings.mode is not Mode.INDIVIDUAL) or settings.present:
        raise typer.BadParameter("the answers are given already: leave --mode and --roles out", param_hint="--answers")
    if path is not None and path.exists():
        raise typer.BadParameter(f"{path} has its answers: go on with it without --answers", param_hint="--session")
    return with_answers(settings, files, map_file)


def _before(file: Path, lang: Language | None) -> Session:
    """The previous meeting. Raises SessionRefused, in the room's language."""
    from samskab_cli.loading.sessions import read_journal
    from samskab_cli.model.session import SessionTrouble
    from samskab_cli.workshop.session import refused_in_words

    try:
        return read_journal(file).session
    except SessionTrouble as trouble:
        raise refused_in_words(trouble, (lang or Language.DANISH).value) from trouble


def _set_of(before: Session) -> str | None:
    """The bundled set that the previous meeting was asked with, in today's version."""
    from samskab_cli.loading.sets.bundled import bundled_names

    asked = before.question_set
    return asked.id if asked.id in bundled_names() else None


def _after(settings: Settings, file: Path, before: Session, path: Path | None, *, given: bool) -> Settings:
    """After a previous meeting: what isn't said now is as it was then. given: whether the mode is."""
    import dataclasses

    from samskab_cli.loading.sessions import changes
    from samskab_cli.model.answers import Mode
    from samskab_cli.model.session import SessionTrouble
    from samskab_cli.workshop.session import refused_in_words

    if path is not None and path.exists():
        raise typer.BadParameter(f"{path} knows it already: go on with it without --previous", param_hint="--session")
    try:
        changes(before, settings.question_set, file)  # another set is refused before anything is written
    except SessionTrouble as trouble:
        raise refused_in_words(trouble, settings.language) from trouble
    header = before.header
    if not given and header.mode is Mode.VOTES and not sys.stdin.isatty():
        raise typer.BadParameter("votes were counted last time: give --roles, or another --mode", param_hint="--roles")
    return dataclasses.replace(
        settings,
        matter=settings.matter or header.matter,
        municipality=settings.municipality or header.municipality,
        mode=settings.mode if given else header.mode,
        quick=settings.quick or header.quick,
        previous=before.as_previous(),
    )


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
    chosen = mode.value if mode else Mode.VOTES if present or sys.stdin.isatty() else Mode.CONSENSUS
    settings = Settings(
        question_set=question_set,
        date=date.date() if date else dt.datetime.now().astimezone().date(),
        language=lang.value if lang else Language.DANISH.value,
        mode=next(one for one in MODES if one == chosen),
        quick=quick,
        present=present,
    )
    return settings.with_text("matter", matter or "").with_text("municipality", municipality or "")
