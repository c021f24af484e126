"""`samskab assess`: a workshop in the terminal, every answer on disk before the next question."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.interrupts import stopping
from samskab_cli.cli.options import (
    DateOption,
    Language,
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
    from samskab_cli.workshop.session import hold
    from samskab_cli.workshop.settings import UnknownRole, read_present

    asked = set_for(question_set, [session] if session else [])
    try:
        present = read_present(roles, asked) if roles is not None else {}
    except UnknownRole as word:
        raise typer.BadParameter(
            f"can't read {str(word)!r}; give role=number of {', '.join(_roles(asked))}", param_hint="--roles"
        ) from word
    if mode is SessionModeName.VOTES and not present and not sys.stdin.isatty():
        raise typer.BadParameter("votes are counted by role: give --roles too", param_hint="--mode")
    settings = _settings(asked, lang, matter, municipality, date, mode, present, quick=quick)
    with stopping():
        if not hold(settings, Path(session) if session else None, venue(plain=plain), lang):
            raise typer.Exit(ExitCode.UNFINISHED)


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
