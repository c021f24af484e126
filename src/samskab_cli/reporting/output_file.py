"""A file written beside its place and moved there: whole or not at all, `--force`, private, undone by signals."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from samskab_cli.errors import OutputRefused

_STOPPING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EFBIG: "the file would be larger than is allowed here",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "no permission to write there",
    errno.EPERM: "no permission to write there",
    errno.ENOENT: "the folder doesn't exist",
    errno.ENOTDIR: "what should be its folder is a file",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the name is too long",
} | ({errno.EDQUOT: "the disk quota is used up"} if hasattr(errno, "EDQUOT") else {})

_NUMBER_IN_TEXT = re.compile(r"\(os error (\d+)\)")  # how Polars says it


@dataclass(frozen=True)
class OutputFile:
    """A place for one file."""

    path: Path
    force: bool = False
    """Whether a file that exists may be replaced."""
    personal: bool = False
    """Whether it holds what single people said: then only its owner may read it."""

    def check(self) -> None:
        """Refuse what can be seen to fail, before any work is done.

        Raises OutputRefused.
        """
        try:
            if self.path.is_dir():
                raise OutputRefused(f"{self.path}: it is a folder")
            if self.path.exists() and not self.path.is_file():
                raise OutputRefused(f"{self.path}: it is no ordinary file")
            if self.path.exists() and not self.force:
                raise _exists(self.path)
            if not self.path.parent.is_dir():
                raise OutputRefused(f"{self.path}: the folder doesn't exist")
        except OSError as error:
            raise OutputRefused(f"{self.path}: {why(error)}") from error

    def write(self, content: bytes) -> None:
        """Write the whole file. Raises OutputRefused; then nothing new lies there."""
        with self.replacing() as temporary:
            temporary.write_bytes(content)

    @contextlib.contextmanager
    def replacing(self) -> Iterator[Path]:
        """A temporary file beside the place, moved into it when the block ends well, and gone when it doesn't.

        Raises OutputRefused where the place can't be written.
        """
        self.check()
        target = Path(os.path.realpath(self.path))  # a link stays a link
        temporary = target.with_name(f".{target.stem[:40]}.{os.urandom(4).hex()}{target.suffix}")
        with stopped_by_signals():
            try:
                os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, self._mode))
                yield temporary
                _sync(temporary)
                self._move(temporary, target)
            except OSError as error:
                raise OutputRefused(f"{self.path}: {why(error)}") from error
            finally:
                with contextlib.suppress(OSError):
                    temporary.unlink(missing_ok=True)

    @property
    def _mode(self) -> int:
        return 0o600 if self.personal else 0o666  # of which the umask takes its part

    def _move(self, temporary: Path, target: Path) -> None:
        if not self.force:
            try:
                os.link(temporary, target)  # unlike a rename it never replaces what came meanwhile
            except FileExistsError:
                raise _exists(target) from None
            except OSError:  # a disk without hard links
                if target.exists():
                    raise _exists(target) from None
            else:
                return
        for wait in _WAITS:  # a virus scanner may hold the target for a moment
            try:
                temporary.replace(target)
            except PermissionError:
                time.sleep(wait)
            else:
                return
        temporary.replace(target)


def why(error: OSError) -> str:
    """What an error of the operating system means for somebody who wants a file."""
    return _REASONS.get(error_number(error), error.strerror or str(error))


def error_number(error: OSError) -> int:
    """Its number, also where Polars says it in words only."""
    number = _NUMBER_IN_TEXT.search(str(error))
    return error.errno or (int(number[1]) if number else 0)


def _exists(path: Path) -> OutputRefused:
    return OutputRefused(f"{path}: exists already; give --force to replace it")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[None]:
    """While a file is written, SIGTERM and SIGHUP end the program by way of the cleaning up."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, stop) for number in _STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
