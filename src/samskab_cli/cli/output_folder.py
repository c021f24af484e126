"""`-o` of `--each`: a folder of pages that appears whole or not at all, and replaces only what an earlier run wrote."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samskab_cli.errors import OutputRefused
from samskab_cli.reporting.output_file import stopped_by_signals, why

INDEX = "index.html"
"""By this file a folder is known as one of ours."""
SUFFIXES = frozenset((".html", ".json", ".md", ".pdf", ".txt", ".xlsx"))
"""What an earlier run may have written."""


@dataclass(frozen=True)
class Folder:
    """Where `-o` leads when there is more than one file to write."""

    path: Path
    force: bool = False
    """Whether the folder of an earlier run may be replaced."""

    def check(self) -> None:
        """Refuse what can be seen to fail, before any work is done.

        Raises OutputRefused: a folder with anything in it is replaced only with `--force`, and only if it holds an
        index and files as an earlier run wrote them, so that nobody's own files go.
        """
        try:
            if not os.path.lexists(self.path):
                if not self.path.parent.is_dir():
                    raise OutputRefused(f"{self.path}: the folder it would be in doesn't exist")
                return
            if self.path.is_symlink() or not self.path.is_dir():
                raise OutputRefused(f"{self.path}: it is no folder; one page a group needs one")
            names = sorted(entry.name for entry in self.path.iterdir())
            if names and not self.force:
                raise OutputRefused(f"{self.path}: the folder isn't empty; give --force to replace an earlier run's")
            if names and (INDEX not in names or not all(self._ours(name) for name in names)):
                raise OutputRefused(f"{self.path}: it holds more than an earlier run's reports; choose another folder")
        except OSError as error:
            raise OutputRefused(f"{self.path}: {why(error)}") from error

    @contextlib.contextmanager
    def filling(self) -> Iterator[Path]:
        """A temporary folder beside the place, moved into it when the block ends well, and gone when it doesn't.

        Raises OutputRefused where the place can't be written.
        """
        self.check()
        target = self.path.resolve()
        temporary = target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}")
        with stopped_by_signals():
            try:
                temporary.mkdir()
                yield temporary
                self.check()
                _move(temporary, target)
            except OSError as error:
                raise OutputRefused(f"{self.path}: {why(error)}") from error
            finally:
                shutil.rmtree(temporary, ignore_errors=True)

    def _ours(self, name: str) -> bool:
        """Whether an earlier run wrote a file of that name."""
        entry = self.path / name
        return entry.suffix in SUFFIXES and entry.is_file() and not entry.is_symlink()


def _move(temporary: Path, target: Path) -> None:
    """The new folder in the old one's place; the old one goes only when the new one stands."""
    if not target.exists():
        temporary.rename(target)
        return
    before = target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}.before")
    target.rename(before)
    try:
        temporary.rename(target)
    except OSError:
        before.rename(target)
        raise
    shutil.rmtree(before, ignore_errors=True)
