"""Bytes that are on disk, or an error: a full disk may take a part of them without one."""

from __future__ import annotations

import contextlib
import errno
import os
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
