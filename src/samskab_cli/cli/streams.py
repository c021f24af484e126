"""The standard streams: text that their encoding can't carry, a reader that has gone, a disk that is full."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from collections.abc import Iterator
from typing import BinaryIO

from samskab_cli.errors import OutputRefused


def make_robust() -> None:
    """A character that the terminal's encoding lacks becomes `?`, instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a captured stream may not have it
        if reconfigure is not None:
            reconfigure(errors="replace")


def emit(content: str | bytes) -> None:
    """Write a result to stdout; bytes are data (UTF-8 whatever the terminal says). A reader that has gone is no error.

    Raises OutputRefused where stdout can't be written.
    """
    with stdout_bytes() as file:
        if isinstance(content, bytes):
            file.write(content)
        else:
            sys.stdout.write(content)


@contextlib.contextmanager
def stdout_bytes() -> Iterator[BinaryIO]:
    """Stdout for data, brought out whole at the end. A reader that has gone is no error.

    Raises OutputRefused where stdout can't be written.
    """
    try:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.flush()
    except OSError as error:
        close_stdout(error)


def finish() -> None:
    """Bring out what is still buffered, so that trouble with it has an exit code.

    Raises OutputRefused where stdout can't be written.
    """
    with stdout_bytes():
        pass


def close_stdout(error: OSError) -> None:
    """After an error of stdout: what comes later goes nowhere, and nothing is complained about at exit.

    Raises OutputRefused, unless it was only the reader that has gone.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    if _number(error) not in {errno.EPIPE, errno.EINVAL}:  # Windows says EINVAL for a pipe without a reader
        raise OutputRefused(f"stdout can't be written: {why(error)}") from error


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


def why(error: OSError) -> str:
    """What an error of the operating system means for somebody who wants a file."""
    return _REASONS.get(_number(error), error.strerror or str(error))


def _number(error: OSError) -> int:
    said = _NUMBER_IN_TEXT.search(str(error))
    return error.errno or (int(said[1]) if said else 0)
