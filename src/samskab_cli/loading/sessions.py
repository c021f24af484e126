"""A session file read back: lines parsed, torn or damaged, replayed in order; its votes or answers as `Answers`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from samskab_cli.errors import Problem, SessionRefused
from samskab_cli.loading.session_mark import is_session
from samskab_cli.loading.sets.versions import set_asked
from samskab_cli.model.answers import (
    BLANK,
    NOT_RELEVANT,
    RESPONDENT,
    ROLE,
    UNSURE,
    Answers,
    Context,
    Mode,
    Previous,
    Responses,
    Tallies,
)
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.session import Session, SessionTrouble, Trouble
from samskab_cli.model.session_lines import ENTRY, FORMATS, Entry, Header, Resumed
from samskab_cli.model.small_sides import min_group_of
from samskab_cli.model.text import shown

_LARGEST: Final = 64 * 1024 * 1024
_UNKNOWN: Final = {"union_tag_invalid", "extra_forbidden", "literal_error"}
"""What pydantic says of a kind, a field and a word that a line of this version doesn't have."""
_CODES: Final = {"unsure": UNSURE, "not_relevant": NOT_RELEVANT}


@dataclass(frozen=True)
class Journaled:
    """What a session file holds."""

    session: Session
    torn: tuple[int, ...]
    """Lines (from 1) that were cut off while they were written; what they held was never shown as noted."""
    ends_whole: bool
    """Whether the file ends with a whole line."""
    noted: int
    """How many entries were noted."""


def read_journal(path: Path) -> Journaled:
    """Everything that was noted. Raises SessionTrouble, for damage with its line."""
    content = _content(path)
    if not is_session(content):
        raise SessionTrouble(Trouble.NO_SESSION, str(path), "no session of samskab", line=1)
    if not content.startswith(tuple(f'{{"samskab":"{one}"'.encode() for one in FORMATS)):
        raise _newer(path, 1)
    first, *rest = content.split(b"\n")
    ends_whole = bool(rest) and not rest[-1]
    try:
        _refuse_twice(first)
        session = Session.begun(Header.model_validate_json(first, strict=True))
    except ValidationError as error:
        raise (_newer if _is_newer(error) else _damaged)(path, 1) from error
    except ValueError as error:
        raise _damaged(path, 1) from error
    lines = enumerate(rest[:-1] if ends_whole else rest, start=2)
    entries = [(number, _entry(line, path, number)) for number, line in lines]
    torn = _torn(entries, path)
    noted = _noted([(line, entry) for line, entry in entries if entry is not None], path)
    return Journaled(session.after(*noted), torn, ends_whole, len(noted))


def _noted(entries: Sequence[tuple[int, Entry]], path: Path) -> list[Entry]:
    """The entries in their places. Raises SessionTrouble where one was taken out.

    A `resumed` may stand in the place of the entry before it: that one reached the disk whole but for its end, and was
    never shown as noted.
    """
    noted: list[Entry] = []
    for line, entry in entries:
        if isinstance(entry, Resumed) and entry.position == len(noted) and noted[-1].position is not None:
            noted.pop()
        numbered = entry.position is not None or bool(noted and noted[-1].position is not None)
        if numbered and entry.position != len(noted) + 1:
            message = f"before this line {len(noted) + 1} entries must stand, one or more was taken out; use a copy"
            raise SessionTrouble(Trouble.DAMAGED, str(path), message, line=line)
        noted.append(entry)
    return noted


def _torn(entries: Sequence[tuple[int, Entry | None]], path: Path) -> tuple[int, ...]:
    """Lines that the light went out over: only the last one can be, and one that a `resumed` came after."""
    torn = []
    may_be_torn = True
    for line, entry in reversed(entries):
        if entry is None and not may_be_torn:
            raise _damaged(path, line)
        if entry is None:
            torn.append(line)
        else:
            may_be_torn = isinstance(entry, Resumed)
    return tuple(reversed(torn))


def load_session(path: Path, question_set: QuestionSet) -> tuple[Answers, tuple[str, ...]]:
    """The answers of a session file, and sentences about its reading.

    Raises SessionTrouble, and SessionRefused where its answers don't fit the question set.
    """
    journaled = read_journal(path)
    remarks = [f"{path}: line {line} was cut off while it was written, and is left out" for line in journaled.torn]
    remarks += changes(journaled.session, question_set, path)
    answers = answers_of(journaled.session, question_set, path)
    if answers.min_group != journaled.session.min_group:
        remarks.append(
            f"{path}: its room hasn't been asked about small sides as they are now; they are withheld until "
            "`samskab assess --session` asks it"
        )
    return answers, tuple(remarks)


def changes(session: Session, question_set: QuestionSet, path: Path) -> tuple[str, ...]:
    """What to say where the question set isn't the one that was asked. Raises SessionTrouble for another set."""
    asked = session.question_set
    if asked.id != question_set.id:
        message = f"the session asks {shown(asked.id)}, not {question_set.id}; name its set with --questions"
        raise SessionTrouble(Trouble.OTHER_SET, str(path), message, said=asked.id)
    if asked.sha256 == question_set.sha256:
        return ()
    missing = sorted(items_answered(session) - set(question_set.item_by_id))
    left_out = f"; answers on items that it no longer has are left out: {', '.join(missing)}" if missing else ""
    return (f"{path}: the question set has changed since ({asked.version}, now {question_set.version}){left_out}",)


def items_answered(session: Session) -> set[str]:
    """Ids of the items with an answer of anybody."""
    voted = {item for item, votes in session.votes.items() if any(one.cast for one in votes.values())}
    return voted | {item for answers in session.answers.values() for item in answers}


def answers_of(session: Session, question_set: QuestionSet, path: Path) -> Answers:
    """A session as answers: tallies of its votes, else the coded frame. Raises SessionRefused with every misfit."""
    header = session.header
    misfits = list(_misfits(session, question_set, path))
    if misfits:
        raise SessionRefused(*misfits)
    room = session.room()
    known = {item: value for item, value in room.agreed.items() if item in question_set.item_by_id}
    return Answers(
        cells=_tallies(session, question_set) if header.mode is Mode.VOTES else _responses(session, question_set),
        mode=header.mode,
        context=Context(
            matter=header.matter, municipality=header.municipality, date=header.date, language=header.language
        ),
        room=room.model_copy(update={"agreed": known}),
        quick=header.quick,
        min_group=min_group_of(session, question_set),
        sides_choice=session.sides.choice if session.sides else None,
        phones=header.collected == "phones",
        finished=session.is_finished,
        previous=_previous(session, question_set, path),
    )


def _previous(session: Session, question_set: QuestionSet, path: Path) -> Previous | None:
    """The meeting before; None where there was none, and where its answers fit no version of the set any more."""
    if session.previous is None:
        return None
    asked = set_asked(session.previous.question_set, question_set)
    try:
        return Previous(asked, answers_of(session.previous, asked, path))
    except SessionRefused:
        return None


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise SessionTrouble(Trouble.MISSING, str(path), "there is no such file") from error
    except OSError as error:
        said = error.strerror or str(error)
        raise SessionTrouble(Trouble.DISK, str(path), f"can't be read: {said}", said=said) from error
    if len(content) > _LARGEST:
        raise SessionTrouble(Trouble.NO_SESSION, str(path), "too large for a session (over 64 MiB)")
    return content


def _entry(line: bytes, path: Path, number: int) -> Entry | None:
    """One line; None where it was cut off. Raises SessionTrouble for a whole one that isn't of a kind that is known."""
    try:
        _refuse_twice(line)
        return ENTRY.validate_json(line, strict=True)
    except ValidationError as error:
        raise (_newer if _is_newer(error) else _damaged)(path, number) from error
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        return None
    except ValueError as error:
        raise _damaged(path, number) from error


def _refuse_twice(line: bytes) -> None:
    """Raises ValueError for a key that stands twice, of which readers of JSON take the last one without a word."""

    def once(pairs: list[tuple[str, object]]) -> None:
        if len(dict(pairs)) < len(pairs):
            raise ValueError("an object has the same key twice")

    json.loads(line, object_pairs_hook=once)


def _is_newer(error: ValidationError) -> bool:
    """Whether a line is whole, and only says more than this program knows: another kind, or another field."""
    return all(one["type"] in _UNKNOWN for one in error.errors(include_url=False, include_input=False))


def _newer(path: Path, line: int) -> SessionTrouble:
    message = "written by a newer samskab, in a format that this one doesn't know"
    return SessionTrouble(Trouble.NEWER, str(path), message, line=line)


def _damaged(path: Path, line: int) -> SessionTrouble:
    message = "the line is damaged; mend it from a copy, or take it out, so that nothing is lost unseen"
    return SessionTrouble(Trouble.DAMAGED, str(path), message, line=line)


def _misfits(session: Session, question_set: QuestionSet, path: Path) -> Iterator[Problem]:
    """Values outside the scale and unknown roles: the file was written by hand, or the set has another scale now."""
    items = question_set.item_by_id
    for answers in session.answers.values():
        for item, given in answers.items():
            if item in items and isinstance(given, int) and given not in question_set.scale_of[item].values:
                yield Problem(f"{item}: {given} isn't on the scale of {question_set.id}", str(path))
    for item, of_roles in session.votes.items():
        options = len(question_set.scale_of[item].values) if item in items else 0
        if options and any(len(votes.counts) != options for votes in of_roles.values()):
            yield Problem(f"{item}: the votes are on another scale than that of {question_set.id}", str(path))
    known = {*question_set.role_by_id, *(side.id for side in question_set.all_sides)}
    voting = {role for of_roles in session.votes.values() for role in of_roles}
    used = {*session.present, *filter(None, session.roles.values()), *voting}
    for role in sorted(used - known):
        yield Problem(f"{shown(role)} is no role of {question_set.id}", str(path))


def _tallies(session: Session, question_set: QuestionSet) -> Tallies:
    votes = {item: dict(of_roles) for item, of_roles in session.votes.items() if item in question_set.item_by_id}
    return Tallies(present=dict(session.present), votes=votes)


def _responses(session: Session, question_set: QuestionSet) -> Responses:
    """One row a respondent; of a consensus the room's alone, without a role."""
    import polars as pl  # noqa: PLC0415  # the questions of a room are asked without it

    people: dict[str | None, str | None] = (
        {None: None} if session.header.mode is Mode.CONSENSUS else dict(session.roles.items())
    )
    rows = [session.answers.get(person, {}) for person in people]
    columns: dict[str, pl.Series] = {
        RESPONDENT: pl.Series([person or "1" for person in people], dtype=pl.String),
        ROLE: pl.Series(list(people.values()), dtype=pl.String),
    }
    for item in question_set.items_asked(quick=session.header.quick):
        cells = [row.get(item.id) for row in rows]
        codes = [BLANK if cell is None else cell if isinstance(cell, int) else _CODES[cell] for cell in cells]
        columns[item.id] = pl.Series(codes, dtype=pl.Int8)
    return Responses(pl.DataFrame(columns).lazy())
