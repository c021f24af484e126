"""Files of a moment: however the program ends, they are gone, also where Ctrl-C comes between two steps.

What removes one is known before there is anything to remove, and is kept until it has done so: where an interruption
comes while a block is left, the end of the program removes what lies there.
"""

from __future__ import annotations

import atexit
import functools
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def temporary_file(suffix: str) -> Iterator[Path]:
    """An empty file that only its owner may read, gone when the block ends. Raises OSError where there is no room."""
    path = _free(suffix)
    with _going(functools.partial(path.unlink, missing_ok=True)):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield path


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that only its owner may enter, gone with all that is in it when the block ends. Raises OSError."""
    path = _free("")
    with _going(functools.partial(shutil.rmtree, path, ignore_errors=True)):
        path.mkdir(0o700)
        yield path


def _free(suffix: str) -> Path:
    return Path(tempfile.gettempdir()) / f"samskab-{secrets.token_hex(8)}{suffix}"


@contextmanager
def _going(remove: Callable[[], None]) -> Iterator[None]:
    atexit.register(remove)
    try:
        yield
    finally:
        remove()
        atexit.unregister(remove)
