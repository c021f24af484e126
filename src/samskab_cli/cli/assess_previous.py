"""Sessions that `assess` is given: the meeting before (`--previous`) and what goes on of it; one without votes."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from samskab_cli.cli.options import Language

if TYPE_CHECKING:
    from samskab_cli.model.session import Session
    from samskab_cli.workshop.settings import Settings


def refuse_without_votes(file: Path, lang: Language | None) -> None:
    """Phones can't come to a session that doesn't vote. Raises BadParameter, SessionRefused."""
    from samskab_cli.model.answers import Mode

    mode = session_at(file, lang).header.mode
    if mode is not Mode.VOTES:
        message = f"phones vote, but {file} is a session of {mode.value}: leave --phones out"
        raise typer.BadParameter(message, param_hint="--phones")


def session_at(file: Path, lang: Language | None) -> Session:
    """A session that is there. Raises SessionRefused, in the room's language."""
    from samskab_cli.loading.sessions import read_journal
    from samskab_cli.model.session import SessionTrouble
    from samskab_cli.workshop.session import refused_in_words

    try:
        return read_journal(file).session
    except SessionTrouble as trouble:
        raise refused_in_words(trouble, (lang or Language.DANISH).value) from trouble


def bundled_set_of(before: Session) -> str | None:
    """The bundled set that the previous meeting was asked with, in today's version."""
    from samskab_cli.loading.sets.bundled import bundled_names

    asked = before.question_set
    return asked.id if asked.id in bundled_names() else None


def after_previous(settings: Settings, file: Path, before: Session, path: Path | None, *, given: bool) -> Settings:
    """After a previous meeting: what isn't said now is as it was then. given: whether the mode is."""
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
