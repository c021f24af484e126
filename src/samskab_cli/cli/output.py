"""`-o`: stdout, or a file that appears whole or not at all (`Destination`)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from samskab_cli.cli.standard_streams import emit, stdout_bytes
from samskab_cli.reporting.output_file import OutputFile


@dataclass(frozen=True)
class Destination:
    """Where `-o` leads."""

    path: Path | None
    """None: stdout."""
    force: bool = False
    """Whether a file that exists may be replaced."""
    personal: bool = False
    """Whether it holds what single people said: then only its owner may read it."""

    @property
    def suffix(self) -> str:
        """The format asked for by the name, in small letters with its point; empty for stdout."""
        return self.path.suffix.lower() if self.path else ""

    def check(self) -> None:
        """Refuse what can be seen to fail, before any work is done.

        Raises OutputRefused.
        """
        if self.path is not None:
            self._file.check()

    def write(self, content: str | bytes) -> None:
        """Deliver the whole result; to stdout bytes are data, text is for people.

        Raises OutputRefused; then nothing new lies there.
        """
        if self.path is None:
            emit(content)
        else:
            self._file.write(content if isinstance(content, bytes) else content.encode("utf-8"))

    @contextlib.contextmanager
    def opened(self) -> Iterator[Path | BinaryIO]:
        """Stdout for data, or a temporary file that is moved into its place when the block ends well.

        Raises OutputRefused where it can't be written.
        """
        with stdout_bytes() if self.path is None else self._file.replacing() as file:
            yield file

    @property
    def _file(self) -> OutputFile:
        if self.path is None:
            raise TypeError("stdout is no file")
        return OutputFile(self.path, self.force, self.personal)


def destination(output: str | None, *, force: bool, personal: bool = False) -> Destination:
    """Where `-o OUTPUT` leads; `-` or nothing is stdout. personal: whether it holds what single people said."""
    return Destination(None if output in {None, "-"} else Path(str(output)), force, personal)
