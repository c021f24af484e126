"""The standard streams: text that their encoding can't carry, a reader that has gone, a disk that is full."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from samskab_cli.errors import OutputRefused
from samskab_cli.reporting.output_file import error_number, why


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
    if error_number(error) not in {errno.EPIPE, errno.EINVAL}:  # Windows says EINVAL for a pipe without a reader
        raise OutputRefused(f"stdout can't be written: {why(error)}") from error
