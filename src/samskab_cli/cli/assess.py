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
    from samskab_cli.cli.assess_phones import wanted_screens
    from samskab_cli.cli.assess_previous import after_previous, bundled_set_of, refuse_without_votes, session_at
    from samskab_cli.loading.sets.versions import set_for
    from samskab_cli.workshop.askable import refuse_for_room
    from samskab_cli.workshop.session import hold

    wanted = wanted_screens(lang, phones=phones, address=address, wifi=wifi, projector=projector)
    if phones and (answers or mode not in {None, SessionModeName.VOTES}):
        raise typer.BadParameter("phones vote: leave --answers out, and --mode or votes", param_hint="--phones")
    mode = SessionModeName.VOTES if phones else mode
    path = Path(session) if session else None
    if phones and path is not None and path.exists():
        refuse_without_votes(path, lang)
    before = session_at(previous, lang) if previous else None
    named = question_set or (bundled_set_of(before) if before else None)
    asked = set_for(named, answers or ([session] if session else []))
    refuse_for_room(asked)
    present = _present(roles, asked, needed=mode is SessionModeName.VOTES and (path is None or not path.exists()))
    settings = _settings(asked, lang, matter, municipality, date, mode, present, quick=quick)
    settings = replace(settings, min_group=min_group, phones=phones)
    if answers:
        from samskab_cli.cli.assess_answers import with_answers

        settings = with_answers(settings, answers, map_file, path, given=mode is not None)
    elif map_file:
        raise typer.BadParameter("it says how answers are read: give --answers too", param_hint="--map")
    if previous and before:
        settings = after_previous(settings, previous, before, path, given=mode is not None or bool(present or answers))
    with stopping():
        place = venue(plain=plain, wanted=wanted)
        if not hold(settings, path, place, lang, lambda found: set_for(question_set, [str(found)])):
            raise typer.Exit(ExitCode.UNFINISHED)


def _present(roles: str | None, question_set: QuestionSet, *, needed: bool) -> dict[str, int]:
    """Role (or side) → people, as `--roles` says. needed: where nobody is at the keys to be asked, it must say so."""
    from samskab_cli.workshop.attendance import UnknownRole, read_present

    try:
        present = read_present(roles, question_set) if roles is not None else {}
    except UnknownRole as word:
        known = ", ".join(_roles(question_set))
        raise typer.BadParameter(
            f"can't read {str(word)!r}; give role=number of {known}", param_hint="--roles"
        ) from word
    if needed and not present and not sys.stdin.isatty():
        raise typer.BadParameter("votes are counted by role: give --roles too", param_hint="--mode")
    return present


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
