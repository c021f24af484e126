"""Bytes written and fsynced, files replaced whole; an OSError as the `Trouble` that a room reads."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path
from typing import Final

from samskab_cli.model.session import SessionTrouble, Trouble

_KINDS: Final = {
    errno.ENOSPC: (Trouble.FULL, "the disk is full"),
    errno.EDQUOT: (Trouble.FULL, "the disk quota is used up"),
    errno.EFBIG: (Trouble.FULL, "no larger file is allowed there"),
    errno.EROFS: (Trouble.READ_ONLY, "it can only be read there, not written"),
    errno.EACCES: (Trouble.READ_ONLY, "it may not be written"),
    errno.EPERM: (Trouble.READ_ONLY, "it may not be written"),
    errno.ENOENT: (Trouble.NO_FOLDER, "there is no such folder"),
    errno.ENOTDIR: (Trouble.NO_FOLDER, "there is no such folder"),
}
_PATIENCE: Final = (0.01, 0.05, 0.2) if os.name == "nt" else ()
"""Seconds between tries to give a file its name."""


def write_whole(descriptor: int, content: bytes, size: int) -> None:
    """Write and sync all of `content` at the end of a file of `size` bytes.

    Raises OSError; then the file has its old size again, where that can be done.
    """
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[_written(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError:
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def replace_whole(path: Path, content: bytes) -> None:
    """A file, only its owner's to read, that has its old content or the new one, whatever happens. Raises OSError."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)  # of a process that was killed here
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            write_whole(descriptor, content, 0)
        finally:
            os.close(descriptor)
        _moved(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def _moved(temporary: Path, path: Path) -> None:
    """Give a file its name; on Windows whoever looks at the old one (a virus scanner) holds it for a moment."""
    for patience in _PATIENCE:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(patience)
        else:
            return
    temporary.replace(path)


def sync_folder(folder: Path) -> None:
    """A new name is on disk only with its folder; Windows has no way to say so, and needs none."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _written(descriptor: int, content: memoryview) -> int:
    """Bytes that were taken, at least one."""
    taken = os.write(descriptor, content)
    if taken == 0:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return taken


def trouble_of(error: OSError, path: Path) -> SessionTrouble:
    """What an error of the disk means for a session."""
    trouble, message = _KINDS.get(error.errno or 0, (Trouble.DISK, error.strerror or str(error)))
    return SessionTrouble(trouble, str(path), message, said=error.strerror or "")
