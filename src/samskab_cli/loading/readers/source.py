"""`Source`: bytes of a file or stdin, read again and again; its first bytes; refused when it changed meanwhile."""

from __future__ import annotations

import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Final, Protocol

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.temporary import temporary_folder

STDIN: Final = "-"
CHUNK: Final = 1 << 18
"""Bytes. Of larger pieces each would be new memory of the system, which takes longer than what is done with it."""
_HEAD_BYTES: Final = 64 * 1024
_IN_MEMORY: Final = 1 << 26


class Origin(Protocol):
    """Where a table comes from."""

    @property
    def file(self) -> str:
        """As remarks and problems show it."""

    @property
    def check(self) -> Callable[[], None]:
        """Raises AnswersRefused when it isn't what was first looked at."""

    def refused(self, message: str, line: int | None = None) -> AnswersRefused:
        """The error of this table."""


@dataclass(frozen=True)
class Source:
    """Bytes with a name."""

    file: str
    """As remarks and problems show it."""
    opened: Callable[[], AbstractContextManager[IO[bytes]]]
    """From the first byte on; at most one at a time is open."""
    check: Callable[[], None] = lambda: None
    """Raises AnswersRefused when the bytes aren't those that were first looked at."""
    path: Path | None = None
    """None: no file of its own (stdin, unpacked)."""

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        with self.opened() as stream:
            return stream.read(_HEAD_BYTES)

    def chunks(self) -> Iterator[bytes]:
        """All bytes, in pieces of 256 KiB."""
        with self.opened() as stream:
            while chunk := stream.read(CHUNK):
                yield chunk

    @contextmanager
    def as_file(self, suffix: str) -> Iterator[Path]:
        """The file itself; of what came packed or from stdin, a copy that goes when the block ends."""
        if self.path is not None:
            yield self.path
            return
        with temporary_folder() as folder:
            path = folder / f"answers{suffix}"
            with path.open("wb") as file:
                file.writelines(self.chunks())
            yield path

    def refused(self, message: str, line: int | None = None) -> AnswersRefused:
        """The error of this file."""
        return AnswersRefused(Problem(message, self.file, line))


def source_of(path: str | Path, kept: ExitStack) -> Source:
    """The source of a path; `-` is stdin, which stays at hand as long as `kept` is open.

    Raises AnswersRefused for what is no ordinary, readable file.
    """
    return _stdin(kept) if str(path) == STDIN else _file(Path(path))


def _file(path: Path) -> Source:
    def refused(message: str) -> AnswersRefused:
        return AnswersRefused(Problem(message, str(path)))

    try:
        first = path.stat()
        if stat.S_ISDIR(first.st_mode):
            raise refused("it is a folder, not a file; name the files in it")
        if not stat.S_ISREG(first.st_mode):
            raise refused("it is a pipe or a device, not a file; send its text to stdin and name it -")
        path.open("rb").close()
    except FileNotFoundError:
        raise refused("no such file") from None
    except OSError as error:
        raise refused(f"can't be read: {error.strerror}") from None
    except ValueError:  # NUL in the name
        raise refused("no file can have this name") from None

    def check() -> None:
        now = path.stat()
        if (now.st_size, now.st_mtime_ns) != (first.st_size, first.st_mtime_ns):
            raise refused("the file changed while it was read; try again when nothing writes to it")

    return Source(str(path), lambda: path.open("rb"), check, path)


def _stdin(stack: ExitStack) -> Source:
    """All of stdin: kept in memory, beyond 64 MiB in a file that has no name and is gone with the program."""
    kept = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115  # the stack closes it
    while chunk := sys.stdin.buffer.read(CHUNK):
        kept.write(chunk)

    @contextmanager
    def opened() -> Iterator[IO[bytes]]:
        kept.seek(0)
        yield kept

    return Source("stdin", opened)
