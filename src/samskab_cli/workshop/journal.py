"""The session file being written: created or resumed under a lock, appended with fsync, torn ends cut, found again.

Lines are only ever added. Disk first, memory second: when `append` returns, the line has been written and synced, and
only then is it in `session` and on the screen. So whatever ends the program, the file holds what the room has seen:

    {"samskab":"session/2","session":…}                the header, once
    {"at":…,"kind":"answer","item":"aktie","given":4}  noted, whole
    {"at":…,"kind":"answer","item":"fle                the computer died here: a torn line, which reading passes over
    {"at":…,"kind":"resumed",…}                        gone on with, on a line of its own

A full disk can take half a line. It is taken back by cutting the file to its last whole line; where even that fails,
the next line begins with a line break of its own (`_isolate`), so that one torn line is all that is lost. A new file
is written beside its place and then named, so that it is there whole or not at all. A lock file beside it keeps a
second program out; the system lets go of it when a process is killed.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from samskab_cli.loading.sessions import Journaled, items_answered, read_journal
from samskab_cli.model.file_name import file_name
from samskab_cli.model.session import SUFFIX, Session, SessionTrouble, Trouble
from samskab_cli.model.session_lines import AskedSet, Entry, Header, Resumed
from samskab_cli.workshop.durable_write import sync_folder, trouble_of, write_whole

_OTHERS = 0o077
_PROBE = b"." * 4096
_APPENDED = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class UnfinishedSession:
    """A session file in a folder, not finished."""

    path: Path
    header: Header
    answered: int
    """Items with an answer of anybody."""


class Journal:
    """An open session file, locked; made by `create` or `resume`."""

    def __init__(self, path: Path, descriptor: int, lock: FileLock, session: Session) -> None:
        self.path = path
        self.session = session
        """What all lines add up to."""
        self.torn: tuple[int, ...] = ()
        """Lines that were found cut off."""
        self.was_open_to_others = False
        """Whether others could read the file that was found."""
        self._descriptor = descriptor
        self._lock = lock
        self._size = os.fstat(descriptor).st_size
        self._isolate = False
        self._noted = 0

    @classmethod
    def create(cls, path: Path, header: Header, entries: Sequence[Entry] = ()) -> Journal:
        """A new file, which only its owner may read, with its header and what is known before the room begins.

        It is there whole or not at all: answers that were taken in are never a part of them. Raises SessionTrouble.
        """
        lock = _locked(path)
        try:
            probe(path.parent)
            placed = [_placed(entry, place) for place, entry in enumerate(entries, start=1)]
            _put(path, b"".join(map(_line, (header, *placed))))
            descriptor = _opened(path)
        except SessionTrouble:
            lock.release()
            raise
        journal = cls(path, descriptor, lock, Session.begun(header).after(*placed))
        journal._noted = len(placed)
        return journal

    @classmethod
    def resume(cls, path: Path, question_set: AskedSet) -> Journal:
        """A file that exists, to go on with. Raises SessionTrouble."""
        lock = _locked(path)
        try:
            probe(path.parent)
            journaled = read_journal(path)
            journal = cls(path, _opened(path), lock, journaled.session)
        except SessionTrouble:
            lock.release()
            raise
        try:
            journal._go_on(journaled, question_set)
        except SessionTrouble:
            journal.close()
            raise
        return journal

    def append(self, entry: Entry) -> None:
        """Note one thing. Raises SessionTrouble where it can't be saved; then it isn't in `session` either."""
        entries = [Resumed(at=now(), question_set=self.session.question_set), entry] if self._isolate else [entry]
        placed = [_placed(one, self._noted + place) for place, one in enumerate(entries, start=1)]
        lines = b"".join(map(_line, placed))
        self._write(b"\n" + lines if self._isolate else lines)
        self._isolate = False
        self._noted += len(placed)
        self.session = self.session.after(placed[-1])

    def move_to(self, folder: Path) -> None:
        """Go on in another folder: everything noted so far is copied there, whole or not at all.

        Raises SessionTrouble; then the session stays where it was.
        """
        path = free_path(folder, self.path.name.removesuffix(SUFFIX))
        lock = _locked(path)
        try:
            probe(folder)
            _put(path, self._content())
            descriptor = _opened(path)
        except SessionTrouble:
            lock.release()
            raise
        self.close()
        self.path, self._descriptor, self._lock = path, descriptor, lock

    def close(self) -> None:
        """Let others write; every line is on disk already."""
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _go_on(self, journaled: Journaled, question_set: AskedSet) -> None:
        self.torn = journaled.torn
        self.was_open_to_others = _closed_to_others(self._descriptor)
        again = _placed(Resumed(at=now(), question_set=question_set), journaled.noted + 1)
        self._write(_line(again) if journaled.ends_whole else b"\n" + _line(again))
        self._noted = journaled.noted + 1
        self.session = self.session.after(again)

    def _content(self) -> bytes:
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            return _read_all(self._descriptor, self._size)
        except OSError as error:
            raise trouble_of(error, self.path) from error

    def _write(self, line: bytes) -> None:
        try:
            if os.fstat(self._descriptor).st_nlink == 0:
                raise SessionTrouble(Trouble.GONE, str(self.path), "the file has been deleted meanwhile")
            write_whole(self._descriptor, line, self._size)
        except OSError as error:
            # What a full disk took of the line goes again; where even that fails, the next line keeps apart from it.
            self._isolate = os.fstat(self._descriptor).st_size != self._size
            raise trouble_of(error, self.path) from error
        self._size += len(line)


def _closed_to_others(descriptor: int) -> bool:
    """Whether others could read an open file, who no longer can."""
    if os.name == "nt":
        return False
    mode = stat.S_IMODE(os.fstat(descriptor).st_mode)
    if not mode & _OTHERS:
        return False
    try:
        os.fchmod(descriptor, mode & ~_OTHERS)
    except OSError:  # another owner, or a disk without modes
        return False
    return True


def _placed(entry: Entry, position: int) -> Entry:
    return entry.model_copy(update={"position": position})


def _line(entry: Header | Entry) -> bytes:
    """A header or an entry as it stands in the file."""
    return entry.model_dump_json(exclude_none=True).encode() + b"\n"


def now() -> dt.datetime:
    """The time of day with its offset, to the second."""
    return dt.datetime.now().astimezone().replace(microsecond=0)


def probe(folder: Path) -> None:
    """Write something, sync it, take it away: what is wrong with a disk is known before the first question.

    Raises SessionTrouble.
    """
    path = folder / f".samskab-{secrets.token_hex(8)}.probe"  # a killed process may have left one, also of our number
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            write_whole(descriptor, _PROBE, 0)
        finally:
            os.close(descriptor)
            path.unlink(missing_ok=True)
    except OSError as error:
        raise trouble_of(error, folder) from error


def free_path(folder: Path, name: str) -> Path:
    """A session file of this name that isn't there yet; a number is added where it is."""
    path = folder / f"{name}{SUFFIX}"
    number = 2
    while os.path.lexists(path):
        path = folder / f"{name}-{number}{SUFFIX}"
        number += 1
    return path


def path_for(folder: Path, date: dt.date, matter: str | None) -> Path:
    """Where a new session of this matter is kept."""
    return free_path(folder, f"{date.isoformat()}-{file_name(matter or '', 'sag')}")


def unfinished(folder: Path) -> list[UnfinishedSession]:
    """The sessions of a folder that can be gone on with, by name; files that can't be read are none."""
    return list(_unfinished(folder))


def _unfinished(folder: Path) -> Iterator[UnfinishedSession]:
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        with contextlib.suppress(SessionTrouble):
            session = read_journal(path).session
            if not session.is_finished:
                yield UnfinishedSession(path, session.header, len(items_answered(session)))


def _locked(path: Path) -> FileLock:
    """The lock of a session file, on a file of its own that a killed process lets go of by itself.

    It lies beside the file itself, whatever links lead there.
    """
    real = Path(os.path.realpath(path))
    lock = FileLock(real.with_name(f".{real.name}.lock"), timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        since = _open_since(path)
        raise SessionTrouble(
            Trouble.LOCKED, str(path), f"open elsewhere{f' since {since}' if since else ''}", said=since
        ) from error
    except NotImplementedError as error:  # a network drive without locks
        raise SessionTrouble(Trouble.DISK, str(path), "its folder knows no locks; choose another") from error
    except OSError as error:
        raise trouble_of(error, path.parent) from error
    return lock


def _open_since(path: Path) -> str:
    try:
        session = read_journal(path).session
    except SessionTrouble:
        return ""
    return f"{session.since.astimezone():%Y-%m-%d %H:%M}"


def _opened(path: Path) -> int:
    try:
        return os.open(path, _APPENDED)
    except OSError as error:
        raise trouble_of(error, path) from error


def _put(path: Path, content: bytes) -> None:
    """A new file that is there whole or not at all; the lock of its name is held. Raises SessionTrouble."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.unlink(missing_ok=True)  # of a process that was killed here
        descriptor = os.open(temporary, _APPENDED | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            write_whole(descriptor, content, 0)
        finally:
            os.close(descriptor)
        _name(temporary, path)
    except FileExistsError as error:
        raise SessionTrouble(Trouble.EXISTS, str(path), "exists already") from error
    except OSError as error:
        raise trouble_of(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name, which another may not have yet."""
    try:
        os.link(temporary, path)  # unlike a rename it never replaces what came meanwhile
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.rename(path)


def _read_all(descriptor: int, size: int) -> bytes:
    content = b""
    while len(content) < size and (chunk := os.read(descriptor, size - len(content))):
        content += chunk
    return content
